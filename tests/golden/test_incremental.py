"""Whatever way the documents came in, the tables are those of one run from scratch."""

import itertools
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import polars as pl
import pytest

from pipeline import incremental, intake
from pipeline.settings import Settings
from pipeline.warehouse import Warehouse, read_published, sql_names, table_schemas
from tests.golden.expected import CORPUS, REVISED

FIRST = (
    "harbourherald/2026-03-03-dam-bursts.html",
    "sixnews/2026-03-04-kessary-toll-climbs.html",
    "anselcourier/2026-03-07-rebuilding-kessary.html",
    "inbox/fax-0305.txt",
)
LATER = ("quayside/20260304-dam.txt", "valleydispatch/2026-03-08-ministry-lowers-count.html")
DOCUMENTS = 5  # in both
CORRECTED = "anselcourier/2026-03-07-rebuilding-kessary.html"
# When something was seen, and how often it was tried, is not what was found.
BOOKKEEPING = ("runs", "stage_documents", "stage_inputs", "input_files")
Run = Callable[..., Path]
RUN_IDS = map(str, itertools.count())


def settings_of(folder: Path) -> Settings:
    return Settings(input_folder=folder / "in", data_folder=folder / "data", workers=1)


def lay(folder: Path, paths: Iterable[str], root: Path = CORPUS) -> None:
    for path in ("crossclaim-sources.csv", *paths):
        target = folder / "in" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if (root / path).exists():
            shutil.copyfile(root / path, target)


def everything(
    database: Path, *, current_only: bool = False
) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables and views but bookkeeping, sorted; `current_only` leaves history out."""
    with read_published(database) as warehouse:
        names = [] if current_only else [n for n in table_schemas() if n not in BOOKKEEPING]
        return {
            name: _rows(warehouse.frame(f"FROM {name}")) for name in (*names, *sql_names("views"))
        }


def _rows(frame: pl.DataFrame) -> list[tuple[object, ...]]:
    kept = [
        n for n in frame.columns if not n.endswith("seen_at") and n not in ("attempts", "revision")
    ]
    return sorted(frame.select(kept).rows(), key=repr)


def differences(
    one: dict[str, list[tuple[object, ...]]], other: dict[str, list[tuple[object, ...]]]
) -> str:
    return "\n".join(
        f"{name}: only first {[r for r in one[name] if r not in other[name]][:3]}, "
        f"only second {[r for r in other[name] if r not in one[name]][:3]}"
        for name in one
        if one[name] != other[name]
    )


def due(settings: Settings) -> tuple[int, int, int]:
    """How many documents each text stage would do now."""
    warehouse = Warehouse.open(settings.work_file)
    try:
        intake.read_input(warehouse, settings)
        stages = (incremental.CLEAN, incremental.SPLIT, incremental.CLAIM)
        counts = [incremental.due_documents(warehouse, stage).height for stage in stages]
    finally:
        warehouse.close()
    return counts[0], counts[1], counts[2]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory, whole_run: Run) -> Path:
    """One run over all files from scratch."""
    folder = tmp_path_factory.mktemp("scratch")
    lay(folder, (*FIRST, *LATER))
    return whole_run(settings_of(folder), next(RUN_IDS))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, whole_run: Run) -> Path:
    """A folder with a run over the first files only; copied by tests that go on from there."""
    folder = tmp_path_factory.mktemp("first")
    lay(folder, FIRST)
    whole_run(settings_of(folder), next(RUN_IDS))
    return folder


@pytest.fixture
def begun(first: Path, tmp_path: Path) -> Path:
    shutil.copytree(first, tmp_path / "begun", copy_function=shutil.copy2)
    return tmp_path / "begun"


def test_a_second_run_with_nothing_new_does_nothing(begun: Path, whole_run: Run) -> None:
    settings = settings_of(begun)
    before = settings.published_file.stat().st_mtime_ns
    assert due(settings) == (0, 0, 0)
    whole_run(settings, next(RUN_IDS))
    assert settings.published_file.stat().st_mtime_ns == before


def test_one_new_file_is_one_document_to_do(begun: Path) -> None:
    lay(begun, LATER[:1])
    assert due(settings_of(begun))[0] == 1


def test_files_that_come_one_by_one_give_what_one_run_gives_and_leave_no_trace(
    begun: Path, scratch: Path, first: Path, whole_run: Run
) -> None:
    for path in LATER:
        lay(begun, [path])
        database = whole_run(settings_of(begun), next(RUN_IDS))
    assert not differences(everything(database), everything(scratch))
    for path in LATER:
        (begun / "in" / path).unlink()
    database = whole_run(settings_of(begun), next(RUN_IDS))
    untouched = settings_of(first).published_file
    assert not differences(
        everything(database, current_only=True), everything(untouched, current_only=True)
    )


def test_a_changed_file_becomes_revision_two(begun: Path, whole_run: Run) -> None:
    lay(begun, [CORRECTED], REVISED)
    with read_published(whole_run(settings_of(begun), next(RUN_IDS))) as warehouse:
        revisions = warehouse.rows(
            "SELECT revision, is_current FROM raw_documents WHERE path = ? ORDER BY revision",
            [CORRECTED],
        )
        history = warehouse.rows("SELECT change, old_text, new_text FROM claim_history")
        current = warehouse.rows(
            "SELECT text FROM claims AS c INNER JOIN raw_documents AS r ON c.document_id = r.document_id "
            "WHERE r.is_current AND r.path = ?",
            [CORRECTED],
        )
    assert revisions == [(1, False), (2, True)]
    assert any("4.2 billion" in (old or "") for _, old, _ in history)
    assert any("420 million" in (new or "") for _, _, new in history)
    assert any("420 million" in text for (text,) in current)


def test_a_run_that_was_killed_is_finished_by_the_next_whatever_the_order_on_disk(
    scratch: Path, whole_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, sorted((*FIRST, *LATER), reverse=True))
    store = incremental._store
    calls = []

    def killed(warehouse: Warehouse, stage: object, pending: list[object]) -> None:
        calls.append(stage)
        if [one for one in calls if one is incremental.CLAIM][1:]:
            raise KeyboardInterrupt
        store(warehouse, stage, pending)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(incremental, "DOCUMENTS_A_BATCH", 2)
        patch.setattr(incremental, "BATCHES_A_COMMIT", 1)
        patch.setattr(incremental, "_store", killed)
        with pytest.raises(KeyboardInterrupt):
            whole_run(settings_of(tmp_path), next(RUN_IDS))
    waiting = due(settings_of(tmp_path))
    assert waiting[:2] == (0, 0)
    assert 0 < waiting[2] < DOCUMENTS
    assert not differences(
        everything(whole_run(settings_of(tmp_path), next(RUN_IDS))), everything(scratch)
    )
