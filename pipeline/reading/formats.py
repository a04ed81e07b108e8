"""One reader a format: the bytes of a file in, the raw documents in it out.

Belongs here: what a suffix means and how its container is opened. Does not belong here: cleaning.
A reader yields `Item`s; whatever it cannot use it yields as a ReadError with the item's place.
"""

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

import polars as pl

from pipeline.reading.encoding import encoding_of, looks_binary
from pipeline.reading.limits import ReadError

# Field names of common news datasets, best first.
BODY_FIELDS = (
    "text",
    "body",
    "content",
    "maintext",
    "article_text",
    "article",
    "full_text",
    "articleBody",
    "cleaned_text",
)
MARKUP_FIELDS = ("html", "raw_html", "content_html", "body_html")
HINT_FIELDS = {
    "title": ("title", "headline", "heading"),
    "url": ("url", "link", "canonical_url", "source_url", "uri"),
    "date": (
        "date",
        "published_at",
        "published",
        "publish_date",
        "date_publish",
        "pubDate",
        "publication_date",
        "datePublished",
        "created_at",
    ),
    "source": (
        "source",
        "source_name",
        "publisher",
        "outlet",
        "publication",
        "site_name",
        "media",
        "source_domain",
        "domain",
    ),
    "byline": ("byline", "author", "authors"),
}
ID_FIELDS = ("id", "_id", "uuid", "guid", "article_id", "doc_id")
HOW_TO_CONVERT = {
    ".docx": "save it as .txt, .html or .pdf",
    ".doc": "save it as .txt, .html or .pdf",
    ".odt": "save it as .txt, .html or .pdf",
    ".rtf": "save it as .txt or .html",
    ".eml": "save the message body as .txt or .html",
    ".msg": "save the message body as .txt or .html",
    ".epub": "convert it to .html",
    ".zip": "unpack it into the input folder",
    ".tar": "unpack it into the input folder",
    ".rar": "unpack it into the input folder",
    ".7z": "unpack it into the input folder",
    ".xlsx": "save the sheet as .csv",
    ".xls": "save the sheet as .csv",
    ".json": "write one record a line (.jsonl)",
    ".xml": "convert it to .html or .jsonl",
    ".mp4": "transcribe it to .txt",
    ".mp3": "transcribe it to .txt",
}
IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".svg", ".heic")


@dataclass(frozen=True, slots=True)
class Item:
    """One raw item of a file: its place inside (`None` for the file itself), bytes and hints."""

    place: str | None
    media_type: str
    content: bytes
    encoding: str | None = None
    hints: dict[str, str] = field(default_factory=dict)


Reader = Callable[[bytes], Iterable[Item | tuple[str, ReadError]]]


def _plain(content: bytes) -> Iterator[Item]:
    yield Item(None, "text/plain", content)


def _markdown(content: bytes) -> Iterator[Item]:
    yield Item(None, "text/markdown", content)


def _html(content: bytes) -> Iterator[Item]:
    yield Item(None, "text/html", content)


def _xhtml(content: bytes) -> Iterator[Item]:
    yield Item(None, "application/xhtml+xml", content)


def _pdf(content: bytes) -> Iterator[Item]:
    """The text layer, pages in order, as UTF-8."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(content)
        pages = [page.get_textpage().get_text_range() for page in document]
    except pdfium.PdfiumError as error:
        raise ReadError("malformed", f"not a readable PDF: {error}") from error
    text = "\n\n".join(page.replace("\r\n", "\n").replace("\r", "\n") for page in pages)
    if not text.strip():
        raise ReadError("no_text", "the PDF has no text layer; run OCR over it first")
    clean = text.encode("utf-8", "replace")
    yield Item(None, "application/pdf", clean, "utf-8")


def _warc(content: bytes) -> Iterator[Item | tuple[str, ReadError]]:
    """One item a response record with a text or HTML body."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    try:
        for record in ArchiveIterator(
            io.BytesIO(content), record_types=WarcRecordType.response, parse_http=True
        ):
            place = str(record.record_id).strip("<>")
            media_type = (record.http_content_type or "").split(";")[0].strip().lower()
            body = record.reader.read()
            if media_type not in ("text/html", "application/xhtml+xml", "text/plain"):
                yield (
                    place,
                    ReadError("unsupported", f"a response of type {media_type or 'unknown'}"),
                )
                continue
            hints = {"url": str(record.headers.get("WARC-Target-URI", ""))}
            yield Item(place, media_type, body, record.http_charset, hints)
    except (OSError, ValueError, RuntimeError) as error:
        raise ReadError("malformed", f"broken WARC: {error}") from error


def _json_lines(content: bytes) -> Iterator[Item | tuple[str, ReadError]]:
    """One item a line; `content` is the line itself, so that offsets count in what was given."""
    lines = [(number, line) for number, line in enumerate(content.split(b"\n"), 1) if line.strip()]
    records: list[tuple[int, bytes, Any]] = []
    for number, line in lines:
        try:
            records.append((number, line, json.loads(line)))
        except (ValueError, RecursionError) as error:
            yield str(number), ReadError("malformed", f"line {number} is no JSON: {error}")
    counts = Counter(_record_id(record) for _, _, record in records)
    for number, line, record in records:
        name = _record_id(record)
        place = name if name and counts[name] == 1 else str(number)
        if not isinstance(record, Mapping):
            yield place, ReadError("malformed", f"line {number} is no JSON object")
            continue
        media_type = (
            "application/json+html" if _body_field(record, MARKUP_FIELDS) else "application/json"
        )
        if not _body_field(record, (*BODY_FIELDS, *MARKUP_FIELDS)):
            yield place, ReadError("no_text", f"none of the fields {', '.join(BODY_FIELDS)}")
            continue
        yield Item(place, media_type, line.rstrip(b"\r"), None, _hints(record))


def _csv(content: bytes) -> Iterator[Item | tuple[str, ReadError]]:
    """One item a row; `content` is the cell that holds the text."""
    name = encoding_of(content)
    if name is None:
        raise ReadError("undecodable", "no encoding fits the file")
    csv.field_size_limit(2**31 - 1)
    try:
        rows = list(csv.DictReader(io.StringIO(content.decode(name).lstrip("\ufeff"), newline="")))
    except csv.Error as error:
        raise ReadError("malformed", f"no CSV: {error}") from error
    yield from _table(rows)


def _parquet(content: bytes) -> Iterator[Item | tuple[str, ReadError]]:
    try:
        rows = pl.read_parquet(io.BytesIO(content)).to_dicts()
    except Exception as error:  # polars raises many kinds for a broken file
        raise ReadError("malformed", f"no Parquet file: {error}") from error
    yield from _table(rows)


def _table(rows: list[dict[str, Any]]) -> Iterator[Item | tuple[str, ReadError]]:
    counts = Counter(_record_id(row) for row in rows)
    for number, row in enumerate(rows, 1):
        name = _record_id(row)
        place = name if name and counts[name] == 1 else str(number)
        field_name = _body_field(row, MARKUP_FIELDS) or _body_field(row, BODY_FIELDS)
        if field_name is None:
            yield place, ReadError("no_text", f"none of the columns {', '.join(BODY_FIELDS)}")
            continue
        media_type = "text/html" if field_name in MARKUP_FIELDS else "text/plain"
        content = str(row[field_name]).encode("utf-8", "replace")
        yield Item(place, media_type, content, "utf-8", _hints(row))


def _record_id(record: Any) -> str | None:
    if not isinstance(record, Mapping):
        return None
    for name in ID_FIELDS:
        value = record.get(name)
        if isinstance(value, str | int) and _storable(str(value)).strip():
            return _storable(str(value)).strip()
    return None


def _storable(text: str) -> str:
    """The text without lone surrogates, which JSON can spell and no encoding can."""
    return text.encode("utf-8", "ignore").decode()


def _body_field(record: Mapping[str, Any], names: Iterable[str]) -> str | None:
    return next(
        (name for name in names if isinstance(record.get(name), str) and record[name].strip()), None
    )


def _hints(record: Mapping[str, Any]) -> dict[str, str]:
    hints = {}
    for hint, names in HINT_FIELDS.items():
        for name in names:
            value = record.get(name)
            if isinstance(value, list):
                value = ", ".join(str(part) for part in value)
            if isinstance(value, Mapping):
                value = value.get("name") or value.get("title")
            if value is not None and _storable(str(value)).strip():
                hints[hint] = _storable(str(value)).strip()
                break
    return hints


READERS: dict[str, Reader] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _xhtml,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".csv": _csv,
    ".parquet": _parquet,
    ".pdf": _pdf,
    ".warc": _warc,
}
COMPRESSED = (".gz", ".zst")
BINARY_FORMATS = (".parquet", ".pdf", ".warc")


def suffixes_of(path: str) -> tuple[str, str | None]:
    """The suffix that names the format, and the one that names the compression, if any."""
    suffixes = [suffix.lower() for suffix in PurePosixPath(path).suffixes]
    if suffixes and suffixes[-1] in COMPRESSED:
        return (suffixes[-2] if len(suffixes) > 1 else "", suffixes[-1])
    return (suffixes[-1] if suffixes else "", None)


def reader_of(suffix: str) -> Reader:
    """The reader of a format. Raises ReadError (unsupported) with a word on how to convert it."""
    if suffix in READERS:
        return READERS[suffix]
    hint = "describe it in a .txt file" if suffix in IMAGES else HOW_TO_CONVERT.get(suffix)
    supported = ", ".join(READERS)
    raise ReadError(
        "unsupported",
        f"files of type {suffix or '(none)'} are not read; "
        + (hint or f"convert it to one of {supported}"),
    )


def sha256_of(content: bytes) -> str:
    """The hash that `content_sha256` holds."""
    return hashlib.sha256(content).hexdigest()


def check_text(content: bytes) -> None:
    """Raises ReadError where the bytes are empty or no text."""
    if not content.strip(b" \t\r\n\x00\x0b\x0c\xef\xbb\xbf"):
        raise ReadError("empty", "no bytes but white space")
    if looks_binary(content):
        raise ReadError("binary", "control bytes that no text has")
