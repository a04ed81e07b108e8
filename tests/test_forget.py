"""Forgetting leaves no trace of a document, and everything else as it was."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.forget import UnknownDocumentError, forget
from pipeline.settings import Settings
from pipeline.warehouse import read_published

SECRET = "Quillfeather"
STORY = (
    "Harbour Post\nMarch 3, 2025\n\n{title}\n\n"
    "The ferry company {name} closed two routes on Monday, the mayor said. "
    "About 340 passengers waited at the pier in Larnmouth, according to {name}. "
    "The mayor said the routes would open again in April.\n"
)


def test_no_trace_is_left(tmp_path: Path, whole_run: Callable[..., Path]) -> None:
    settings = replace(
        Settings(), input_folder=tmp_path / "in", data_folder=tmp_path / "out", workers=1
    )
    settings.input_folder.mkdir()
    secret = settings.input_folder / "secret.txt"
    secret.write_text(STORY.format(title=f"{SECRET} shut", name=SECRET), encoding="utf-8")
    kept = settings.input_folder / "kept.txt"
    kept.write_text(STORY.format(title="Brightwater shut", name="Brightwater"), encoding="utf-8")
    whole_run(settings, "first")
    secret.write_text(STORY.format(title=f"{SECRET} open", name=SECRET), encoding="utf-8")
    whole_run(settings, "second")
    digest = sha256(secret.read_bytes()).hexdigest()
    secret.unlink()

    assert forget(settings, digest) == ["secret.txt"]
    for file in (settings.work_file, settings.published_file):
        assert SECRET.encode() not in file.read_bytes()
        with read_published(file) as warehouse:
            for name in warehouse.relation_names():
                rows = warehouse.rows(f"FROM {name}")
                assert SECRET not in str(rows), name
                assert "secret.txt" not in str(rows), name
            assert warehouse.rows("SELECT path FROM raw_documents") == [("kept.txt",)]
            assert warehouse.rows("SELECT count(*) > 0 FROM claims") == [(True,)]
    with pytest.raises(UnknownDocumentError):
        forget(settings, digest)
