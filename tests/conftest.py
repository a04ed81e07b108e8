"""What tests of several rooms share: an empty warehouse, and a folder's whole way without Dagster."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from pipeline import across, incremental, intake
from pipeline.publishing import publish_run
from pipeline.settings import Settings
from pipeline.warehouse import Warehouse

# A CI server judges the change, not the luck of the draw; on a desk every run tries new cases.
hypothesis_settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    hypothesis_settings.load_profile("ci")


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    """An empty warehouse in memory."""
    one = Warehouse.in_memory()
    yield one
    one.close()


def run_everything(settings: Settings, run_id: str = "test") -> Path:
    """Every stage over the input folder, then publishing; gives the published file."""
    warehouse = Warehouse.open(settings.work_file, settings.lock_wait_seconds)
    try:
        intake.read_input(warehouse, settings)
        incremental.clean_documents(warehouse, settings)
        across.refresh_sources(warehouse, settings)
        incremental.split_documents(warehouse, settings)
        incremental.extract_claims(warehouse, settings)
        across.find_reuse_spans(warehouse)
        across.trace_document_origins(warehouse)
        across.group_stories(warehouse)
        across.relate_claims(warehouse, settings)
        across.group_propositions(warehouse)
        across.trace_claim_origins(warehouse)
        across.estimate_source_dependence(warehouse)
        publish_run(warehouse, settings, run_id)
    finally:
        warehouse.close()
    return settings.published_file


@pytest.fixture(scope="session")
def whole_run() -> Callable[..., Path]:
    """`run_everything`, for tests that make their own folders."""
    return run_everything
