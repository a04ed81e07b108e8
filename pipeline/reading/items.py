"""Records in a file: JSON lines, rows of CSV and Parquet, as the raw items that they hold.

Belongs here: taking a container of records apart. Does not belong here: which field names mean what
(fields.py), files that hold one document (formats.py).
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from pipeline.reading.encoding import encoding_of
from pipeline.reading.fields import HINTS, TEXT_FIELD, FieldNames
from pipeline.reading.limits import ReadError
from pipeline.reading.nested import text_in, value_at

DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Item:
    """One raw item of a file: its place inside (`None` for the file itself), bytes and hints."""

    place: str | None
    media_type: str
    content: bytes
    encoding: str | None = None
    hints: dict[str, str] = field(default_factory=dict)


def json_lines(content: bytes, names: FieldNames) -> Iterator[Item | tuple[str, ReadError]]:
    """One item a line; `content` is the line itself, so that offsets count in what was given."""
    lines = [(number, line) for number, line in enumerate(content.split(b"\n"), 1) if line.strip()]
    records: list[tuple[int, bytes, Any]] = []
    for number, line in lines:
        try:
            records.append((number, line, json.loads(line)))
        except (ValueError, RecursionError) as error:
            yield str(number), ReadError("malformed", f"line {number} is no JSON: {error}")
    counts = Counter(_record_id(record, names) for _, _, record in records)
    for number, line, record in records:
        name = _record_id(record, names)
        place = name if name and counts[name] == 1 else str(number)
        if not isinstance(record, Mapping):
            yield place, ReadError("malformed", f"line {number} is no JSON object")
            continue
        body = names.body_of(record)
        if body is None:
            yield place, ReadError("no_text", names.none_found(record))
            continue
        media_type = "application/json+html" if body.is_markup else "application/json"
        hints = _hints(record, names) | ({} if body.is_usual else {TEXT_FIELD: body.name})
        yield Item(place, media_type, line.rstrip(b"\r"), None, hints)


def csv_rows(content: bytes, names: FieldNames) -> Iterator[Item | tuple[str, ReadError]]:
    """One item a row; `content` is the cell that holds the text."""
    name = encoding_of(content)
    if name is None:
        raise ReadError("undecodable", "no encoding fits the file")
    csv.field_size_limit(2**31 - 1)
    try:
        text = content.decode(name).lstrip("\ufeff")
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        rows = list(reader)
    except csv.Error as error:
        raise ReadError("malformed", f"no CSV: {error}") from error
    yield from _table(rows, names)


def _delimiter(text: str) -> str:
    """What parts the names in the first line; spreadsheets of many countries write a semicolon."""
    header = text.lstrip("\r\n").partition("\n")[0]
    return max(DELIMITERS, key=header.count)


def parquet_rows(content: bytes, names: FieldNames) -> Iterator[Item | tuple[str, ReadError]]:
    """One item a row; `content` is the cell that holds the text."""
    try:
        rows = pl.read_parquet(io.BytesIO(content)).to_dicts()
    except Exception as error:  # polars raises many kinds for a broken file
        raise ReadError("malformed", f"no Parquet file: {error}") from error
    yield from _table(rows, names)


def _table(rows: list[dict[str, Any]], names: FieldNames) -> Iterator[Item | tuple[str, ReadError]]:
    counts = Counter(_record_id(row, names) for row in rows)
    for number, row in enumerate(rows, 1):
        name = _record_id(row, names)
        place = name if name and counts[name] == 1 else str(number)
        body = names.body_of(row)
        if body is None:
            yield place, ReadError("no_text", names.none_found(row))
            continue
        media_type = "text/html" if body.is_markup else "text/plain"
        content = (text_in(value_at(row, body.name)) or "").encode("utf-8", "replace")
        yield Item(place, media_type, content, "utf-8", _hints(row, names))


def _record_id(record: Any, names: FieldNames) -> str | None:
    if not isinstance(record, Mapping):
        return None
    for name in names.of("id", record):
        value = value_at(record, name)
        if isinstance(value, str | int) and _storable(str(value)).strip():
            return _storable(str(value)).strip()
    return None


def _storable(text: str) -> str:
    """The text without lone surrogates, which JSON can spell and no encoding can."""
    return text.encode("utf-8", "ignore").decode()


def _hints(record: Mapping[str, Any], names: FieldNames) -> dict[str, str]:
    hints = {}
    for hint in HINTS:
        for name in names.of(hint, record):
            value = value_at(record, name)
            if isinstance(value, list):
                value = ", ".join(str(part) for part in value)
            if isinstance(value, Mapping):
                value = value.get("name") or value.get("title")
            if value is not None and _storable(str(value)).strip():
                hints[hint] = _storable(str(value)).strip()
                break
    return hints
