"""Assets that look across documents: who copied, what is one story, what agrees, where it came from.

Belongs here: one asset a stage of `pipeline.across`. Does not belong here: any reshaping of rows.
"""

from collections.abc import Callable, Iterator
from typing import Any

from dagster import AssetsDefinition, MaterializeResult, multi_asset

from assets.checks import check_specs
from assets.metadata import timed
from assets.resources import WarehouseResource
from assets.stages import results, stage_spec
from pipeline import across
from pipeline.settings import Settings
from pipeline.warehouse import Warehouse

Work = Callable[[Warehouse, Settings], bool]


def _stage(*tables: str, layer: str, deps: list[str], refresh: Work) -> AssetsDefinition:
    """The asset of one stage, named after its first table."""
    stage = tables[0]

    @multi_asset(
        name=stage,
        specs=[stage_spec(table, stage=stage, layer=layer, deps=deps) for table in tables],
        check_specs=check_specs(tables),
    )
    def one(work: WarehouseResource) -> Iterator[MaterializeResult[Any]]:
        metadata: dict[str, Any] = {}
        with timed(metadata):
            changed = refresh(work.warehouse, work.settings)
        yield from results(work.warehouse, tables, {**metadata, "made_anew": changed})

    return one


def agreement_assets() -> list[AssetsDefinition]:
    """Every asset across documents, in the order of the data."""
    return [
        _stage(
            "reuse_spans",
            layer="independence",
            deps=["sentences"],
            refresh=lambda warehouse, _: across.find_reuse_spans(warehouse),
        ),
        _stage(
            "document_origins",
            layer="independence",
            deps=["reuse_spans", "claims", "attributions"],
            refresh=lambda warehouse, _: across.trace_document_origins(warehouse),
        ),
        _stage(
            "stories",
            layer="agreement",
            deps=["sentences"],
            refresh=lambda warehouse, _: across.group_stories(warehouse),
        ),
        _stage(
            "claim_relations",
            layer="agreement",
            deps=["claims", "attributions", "quantities", "entities", "stories"],
            refresh=across.relate_claims,
        ),
        _stage(
            "propositions",
            "questions",
            layer="agreement",
            deps=["claim_relations"],
            refresh=lambda warehouse, _: across.group_propositions(warehouse),
        ),
        _stage(
            "claim_origins",
            layer="independence",
            deps=["document_origins", "claims", "attributions"],
            refresh=lambda warehouse, _: across.trace_claim_origins(warehouse),
        ),
        _stage(
            "source_dependence",
            layer="independence",
            deps=["claim_origins", "propositions"],
            refresh=lambda warehouse, _: across.estimate_source_dependence(warehouse),
        ),
    ]
