"""Groups of claims that say the same, and the questions they answer."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.comparing.as_of import claim_times
from pipeline.comparing.propositions import group_propositions
from pipeline.warehouse import table_schemas

Tables = dict[str, pl.DataFrame]
MakeTables = Callable[..., Tables]
Edge = tuple[str, str, str, float]


def grouped(
    table: Callable[..., pl.DataFrame], tables: Tables, edges: list[Edge], kind: str | None = None
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    relations = table(
        "claim_relations",
        [
            {
                "claim_a": a,
                "claim_b": b,
                "relation": relation,
                "score": score,
                "kind": None if relation == "same" else kind,
            }
            for a, b, relation, score in edges
        ],
    )
    return group_propositions(
        tables["claims"],
        relations,
        tables["documents"],
        tables["document_stories"],
        tables["quantities"],
    )


def partition(members: pl.DataFrame) -> set[frozenset[str]]:
    groups = members.group_by("proposition_id").agg("claim_id")
    return {frozenset(group) for group in groups["claim_id"]}


def claims_of(count: int) -> list[tuple[str, str, str]]:
    return [(f"c{i}", f"d{i}", f"Statement number {i} on Ourane") for i in range(count)]


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ([], "0|1|2|3"),
        ([("c0", "c1", "same", 0.9)], "01|2|3"),
        # All say the same of each other.
        ([("c0", "c1", "same", 0.8), ("c0", "c2", "same", 0.8), ("c1", "c2", "same", 0.8)], "012|3"),
        # A chain of weak links: no one relates its ends.
        ([("c0", "c1", "same", 0.9), ("c1", "c2", "same", 0.6), ("c2", "c3", "same", 0.85)], "01|23"),
        # What contradicts stays apart though a third agrees with both.
        ([("c0", "c1", "same", 0.9), ("c0", "c2", "same", 0.9), ("c1", "c2", "contradicts", 0.7)], "01|2|3"),
        ([("c0", "c1", "related", 0.9), ("c2", "c3", "refines", 0.9)], "0|1|2|3"),
    ],
)  # fmt: skip
def test_groups(
    table: Callable[..., pl.DataFrame], claim_tables: MakeTables, edges: list[Edge], expected: str
) -> None:
    _, members, _ = grouped(table, claim_tables(claims_of(4)), edges)
    assert partition(members) == {
        frozenset(f"c{i}" for i in group) for group in expected.split("|")
    }


def test_claims_of_one_document_meet_through_others(
    table: Callable[..., pl.DataFrame], claim_tables: MakeTables
) -> None:
    claims = [(f"c{i}", "p" if i < 3 else "q", f"Statement {i}") for i in range(4)]
    own: list[Edge] = [("c0", "c1", "same", 0.9), ("c1", "c2", "same", 0.9)]
    _, alone, _ = grouped(table, claim_tables(claims), own)
    assert len(partition(alone)) == 4
    across: list[Edge] = [(f"c{i}", "c3", "same", 0.8) for i in range(3)]
    _, together, _ = grouped(table, claim_tables(claims), own + across)
    assert len(partition(together)) == 1


def test_a_claim_not_worth_checking_is_in_none(
    table: Callable[..., pl.DataFrame], claim_tables: MakeTables
) -> None:
    tables = claim_tables(claims_of(2), worth={"c1": 0.1})
    propositions, members, questions = grouped(table, tables, [("c0", "c1", "same", 0.9)])
    assert members["claim_id"].to_list() == ["c0"]
    assert propositions.height == questions.height == 1


def test_rows(table: Callable[..., pl.DataFrame], claim_tables: MakeTables) -> None:
    tables = claim_tables(
        [
            ("c1", "d1", "At least 21 people died in Ourane"),
            ("c2", "d2", "21 people died in the town of Ourane"),
            ("c3", "d3", "Twenty-one people died"),
            ("c4", "d4", "110 people died in Ourane"),
        ],
        published={"d1": 5, "d2": 3, "d3": 4, "d4": 9},
        stories=dict.fromkeys(("d1", "d2", "d3", "d4"), "flood"),
        numbers={"c1": ("At least 21", 21.0, "people"), "c4": ("110", 110.0, "people")},
        events={"c2": date(2031, 9, 2), "c1": date(2031, 9, 1)},
    )
    edges = [
        ("c1", "c2", "same", 0.9),
        ("c1", "c3", "same", 0.9),
        ("c2", "c3", "same", 0.6),
        ("c4", "c1", "updates", 0.8),
    ]
    propositions, members, questions = grouped(table, tables, edges, kind="quantity")
    (question,) = questions.to_dicts()
    assert question["answer_kind"] == "number"
    assert question["unit"] == "people"
    assert question["story_id"] == "flood"
    assert set(propositions["question_id"]) == {question["question_id"]}
    first, second = propositions.sort("first_seen_at").to_dicts()
    assert first["text"] == "At least 21 people died in Ourane"  # most alike to the others
    assert first["first_seen_at"] == datetime(2031, 9, 3)
    assert (first["as_of_start"], first["as_of_end"]) == (date(2031, 9, 1), date(2031, 9, 2))
    assert second["text"] == "110 people died in Ourane"
    similarity = dict(zip(members["claim_id"], members["similarity"], strict=True))
    assert similarity == pytest.approx({"c1": 0.9, "c2": 0.75, "c3": 0.75, "c4": 1.0})
    for frame, name in (
        (propositions, "propositions"),
        (members, "claim_propositions"),
        (questions, "questions"),
    ):
        assert frame.schema == pl.Schema(table_schemas()[name])


def test_a_question_is_worded_after_what_differs(
    table: Callable[..., pl.DataFrame], claim_tables: MakeTables
) -> None:
    tables = claim_tables(
        [
            ("c1", "d1", "The strikes began in May"),
            ("c2", "d2", "The strikes have hurt 21 people"),
            ("c3", "d3", "The strikes hurt 40 people"),
        ],
        published={"d1": 1, "d2": 2, "d3": 3},
        numbers={"c2": ("21", 21.0, "people"), "c3": ("40", 40.0, "people")},
    )
    edges = [("c2", "c1", "refines", 0.9), ("c3", "c2", "updates", 0.5)]
    _, _, questions = grouped(table, tables, edges, kind="quantity")
    (question,) = questions.to_dicts()
    assert question["answer_kind"] == "number"
    assert question["text"] == "The strikes have hurt … people: how many?"


def test_a_group_keeps_its_id_until_its_first_member_changes(
    table: Callable[..., pl.DataFrame], claim_tables: MakeTables
) -> None:
    edges = [(f"c{a}", f"c{b}", "same", 0.9) for a in range(3) for b in range(a + 1, 3)]

    def ids(claims: list[int], days: dict[str, int]) -> set[str]:
        chosen = [claims_of(3)[i] for i in claims]
        kept = [edge for edge in edges if {edge[0], edge[1]} <= {claim for claim, *_ in chosen}]
        propositions, _, _ = grouped(table, claim_tables(chosen, published=days), kept)
        return set(propositions["proposition_id"])

    two = ids([0, 1], {"d0": 1, "d1": 2})
    assert ids([0, 1, 2], {"d0": 1, "d1": 2, "d2": 3}) == two
    assert ids([0, 1, 2], {"d0": 2, "d1": 3, "d2": 1}) != two
    assert len(two) == 1


def test_questions_are_no_blobs(
    table: Callable[..., pl.DataFrame], claim_tables: MakeTables
) -> None:
    chain: list[Edge] = [(f"c{i}", f"c{i + 1}", "refines", 0.6) for i in range(19)]
    propositions, _, questions = grouped(table, claim_tables(claims_of(20)), chain)
    assert questions.height > 4
    assert propositions["question_id"].value_counts()["count"].max() <= 5


RELATIONS = ("same", "same", "same", "refines", "updates", "contradicts", "related")


@st.composite
def related_claims(draw: st.DrawFn) -> tuple[list[tuple[str, str, str]], list[Edge]]:
    count = draw(st.integers(0, 8))
    claims = [(f"c{i}", f"d{draw(st.integers(0, 4))}", f"Statement {i}") for i in range(count)]
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    edges = [
        (
            f"c{a}",
            f"c{b}",
            draw(st.sampled_from(RELATIONS)),
            draw(st.integers(1, 64)) / 64,
        )
        for a, b in chosen
    ]
    return claims, edges


@settings(max_examples=30, deadline=None)
@given(related_claims(), st.randoms(use_true_random=False))
def test_what_holds_of_every_grouping(
    table: Callable[..., pl.DataFrame], claim_tables: MakeTables, made: Any, random: Any
) -> None:
    claims, edges = made
    propositions, members, questions = grouped(table, claim_tables(claims), edges)
    assert sorted(members["claim_id"]) == sorted(claim for claim, *_ in claims)
    assert set(members["proposition_id"]) == set(propositions["proposition_id"])
    assert set(propositions["question_id"]) == set(questions["question_id"])
    of = dict(zip(members["claim_id"], members["proposition_id"], strict=True))
    for a, b, relation, _ in edges:
        assert relation not in ("contradicts", "updates") or of[a] != of[b]
    turned = grouped(
        table,
        claim_tables(random.sample(claims, len(claims))),
        random.sample(edges, len(edges)),
    )
    again = (propositions, members, questions)
    assert all(a.equals(b) for a, b in zip(again, turned, strict=True))


@pytest.mark.parametrize(
    ("event", "aggregation", "period_end", "expected"),
    [
        (date(2031, 9, 1), None, None, date(2031, 9, 1)),
        (None, None, None, None),
        (date(2031, 9, 1), "event", None, date(2031, 9, 1)),
        # A running count holds at the end of its period, else when it is published.
        (date(2031, 9, 1), "cumulative", date(2031, 9, 4), date(2031, 9, 4)),
        (date(2031, 9, 1), "cumulative", None, date(2031, 9, 7)),
        (None, "level", None, date(2031, 9, 7)),
    ],
)
def test_when_a_claim_is_said_to_hold(
    claim_tables: MakeTables,
    event: date | None,
    aggregation: str | None,
    period_end: date | None,
    expected: date | None,
) -> None:
    tables = claim_tables(
        [("c", "d", "21 people died")],
        published={"d": 7},
        numbers={"c": ("21", 21.0, "people")},
        events={"c": event} if event else {},
    )
    numbers = tables["quantities"].with_columns(
        pl.lit(aggregation, pl.String).alias("aggregation"),
        pl.lit(period_end, pl.Date).alias("period_end"),
    )
    (row,) = claim_times(tables["claims"], numbers, tables["documents"]).to_dicts()
    assert (row["as_of_start"], row["as_of_end"]) == (expected, expected)
    assert row["published_at"] == datetime(2031, 9, 7)
