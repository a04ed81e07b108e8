"""The audit: what is drawn, what is read back, and whether its estimates hit the truth."""

from pathlib import Path
from random import Random

import polars as pl
import pytest

from pipeline.audit import FILE_NAME, OUTCOMES, AuditError, allocate, draw_sample, read_audit
from pipeline.warehouse import Warehouse
from tests.sql.worlds import START, World, add_document, store


@pytest.mark.parametrize(
    ("populations", "size", "expected"),
    [
        ({("claim", "a"): 100, ("claim", "b"): 100}, 10, {("claim", "a"): 5, ("claim", "b"): 5}),
        ({("claim", "a"): 100, ("claim", "b"): 1}, 10, {("claim", "a"): 9, ("claim", "b"): 1}),
        (
            {("claim", "a"): 9, ("relation", "b"): 90},
            60,
            {("claim", "a"): 9, ("relation", "b"): 51},
        ),
        ({("claim", "a"): 3}, 10, {("claim", "a"): 3}),
        ({}, 10, {}),
    ],
)
def test_small_strata_leave_their_part_to_others(
    populations: dict[tuple[str, str], int], size: int, expected: dict[tuple[str, str], int]
) -> None:
    assert allocate(populations, size) == expected


@pytest.fixture(scope="module")
def judged_world() -> Warehouse:
    world = World()
    for source in ("s1", "s2"):
        world.add("sources", source_id=source, name=f"Source {source}", named_by="metadata")
        document = add_document(world, int(source[1]), source, None, published_at=START)
        world.add("sentences", sentence_id=f"t{source}", document_id=document, text="A sentence.")
        for number in range(40):
            claim = f"{source}c{number:02}"
            world.add(
                "claims",
                claim_id=claim,
                document_id=document,
                sentence_id=f"t{source}",
                text="A sentence",
                standalone_text="A sentence",
                attribution="narrated" if number % 4 else "direct",
            )
            answer = f"p{number:02}" if number < 24 else f"p{source}{number:02}"
            world.add("claim_propositions", claim_id=claim, proposition_id=answer, similarity=1.0)
            if number >= 24 or source == "s1":
                world.add(
                    "propositions", proposition_id=answer, question_id=f"q{number:02}", text="t"
                )
    for number in range(40):
        world.add("questions", question_id=f"q{number:02}")
        if number >= 24:
            a, b = f"s1c{number:02}", f"s2c{number:02}"
            world.add("claim_relations", claim_a=a, claim_b=b, relation="contradicts", score=0.9)
    return world.stored()


def test_the_sample_is_seeded_and_knows_its_chances(judged_world: Warehouse) -> None:
    sample = draw_sample(judged_world, 24)
    assert sample.equals(draw_sample(judged_world, 24))
    assert not sample.equals(draw_sample(judged_world, 24, seed=2))
    assert sample.height == 24
    groups = sample.group_by("kind", "stratum").agg(
        pl.len(), pl.col("population").first(), pl.col("inclusion_probability").first()
    )
    assert {
        (kind, stratum): (n, population) for kind, stratum, n, population, _ in groups.iter_rows()
    } == {
        ("agreement", "agreeing"): (4, 24),
        ("agreement", "contradicting"): (4, 16),
        ("claim", "direct"): (4, 20),
        ("claim", "narrated"): (4, 60),
        ("relation", "contradicts"): (8, 16),
    }
    for _, _, n, population, chance in groups.iter_rows():
        assert chance == n / population
    assert sample.get_column("sentence_a").null_count() == 0
    pairs = sample.filter(pl.col("kind") != "claim")
    assert pairs.get_column("sentence_b").null_count() == 0


def test_estimates_correct_what_the_classifier_got_wrong(
    judged_world: Warehouse, tmp_path: Path
) -> None:
    """Of 24 counted as agreeing 6 contradict, of 16 counted as contradicting 4 agree: all are judged."""
    sample = draw_sample(judged_world, 10_000)
    verdicts, seen = [], dict.fromkeys(OUTCOMES, 0)
    for kind, stratum in sample.select("kind", "stratum").iter_rows():
        if kind != "agreement":
            verdicts.append("yes" if kind == "claim" else "no")
            continue
        seen[stratum] += 1
        wrong = seen[stratum] <= {"agreeing": 6, "contradicting": 4}[stratum]
        verdicts.append(({"agreeing", "contradicting"} - {stratum}).pop() if wrong else stratum)
    sample.with_columns(verdict=pl.Series(verdicts)).write_csv(tmp_path / FILE_NAME)
    read_audit(judged_world, tmp_path)
    results = {
        (row["kind"], row["stratum"]): row
        for row in judged_world.frame("FROM audit_results").to_dicts()
    }
    agreeing = results["agreement", "agreeing"]
    assert (agreeing["judged"], agreeing["correct"], agreeing["precision"]) == (24, 18, 0.75)
    assert agreeing["counted"] == 24
    assert agreeing["corrected"] == pytest.approx(22)
    rate = results["agreement", "agreement_rate"]
    assert rate["counted"] == pytest.approx(24 / 40)
    assert rate["corrected"] == pytest.approx(22 / 40)
    assert rate["counted_low"] < rate["counted"] < rate["counted_high"]
    assert rate["corrected_low"] < rate["corrected"] < rate["corrected_high"]
    # Certain counts with uncertain classes are less certain.
    assert (
        rate["corrected_high"] - rate["corrected_low"] > rate["counted_high"] - rate["counted_low"]
    )
    assert results["claim", "all"]["precision"] == 1
    assert results["relation", "contradicts"]["correct"] == 0


def test_intervals_hold_the_truth_about_as_often_as_they_say(judged_world: Warehouse) -> None:
    """Verdicts on random samples of a known truth: 95 % of the intervals should hold it."""
    chance, hits, rounds = Random(7), 0, 60
    truth = 0.7 * 24 + 0.2 * 16
    items = {"agreeing": 24, "contradicting": 16}
    right = {"agreeing": 0.7, "contradicting": 0.8}
    for _ in range(rounds):
        rows = []
        for stratum, size in items.items():
            other = next(one for one in items if one != stratum)
            for number in range(12):
                verdict = stratum if chance.random() < right[stratum] else other
                rows.append(
                    {
                        "item": f"{stratum}{number}",
                        "kind": "agreement",
                        "stratum": stratum,
                        "population": size,
                        "verdict": verdict,
                    }
                )
        judged_world.execute("DELETE FROM audit_verdicts")
        store(judged_world, {"audit_verdicts": rows})
        ((low, high),) = judged_world.rows(
            "SELECT corrected_low, corrected_high FROM audit_results WHERE stratum = 'agreeing'"
        )
        hits += low <= truth <= high
    judged_world.execute("DELETE FROM audit_verdicts")
    assert hits / rounds >= 0.9


def test_a_class_that_nobody_judged_leaves_no_estimate(judged_world: Warehouse) -> None:
    row = {
        "item": "x",
        "kind": "agreement",
        "stratum": "agreeing",
        "population": 24,
        "verdict": "agreeing",
    }
    store(judged_world, {"audit_verdicts": [row]})
    rows = judged_world.rows(
        "SELECT corrected, corrected_low, corrected_high FROM audit_results WHERE stratum = 'agreeing'"
    )
    judged_world.execute("DELETE FROM audit_verdicts")
    assert rows == [(None, None, None)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("item,kind\nx,claim\n", "lacks the columns"),
        (
            "item,kind,stratum,population,inclusion_probability,verdict\nx,claim,direct,5,1,perhaps\n",
            "line 2: verdict 'perhaps'",
        ),
    ],
)
def test_a_bad_file_says_what_is_wrong(
    warehouse: Warehouse, tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(AuditError, match=message):
        read_audit(warehouse, tmp_path)
