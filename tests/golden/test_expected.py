"""A run over the examples against what a careful reader finds; the floors are in expected.toml."""

import pytest

from pipeline.warehouse import Warehouse
from tests.golden.__main__ import line_of
from tests.golden.claims_file import COLUMNS, claims_table
from tests.golden.expected import Expected
from tests.golden.found import Found
from tests.golden.topics import TOPICS

EXPECTED = Expected()


@pytest.fixture(scope="module")
def found(examples_warehouse: Warehouse) -> Found:
    return Found(examples_warehouse, EXPECTED)


def test_every_topic_has_a_floor() -> None:
    assert set(EXPECTED.floors) == set(TOPICS)


def test_facts_and_relations_name_each_other() -> None:
    names = {one for row in EXPECTED.relations for one in (row.a, row.b)}
    names |= {one for pair in EXPECTED.apart for one in pair} | set(EXPECTED.together)
    assert names <= set(EXPECTED.facts)


def test_places_stand_in_documents_that_are_listed() -> None:
    assert {place.document for place in EXPECTED.places()} <= set(EXPECTED.documents)


@pytest.mark.parametrize("topic", TOPICS)
def test_topic(topic: str, found: Found, capsys: pytest.CaptureFixture[str]) -> None:
    score = TOPICS[topic](EXPECTED, found)
    with capsys.disabled():
        print(f"\n  {line_of(topic, score)}", end="")
    precision, recall = EXPECTED.floors[topic]
    faults = "\n".join([*score.missed, *score.wrong])
    assert score.precision >= precision, f"precision {score.precision:.3f}:\n{faults}"
    assert score.recall >= recall, f"recall {score.recall:.3f}:\n{faults}"


def test_the_table_of_claims_has_lines_of_one_form(examples_warehouse: Warehouse) -> None:
    lines = claims_table(examples_warehouse).splitlines()
    held = examples_warehouse.rows(
        "SELECT count(*) FROM claims AS c INNER JOIN raw_documents AS r "
        "ON c.document_id = r.document_id WHERE r.is_current"
    )
    assert 500 < len(lines) - 1 <= held[0][0]
    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}
