"""Every figure of the views over sources and propositions against an independent reference."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.sql.reference import Reference
from tests.sql.worlds import START, Row, World, add_document, worlds

VIEWS: dict[str, Callable[[Reference], list[Row]]] = {
    "proposition_support": Reference.support,
    "shared_questions": Reference.shared,
    "source_agreement": Reference.agreement,
    "source_coverage": Reference.coverage,
}
KEYS = {
    "proposition_support": ("proposition_id",),
    "shared_questions": ("source_a", "source_b", "question_id"),
    "source_agreement": ("source_a", "source_b"),
    "source_coverage": ("source_id",),
}


def same(found: Any, wanted: Any) -> bool:
    if isinstance(found, float) and isinstance(wanted, float):
        return found == pytest.approx(wanted, abs=1e-9)
    return bool(found == wanted)


def compare(world: World) -> None:
    warehouse = world.stored(*VIEWS)
    reference = Reference(world)
    for view, expected_rows in VIEWS.items():
        wanted = expected_rows(reference)
        found = {
            tuple(row[key] for key in KEYS[view]): row
            for row in warehouse.frame(f"FROM {view}").to_dicts()
        }
        assert found.keys() == {tuple(row[key] for key in KEYS[view]) for row in wanted}, view
        for row in wanted:
            key = tuple(row[name] for name in KEYS[view])
            for column, value in row.items():
                assert same(found[key][column], value), (
                    view,
                    key,
                    column,
                    found[key][column],
                    value,
                )
    warehouse.close()


# Shrinking would take minutes: a world is made anew for every attempt.
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
    derandomize=True,
)
@given(worlds())
def test_equal_on_random_worlds(world: World) -> None:
    compare(world)


@pytest.mark.parametrize("seed", range(3))
def test_equal_on_crowded_worlds(seed: int) -> None:
    """Few sources, many documents and answers: what intervals, alpha and rarefaction need."""
    chance = Random(seed)
    world = World()
    for number in range(3):
        world.add("sources", source_id=f"s{number}", name=f"Source {number}", named_by="text")
    for number in range(4):
        world.add("stories", story_id=f"y{number}")
    for number in range(4):
        world.add("origins", origin_id=f"o{number}", name=f"O {number}", kind="person")
    for number in range(8):
        kind = chance.choice(["number", "yes_no"])
        world.add(
            "questions", question_id=f"q{number}", story_id=f"y{number % 4}", answer_kind=kind
        )
    for number in range(20):
        world.add(
            "propositions", proposition_id=f"p{number:02}", question_id=f"q{number % 8}", text="t"
        )
    count = 0
    for number in range(26):
        source, story = f"s{number % 2 + (number % 13 == 0)}", f"y{number % 4}"
        at = START + timedelta(hours=chance.randint(0, 200))
        document = add_document(world, number, source, story, published_at=at)
        for _ in range(3):
            claim = f"c{count:03}"
            count += 1
            world.add(
                "claims",
                claim_id=claim,
                document_id=document,
                text="t",
                standalone_text="t",
                attribution="narrated",
                polarity=chance.choice(["affirmed", "negated"]),
                modality="asserted",
            )
            proposition = f"p{chance.randint(0, 19):02}"
            world.add(
                "claim_propositions", claim_id=claim, proposition_id=proposition, similarity=1.0
            )
            world.add(
                "claim_origins",
                claim_id=claim,
                origin_id=f"o{chance.randint(0, 3)}" if number % 5 == 0 else f"o{number % 2}",
                reason="own",
                probability=0.9,
            )
            world.add(
                "quantities", claim_id=claim, start_char=0, stated=float(chance.randint(1, 9))
            )
    for number in range(25):
        world.add(
            "claim_relations",
            claim_a=f"c{number:03}",
            claim_b=f"c{number + 30:03}",
            relation=chance.choice(["refines", "contradicts", "contradicts", "updates"]),
            score=chance.choice([0.25, 0.5, 0.75]),
        )
    compare(world)
