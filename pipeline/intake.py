"""From the input folder to `raw_documents`: only what changed is read, nothing is lost.

Belongs here: comparing the folder with what the warehouse knows, and the guards against losing it.
Does not belong here: formats (they are in `reading`).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from pipeline.families import read_families
from pipeline.manifest import Manifest
from pipeline.overrides import verdicts_of_folder
from pipeline.progress import Progress
from pipeline.reading.fields import FieldNames, FieldSettings
from pipeline.reading.folder import InputFile, InputFolderError, list_folder
from pipeline.reading.formats import holds_records
from pipeline.reading.read import file_of, read_file
from pipeline.records import RawDocument, Rejection
from pipeline.settings import Settings
from pipeline.versions import code_version
from pipeline.warehouse import Warehouse, table_schemas
from pipeline.workers import Failure, map_batches

FILES_A_BATCH = 64
BYTES_A_BATCH = 8 * 2**20
SMALLEST_FOLDER = 2  # of a folder of one file, that one may be replaced


@dataclass(frozen=True, slots=True)
class Intake:
    """What one look at the input folder gave."""

    files: int
    read: int
    documents: int
    rejected: int
    retired: int


@dataclass(frozen=True, slots=True)
class _FileResult:
    file: InputFile
    sha256: str
    documents: list[RawDocument]
    rejections: list[Rejection]


@dataclass(frozen=True, slots=True)
class _FileTask:
    file: InputFile
    settings: Settings
    names: FieldNames


def read_batch(tasks: Sequence[_FileTask]) -> list[_FileResult]:
    """Every raw document and rejection of a batch of files."""
    results = []
    for task in tasks:
        found = list(read_file(task.file, task.settings, task.names))
        documents = [item for item in found if isinstance(item, RawDocument)]
        rejections = [item for item in found if isinstance(item, Rejection)]
        results.append(_FileResult(task.file, "", documents, rejections))
    return results


def read_input(warehouse: Warehouse, settings: Settings) -> Intake:
    """Bring `raw_documents` and `rejected_documents` up to the state of the input folder.

    Raises InputFolderError where the folder is missing, or where more than half of the files that
    were read before are gone and removals are not allowed, and a ValueError of its own kind where a
    settings file cannot be read, also one that only a later stage needs; nothing is changed then.
    """
    files, refused = list_folder(settings.input_folder)
    for read in (Manifest.read, read_families, verdicts_of_folder):
        read(settings.input_folder)
    _guard_removals(warehouse, files, settings)
    moment = pl.DataFrame({"seen_at": [datetime.now(UTC).replace(tzinfo=None)]})
    fields_of = FieldSettings.read(settings.input_folder)
    due = _changed_files(warehouse, files, fields_of)
    documents = rejected = 0
    progress = Progress("reading files", len(due))
    for results in _read(due, settings, fields_of):
        documents += sum(len(result.documents) for result in results)
        rejected += sum(len(result.rejections) for result in results)
        _store(warehouse, results, fields_of, moment)
        progress.advance(len(results))
    retired = _retire(warehouse, files)
    _record_refused(warehouse, refused, moment)
    if warehouse.changed:
        warehouse.run("touch_documents", moment=moment)
    return Intake(len(files), len(due), documents, rejected + len(refused), retired)


def _guard_removals(warehouse: Warehouse, files: list[InputFile], settings: Settings) -> None:
    known = {path for (path,) in warehouse.rows("SELECT path FROM input_files")}
    gone = known - {file.path for file in files}
    if settings.allow_removals or len(known) < SMALLEST_FOLDER or 2 * len(gone) <= len(known):
        return
    raise InputFolderError(
        f"{len(gone)} of the {len(known)} files read before are gone from {settings.input_folder}. "
        "That looks like the wrong folder or an unmounted disk, so nothing was retired. "
        "If it is meant, run again with ALLOW_REMOVALS=1; to keep another collection, set another DATA."
    )


def _reader_version(path: str, fields_of: FieldSettings) -> str:
    """What the items of a file depend on beside its bytes: code, and names of fields in records."""
    names = fields_of.names_for(path).fingerprint() if holds_records(path) else ""
    return f"{code_version('reading')} {names}".rstrip()


def _changed_files(
    warehouse: Warehouse, files: list[InputFile], fields_of: FieldSettings
) -> list[InputFile]:
    known = {
        path: stamp
        for path, *stamp in warehouse.rows(
            "SELECT path, byte_size, modified_ns, reader_version FROM input_files"
        )
    }
    again = {
        file_of(path)
        for (path,) in warehouse.rows(
            "SELECT path FROM rejected_documents WHERE is_current AND stage = 'reading' "
            "AND attempts < 3 AND reason IN ('vanished', 'unreadable', 'timeout', 'crashed')"
        )
    }
    return [
        file
        for file in files
        if file.path in again
        or known.get(file.path)
        != [file.byte_size, file.modified_ns, _reader_version(file.path, fields_of)]
    ]


def _read(
    due: list[InputFile], settings: Settings, fields_of: FieldSettings
) -> Iterator[list[_FileResult]]:
    """The results of every due file, batch by batch, in the order of the files."""
    if not due:
        return
    small = replace(settings, workers=min(settings.workers, 1 + len(due) // FILES_A_BATCH))
    for _, answers, failures in map_batches(read_batch, _batches(due, settings, fields_of), small):
        results = [result for answer in answers for result in answer]
        yield results + [_failed(failure) for failure in failures]


def _batches(
    due: list[InputFile], settings: Settings, fields_of: FieldSettings
) -> Iterator[list[_FileTask]]:
    batch: list[_FileTask] = []
    size = 0
    for file in due:
        if batch and (len(batch) >= FILES_A_BATCH or size + file.byte_size > BYTES_A_BATCH):
            yield batch
            batch, size = [], 0
        batch.append(_FileTask(file, settings, fields_of.names_for(file.path)))
        size += file.byte_size
    if batch:
        yield batch


def _failed(failure: Failure[_FileTask]) -> _FileResult:
    file = failure.item.file
    rejection = Rejection(file.path, "", "reading", failure.reason, failure.detail)  # type: ignore[arg-type]
    return _FileResult(file, "", [], [rejection])


def _store(
    warehouse: Warehouse,
    results: list[_FileResult],
    fields_of: FieldSettings,
    moment: pl.DataFrame,
) -> None:
    documents = [document for result in results for document in result.documents]
    rejections = [rejection for result in results for rejection in result.rejections]
    read_files = {result.file.path for result in results}
    known_paths = warehouse.rows("SELECT path FROM raw_documents WHERE is_current")
    changed = [path for (path,) in known_paths if file_of(path) in read_files]
    incoming = _raw_frame(documents)
    stamps = pl.DataFrame(
        {
            "path": [result.file.path for result in results],
            "byte_size": [result.file.byte_size for result in results],
            "modified_ns": [result.file.modified_ns for result in results],
            "reader_version": [_reader_version(result.file.path, fields_of) for result in results],
        }
    )
    with warehouse.transaction():
        warehouse.run(
            "record_documents",
            incoming=incoming,
            changed_paths=pl.DataFrame({"path": changed}, schema={"path": pl.String}),
            moment=moment,
        )
        warehouse.run("retire_rejections", reread=pl.DataFrame({"file": sorted(read_files)}))
        record_rejections(warehouse, rejections, "reading", moment)
        warehouse.run("record_files", stamps=stamps)


def _raw_frame(documents: list[RawDocument]) -> pl.DataFrame:
    """The documents as rows of `raw_documents`, without the columns that tell when they were seen."""
    names = [field.name for field in fields(RawDocument)]
    values = {name: [getattr(document, name) for document in documents] for name in names}
    values["hints"] = [_hints_json(document) for document in documents]
    schema = table_schemas()["raw_documents"]
    return pl.DataFrame(values, schema={name: schema[name] for name in names})


def _hints_json(document: RawDocument) -> str | None:
    if not document.hints:
        return None
    return json.dumps(document.hints, ensure_ascii=False, sort_keys=True)


def record_rejections(
    warehouse: Warehouse, rejections: list[Rejection], code_of: str, moment: pl.DataFrame
) -> None:
    """Write rejections with the code version of the stage that made them."""
    if not rejections:
        return
    columns = ("path", "content_sha256", "stage", "reason", "detail")
    rejected = pl.DataFrame(
        {name: [getattr(rejection, name) for rejection in rejections] for name in columns},
        schema=dict.fromkeys(columns, pl.String),
    ).with_columns(code_version=pl.lit(code_version(code_of)))
    warehouse.run("record_rejections", rejected=rejected, moment=moment)


def _retire(warehouse: Warehouse, files: list[InputFile]) -> int:
    present = {file.path for file in files}
    current = warehouse.rows("SELECT path FROM raw_documents WHERE is_current")
    gone = [(path, file_of(path)) for (path,) in current if file_of(path) not in present]
    known = warehouse.rows("SELECT path FROM input_files")
    gone += [(path, path) for (path,) in known if path not in present]
    if not gone:
        return 0
    frame = pl.DataFrame(gone, schema={"path": pl.String, "file": pl.String}, orient="row")
    with warehouse.transaction():
        warehouse.run("retire_documents", gone=frame)
        warehouse.run("retire_rejections", reread=frame.select("file").unique(maintain_order=True))
    return frame.get_column("file").n_unique()


def _record_refused(warehouse: Warehouse, refused: list[Rejection], moment: pl.DataFrame) -> None:
    """Links that lead out: written only where they are new, so that nothing changes without cause."""
    known = {
        path
        for (path,) in warehouse.rows(
            "SELECT path FROM rejected_documents WHERE is_current AND stage = 'reading'"
        )
    }
    new = [rejection for rejection in refused if rejection.path not in known]
    record_rejections(warehouse, new, "reading", moment)


def settings_file(settings: Settings, name: str) -> Path | None:
    """The settings file of this name at the top of the input folder, where it is there."""
    file = settings.input_folder / name
    return file if file.is_file() else None
