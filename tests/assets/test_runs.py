"""Real Dagster runs of the job for everything, and of parts of it."""

import shutil
from pathlib import Path

import duckdb
import pytest
from dagster import DagsterInstance, execute_job, reconstructable

from assets.run import QUIET, everything_job
from pipeline.warehouse import Warehouse, sql_names

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "corpus"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    root = tmp_path_factory.mktemp("dagster")
    folder = root / "input"
    shutil.copytree(EXAMPLES / "quayside", folder / "quayside")
    shutil.copy(EXAMPLES / "crossclaim-sources.csv", folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSCLAIM_INPUT", str(folder))
        patch.setenv("CROSSCLAIM_DATA", str(root / "data"))
        patch.setenv("CROSSCLAIM_LOCK_WAIT_SECONDS", "0.5")
        yield root


@pytest.fixture(scope="module")
def instance():
    with DagsterInstance.ephemeral() as one:
        yield one


def run(instance, assets: list[str] | None = None):
    return execute_job(
        reconstructable(everything_job),
        instance=instance,
        run_config=QUIET,
        raise_on_error=False,
        asset_selection=None if assets is None else [_key(name) for name in assets],
    )


def _key(name: str):
    from dagster import AssetKey

    return AssetKey(name)


def ask(place: Path, sql: str):
    with duckdb.connect(str(place / "data" / "crossclaim.duckdb"), read_only=True) as published:
        return published.execute(sql).fetchall()


@pytest.fixture(scope="module")
def first_run(place, instance):
    return run(instance)


def test_a_run_succeeds_and_publishes(place, first_run) -> None:
    assert first_run.success
    assert ask(place, "SELECT documents, rejected FROM runs") == [(4, 0)]
    assert ask(place, "SELECT count(*) > 0 FROM claims") == [(True,)]
    assert ask(place, "SELECT count(*) > 0 FROM proposition_support") == [(True,)]


def test_every_asset_reports_rows_and_a_preview(place, first_run) -> None:
    events = first_run.get_asset_materialization_events()
    assert len(events) > 20
    for event in events:
        metadata = event.materialization.metadata
        if event.asset_key != _key("report"):
            assert {"dagster/row_count", "preview", "seconds"} <= set(metadata), event.asset_key
        if event.asset_key.to_user_string() in sql_names("doubtful"):
            assert metadata["doubtful"].value.startswith("| "), event.asset_key
    assert (place / "data" / "report" / "index.html").is_file()


def test_every_check_was_asked(first_run) -> None:
    evaluations = first_run.get_asset_check_evaluations()
    assert len(evaluations) > 5
    assert all(evaluation.passed for evaluation in evaluations)


def test_a_second_run_publishes_nothing_new(place, instance, first_run) -> None:
    before = (place / "data" / "crossclaim.duckdb").stat().st_mtime_ns
    assert run(instance).success
    assert (place / "data" / "crossclaim.duckdb").stat().st_mtime_ns == before
    assert ask(place, "SELECT count(*) FROM runs") == [(1,)]


def test_a_run_of_one_asset_publishes_too(place, instance, first_run) -> None:
    extra = place / "input" / "extra.txt"
    extra.write_text(
        "Ferry service resumes\n\nThe ferry to Saltholm resumed on Friday after nine days, the "
        "harbour master said. “We have repaired both ramps,” Ines Roake told reporters.\n",
        encoding="utf-8",
    )
    assert run(instance, ["raw_documents"]).success
    assert ask(place, "SELECT count(*) FROM raw_documents WHERE is_current") == [(5,)]
    assert run(instance).success
    assert ask(place, "SELECT count(*) FROM documents") == [(5,)]


def test_a_missing_folder_fails_the_run_and_retires_nothing(place, instance, first_run) -> None:
    folder = place / "input"
    folder.rename(place / "elsewhere")
    try:
        result = run(instance)
        assert not result.success
        assert "input" in str(
            [event.message for event in result.all_events if event.is_step_failure]
            + [
                event.step_failure_data.error.to_string()
                for event in result.all_events
                if event.is_step_failure
            ]
        )
        assert ask(place, "SELECT count(*) > 3 FROM raw_documents WHERE is_current") == [(True,)]
    finally:
        (place / "elsewhere").rename(folder)


def test_a_second_run_waits_for_the_file_then_says_so(place, instance, first_run, tmp_path) -> None:
    import subprocess
    import sys

    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import duckdb, sys, time; c = duckdb.connect(sys.argv[1]); print('held', flush=True); time.sleep(60)",
            str(place / "data" / "work" / "warehouse.duckdb"),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout.readline().strip() == "held"
        result = run(instance)
        assert not result.success
    finally:
        holder.kill()
        holder.wait()


def test_a_failing_blocking_check_keeps_the_published_file(place, instance, first_run) -> None:
    with duckdb.connect(str(place / "data" / "work" / "warehouse.duckdb")) as work:
        work.execute("UPDATE sentences SET text = text || '!' WHERE ordinal = 0")
        work.execute("DELETE FROM stage_inputs WHERE stage = 'published' OR stage LIKE 'check %'")
    before = (place / "data" / "crossclaim.duckdb").stat().st_mtime_ns
    assert not run(instance).success
    assert not run(instance, ["source_coverage"]).success
    assert (place / "data" / "crossclaim.duckdb").stat().st_mtime_ns == before


def test_a_work_file_of_another_schema_is_rebuilt_from_its_raw_documents(tmp_path) -> None:
    file = tmp_path / "warehouse.duckdb"
    old = Warehouse.open(file)
    old.execute(
        "INSERT INTO raw_documents (document_id, path, content, is_current) VALUES ('d', 'a.txt', 'A', true)"
    )
    old.execute("ALTER TABLE claims DROP COLUMN tense")
    old.execute(
        "CREATE OR REPLACE VIEW crossclaim.schema_version AS SELECT 'older' AS schema_version"
    )
    old.close()
    rebuilt = Warehouse.open(file)
    assert rebuilt.rows("SELECT path FROM raw_documents") == [("a.txt",)]
    assert rebuilt.rows(
        "SELECT count(*) FROM duckdb_columns() WHERE table_name = 'claims' AND column_name = 'tense'"
    ) == [(1,)]
    rebuilt.close()
