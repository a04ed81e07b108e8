"""Raw documents for the tests of this room, and the two promises that hold for every clean one."""

import html
import re

from pipeline.cleaning.clean import clean
from pipeline.reading.encoding import encoding_of
from pipeline.records import Document, ManifestEntry, RawDocument, document_id_of

INVISIBLE = re.compile(r"[\s\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]+")


def raw_item(
    content: str | bytes,
    media_type: str = "text/plain",
    path: str = "a.txt",
    hints: dict[str, str] | None = None,
) -> RawDocument:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return RawDocument(
        document_id=document_id_of(path, "0"),
        path=path,
        media_type=media_type,
        encoding=encoding_of(data) or "latin-1",
        byte_size=len(data),
        content_sha256="0",
        content=data,
        hints=hints or {},
    )


def cleaned(
    content: str | bytes,
    media_type: str = "text/plain",
    path: str = "a.txt",
    hints: dict[str, str] | None = None,
    manifest: tuple[ManifestEntry, ...] = (),
) -> Document:
    document = clean(raw_item(content, media_type, path, hints), manifest)
    assert isinstance(document, Document), document
    return document


def sections(document: Document) -> list[tuple[str, str]]:
    return [(b.section, document.text[b.start_char : b.end_char]) for b in document.blocks]


def assert_receipts(document: Document, raw: str) -> None:
    """Every visible character of the clean text is in the map, and its raw slice reads as it."""
    covered = [False] * len(document.text)
    last = 0
    for run in document.text_map:
        assert run.start_char >= last
        last = run.end_char
        covered[run.start_char : run.end_char] = [True] * (run.end_char - run.start_char)
        clean_part = document.text[run.start_char : run.end_char]
        raw_part = raw[run.raw_start : run.raw_end]
        readings = {raw_part, html.unescape(raw_part)}
        assert _letters(clean_part) in {_letters(one) for one in readings}, (clean_part, raw_part)
    blank = [c for c, is_covered in zip(document.text, covered, strict=True) if not is_covered]
    assert not "".join(blank).strip()
    inside = [i for b in document.blocks for i in range(b.start_char, b.end_char)]
    assert all(covered[i] for i in inside)


def _letters(text: str) -> str:
    return INVISIBLE.sub("", text)
