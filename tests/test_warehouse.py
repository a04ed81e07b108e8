"""A table made anew holds exactly the new rows, and rows that stay keep their place."""

import polars as pl
import pytest

from pipeline.warehouse import Warehouse, table_schemas

SCHEMA = table_schemas()["claim_origins"]
Row = tuple[str, str, str | None, float | None]
HELD: list[Row] = [("a", "o1", "own", 0.9), ("b", "o1", "chain", None), ("c", "o2", None, 0.5)]


def frame(rows: list[Row]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


@pytest.fixture
def warehouse() -> Warehouse:
    made = Warehouse.in_memory()
    made.replace("claim_origins", frame(HELD))
    return made


@pytest.mark.parametrize(
    "rows",
    [
        [],
        HELD,
        HELD[1:],
        [*HELD, ("d", "o2", "own", 0.1)],
        [HELD[0], ("b", "o1", "chain", 0.4), ("c", "o3", None, 0.5)],
        [("a", "o1", None, 0.9)],
    ],
)
def test_replace_leaves_the_rows_of_the_frame_alone(warehouse: Warehouse, rows: list[Row]) -> None:
    warehouse.replace("claim_origins", frame(rows))
    assert warehouse.rows("FROM claim_origins ORDER BY claim_id") == sorted(rows)


def test_rows_that_stay_are_not_written_again(warehouse: Warehouse) -> None:
    places = "SELECT rowid FROM claim_origins WHERE claim_id = 'b'"
    before = warehouse.rows(places)
    warehouse.replace("claim_origins", frame([HELD[1], ("x", "o9", "own", 0.2)]))
    assert warehouse.rows(places) == before


def test_rows_that_a_table_without_key_holds_twice_stay_two(warehouse: Warehouse) -> None:
    twice = pl.DataFrame(
        [("a", "line", 2, 0.5)] * 2, schema=table_schemas()["boilerplate_lines"], orient="row"
    )
    warehouse.replace("boilerplate_lines", twice)
    warehouse.replace("boilerplate_lines", twice)
    assert warehouse.rows("SELECT count(*) FROM boilerplate_lines") == [(2,)]
