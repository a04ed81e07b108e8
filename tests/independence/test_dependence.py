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

    def share(
        self, holders: Iterable[str], *, origin: str | None = None, reason: str = "own"
    ) -> None:
        """One proposition that a document of each of the sources states."""
        proposition = f"p{len(self.claims)}"
        for source in holders:
            name = f"{proposition}-{source}"
            self.claims.append(
                (name, f"{source}0", proposition, origin or f"text of {source}", reason)
            )

    def copy(self, copier: str, original: str, times: int, known: bool = True) -> None:
        for n in range(times):
            a, b = sorted((f"{copier}{n}", f"{original}{n}"))
            side = ("a" if a.startswith(copier) else "b") if known else None
            self.spans.append((a, b, "verbatim", side))

    def estimate(self) -> dict[tuple[str, str], dict[str, float]]:
        documents = frame(self.documents, "document_id", "source_id")
        claims = frame(
            self.claims, "claim_id", "document_id", "proposition_id", "origin_id", "reason"
        )
        origins = documents.select("document_id", origin_id="document_id", reason=pl.lit("own"))
        found = estimate_dependence(
            pl.DataFrame({"source_id": SOURCES, "named_by": ["manifest"] * len(SOURCES)}),
            documents,
            origins,
            frame(self.spans, "document_a", "document_b", "kind", "copier"),
            frame(self.credits, "document_id", "upstream", "upstream_source_id", "found_in"),
            claims.select("claim_id", "proposition_id"),
            claims.select("claim_id", "origin_id", "reason"),
            claims.select("claim_id", "document_id"),
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
    for _ in range(4):
        room.share("ab", origin=outlet_origin_id("Reuters"), reason="chain")
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
