"""The views of `sql/views`, each an asset; one step makes them all.

Belongs here: nothing but the wiring. Does not belong here: what a view says (that is its SQL).
"""

from collections.abc import Iterator
from typing import Any

from dagster import AssetExecutionContext, AssetSpec, MaterializeResult, multi_asset

from assets.checks import check_results, check_specs
from assets.metadata import timed, view_metadata
from assets.names import asset_of
from assets.resources import WarehouseResource
from assets.stages import GROUP, OWNERS
from pipeline.views import refresh_view, view_inputs, view_order
from pipeline.warehouse import header_of, sql_text


def _spec(name: str) -> AssetSpec:
    header = header_of(sql_text("views", name))
    prose = [line for line in header if not line.startswith(("column:", "materialized"))]
    return AssetSpec(
        name,
        deps=sorted({asset_of(table) for table in view_inputs(name)} - {"runs"}),
        description=" ".join(prose).strip(),
        group_name=GROUP,
        kinds={"sql", "duckdb"},
        owners=OWNERS,
        tags={"layer": "views"},
    )


@multi_asset(
    specs=[_spec(name) for name in view_order()],
    check_specs=check_specs(view_order()),
    can_subset=True,
)
def views(
    context: AssetExecutionContext, work: WarehouseResource
) -> Iterator[MaterializeResult[Any]]:
    """Make the chosen views, each after those that it reads."""
    chosen = {key.to_user_string() for key in context.selected_asset_keys}
    for name in view_order():
        if name not in chosen:
            continue
        metadata: dict[str, Any] = {}
        with timed(metadata):
            made = refresh_view(work.warehouse, name)
        described = view_metadata(work.warehouse, name, sql_text("views", name))
        yield MaterializeResult(
            asset_key=name,
            metadata={**described, **metadata, "made_anew": made},
            check_results=check_results(work.warehouse, name),
        )
