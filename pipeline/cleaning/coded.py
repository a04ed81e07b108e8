"""The text of a raw item whatever it is wrapped in: bare, or a string inside a JSON line.

Belongs here: undoing a container's spelling with the place of each character. Does not belong here:
markup.
"""

import json
import re
from array import array

from pipeline.cleaning.source_text import SourceText
from pipeline.reading.formats import BODY_FIELDS, MARKUP_FIELDS
from pipeline.records import RawDocument

STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.S)
ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)", re.S)
PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def coded_text(raw: RawDocument) -> SourceText:
    """The text with the raw place of each character."""
    text = raw.text()
    if not raw.media_type.startswith("application/json"):
        return SourceText(text)
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
    for match in re.finditer(r'["{}\[\]]', line):
        if match.start() < position:
            continue
        if match.group() != '"':
            depth += 1 if match.group() in "{[" else -1
            continue
        string = STRING.match(line, match.start())
        if string is None:
            break
        position = string.end()
        after = line[position:].lstrip()[:1] if depth == 1 else ""
        if after != ":" or json.loads(string.group(), strict=False) != name:
            continue
        colon = line.index(":", position)
        value = re.compile(r"\s*").match(line, colon + 1)
        found = STRING.match(line, value.end() if value else colon + 1)
        place = found.span() if found else None
        if found:
            position = found.end()
    if place is None:
        raise ValueError(f"no string at {name!r}")
    return place


def _decoded(line: str, start: int, end: int) -> SourceText:
    """The inside of a JSON string, and where each character of it stands in the line."""
    if line.find("\\", start, end) < 0:
        return SourceText(line[start:end], range(start, end + 1))
    parts: list[str] = []
    starts = array("q")
    position = start
    while position < end:
        escape = line.find("\\", position, end)
        stop = escape if escape >= 0 else end
        parts.append(line[position:stop])
        starts.extend(range(position, stop))
        position = stop
        if escape >= 0:
            match = PAIR.match(line, escape, end) or ESCAPE.match(line, escape, end)
            if match is None:
                break
            parts.append(json.loads(f'"{match.group()}"', strict=False))
            starts.append(escape)
            position = match.end()
    starts.append(end)
    return SourceText("".join(parts), starts)
