"""How an asset of a stage looks to Dagster: specs and results, the same for every stage.

Belongs here: names, kinds, owners, descriptions, and the shape of a result. Does not belong here:
which function a stage calls.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dagster import AssetSpec, MaterializeResult

from assets.metadata import column_schema, table_metadata
from pipeline.versions import code_version
from pipeline.warehouse import Warehouse, tables_comments

OWNERS = ["team:newsroom-data"]
GROUP = "crossclaim"  # one group, since the UI folds several into boxes that hide the graph
# Tables that an asset of another name writes, so that what reads them depends on that asset.
WRITTEN_BY = {
    "rejected_documents": "raw_documents",
    "input_files": "raw_documents",
    "sources": "documents",
    "document_sources": "documents",
    "text_map": "documents",
    "text_blocks": "documents",
    "omitted_passages": "documents",
    "boilerplate_lines": "documents",
    "upstream_credits": "document_origins",
    "origins": "claim_origins",
    "document_stories": "stories",
    "review_overrides": "claim_relations",
    "audit_verdicts": "claim_relations",
    "claim_propositions": "propositions",
}


def asset_of(table: str) -> str:
    """The asset that writes a table."""
    return WRITTEN_BY.get(table, table)


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
    """One result a table: row count and preview, and what the stage itself has to say."""
    for table in tables:
        yield MaterializeResult(
            asset_key=table, metadata={**table_metadata(warehouse, table), **metadata}
        )
