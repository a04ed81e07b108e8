"""Erasing a document: its revisions and every row that came from it, from all files that hold them.

Belongs here: what has to go, in which order, and what a person must still do by hand. Does not belong
here: how the stages across documents group what is left.

    python -m pipeline.forget SHA256     (make forget SHA=…)
"""

import re
import shutil
import sys
from datetime import UTC, datetime

import polars as pl

from pipeline import across
from pipeline.audit import FILE_NAME as AUDIT_FILE
from pipeline.publishing import publish_run
from pipeline.reading.read import file_of
from pipeline.report.build import write_report
from pipeline.settings import Settings
from pipeline.views import refresh_view, view_order
from pipeline.warehouse import Warehouse, rewrite_file

SHA256 = re.compile(r"[0-9a-f]{64}")


class UnknownDocumentError(ValueError):
    """No raw item with this hash was ever read or rejected."""


def forget(settings: Settings, sha256: str) -> list[str]:
    """Erase the documents with these bytes and all revisions at their paths; gives those paths.

    What is left is grouped anew, the work file is written anew (a deleted row may stay in a file's
    free blocks) and so are the published file and the page; exports and audit sheets are removed.
    Raises UnknownDocumentError where there is none, WarehouseBusyError where another run is writing.
    """
    warehouse = Warehouse.open(settings.work_file, settings.lock_wait_seconds)
    try:
        paths = warehouse.query("forgotten_paths", {"sha256": sha256}).get_column("path").to_list()
        if not paths:
            raise UnknownDocumentError(f"No document with content_sha256 {sha256} is known.")
        _delete(warehouse, paths)
        _group_anew(warehouse, settings)
    finally:
        warehouse.close()
    rewrite_file(settings.work_file)
    for leftover in (settings.data_folder / "export", settings.data_folder / AUDIT_FILE):
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink(missing_ok=True)
    warehouse = Warehouse.open(settings.work_file, settings.lock_wait_seconds)
    try:
        for name in view_order():
            refresh_view(warehouse, name)
        if settings.report_folder.exists():
            write_report(warehouse, settings.report_folder)
        publish_run(warehouse, settings, f"forget {datetime.now(UTC):%Y-%m-%dT%H:%M:%S}")
    finally:
        warehouse.close()
    return paths


def _delete(warehouse: Warehouse, paths: list[str]) -> None:
    forgotten = pl.DataFrame({"path": paths}, schema={"path": pl.String})
    removed = warehouse.query("forgotten_documents", forgotten=forgotten)
    with warehouse.transaction():
        warehouse.run("forget_verdicts", removed=removed)
        for name in ("delete_claims", "delete_sentences", "delete_documents"):
            warehouse.run(name, removed=removed)
        warehouse.run("forget_documents", removed=removed, forgotten=forgotten)


def _group_anew(warehouse: Warehouse, settings: Settings) -> None:
    across.refresh_sources(warehouse, settings)
    across.find_reuse_spans(warehouse)
    across.trace_document_origins(warehouse)
    across.group_stories(warehouse)
    across.relate_claims(warehouse, settings)
    across.group_propositions(warehouse)
    across.trace_claim_origins(warehouse)
    across.estimate_source_dependence(warehouse)


def main(arguments: list[str]) -> int:
    """Erase, then say what only a person can erase."""
    if len(arguments) != 1 or not SHA256.fullmatch(arguments[0]):
        print(
            "usage: python -m pipeline.forget CONTENT_SHA256 (64 hexadecimal digits)",
            file=sys.stderr,
        )
        return 2
    settings = Settings.from_environment()
    try:
        paths = forget(settings, arguments[0])
    except UnknownDocumentError as error:
        print(error, file=sys.stderr)
        return 1
    print("Forgotten, with all revisions: " + ", ".join(paths))
    present = [path for path in paths if (settings.input_folder / file_of(path)).exists()]
    for path in present:
        print(
            f"{settings.input_folder / file_of(path)} is still there: remove it, or the next run reads it."
        )
    print(
        "Not touched: lines of crossclaim-*.csv in the input folder that quote it, and the previews in "
        f"Dagster's history under {settings.data_folder / 'dagster'}."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
