"""The page that people look at, as an asset.

Belongs here: the wiring. Does not belong here: what the page shows (`pipeline.report`).
"""

from hashlib import sha256
from typing import Any

from dagster import MaterializeResult, MetadataValue, asset

from assets.metadata import timed
from assets.resources import WarehouseResource
from assets.stages import GROUP, OWNERS
from pipeline.fingerprints import state_of
from pipeline.report.build import write_report
from pipeline.versions import whole_code_version
from pipeline.views import view_order


@asset(
    deps=[*view_order(), "document_origins", "stories", "claim_relations", "claim_origins"],
    group_name=GROUP,
    kinds={"html"},
    owners=OWNERS,
    tags={"layer": "report"},
    description="A page that opens from disk: stories, answers by origin, disagreements, receipts.",
)
def report(work: WarehouseResource) -> MaterializeResult[Any]:
    """Write the page where anything that it shows has changed."""
    warehouse, folder = work.warehouse, work.settings.report_folder
    state = sha256(f"{state_of(warehouse)} {whole_code_version()}".encode()).hexdigest()
    metadata: dict[str, Any] = {"made_anew": False}
    index = folder / "index.html"
    if warehouse.recorded_input("report") != state or not index.is_file():
        with timed(metadata):
            summary = write_report(warehouse, folder)
        warehouse.record_input("report", state)
        metadata |= {
            "made_anew": True,
            "stories": summary.stories,
            "sources": summary.sources,
            "documents": summary.documents,
            "disagreements": summary.disagreements,
            "megabytes": round(summary.bytes_written / 2**20, 1),
        }
    return MaterializeResult(metadata={**metadata, "page": MetadataValue.path(str(index))})
