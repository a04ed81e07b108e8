"""Text inside a JSON line: what it says, and where each character of it stands."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cleaning.coded import json_field
from tests.cleaning.raw_items import cleaned


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('{"text": "He said \\"no\\"."}', 'He said "no".'),
        ('{"a": {"text": "inner"}, "text": "outer"}', "outer"),
        ('{"a": ["text", ":"], "te\\u0078t" : "outer"}', "outer"),
        ('{"text": "first", "text": "last"}', "last"),
        ('{"text": "caf\\u00e9 \\ud83d\\ude00 \\ud800 end"}', "café 😀 \ud800 end"),
        ('{"text": "", "body": "second"}', "second"),
    ],
)
def test_field(line: str, text: str) -> None:
    assert json_field(line, ("text", "body")).text == text


def test_no_field() -> None:
    with pytest.raises(ValueError, match="none of the fields"):
        json_field('{"x": 1}', ("text",))


@given(st.text(), st.booleans())
def test_every_character_has_its_place(text: str, is_ascii: bool) -> None:
    if not text.strip():
        return
    line = json.dumps({"id": "text", "text": text}, ensure_ascii=is_ascii)
    source = json_field(line, ("text",))
    assert source.text == text
    for index in range(len(text)):
        raw = line[source.raw_start(index) : source.raw_end(index + 1)]
        assert json.loads(f'"{raw}"', strict=False) == text[index]


def test_markup_in_a_json_line() -> None:
    line = json.dumps(
        {"html": '<p>He said "no" &amp; left the hall on Monday.</p><p>It was late.</p>'}
    )
    document = cleaned(line, "application/json+html", "a.jsonl#1")
    assert document.text.startswith('He said "no" & left')
    run = next(r for r in document.text_map if document.text[r.start_char : r.end_char] == "&")
    assert line[run.raw_start : run.raw_end] == "&amp;"
