"""crossclaim-fields.toml: the user's names of fields in JSON lines, CSV and Parquet."""

import io
import json
from pathlib import Path

import polars as pl
import pytest

from pipeline import incremental, intake
from pipeline.cleaning.clean import clean
from pipeline.reading.fields import FILE_NAME, FieldsError, FieldSettings
from pipeline.reading.folder import list_folder
from pipeline.reading.read import read_file
from pipeline.records import Document, RawDocument, Rejection
from pipeline.settings import Settings
from pipeline.warehouse import Warehouse

TEXT = "The harbour board said no on Monday."
NAMES = """
["*"]
text = "nota"
title = ["rubro", "kop"]
date = "giorno"
url = "indirizzo"
source = "testata"
byline = "firma"
id = "nummer"
"""
RECORD = {
    "nummer": "n7",
    "nota": TEXT,
    "kop": "Ferries",
    "giorno": "2031-05-04",
    "indirizzo": "https://fjord.example/a",
    "testata": "Fjord Courier",
    "firma": "Ada Holm",
}
HINTS = {
    "title": "Ferries",
    "date": "2031-05-04",
    "url": "https://fjord.example/a",
    "source": "Fjord Courier",
    "byline": "Ada Holm",
}


def read(folder: Path) -> list[RawDocument | Rejection]:
    settings = FieldSettings.read(folder)
    files, _ = list_folder(folder)
    return [
        item
        for file in files
        for item in read_file(file, Settings(input_folder=folder), settings.names_for(file.path))
    ]


def as_csv() -> bytes:
    return pl.DataFrame([RECORD]).write_csv().encode()


def as_parquet() -> bytes:
    content = io.BytesIO()
    pl.DataFrame([RECORD]).write_parquet(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.csv", as_csv()), ("deep/a.parquet", as_parquet())],
)
def test_rows_with_mapped_columns(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    (refused,) = read(tmp_path)
    assert isinstance(refused, Rejection)
    assert (refused.reason, FILE_NAME in refused.detail) == ("no_text", True)
    (tmp_path / FILE_NAME).write_text(NAMES)
    (found,) = read(tmp_path)
    assert isinstance(found, RawDocument)
    assert (found.path, found.text(), found.hints) == (f"{name}#n7", TEXT, HINTS)


@pytest.mark.parametrize(
    ("names", "record", "media_type", "field"),
    [
        ('["*"]\nbody = "nota"', {"nota": TEXT}, "application/json", "nota"),
        ('["*"]\nhtml = "nota"', {"nota": TEXT}, "application/json+html", "nota"),
        ('["*"]\ntext = "nota"', {"nota": TEXT, "text": "x"}, "application/json", "nota"),
        ('["*"]\ntext = "nota"', {"nota": TEXT, "html": "x"}, "application/json", "nota"),
        ('["*"]\ntext = ["a", "b"]', {"b": TEXT, "a": " "}, "application/json", "b"),
        ('["*"]\ntext = "nota"', {"text": TEXT}, "application/json", None),
        ('["b*"]\ntext = "nota"', {"nota": "x", "text": TEXT}, "application/json", None),
        ('["b*"]\ntext = "x"\n["a*"]\ntext = "n"', {"n": TEXT}, "application/json", "n"),
    ],
)
def test_the_users_field_comes_first(
    tmp_path: Path, names: str, record: dict[str, str], media_type: str, field: str | None
) -> None:
    (tmp_path / FILE_NAME).write_text(names)
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    (found,) = read(tmp_path)
    assert isinstance(found, RawDocument)
    assert (found.media_type, found.hints.get("text_field")) == (media_type, field)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[fields\n", "line 1"),
        ('text = "nota"', "'text' stands outside a table"),
        ('["*"]\ntexts = "nota"', "key 'texts': the key is none of"),
        ('["*"]\ntext = 7', "key 'text': must be"),
        ('["*"]\ntext = []', "key 'text': must be"),
        ('["*"]\ntext = ["a", 7]', "key 'text': must be"),
    ],
)
def test_a_malformed_file_says_where_and_what(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / FILE_NAME).write_text(content)
    with pytest.raises(FieldsError) as raised:
        FieldSettings.read(tmp_path)
    assert FILE_NAME in str(raised.value)
    assert told in str(raised.value)


INSIDE = {
    "id": 1,
    "author": {"url": "https://fjord.example/ada"},
    "meta": {"title": "Ferries", "source": {"name": "Fjord Courier"}},
    "data": {"article": {"body": TEXT, "date": "2031-05-04"}},
}


@pytest.mark.parametrize(
    ("record", "field", "text"),
    [
        (INSIDE, "data.article.body", TEXT),
        ({"_source": {"html": f"<p>{TEXT}"}}, "_source.html", TEXT),
        ({"article.body": TEXT, "article": {"body": "no"}}, "article.body", TEXT),
        ({"text": [TEXT, "It closed on Tuesday."]}, None, f"{TEXT}\n\nIt closed on Tuesday."),
    ],
)
def test_fields_of_objects_inside(
    tmp_path: Path, record: dict[str, object], field: str | None, text: str
) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    (found,) = read(tmp_path)
    assert isinstance(found, RawDocument)
    document = clean(found, ())
    assert isinstance(document, Document)
    assert document.text == text
    assert found.hints.get("text_field") == field


def test_what_objects_inside_say_of_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(INSIDE))
    pl.DataFrame([INSIDE]).write_parquet(tmp_path / "b.parquet")
    wanted = {"title": "Ferries", "source": "Fjord Courier", "date": "2031-05-04"}
    for found in read(tmp_path):
        assert isinstance(found, RawDocument)
        assert {key: found.hints.get(key) for key in (*wanted, "url")} == {**wanted, "url": None}


def test_a_name_with_dots_leads_inside(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('["*"]\ntext = "pezzo.nota"\n')
    (tmp_path / "a.jsonl").write_text(json.dumps({"pezzo": {"nota": TEXT}}))
    (found,) = read(tmp_path)
    assert isinstance(found, RawDocument)
    assert found.hints["text_field"] == "pezzo.nota"


def test_a_changed_mapping_rereads_the_files_that_it_speaks_of(
    tmp_path: Path, warehouse: Warehouse
) -> None:
    folder = tmp_path / "in"
    (folder / "other").mkdir(parents=True)
    record = {"nota": TEXT, "text": "The ferry company said yes.", "kop": "Ferries"}
    (folder / "a.jsonl").write_text(json.dumps(record))
    (folder / "b.jsonl").write_text(json.dumps({"nota": TEXT}))
    (folder / "other" / "c.jsonl").write_text(json.dumps(record))
    (folder / "d.txt").write_text(TEXT)
    settings = Settings(input_folder=folder, data_folder=tmp_path / "data", workers=1)

    def run() -> tuple[int, int, dict[str, tuple[str, str | None]]]:
        taken = intake.read_input(warehouse, settings)
        cleaned = incremental.clean_documents(warehouse, settings)
        rows = warehouse.rows(
            "SELECT r.path, d.text, d.title FROM documents AS d "
            "INNER JOIN raw_documents AS r ON d.document_id = r.document_id WHERE r.is_current"
        )
        return taken.read, cleaned.done, {path: (text, title) for path, text, title in rows}

    read_files, cleaned, before = run()
    assert (read_files, cleaned) == (4, 3)
    assert before["a.jsonl#1"][0] == record["text"]
    (folder / FILE_NAME).write_text('["?.jsonl"]\ntext = "nota"\ntitle = "kop"\n')
    read_files, cleaned, after = run()
    assert (read_files, cleaned) == (2, 2)
    assert after == {**before, "a.jsonl#1": (TEXT, "Ferries"), "b.jsonl#1": (TEXT, None)}
    assert run()[:2] == (0, 0)
    (folder / FILE_NAME).unlink()
    assert run() == (2, 1, before)
