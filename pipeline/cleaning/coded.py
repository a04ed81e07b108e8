"""The text of a raw item whatever it is wrapped in: bare, or a string inside a JSON line.

Belongs here: undoing a container's spelling with the place of each character. Does not belong here:
markup.
"""

import json
import re
from functools import lru_cache

from pipeline.cleaning.source_text import SourceText
from pipeline.reading.fields import BODY_FIELDS, MARKUP_FIELDS, TEXT_FIELD
from pipeline.records import RawDocument, TextRun

STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.S)
MARK = re.compile(r'["{}\[\]]')
COLON = re.compile(r"\s*:\s*")
ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)", re.S)
PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def coded_text(raw: RawDocument) -> SourceText:
    """The text with the raw place of each character."""
    text = raw.text()
    if not raw.media_type.startswith("application/json"):
        return SourceText(text)
    if TEXT_FIELD in raw.hints:
        return json_field(text, (raw.hints[TEXT_FIELD],))
    fields = MARKUP_FIELDS if raw.media_type.endswith("+html") else BODY_FIELDS
    return json_field(text, fields)


def json_field(line: str, names: tuple[str, ...]) -> SourceText:
    """The value of the first of the fields that holds a string, inside the JSON object `line`.

    Raises ValueError where there is none.
    """
    record = json.loads(line)
    for name in names:
        value = record.get(name)
        if isinstance(value, str) and value.strip():
            start, end = _string_place(line, name)
            return _decoded(line, start + 1, end - 1)
    raise ValueError(f"none of the fields {', '.join(names)}")


def _string_place(line: str, name: str) -> tuple[int, int]:
    """Where the string that is the value of the top-level key stands; of several keys the last."""
    depth = 0
    place: tuple[int, int] | None = None
    position = 0
    while mark := MARK.search(line, position):
        position = mark.end()
        if mark.group() != '"':
            depth += 1 if mark.group() in "{[" else -1
            continue
        string = STRING.match(line, mark.start())
        if string is None:
            break
        position = string.end()
        colon = COLON.match(line, position) if depth == 1 else None
        if colon is None or json.loads(string.group(), strict=False) != name:
            continue
        found = STRING.match(line, colon.end())
        place = found.span() if found else None
        position = found.end() if found else colon.end()
    if place is None:
        raise ValueError(f"no string at {name!r}")
    return place


def _decoded(line: str, start: int, end: int) -> SourceText:
    """The inside of a JSON string, and where each character of it stands in the line."""
    parts: list[str] = []
    segments: list[TextRun] = []
    length = 0
    position = start

    def add(text: str, raw_start: int, raw_end: int) -> None:
        nonlocal length
        parts.append(text)
        segments.append(TextRun(length, length + len(text), raw_start, raw_end))
        length += len(text)

    while position < end:
        escape = line.find("\\", position, end)
        stop = escape if escape >= 0 else end
        if stop > position:
            add(line[position:stop], position, stop)
        position = stop
        match = (
            PAIR.match(line, escape, end) or ESCAPE.match(line, escape, end)
            if escape >= 0
            else None
        )
        if match:
            add(_unescaped(match.group()), *match.span())
            position = match.end()
    return SourceText("".join(parts), segments)


@lru_cache(maxsize=4096)
def _unescaped(escape: str) -> str:
    return str(json.loads(f'"{escape}"', strict=False))
