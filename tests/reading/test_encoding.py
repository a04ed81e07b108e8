"""The encoding in which bytes decode strictly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reading.encoding import encoding_of, looks_binary

TEXT = "Der Bürgermeister sagte am Montag „nein“ – zweimal, und ging früh nach Hause."


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (("\ufeff" + TEXT).encode("utf-16-le"), "utf-16-le"),
        (("\ufeff" + TEXT).encode("utf-16-be"), "utf-16-be"),
        ("The mayor said no on Monday.".encode("utf-16-le"), "utf-16-le"),
        (b'<meta charset="iso-8859-2">' + "Łódź".encode("iso-8859-2"), "iso8859-2"),
        (b'<meta charset="latin-1">' + "caf\xe9 \u201cno\u201d".encode("cp1252"), "cp1252"),
        (b'<meta charset="no-such-thing">' + TEXT.encode(), "utf-8"),
    ],
)
def test_encoding(content: bytes, encoding: str) -> None:
    assert encoding_of(content) == encoding


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_whatever_is_chosen_decodes_strictly(content: bytes) -> None:
    name = encoding_of(content)
    if name is not None:
        text = content.decode(name)
        assert not any("\ud800" <= letter <= "\udfff" for letter in text)
    looks_binary(content)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_is_itself(text: str) -> None:
    assert encoding_of(text.encode()) == "utf-8"
