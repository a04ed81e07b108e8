"""Assets that look at one document at a time: raw bytes, clean text, sentences, claims.

Belongs here: read, call the pipeline, report. Does not belong here: any reshaping of rows.
"""

from collections.abc import Iterator
from typing import Any

from dagster import AssetExecutionContext, Failure, MaterializeResult, multi_asset

from assets.checks import check_specs
from assets.metadata import timed
from assets.resources import WarehouseResource
from assets.stages import results, stage_spec
from pipeline import incremental, intake
from pipeline.across import refresh_sources
from pipeline.reading.folder import InputFolderError

Results = Iterator[MaterializeResult[Any]]
CLAIM_TABLES = ("claims", "attributions", "quantities", "entities")


@multi_asset(
    specs=[stage_spec("raw_documents", stage="reading", layer="corpus")],
    check_specs=check_specs(["raw_documents"]),
)
def raw_documents(context: AssetExecutionContext, work: WarehouseResource) -> Results:
    """Read what is new or changed in the input folder."""
    metadata: dict[str, Any] = {"input_folder": str(work.settings.input_folder)}
    with timed(metadata):
        try:
            intake_result = intake.read_input(work.warehouse, work.settings)
        except InputFolderError as error:
            raise Failure(str(error)) from error
    context.log.info("%s", intake_result)
    metadata |= {
        "files_in_folder": intake_result.files,
        "files_read": intake_result.read,
        "rejected_in_this_run": intake_result.rejected,
        "retired_in_this_run": intake_result.retired,
    }
    yield from results(work.warehouse, ["raw_documents"], metadata)


@multi_asset(
    specs=[stage_spec("documents", stage="documents", layer="corpus", deps=["raw_documents"])],
    check_specs=check_specs(["documents"]),
)
def documents(context: AssetExecutionContext, work: WarehouseResource) -> Results:
    """Clean every raw document that is due, then name the sources."""
    metadata: dict[str, Any] = {}
    with timed(metadata):
        count = incremental.clean_documents(work.warehouse, work.settings)
        refresh_sources(work.warehouse, work.settings)
    context.log.info("%s", count)
    metadata |= {"documents_done": count.done, "rejected_in_this_run": count.rejected}
    yield from results(work.warehouse, ["documents"], metadata)


@multi_asset(
    specs=[stage_spec("sentences", stage="sentences", layer="corpus", deps=["documents"])],
    check_specs=check_specs(["sentences"]),
)
def sentences(context: AssetExecutionContext, work: WarehouseResource) -> Results:
    """Split every document that is due."""
    metadata: dict[str, Any] = {}
    with timed(metadata):
        count = incremental.split_documents(work.warehouse, work.settings)
    context.log.info("%s", count)
    metadata |= {"documents_done": count.done}
    yield from results(work.warehouse, ["sentences"], metadata)


@multi_asset(
    specs=[
        stage_spec(table, stage="claims", layer="claims", deps=["sentences"])
        for table in CLAIM_TABLES
    ],
    check_specs=check_specs(CLAIM_TABLES),
)
def claims(context: AssetExecutionContext, work: WarehouseResource) -> Results:
    """Extract who says what, with numbers and times, from every document that is due."""
    metadata: dict[str, Any] = {}
    with timed(metadata):
        count = incremental.extract_claims(work.warehouse, work.settings)
    context.log.info("%s", count)
    metadata |= {"documents_done": count.done, "rejected_in_this_run": count.rejected}
    yield from results(work.warehouse, CLAIM_TABLES, metadata)
