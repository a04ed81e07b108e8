"""One reader a format: the bytes of a file in, the raw documents in it out.

Belongs here: what a suffix means and how its container is opened. Does not belong here: cleaning.
A reader yields `Item`s; whatever it cannot use it yields as a ReadError with the item's place.
"""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from pipeline.reading.encoding import looks_binary
from pipeline.reading.fields import FieldNames
from pipeline.reading.items import Item, csv_rows, json_lines, parquet_rows
from pipeline.reading.limits import ReadError

HOW_TO_CONVERT = {
    ".docx": "save it as .txt, .html or .pdf",
    ".doc": "save it as .txt, .html or .pdf",
    ".odt": "save it as .txt, .html or .pdf",
    ".rtf": "save it as .txt or .html",
    ".eml": "save the message body as .txt or .html",
    ".msg": "save the message body as .txt or .html",
    ".mht": "save the page as .html",
    ".mhtml": "save the page as .html",
    ".epub": "convert it to .html",
    ".pages": "export it as .pdf or .txt",
    ".pptx": "save it as .pdf",
    ".ppt": "save it as .pdf",
    ".zip": "unpack it into the input folder",
    ".tar": "unpack it into the input folder",
    ".tgz": "unpack it into the input folder",
    ".rar": "unpack it into the input folder",
    ".7z": "unpack it into the input folder",
    ".xlsx": "save the sheet as .csv",
    ".xls": "save the sheet as .csv",
    ".json": "write one record a line (.jsonl)",
    ".xml": "convert it to .html or .jsonl",
    ".rss": "save the articles that it lists, as .html or one a line in .jsonl",
    ".atom": "save the articles that it lists, as .html or one a line in .jsonl",
    ".srt": "save its words as .txt",
    ".vtt": "save its words as .txt",
    **dict.fromkeys((".mp3", ".mp4", ".m4a", ".wav", ".mov", ".webm"), "transcribe it to .txt"),
    "": "give it the suffix of its format",
}
PDF_END = (b"%%EOF", b"startxref")
PDF_TAIL = 2_048  # a few lines that a server adds may follow the end
IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".svg", ".heic")


Found = Iterable[Item | tuple[str, ReadError]]
Reader = Callable[[bytes], Found]


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

    # A PDF laid out for the web, or saved twice, opens when it is cut and lacks pages without a word.
    if not any(mark in content[-PDF_TAIL:] for mark in PDF_END):
        raise ReadError("malformed", "the PDF is cut short: its end is not there")
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


READERS: dict[str, Reader] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _xhtml,
    ".pdf": _pdf,
    ".warc": _warc,
}
RECORD_READERS: dict[str, Callable[[bytes, FieldNames], Found]] = {
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".csv": csv_rows,
    ".tsv": csv_rows,
    ".parquet": parquet_rows,
}
COMPRESSED = (".gz", ".zst")
BINARY_FORMATS = (".parquet", ".pdf", ".warc")


def suffixes_of(path: str) -> tuple[str, str | None]:
    """The suffix that names the format, and the one that names the compression, if any."""
    suffixes = [suffix.lower() for suffix in PurePosixPath(path).suffixes]
    if suffixes and suffixes[-1] in COMPRESSED:
        return (suffixes[-2] if len(suffixes) > 1 else "", suffixes[-1])
    return (suffixes[-1] if suffixes else "", None)


def reader_of(suffix: str, names: FieldNames) -> Reader:
    """The reader of a format. Raises ReadError (unsupported) with a word on how to convert it.

    `names` are the fields of records that are read, where the format has records.
    """
    if suffix in READERS:
        return READERS[suffix]
    if suffix in RECORD_READERS:
        reader = RECORD_READERS[suffix]
        return lambda content: reader(content, names)
    hint = "describe it in a .txt file" if suffix in IMAGES else HOW_TO_CONVERT.get(suffix)
    supported = ", ".join((*READERS, *RECORD_READERS))
    raise ReadError(
        "unsupported",
        f"files of type {suffix or '(none)'} are not read; "
        + (hint or f"convert it to one of {supported}"),
    )


def holds_records(path: str) -> bool:
    """Whether the file at the path holds records with named fields."""
    return suffixes_of(path)[0] in RECORD_READERS


def sha256_of(content: bytes) -> str:
    """The hash that `content_sha256` holds."""
    return hashlib.sha256(content).hexdigest()


def check_text(content: bytes) -> None:
    """Raises ReadError where the bytes are empty or no text."""
    if not content.strip(b" \t\r\n\x00\x0b\x0c\xef\xbb\xbf"):
        raise ReadError("empty", "no bytes but white space")
    if looks_binary(content):
        raise ReadError("binary", "control bytes that no text has")
