"""One asset for each view of `sql/views`.

Belongs here: nothing but the wiring. Does not belong here: what a view says (that is its SQL).
"""

from typing import Any

from dagster import AssetsDefinition, MaterializeResult, asset

from assets.metadata import timed, view_metadata
from assets.resources import WarehouseResource
from assets.stages import GROUP, OWNERS, asset_of
from pipeline.views import refresh_view, view_inputs, view_order
from pipeline.warehouse import header_of, sql_text


def _view(name: str) -> AssetsDefinition:
    text = sql_text("views", name)
    prose = [line for line in header_of(text) if not line.startswith(("column:", "materialized"))]

    @asset(
        name=name,
        deps=sorted({asset_of(table) for table in view_inputs(name)} - {"runs"}),
        description=" ".join(prose).strip(),
        group_name=GROUP,
        kinds={"sql", "duckdb"},
        owners=OWNERS,
        tags={"layer": "views"},
    )
    def view(work: WarehouseResource) -> MaterializeResult[Any]:
        metadata: dict[str, Any] = {}
        with timed(metadata):
            made = refresh_view(work.warehouse, name)
        return MaterializeResult(
            metadata={**view_metadata(work.warehouse, name, text), **metadata, "made_anew": made}
        )

    return view


def view_assets() -> list[AssetsDefinition]:
    """Every view, each after those that it reads."""
    return [_view(name) for name in view_order()]
