"""crossclaim-overrides.csv: verdicts of humans on pairs of claims, kept by every later run.

Belongs here: reading the settings file, finding the claims of an anchor again. Does not belong here:
what a verdict changes (that is in `comparing`).
"""

import csv
from pathlib import Path

import polars as pl

from pipeline.warehouse import Warehouse, table_schemas

FILE_NAME = "crossclaim-overrides.csv"
VERDICTS = ("same", "not_same", "refines", "updates", "corrects", "contradicts", "related")


class OverridesError(ValueError):
    """The settings file cannot be read; the message names the line and what is wrong."""


def read_overrides(warehouse: Warehouse, folder: Path) -> None:
    """Bring `review_overrides` up to the file at the top of the input folder.

    A verdict whose claim ids are gone finds its claims by the quotes of its anchor. Raises
    OverridesError where a column is missing or a verdict unknown.
    """
    file = folder / FILE_NAME
    rows = _rows(file) if file.is_file() else []
    schema = table_schemas()["review_overrides"]
    frame = pl.DataFrame(
        {name: [row.get(name) or None for row in rows] for name in schema},
        schema=dict.fromkeys(schema, pl.String),
    ).with_columns(pl.col("decided_at").str.to_datetime("%Y-%m-%dT%H:%M:%S", strict=False))
    anchored = warehouse.query("anchored_overrides", verdicts=frame)
    held = warehouse.frame("FROM review_overrides ORDER BY ALL")
    if not anchored.equals(held):
        warehouse.replace("review_overrides", anchored)


def _rows(file: Path) -> list[dict[str, str]]:
    reader = csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines())
    needed = {"claim_a", "claim_b", "verdict"}
    if not needed <= set(reader.fieldnames or []):
        raise OverridesError(f"{file}: needs the columns {', '.join(sorted(needed))}")
    rows = list(reader)
    for number, row in enumerate(rows, 2):
        if row["verdict"] not in VERDICTS:
            raise OverridesError(
                f"{file}, line {number}: verdict {row['verdict']!r} is none of {', '.join(VERDICTS)}"
            )
    return rows
