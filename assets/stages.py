"""How an asset of a stage looks to Dagster: specs and results, the same for every stage.

Belongs here: names, kinds, owners, descriptions, and the shape of a result. Does not belong here:
which function a stage calls.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dagster import AssetSpec, MaterializeResult

from assets.checks import check_results
from assets.metadata import column_schema, table_metadata
from pipeline.versions import code_version
from pipeline.warehouse import Warehouse, tables_comments

OWNERS = ["team:newsroom-data"]
GROUP = "crossclaim"  # one group, since the UI folds several into boxes that hide the graph


def stage_spec(table: str, *, stage: str, layer: str, deps: Iterable[str] = ()) -> AssetSpec:
    """The spec of a table that a stage writes; its description and columns are the DDL's comments."""
    return AssetSpec(
        table,
        deps=list(deps),
        description=tables_comments().get((table, None)),
        metadata={"dagster/column_schema": column_schema(table), "dagster/table_name": table},
        group_name=GROUP,
        kinds={"python", "duckdb"},
        owners=OWNERS,
        tags={"layer": layer},
        code_version=code_version(stage),
    )


def results(
    warehouse: Warehouse, tables: Iterable[str], metadata: Mapping[str, Any]
) -> Iterator[MaterializeResult[Any]]:
    """One result a table: row count, preview, checks, and what the stage itself has to say."""
    for table in tables:
        yield MaterializeResult(
            asset_key=table,
            metadata={**table_metadata(warehouse, table), **metadata},
            check_results=check_results(warehouse, table),
        )
