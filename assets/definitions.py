"""What Dagster loads: wiring only."""

from dagster import Definitions

from assets.agreement import agreement_assets
from assets.automation import everything, new_files_sensor, nightly
from assets.corpus import claims, documents, raw_documents, sentences
from assets.executor import publishing_executor
from assets.report import report
from assets.resources import WarehouseResource
from assets.views import views

defs = Definitions(
    assets=[
        raw_documents,
        documents,
        sentences,
        claims,
        *agreement_assets(),
        views,
        report,
    ],
    jobs=[everything],
    schedules=[nightly],
    sensors=[new_files_sensor()],
    resources={"work": WarehouseResource()},
    executor=publishing_executor,
)
