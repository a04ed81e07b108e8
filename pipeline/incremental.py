"""The text stages, incremental: each takes only the documents that it does not hold yet.

Belongs here: what is due, batches, storing in bounded steps, fingerprints. Does not belong here: what
a stage makes of a document.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import polars as pl

from pipeline.intake import record_rejections
from pipeline.manifest import Manifest
from pipeline.progress import Progress
from pipeline.records import Rejection
from pipeline.settings import Settings
from pipeline.stages import RawItem, StageRows, TextItem, claim_batch, clean_batch, split_batch
from pipeline.versions import code_version
from pipeline.warehouse import Warehouse
from pipeline.workers import Failure, map_batches, stop_idle_workers

DOCUMENTS_A_BATCH = 48
BYTES_A_BATCH = 400_000  # balanced batches: about 50 articles, or one long page
BATCHES_A_COMMIT = 8


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many documents a stage did in this run, and how many of those failed."""

    done: int
    rejected: int


@dataclass(frozen=True, slots=True)
class _TextStage:
    name: str
    before: str | None
    work: Callable[[Sequence[Any]], StageRows]
    deletes: tuple[str, ...]  # what goes before rows of a document are written anew
    rejected_as: str  # the stage that `rejected_documents` names
    label: str


CLEAN = _TextStage(
    "documents",
    None,
    clean_batch,
    ("delete_claims", "delete_sentences", "delete_documents"),
    "cleaning",
    "cleaning documents",
)
SPLIT = _TextStage(
    "sentences",
    "documents",
    split_batch,
    ("delete_claims", "delete_sentences"),
    "sentences",
    "splitting sentences",
)
CLAIM = _TextStage(
    "claims", "sentences", claim_batch, ("delete_claims",), "claims", "extracting claims"
)


def clean_documents(warehouse: Warehouse, settings: Settings) -> StageCount:
    """Clean every current raw document that is due."""
    manifest = Manifest.read(settings.input_folder)
    _forget_where_manifest_changed(warehouse, manifest)

    def items(frame: pl.DataFrame) -> list[RawItem]:
        rows = warehouse.query("raw_content", batch=frame).to_dicts()
        return [RawItem(row, manifest.entries_for(row["path"])) for row in rows]

    count = _run(warehouse, settings, CLEAN, items)
    warehouse.run("retire_late_rejections")
    return count


def split_documents(warehouse: Warehouse, settings: Settings) -> StageCount:
    """Split every current document that is due into sentences."""
    return _run(warehouse, settings, SPLIT, lambda frame: _text_items(warehouse, frame))


def extract_claims(warehouse: Warehouse, settings: Settings) -> StageCount:
    """Extract the claims of every current document that is due."""
    try:
        return _run(warehouse, settings, CLAIM, lambda frame: _text_items(warehouse, frame))
    finally:
        stop_idle_workers()  # no later stage has work for them


def due_documents(warehouse: Warehouse, stage: _TextStage) -> pl.DataFrame:
    """The documents that a stage has to do: `document_id`, `path`, `weight` in bytes."""
    return warehouse.query(
        "due_documents",
        {
            "stage": stage.name,
            "code_version": code_version(stage.name),
            "stage_before": stage.before,
            "version_before": code_version(stage.before) if stage.before else None,
            "rejected_as": stage.rejected_as,
        },
    )


def _run(
    warehouse: Warehouse,
    settings: Settings,
    stage: _TextStage,
    make_items: Callable[[pl.DataFrame], list[Any]],
) -> StageCount:
    due = due_documents(warehouse, stage)
    if due.is_empty():
        return StageCount(0, 0)
    batches = list(_balanced(due))
    limited = replace(settings, workers=max(1, min(settings.workers, len(batches))))
    progress = Progress(stage.label, due.height)
    pending: list[tuple[pl.DataFrame, StageRows]] = []
    rejected = 0
    answers = map_batches(stage.work, (make_items(batch) for batch in batches), limited)
    for batch, (items, results, failures) in zip(batches, answers, strict=True):
        failed = [_rejection(stage, failure) for failure in failures]
        parts = [*results, StageRows({}, failed)] if failed else results
        pending += [(batch, part) for part in parts]
        rejected += sum(len(part.rejections) for part in parts)
        if len(pending) >= BATCHES_A_COMMIT:
            _store(warehouse, stage, pending)
            pending = []
        progress.advance(len(items))
    if pending:
        _store(warehouse, stage, pending)
    return StageCount(due.height, rejected)


def _balanced(due: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Batches of neighbours of about the same number of bytes."""
    start = size = 0
    for place, weight in enumerate(due.get_column("weight")):
        full = size + weight > BYTES_A_BATCH or place - start >= DOCUMENTS_A_BATCH
        if place > start and full:
            yield due[start:place]
            start, size = place, 0
        size += weight
    yield due[start:]


def _store(
    warehouse: Warehouse, stage: _TextStage, pending: list[tuple[pl.DataFrame, StageRows]]
) -> None:
    batches = {id(batch): batch for batch, _ in pending}
    ids = pl.concat([batch.select("document_id", "path") for batch in batches.values()])
    # Deleting and writing anew are two steps: a key counts as taken until its deletion is committed.
    with warehouse.transaction():
        for name in stage.deletes:
            warehouse.run(name, removed=ids)
    rejections = [rejection for _, part in pending for rejection in part.rejections]
    moment = pl.DataFrame({"seen_at": [datetime.now(UTC).replace(tzinfo=None)]})
    rejected = pl.DataFrame(
        {"path": [rejection.path for rejection in rejections]}, schema={"path": pl.String}
    )
    done = ids.join(rejected, on="path", how="anti", maintain_order="left")
    with warehouse.transaction():
        for table in {name: None for _, part in pending for name in part.tables}:
            frames = [part.tables[table] for _, part in pending if table in part.tables]
            warehouse.append(table, pl.concat(frames))
        record_rejections(warehouse, rejections, stage.name, moment)
        marks = done.select(
            pl.lit(stage.name).alias("stage"),
            "document_id",
            pl.lit(code_version(stage.name)).alias("code_version"),
        )
        warehouse.append("stage_documents", marks)


def _rejection(stage: _TextStage, failure: Failure[Any]) -> Rejection:
    item = failure.item
    row = item.raw if isinstance(item, RawItem) else item.document
    sha256 = row.get("content_sha256") or ""
    return Rejection(row["path"], sha256, stage.rejected_as, failure.reason, failure.detail)  # type: ignore[arg-type]


def _text_items(warehouse: Warehouse, batch: pl.DataFrame) -> list[TextItem]:
    documents = warehouse.query("document_batch", batch=batch).to_dicts()
    parts = {
        table: warehouse.frame(
            f"SELECT t.* FROM {table} AS t SEMI JOIN batch AS b ON t.document_id = b.document_id "
            "ORDER BY t.document_id, t.start_char, t.end_char",
            batch=batch,
        ).partition_by("document_id", as_dict=True)
        for table in ("text_blocks", "text_map", "sentences")
    }

    def rows(table: str, document_id: str) -> list[dict[str, Any]]:
        frame = parts[table].get((document_id,))
        return [] if frame is None else frame.to_dicts()

    return [
        TextItem(
            document,
            rows("text_blocks", document["document_id"]),
            rows("text_map", document["document_id"]),
            rows("sentences", document["document_id"]),
        )
        for document in documents
    ]


def _forget_where_manifest_changed(warehouse: Warehouse, manifest: Manifest) -> None:
    """Documents that the changed lines of the manifest speak of are due again."""
    before = warehouse.rows("SELECT fingerprint FROM stage_inputs WHERE stage = 'manifest'")
    old = Manifest.from_json(before[0][0]) if before else Manifest(())
    if old == manifest:
        return
    paths = warehouse.rows("SELECT document_id, path FROM raw_documents WHERE is_current")
    touched = [
        document_id
        for document_id, path in paths
        if old.entries_for(path) != manifest.entries_for(path)
    ]
    frame = pl.DataFrame({"document_id": touched}, schema={"document_id": pl.String})
    with warehouse.transaction():
        warehouse.run("forget_cleaning", removed=frame)
        warehouse.execute("DELETE FROM stage_inputs WHERE stage = 'manifest'")
    with warehouse.transaction():
        warehouse.execute("INSERT INTO stage_inputs VALUES ('manifest', ?)", [manifest.to_json()])
