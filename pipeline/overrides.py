"""crossclaim-overrides.csv: verdicts of humans on pairs of claims, kept by every later run.

Belongs here: reading the settings file, finding the claims of an anchor again. Does not belong here:
what a verdict changes (that is in `comparing`).
"""

import csv
from pathlib import Path

import polars as pl

from pipeline.reading.settings_text import settings_text
from pipeline.warehouse import Warehouse, table_schemas

FILE_NAME = "crossclaim-overrides.csv"
VERDICTS = ("same", "not_same", "refines", "updates", "corrects", "contradicts", "related")


class OverridesError(ValueError):
    """The settings file cannot be read; the message names the line and what is wrong."""


def read_overrides(warehouse: Warehouse, folder: Path) -> None:
    """Bring `review_overrides` up to the file at the top of the input folder.

    A verdict whose claim ids are gone finds its claims by the quotes of its anchor. Raises
    OverridesError where a column is missing, a verdict unknown or the file no UTF-8.
    """
    rows = verdicts_of_folder(folder)
    schema = table_schemas()["review_overrides"]
    frame = pl.DataFrame(
        {name: [row.get(name) or None for row in rows] for name in schema},
        schema=dict.fromkeys(schema, pl.String),
    ).with_columns(pl.col("decided_at").str.to_datetime("%Y-%m-%dT%H:%M:%S", strict=False))
    anchored = warehouse.query("anchored_overrides", verdicts=frame)
    held = warehouse.frame("FROM review_overrides ORDER BY ALL")
    if not anchored.equals(held):
        warehouse.replace("review_overrides", anchored)


def verdicts_of_folder(folder: Path) -> list[dict[str, str]]:
    """The lines of the file as they stand; none where there is no file.

    Raises OverridesError as `read_overrides` does.
    """
    file = folder / FILE_NAME
    if not file.is_file():
        return []
    reader = csv.DictReader(settings_text(file, OverridesError).splitlines(keepends=True))
    needed = {"claim_a", "claim_b", "verdict"}
    if not needed <= set(reader.fieldnames or []):
        raise OverridesError(
            f"{file}, line 1: needs the columns {', '.join(sorted(needed))}; "
            f"found {', '.join(reader.fieldnames or []) or 'nothing'}"
        )
    rows = []
    for row in reader:
        if row["verdict"] not in VERDICTS:
            raise OverridesError(
                f"{file}, line {reader.line_num}: verdict {row['verdict']!r} is none of "
                f"{', '.join(VERDICTS)}"
            )
        rows.append(row)
    return rows
