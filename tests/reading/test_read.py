"""From a file's bytes to raw documents and named rejections."""

import gzip
import io
import json
import os
import random
from pathlib import Path

import pytest
import zstandard

from pipeline.reading.folder import InputFolderError, list_folder
from pipeline.reading.read import file_of, read_file
from pipeline.records import RawDocument, Rejection
from pipeline.settings import Settings
from tests.reading.pdf_files import pdf_of

TEXT = "The harbour board said no on Monday."


def read(folder: Path, **limits: int) -> list[RawDocument | Rejection]:
    settings = Settings(input_folder=folder, **limits)  # type: ignore[arg-type]
    files, refused = list_folder(folder)
    return [*refused, *(item for file in files for item in read_file(file, settings))]


def written(folder: Path, name: str, content: bytes | str) -> None:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize(
    ("name", "content", "path", "media_type", "text"),
    [
        ("a.txt", TEXT, "a.txt", "text/plain", TEXT),
        ("deep/er/a.MD", TEXT, "deep/er/a.MD", "text/markdown", TEXT),
        ("a.htm", f"<p>{TEXT}", "a.htm", "text/html", f"<p>{TEXT}"),
        ("a.txt.gz", gzip.compress(TEXT.encode(), mtime=0), "a.txt.gz", "text/plain", TEXT),
        ("a.html.zst", zstandard.compress(TEXT.encode()), "a.html.zst", "text/html", TEXT),
        ("a.csv", f"id,text\nx,{TEXT}\n", "a.csv#x", "text/plain", TEXT),
        ("a.csv", f"id,text\nx,{TEXT}\nx,{TEXT}\n", "a.csv#1", "text/plain", TEXT),
        ("a.csv", f"id;title;text\nx;A, B;{TEXT}\n", "a.csv#x", "text/plain", TEXT),
        ("a.tsv", f"id\ttext\nx\t{TEXT}\n", "a.tsv#x", "text/plain", TEXT),
    ],
)
def test_formats(
    tmp_path: Path, name: str, content: bytes | str, path: str, media_type: str, text: str
) -> None:
    written(tmp_path, name, content)
    found = read(tmp_path)[0]
    assert isinstance(found, RawDocument)
    assert (found.path, found.media_type, found.text()) == (path, media_type, text)


def test_json_lines_keep_the_line_and_what_it_says(tmp_path: Path) -> None:
    record = {"id": 7, "headline": "Ferries", "body": TEXT, "publisher": {"name": "Fjord Courier"}}
    lines = [
        json.dumps(record),
        "{broken",
        "[1]",
        json.dumps({"id": 8}),
        json.dumps({"html": "<p>x"}),
    ]
    written(tmp_path, "a.jsonl", "\n".join(lines) + "\n")
    found = read(tmp_path)
    documents = {item.path: item for item in found if isinstance(item, RawDocument)}
    assert set(documents) == {"a.jsonl#7", "a.jsonl#5"}
    assert documents["a.jsonl#7"].text() == lines[0]
    assert documents["a.jsonl#7"].hints == {"title": "Ferries", "source": "Fjord Courier"}
    assert documents["a.jsonl#5"].media_type == "application/json+html"
    rejected = {item.path: item.reason for item in found if isinstance(item, Rejection)}
    assert rejected == {"a.jsonl#2": "malformed", "a.jsonl#3": "malformed", "a.jsonl#8": "no_text"}


def test_warc_gives_one_document_a_response(tmp_path: Path) -> None:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{TEXT}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "WARC-Target-URI: https://fjord.example/a\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    ).encode()
    written(tmp_path, "a.warc.gz", gzip.compress(head + http + b"\r\n\r\n", mtime=0))
    (found,) = read(tmp_path)
    assert isinstance(found, RawDocument)
    assert (found.path, found.hints) == ("a.warc.gz#urn:uuid:1", {"url": "https://fjord.example/a"})


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t", "empty"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.docx", b"PK", "unsupported"),
        ("a.png", b"\x89PNG", "unsupported"),
        ("a", TEXT.encode(), "unsupported"),
        ("a.txt.gz", gzip.compress(random.Random(1).randbytes(5_000), mtime=0)[:900], "malformed"),
        ("a.txt.gz", b"no archive at all", "malformed"),
        ("a.pdf", b"%PDF-1.4 nothing", "malformed"),
        ("a.parquet", b"PAR1", "malformed"),
    ],
)
def test_rejections(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    written(tmp_path, name, content)
    (found,) = read(tmp_path)
    assert isinstance(found, Rejection)
    assert (found.path, found.reason) == (name, reason)
    assert found.detail


def test_a_pdf_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    whole = pdf_of(TEXT, "The ferry company said yes.")
    saved_again = whole + b"9 0 obj\n<< /Note (" + b"x" * 4_000  # cut within its second saving
    for name, content in (("a", whole), ("b", whole[:-200]), ("c", saved_again)):
        written(tmp_path, f"{name}.pdf", content)
    first, *others = read(tmp_path)
    assert isinstance(first, RawDocument)
    assert first.text() == f"{TEXT}\n\nThe ferry company said yes."
    assert [getattr(one, "reason", "read") for one in others] == ["malformed", "malformed"]


def test_a_file_that_changes_while_it_is_read_is_refused_and_read_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "a.txt", TEXT)
    (file,), _ = list_folder(tmp_path)

    class Growing(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            data = super().read(-1 if size is None else size)
            with open(file.location, "ab") as stream:
                stream.write(b" And on Tuesday.")
            return data

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", lambda place, mode: Growing(place, mode))
        (found,) = read_file(file, Settings(input_folder=tmp_path))
    assert isinstance(found, Rejection)
    assert found.reason == "vanished"
    (later,) = read(tmp_path)
    assert isinstance(later, RawDocument)
    assert later.text() == f"{TEXT} And on Tuesday."


def test_a_file_that_was_replaced_since_it_was_listed_is_read(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", TEXT)
    (file,), _ = list_folder(tmp_path)
    written(tmp_path, "a.txt", "The harbour board said yes.")
    (found,) = read_file(file, Settings(input_folder=tmp_path))
    assert isinstance(found, RawDocument)
    assert found.text() == "The harbour board said yes."


def test_bombs_and_giants_are_too_large(tmp_path: Path) -> None:
    written(tmp_path, "a.txt.gz", gzip.compress(b"a" * 40_000_000, mtime=0))
    written(tmp_path, "b.txt", b"a" * 2_000)
    found = read(tmp_path, largest_file_bytes=1_000)
    assert [getattr(item, "reason", "read") for item in found] == ["too_large", "too_large"]


def test_links_pipes_and_strange_names(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    written(folder, "a.txt", TEXT)
    written(tmp_path, "secret.txt", TEXT)
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "dangling.txt").symlink_to("nowhere")
    (folder / "inside.txt").symlink_to("a.txt")
    os.mkfifo(folder / "pipe.txt")
    (Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt"))).write_bytes(TEXT.encode())
    found = {item.path: getattr(item, "reason", "read") for item in read(folder)}
    assert found == {
        "a.txt": "read",
        "inside.txt": "read",
        "out.txt": "outside",
        "dangling.txt": "vanished",
        "pipe.txt": "unsupported",
        "%FF.txt": "read",
    }


def test_settings_files_are_no_documents_at_the_top_only(tmp_path: Path) -> None:
    for name in (
        "crossclaim-sources.csv",
        "crossclaim-x.toml",
        "sub/crossclaim-sources.csv",
        "a.txt",
    ):
        written(tmp_path, name, f"text\n{TEXT}\n")
    assert [item.path for item in read(tmp_path)] == ["a.txt", "sub/crossclaim-sources.csv#1"]


def test_a_file_that_is_gone_or_closed(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", TEXT)
    (file,) = list_folder(tmp_path)[0]
    (tmp_path / "a.txt").unlink()
    (found,) = read_file(file, Settings(input_folder=tmp_path))
    assert isinstance(found, Rejection)
    assert found.reason == "vanished"


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputFolderError, match="does not exist"):
        list_folder(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("path", "file"),
    [("a.jsonl#7", "a.jsonl"), ("a/b.txt", "a/b.txt"), ("no#suffix/a.txt", "no#suffix/a.txt")],
)
def test_file_of_a_record(path: str, file: str) -> None:
    assert file_of(path) == file
