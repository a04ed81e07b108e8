"""What the code location promises before anything runs."""

import pytest
from dagster import (
    AssetKey,
    DagsterInstance,
    DefaultScheduleStatus,
    DefaultSensorStatus,
    SensorResult,
    build_sensor_context,
)

from assets.automation import folder_state
from assets.definitions import defs
from pipeline.checks import read_check
from pipeline.settings import Settings
from pipeline.views import view_order
from pipeline.warehouse import sql_names, table_schemas

STAGES = {
    *(
        "raw_documents",
        "documents",
        "sentences",
        "claims",
        "attributions",
        "quantities",
        "entities",
    ),
    *("reuse_spans", "document_origins", "stories", "claim_relations", "propositions", "questions"),
    *("claim_origins", "source_dependence"),
}
VIEWS = {
    *("source_coverage", "shared_questions", "source_agreement", "proposition_support"),
    *("disagreements", "not_found_in", "upstream_sources", "quantity_timeline", "claim_history"),
}
SPECS = {spec.key.to_user_string(): spec for spec in defs.resolve_all_asset_specs()}


def test_there_is_one_asset_for_each_stage_and_view() -> None:
    assert set(SPECS) >= STAGES | VIEWS
    assert set(SPECS) - STAGES - {"report"} == set(view_order())


@pytest.mark.parametrize("name", sorted(SPECS))
def test_an_asset_says_what_it_is_and_who_keeps_it(name: str) -> None:
    spec = SPECS[name]
    assert spec.description
    assert spec.kinds
    assert spec.owners
    assert spec.tags


@pytest.mark.parametrize("name", sorted(STAGES))
def test_a_stage_shows_its_columns_with_comments(name: str) -> None:
    columns = SPECS[name].metadata["dagster/column_schema"].columns
    assert [column.name for column in columns] == list(table_schemas()[name])
    assert all(column.description for column in columns)


def test_views_come_after_what_they_read() -> None:
    disagreements = {dep.asset_key for dep in SPECS["disagreements"].deps}
    assert AssetKey("claim_relations") in disagreements


def test_each_check_hangs_on_its_asset_and_blocks_where_data_would_be_wrong() -> None:
    graph = defs.resolve_asset_graph()
    names = {key.name for key in graph.asset_check_keys}
    assert names == set(sql_names("checks"))
    blocking = {name for name in names if read_check(name).severity == "error"}
    assert blocking
    for key in graph.asset_check_keys:
        assert graph.get(key).blocking == (key.name in blocking)


def test_schedule_and_sensor_run_by_default() -> None:
    assert defs.resolve_schedule_def("nightly").default_status == DefaultScheduleStatus.RUNNING
    assert defs.resolve_sensor_def("new_files").default_status == DefaultSensorStatus.RUNNING


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSCLAIM_INPUT", str(tmp_path))
    (tmp_path / "one.txt").write_text("A first file.", encoding="utf-8")
    return tmp_path


def ask_sensor(cursor: str | None) -> SensorResult:
    with DagsterInstance.ephemeral() as instance:
        context = build_sensor_context(instance=instance, cursor=cursor)
        return defs.resolve_sensor_def("new_files").evaluate_tick(context)


def test_the_sensor_asks_for_a_run_when_a_file_appears_and_then_rests(folder) -> None:
    first = ask_sensor(None)
    assert len(first.run_requests) == 1
    again = ask_sensor(first.cursor)
    assert not again.run_requests
    assert "nothing new" in again.skip_message
    (folder / "two.txt").write_text("A second file.", encoding="utf-8")
    assert len(ask_sensor(first.cursor).run_requests) == 1


def test_a_settings_file_counts_as_something_new(folder) -> None:
    before = folder_state(Settings.from_environment())
    (folder / "crossclaim-sources.csv").write_text(
        "glob,source\n*,The Harbour Post\n", encoding="utf-8"
    )
    assert folder_state(Settings.from_environment()) != before


def test_the_sensor_says_so_where_the_folder_is_missing(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("CROSSCLAIM_INPUT", str(tmp_path / "gone"))
    tick = ask_sensor(None)
    assert not tick.run_requests
    assert "gone" in tick.skip_message
