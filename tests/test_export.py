"""Exports open in the tools that people bring, with the rows and types of the warehouse."""

from pathlib import Path

import pandas as pd
import polars as pl
import pytest

from pipeline.export import export
from pipeline.views import view_order
from pipeline.warehouse import Warehouse, table_schemas
from tests.sql.worlds import START, World, add_document

# What JDBC and ODBC clients know.
PLAIN_TYPES = {"VARCHAR", "BIGINT", "INTEGER", "DOUBLE", "BOOLEAN", "TIMESTAMP", "DATE", "BLOB"}


@pytest.fixture(scope="module")
def small() -> Warehouse:
    world = World()
    world.add("sources", source_id="s1", name="Harbour Post", named_by="metadata")
    add_document(world, 1, "s1", None, published_at=START)
    return world.stored()


def test_every_table_and_view_opens_in_polars_and_pandas(small: Warehouse, tmp_path: Path) -> None:
    files = export(small, tmp_path)
    assert {file.stem for file in files} == set(table_schemas()) | set(view_order())
    assert {file.name for file in tmp_path.iterdir()} == {file.name for file in files}
    for file in files:
        rows = small.rows(f"SELECT count(*) FROM {file.stem}")[0][0]
        assert pl.read_parquet(file).height == rows
        assert len(pd.read_parquet(file)) == rows
    assert pl.read_parquet(tmp_path / "documents.parquet")["published_at"].to_list() == [START]


def test_only_types_that_other_clients_know(small: Warehouse) -> None:
    described = small.described_relations()
    odd = [
        (table, name, kind)
        for table, (_, columns) in described.items()
        for name, kind, _ in columns
        if kind not in PLAIN_TYPES
    ]
    assert odd == []
