"""What a person sees of an asset at a glance in the Dagster UI.

Belongs here: turning tables into Dagster metadata. Does not belong here: what stands in the tables.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import polars as pl
from dagster import MarkdownMetadataValue, MetadataValue, TableColumn, TableSchema

from pipeline.warehouse import (
    Warehouse,
    select_of,
    sql_names,
    sql_text,
    table_schemas,
    tables_comments,
)

PREVIEW_ROWS = 5
PREVIEW_CHARACTERS = 60
INLINE_CHARACTERS = 1_000  # longer Markdown hides behind a link in the UI
WIDE = ("content", "text", "hints")  # columns that would fill the preview


def column_schema(table: str) -> TableSchema:
    """The columns of a table with types and comments."""
    comments = tables_comments()
    return TableSchema(
        columns=[
            TableColumn(name, str(kind), description=comments.get((table, name)))
            for name, kind in table_schemas()[table].items()
        ]
    )


def view_schema(warehouse: Warehouse, view: str) -> TableSchema:
    """The columns of a view with types and comments."""
    rows = warehouse.rows(
        "SELECT column_name, data_type, comment FROM duckdb_columns() "
        "WHERE table_name = ? AND schema_name = 'main' ORDER BY column_index",
        [view],
    )
    return TableSchema(columns=[TableColumn(n, kind, description=text) for n, kind, text in rows])


def preview(frame: pl.DataFrame) -> MarkdownMetadataValue:
    """The first rows as a Markdown table, cut to what the UI shows inline."""
    rows = frame.head(PREVIEW_ROWS)
    names = list(rows.columns)
    while True:
        lines = ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]
        lines += [
            "| " + " | ".join(_cell(row[name]) for name in names) + " |" for row in rows.to_dicts()
        ]
        text = "\n".join(lines)
        if len(text) <= INLINE_CHARACTERS or len(names) == 1:
            return MetadataValue.md(text)
        names.pop()


def _cell(value: Any) -> str:
    text = f"{value:.3g}" if isinstance(value, float) else "" if value is None else str(value)
    text = " ".join(text.split()).replace("|", "\\|")
    return text if len(text) <= PREVIEW_CHARACTERS else text[: PREVIEW_CHARACTERS - 1] + "…"


def table_metadata(warehouse: Warehouse, table: str) -> dict[str, Any]:
    """Row count and a preview of a table, and the rows to look at first where something seems wrong."""
    names = [name for name in table_schemas()[table] if name not in WIDE] + ["text"]
    shown = [name for name in dict.fromkeys(names) if name in table_schemas()[table]]
    counted = warehouse.rows(f"SELECT count(*) FROM {table}")[0][0]
    rows = warehouse.frame(f"SELECT {', '.join(shown)} FROM {table} LIMIT {PREVIEW_ROWS}")
    described = {"dagster/row_count": counted, "preview": preview(rows)}
    if table in sql_names("doubtful"):
        described["doubtful"] = preview(warehouse.frame(sql_text("doubtful", table)))
    return described


def view_metadata(warehouse: Warehouse, view: str, text: str) -> dict[str, Any]:
    """Row count, columns, first rows and the SQL of a view."""
    return {
        "dagster/row_count": warehouse.rows(f"SELECT count(*) FROM {view}")[0][0],
        "dagster/column_schema": view_schema(warehouse, view),
        "preview": preview(warehouse.frame(f"FROM {view} LIMIT {PREVIEW_ROWS}")),
        "sql": MetadataValue.md(f"```sql\n{select_of(text)}\n```"),
    }


@contextmanager
def timed(metadata: dict[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Add how long the block took, in wall and CPU seconds of this process, to the metadata."""
    wall, cpu = time.monotonic(), time.process_time()
    yield metadata
    metadata["seconds"] = round(time.monotonic() - wall, 3)
    metadata["cpu_seconds"] = round(time.process_time() - cpu, 3)
