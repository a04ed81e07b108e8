"""One asset check for each file of `sql/checks`.

Belongs here: the wiring. Does not belong here: what a check asks (that is its SQL).
"""

from typing import Any

from dagster import AssetCheckResult, AssetChecksDefinition, AssetCheckSeverity, asset_check

from assets.metadata import preview
from assets.resources import WarehouseResource
from assets.stages import asset_of
from pipeline.checks import offending_rows, read_check
from pipeline.warehouse import sql_names


def _check(name: str) -> AssetChecksDefinition:
    text = read_check(name)
    is_error = text.severity == "error"

    @asset_check(
        name=name, asset=asset_of(text.asset), description=text.description, blocking=is_error
    )
    def check(work: WarehouseResource) -> AssetCheckResult:
        rows = offending_rows(work.warehouse, text)
        metadata: dict[str, Any] = {"offending_rows_shown": rows.height}
        if not rows.is_empty():
            metadata["rows"] = preview(rows)
        return AssetCheckResult(
            passed=rows.is_empty(),
            severity=AssetCheckSeverity.ERROR if is_error else AssetCheckSeverity.WARN,
            metadata=metadata,
        )

    return check


def all_checks() -> list[AssetChecksDefinition]:
    """Every check of `sql/checks`."""
    return [_check(name) for name in sql_names("checks")]
