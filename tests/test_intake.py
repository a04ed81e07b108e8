"""What a run reads of the folder, what it tries again, and what it refuses to take for gone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from pipeline import incremental, intake
from pipeline.reading.folder import InputFolderError
from pipeline.records import Rejection
from pipeline.settings import Settings
from pipeline.warehouse import Warehouse

FILES = [f"{name}.txt" for name in "abcd"]
CODE_BEFORE = "of yesterday"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in FILES:
        (folder / name).write_text(f"The harbour of {name} was closed on Monday.\n")
    return Settings(input_folder=folder, data_folder=tmp_path / "data", workers=1)


@pytest.fixture
def warehouse(settings: Settings) -> Iterator[Warehouse]:
    opened = Warehouse.open(settings.work_file)
    intake.read_input(opened, settings)
    yield opened
    opened.close()


def current(warehouse: Warehouse) -> list[str]:
    return [
        path
        for (path,) in warehouse.rows(
            "SELECT path FROM raw_documents WHERE is_current ORDER BY path"
        )
    ]


def test_a_removed_file_is_retired_and_kept_as_history(warehouse, settings) -> None:
    (settings.input_folder / "a.txt").unlink()
    assert intake.read_input(warehouse, settings).retired == 1
    assert current(warehouse) == FILES[1:]
    assert warehouse.rows("SELECT count(*) FROM raw_documents") == [(4,)]


def test_half_of_the_files_may_go(warehouse, settings) -> None:
    for name in FILES[:2]:
        (settings.input_folder / name).unlink()
    assert intake.read_input(warehouse, settings).retired == 2


def test_more_than_half_gone_is_taken_for_the_wrong_folder(warehouse, settings) -> None:
    for name in FILES[:3]:
        (settings.input_folder / name).unlink()
    with pytest.raises(
        InputFolderError, match=r"3 of the 4 files read before are gone.*ALLOW_REMOVALS=1"
    ):
        intake.read_input(warehouse, settings)
    assert current(warehouse) == FILES


def test_the_user_may_say_that_it_is_meant(warehouse, settings) -> None:
    for name in FILES[:3]:
        (settings.input_folder / name).unlink()
    allowed = Settings.from_environment(
        {
            "CROSSCLAIM_INPUT": str(settings.input_folder),
            "CROSSCLAIM_DATA": str(settings.data_folder),
            "ALLOW_REMOVALS": "1",
        }
    )
    assert intake.read_input(warehouse, allowed).retired == 3
    assert current(warehouse) == FILES[3:]


def test_a_missing_folder_retires_nothing(warehouse, settings) -> None:
    shutil.rmtree(settings.input_folder)
    with pytest.raises(InputFolderError):
        intake.read_input(warehouse, settings)
    assert current(warehouse) == FILES


def reject(warehouse: Warehouse, reason: str, times: int, code: str | None = None) -> None:
    """Have the first document rejected while cleaned, that many times, by this or by older code."""
    ((path, sha256),) = warehouse.rows(
        "SELECT path, content_sha256 FROM raw_documents ORDER BY path LIMIT 1"
    )
    moment = warehouse.frame("SELECT now()::TIMESTAMP AS seen_at")
    for _ in range(times):
        rejection = Rejection(path, sha256, "cleaning", reason, "")  # type: ignore[arg-type]
        intake.record_rejections(warehouse, [rejection], "documents", moment)
    if code:
        warehouse.execute("UPDATE rejected_documents SET code_version = ?", [code])


@pytest.mark.parametrize(
    ("reason", "times", "code", "tried_again"),
    [
        ("timeout", 1, None, True),
        ("timeout", 2, None, True),
        ("timeout", 3, None, False),
        ("crashed", 1, None, True),
        ("no_text", 1, None, False),
        ("no_text", 1, CODE_BEFORE, True),
        ("no_text", 3, CODE_BEFORE, False),
    ],
)
def test_what_is_tried_again(warehouse, reason, times, code, tried_again) -> None:
    reject(warehouse, reason, times, code)
    due: pl.DataFrame = incremental.due_documents(warehouse, incremental.CLEAN)
    assert (FILES[0] in due.get_column("path")) is tried_again
    assert set(FILES[1:]) <= set(due.get_column("path"))
