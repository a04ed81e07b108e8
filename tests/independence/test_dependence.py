"""How likely one source takes from another: what counts, how much, and what does not."""

from collections.abc import Iterable

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.independence.dependence import PRIOR, estimate_dependence, text_log_ratio
from pipeline.independence.names import outlet_origin_id

SOURCES = ("a", "b", "c", "d", "e", "f")


class Newsroom:
    """Sources with documents, built up by what they share."""

    def __init__(self, documents_each: int = 20) -> None:
        self.documents = [
            (f"{source}{n}", source) for source in SOURCES for n in range(documents_each)
        ]
        self.spans: list[tuple[str, str, str, str | None]] = []
        self.credits: list[tuple[str, str, str | None, str]] = []
        self.claims: list[tuple[str, str, str, str, str]] = []
        self.wholes: set[str] = set()
        self.each = documents_each

    def share(
        self,
        holders: Iterable[str],
        *,
        at: int = 0,
        origin: str | None = None,
        reason: str = "own",
    ) -> None:
        """One proposition that the documents `at` of the sources state; those of one number are a story."""
        proposition = f"p{len(self.claims)}"
        for source in holders:
            name = f"{proposition}-{source}"
            self.claims.append(
                (name, f"{source}{at}", proposition, origin or f"text of {source}", reason)
            )

    def copy(
        self, copier: str, original: str, times: int, known: bool = True, whole: bool = False
    ) -> None:
        for n in range(times):
            self.wholes |= {f"{copier}{n}"} if whole else set()
            a, b = sorted((f"{copier}{n}", f"{original}{n}"))
            side = ("a" if a.startswith(copier) else "b") if known else None
            self.spans.append((a, b, "verbatim", side))

    def estimate(self, tellers: str = "abcdef") -> dict[tuple[str, str], dict[str, float]]:
        """The rows by pair; the stories are told by these sources."""
        documents = frame(self.documents, "document_id", "source_id")
        claims = frame(
            self.claims, "claim_id", "document_id", "proposition_id", "origin_id", "reason"
        )
        origins = documents.select(
            "document_id",
            origin_id="document_id",
            reason=pl.lit("own"),
            copied_share=pl.col("document_id").is_in(sorted(self.wholes)).cast(pl.Float64),
        )
        stories = documents.filter(pl.col("source_id").is_in(list(tellers))).select(
            "document_id", story_id=pl.col("document_id").str.slice(1)
        )
        found = estimate_dependence(
            pl.DataFrame({"source_id": SOURCES, "named_by": ["manifest"] * len(SOURCES)}),
            documents,
            origins,
            frame(self.spans, "document_a", "document_b", "kind", "copier"),
            frame(self.credits, "document_id", "upstream", "upstream_source_id", "found_in"),
            claims.select("claim_id", "proposition_id"),
            claims.select("claim_id", "origin_id", "reason"),
            claims.select("claim_id", "document_id"),
            stories,
        )
        return {(row["source_a"], row["source_b"]): row for row in found.to_dicts()}


def frame(
    rows: list[tuple[str | None, ...]] | list[tuple[str, str]], *columns: str
) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")


def test_every_pair_of_named_sources_has_a_row_and_nothing_shared_is_below_the_prior() -> None:
    found = Newsroom().estimate()
    assert len(found) == 15
    assert all(row["probability"] < PRIOR for row in found.values())


def test_rows_hold_together() -> None:
    room = Newsroom()
    room.copy("b", "a", 5)
    room.share("ab")
    room.share("abcdef")
    for row in room.estimate().values():
        assert 0.0 <= row["low"] <= row["probability"] <= row["high"] <= 1.0
        ways = row["p_a_from_b"] + row["p_b_from_a"] + row["p_common_parent"]
        assert ways == pytest.approx(row["probability"])


def test_copied_text_speaks_for_dependence_and_for_its_direction() -> None:
    room = Newsroom()
    room.copy("b", "a", 6)
    row = room.estimate()["a", "b"]
    assert row["probability"] > 0.95
    assert row["p_b_from_a"] > 5 * row["p_a_from_b"]
    assert row["shared_text"] == 6


def test_text_from_a_third_is_nobodys_copy() -> None:
    room = Newsroom()
    room.copy("b", "a", 6, known=False)
    row = room.estimate()["a", "b"]
    assert row["p_common_parent"] > 5 * row["p_a_from_b"]
    assert row["p_a_from_b"] == pytest.approx(row["p_b_from_a"])


def test_one_accident_among_many_documents_is_weak_and_more_are_not() -> None:
    few, many = Newsroom(200), Newsroom(200)
    few.copy("b", "a", 1)
    many.copy("b", "a", 20)
    assert few.estimate()["a", "b"]["probability"] < 0.5 < many.estimate()["a", "b"]["probability"]


def test_agreeing_on_what_everybody_reports_is_no_evidence() -> None:
    room = Newsroom()
    for _ in range(12):
        room.share("abcdef")
    before = Newsroom().estimate()["a", "b"]["probability"]
    assert room.estimate()["a", "b"]["probability"] <= before


def test_rare_claims_in_common_are_evidence() -> None:
    room = Newsroom()
    for _ in range(12):
        room.share("abcdef")
    for _ in range(6):
        room.share("ab")
    found = room.estimate()
    assert found["a", "b"]["probability"] > 0.5 > found["a", "c"]["probability"]
    assert found["a", "b"]["shared_rare_claims"] == 6


def test_what_the_only_two_that_told_a_story_both_say_is_no_evidence() -> None:
    room = Newsroom()
    for _ in range(12):
        room.share("abcdef")
    before = room.estimate()["a", "b"]["probability"]
    for n in range(6):
        room.share("ab", at=1 + n)
    assert room.estimate()["a", "b"]["probability"] > before
    assert room.estimate(tellers="ab")["a", "b"]["probability"] == pytest.approx(before)


def test_much_of_one_relayed_report_is_one_report() -> None:
    once, often = Newsroom(), Newsroom()
    for room, times in ((once, 1), (often, 9)):
        room.credits = [(f"{one}0", "Reuters", None, "text") for one in "ab"]
        for _ in range(times):
            room.share("ab", origin=outlet_origin_id("Reuters"), reason="chain")
    assert often.estimate()["a", "b"] == once.estimate()["a", "b"]
    assert once.estimate()["a", "b"]["shared_credits"] == 1


def test_credits_and_claims_in_copied_text_are_the_text() -> None:
    bare, credited = Newsroom(), Newsroom()
    for room in (bare, credited):
        room.copy("b", "a", 2)
    credited.credits = [(f"b{n}", "A News", "a", "byline") for n in range(2)]
    credited.credits += [(f"{one}0", "Reuters", None, "text") for one in "ab"]
    credited.share("ab", origin=outlet_origin_id("Reuters"), reason="chain")
    found, expected = credited.estimate()["a", "b"], bare.estimate()["a", "b"]
    assert found["probability"] == expected["probability"]
    assert found["shared_credits"] == 0


def test_a_whole_article_is_more_than_a_passage() -> None:
    passage, whole = Newsroom(4), Newsroom(4)
    passage.copy("b", "a", 1)
    whole.copy("b", "a", 1, whole=True)
    of_passage, of_whole = (room.estimate()["a", "b"] for room in (passage, whole))
    assert of_whole["probability"] > 0.9 > of_passage["probability"] > 0.5


def test_a_newsroom_in_which_each_pair_is_what_it_is() -> None:
    """b copies scoops of a, c and d print an absent agency, e and f report what all report."""
    room = Newsroom()
    for n in range(20):
        room.share("abcdef", at=n)
    for n in range(8):
        room.share("ab", at=n)
    room.copy("d", "c", 8, known=False, whole=True)
    room.credits = [(f"{one}{n}", "Reuters", None, "byline") for one in "cd" for n in range(8)]
    found = room.estimate()
    assert found["a", "b"]["probability"] > 0.9
    assert found["c", "d"]["probability"] > 0.99
    assert found["c", "d"]["parent"] == "Reuters"
    assert found["c", "d"]["p_common_parent"] > 3 * found["c", "d"]["p_a_from_b"]
    others = {pair: row for pair, row in found.items() if pair not in {("a", "b"), ("c", "d")}}
    assert all(row["probability"] < PRIOR for row in others.values())
    # What is little known spans much, and says so; what is well known does not.
    assert found["c", "d"]["low"] > 0.5 > found["e", "f"]["high"]
    little = Newsroom(1)
    little.copy("b", "a", 1)
    row = little.estimate()["a", "b"]
    assert row["low"] < 0.15
    assert row["high"] > 0.99


def test_what_a_named_speaker_told_both_is_no_evidence() -> None:
    room = Newsroom()
    for _ in range(6):
        room.share("ab", origin="speaker", reason="chain")
    before = Newsroom().estimate()["a", "b"]["probability"]
    assert room.estimate()["a", "b"]["probability"] == pytest.approx(before)


def test_a_scoop_of_its_own_is_no_evidence() -> None:
    room = Newsroom()
    room.share("a")
    before = Newsroom().estimate()["a", "b"]["probability"]
    assert room.estimate()["a", "b"]["probability"] == pytest.approx(before)


def test_relaying_one_outlet_is_dependence_on_a_third() -> None:
    room = Newsroom()
    room.credits = [(f"{one}0", "Reuters", None, "text") for one in "ab"]
    for n in range(4):
        room.share("ab", at=n, origin=outlet_origin_id("Reuters"), reason="chain")
    row = room.estimate()["a", "b"]
    assert row["probability"] > 0.8
    assert row["parent"] == "Reuters"
    assert row["p_common_parent"] > row["p_a_from_b"]


def test_crediting_the_other_source() -> None:
    room = Newsroom()
    room.credits = [(f"a{n}", "B News", "b", "text") for n in range(4)]
    row = room.estimate()["a", "b"]
    assert row["p_a_from_b"] > 2 * row["p_b_from_a"]
    assert row["shared_credits"] == 4


@given(st.integers(0, 40), st.integers(1, 40))
def test_more_shared_text_is_more_evidence(shared: int, documents: int) -> None:
    assert text_log_ratio(shared + 1, documents + shared + 1) > text_log_ratio(
        shared, documents + shared + 1
    )
