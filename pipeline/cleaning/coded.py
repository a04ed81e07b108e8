"""The text of a raw item whatever it is wrapped in: bare, or strings inside a JSON line.

Belongs here: undoing a container's spelling with the place of each character. Does not belong here:
markup.
"""

import json
import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.cleaning.source_text import SourceText
from pipeline.reading.fields import BODY_FIELDS, MARKUP_FIELDS, TEXT_FIELD
from pipeline.reading.nested import BETWEEN_PARAGRAPHS, text_in, value_at
from pipeline.records import RawDocument, TextRun

STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.S)
MARK = re.compile(r'["{}\[\]]')
NEXT_STRING = re.compile(r'["\]]')
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
    """The value of the first of the fields that holds a text, inside the JSON object `line`.

    A name with dots leads into objects inside; a list of strings is a text of paragraphs.

    Raises ValueError where there is none.
    """
    record = json.loads(line)
    for name in names:
        if text_in(value_at(record, name)):
            return _decoded(
                line, _string_places(line, (name,) if name in record else name.split("."))
            )
    raise ValueError(f"none of the fields {', '.join(names)}")


def _string_places(line: str, path: Sequence[str]) -> list[tuple[int, int]]:
    """The insides of the string, or of the strings of the list, that the path of keys leads to."""
    place = line.index("{")
    for key in path:
        place = _member_place(line, place, key)
    if line[place] != "[":
        return [_inside(line, place)]
    places = []
    while line[place] != "]":
        place = NEXT_STRING.search(line, place + 1).end() - 1  # type: ignore[union-attr]
        if line[place] == '"':
            places.append(_inside(line, place))
            place = places[-1][1]
    return places


def _inside(line: str, start: int) -> tuple[int, int]:
    string = STRING.match(line, start)
    if string is None:
        raise ValueError(f"no string at {start}")
    return start + 1, string.end() - 1


def _member_place(line: str, start: int, key: str) -> int:
    """Where the value of a key begins in the object that opens at `start`; of several the last."""
    depth = 0
    place = -1
    position = start
    while mark := MARK.search(line, position):
        position = mark.end()
        if mark.group() != '"':
            depth += 1 if mark.group() in "{[" else -1
            if depth == 0:
                break
            continue
        string = STRING.match(line, mark.start())
        if string is None:
            break
        position = string.end()
        colon = COLON.match(line, position) if depth == 1 else None
        if colon is None:
            continue
        position = colon.end()
        if json.loads(string.group(), strict=False) == key:
            place = position
        if line[position : position + 1] == '"' and (value := STRING.match(line, position)):
            position = value.end()
    if place < 0:
        raise ValueError(f"no value at {key!r}")
    return place


def _decoded(line: str, places: Sequence[tuple[int, int]]) -> SourceText:
    """The insides of JSON strings as paragraphs, and where each character stands in the line."""
    parts: list[str] = []
    segments: list[TextRun] = []
    length = 0

    def add(text: str, raw_start: int, raw_end: int) -> None:
        nonlocal length
        parts.append(text)
        segments.append(TextRun(length, length + len(text), raw_start, raw_end))
        length += len(text)

    position = places[0][0]
    for start, end in places:
        if parts:
            add(BETWEEN_PARAGRAPHS, position, start)
        position = start
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
