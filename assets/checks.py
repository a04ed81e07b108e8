"""One asset check for each file of `sql/checks`, asked by the step that makes its asset.

Belongs here: the wiring. Does not belong here: what a check asks (that is its SQL). A step of its own
for each check would cost more than the check: Dagster records half a dozen events a step.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from dagster import AssetCheckResult, AssetCheckSeverity, AssetCheckSpec

from assets.metadata import preview
from assets.names import asset_of
from pipeline.checks import CheckText, offending_rows, read_check
from pipeline.warehouse import Warehouse, sql_names


@cache
def checks_by_asset() -> dict[str, list[CheckText]]:
    """The checks of each asset, by name."""
    found: dict[str, list[CheckText]] = defaultdict(list)
    for name in sql_names("checks"):
        check = read_check(name)
        found[asset_of(check.asset)].append(check)
    return found


def check_specs(assets: Iterable[str]) -> list[AssetCheckSpec]:
    """The specs of the checks of these assets; those of severity error stop what comes after."""
    return [
        AssetCheckSpec(
            check.name,
            asset=asset,
            description=check.description,
            blocking=check.severity == "error",
        )
        for asset in assets
        for check in checks_by_asset().get(asset, ())
    ]


def check_results(warehouse: Warehouse, asset: str) -> list[AssetCheckResult]:
    """What the checks of an asset say of its rows."""
    return [_asked(warehouse, check, asset) for check in checks_by_asset().get(asset, ())]


def _asked(warehouse: Warehouse, check: CheckText, asset: str) -> AssetCheckResult:
    rows = offending_rows(warehouse, check)
    metadata: dict[str, Any] = {"offending_rows_shown": rows.height}
    if not rows.is_empty():
        metadata["rows"] = preview(rows)
    severity = AssetCheckSeverity.ERROR if check.severity == "error" else AssetCheckSeverity.WARN
    return AssetCheckResult(
        asset_key=asset,
        check_name=check.name,
        passed=rows.is_empty(),
        severity=severity,
        metadata=metadata,
    )
