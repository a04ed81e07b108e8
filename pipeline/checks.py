"""The checks of `sql/checks`: each selects the rows that break a promise of the data model.

Belongs here: running a check, once for each state of what it reads. Does not belong here: what a
check asks (that is its SQL), and what Dagster makes of it.
"""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Literal

import polars as pl

from pipeline.fingerprints import state_of
from pipeline.warehouse import Warehouse, header_of, sql_text

ROWS_SHOWN = 20
Severity = Literal["error", "warn"]


@dataclass(frozen=True, slots=True)
class CheckText:
    """A check as its file states it: `asset` is the table or view whose rows it judges."""

    name: str
    asset: str
    severity: Severity
    description: str
    sql: str


@cache
def read_check(name: str) -> CheckText:
    """The check of `sql/checks/NAME.sql`.

    Raises ValueError where its header does not name an asset, or a severity other than error or warn.
    """
    sql = sql_text("checks", name)
    fields = {"severity": "error"}
    prose = []
    for line in header_of(sql):
        key, colon, value = line.partition(":")
        if colon and key in ("asset", "severity"):
            fields[key] = value.strip()
        else:
            prose.append(line)
    if "asset" not in fields or fields["severity"] not in ("error", "warn"):
        raise ValueError(f"sql/checks/{name}.sql: its header needs '-- asset: …' and a severity")
    return CheckText(name, fields["asset"], fields["severity"], " ".join(prose).strip(), sql)  # type: ignore[arg-type]


def offending_rows(warehouse: Warehouse, check: CheckText) -> pl.DataFrame:
    """The first rows that break the check; empty where it passes.

    A check that passed is not run again until something that the warehouse holds has changed.
    """
    key = f"check {check.name}"
    state = sha256(f"{check.sql} {state_of(warehouse)}".encode()).hexdigest()
    if warehouse.recorded_input(key) == state:
        return pl.DataFrame()
    rows = warehouse.frame(f"FROM ({check.sql.strip().rstrip(';')}\n) LIMIT {ROWS_SHOWN}")
    if rows.is_empty():
        warehouse.record_input(key, state)
    return rows
