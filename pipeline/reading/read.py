"""One file of the input folder in, its raw documents and rejections out.

Belongs here: the way from a path to records, and every limit on it. Does not belong here: formats.
"""

import os
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from pipeline.reading.encoding import encoding_of
from pipeline.reading.fields import FieldNames
from pipeline.reading.folder import InputFile
from pipeline.reading.formats import (
    BINARY_FORMATS,
    check_text,
    reader_of,
    sha256_of,
    suffixes_of,
)
from pipeline.reading.items import Item
from pipeline.reading.limits import ReadError, decompressed
from pipeline.records import RawDocument, Rejection, document_id_of
from pipeline.settings import Settings

RECOGNISED_ONLY = FieldNames()


def read_file(
    file: InputFile, settings: Settings, names: FieldNames = RECOGNISED_ONLY
) -> Iterator[RawDocument | Rejection]:
    """Every raw document of the file, and a rejection for each part that cannot be used.

    Never raises for what a file holds: whatever is wrong with it is a rejection with its reason.
    """
    sha256 = ""
    try:
        data = _bytes_of(file, settings)
        sha256 = sha256_of(data)
        yield from _documents(file.path, data, sha256, settings, names)
    except ReadError as error:
        yield Rejection(file.path, sha256, "reading", error.reason, error.detail)
    except (MemoryError, RecursionError) as error:
        yield Rejection(file.path, sha256, "reading", "too_large", type(error).__name__)


def _bytes_of(file: InputFile, settings: Settings) -> bytes:
    if file.byte_size > settings.largest_file_bytes:
        raise ReadError(
            "too_large", f"{file.byte_size:,} bytes; the limit is {settings.largest_file_bytes:,}"
        )
    try:
        with file.location.open("rb") as stream:
            before = _stamp(stream)
            data = stream.read(settings.largest_file_bytes + 1)
            after = _stamp(stream)
    except FileNotFoundError as error:
        raise ReadError("vanished", "gone between listing and reading") from error
    except OSError as error:
        raise ReadError("unreadable", str(error.strerror or error)) from error
    if len(data) > settings.largest_file_bytes:
        raise ReadError("too_large", "grew beyond the limit while it was read")
    if before != after:
        # Half of it may be old and half new: what was listed is there no more.
        raise ReadError("vanished", "changed while it was read; the next run reads it again")
    return data


def _stamp(stream: BinaryIO) -> tuple[int, int]:
    status = os.fstat(stream.fileno())
    return status.st_size, status.st_mtime_ns


def _documents(
    path: str, data: bytes, sha256: str, settings: Settings, names: FieldNames
) -> Iterator[RawDocument | Rejection]:
    suffix, compression = suffixes_of(path)
    reader = reader_of(suffix, names)
    if not data:
        raise ReadError("empty", "no bytes")
    content = decompressed(data, compression, settings.largest_file_bytes) if compression else data
    if suffix not in BINARY_FORMATS:
        check_text(content)
    is_empty = True
    for item in reader(content):
        is_empty = False
        if isinstance(item, tuple):
            place, error = item
            yield Rejection(f"{path}#{place}", "", "reading", error.reason, error.detail)
            continue
        yield _document(path, item, len(data), sha256, settings)
    if is_empty:
        raise ReadError("empty", "a container without a record of text")


def _document(
    path: str, item: Item, byte_size: int, sha256: str, settings: Settings
) -> RawDocument | Rejection:
    item_path = path if item.place is None else f"{path}#{item.place}"
    item_sha256 = sha256 if item.place is None else sha256_of(item.content)
    try:
        check_text(item.content)
        encoding = (
            item.encoding if item.encoding == "utf-8" else encoding_of(item.content, item.encoding)
        )
        if encoding is None:
            raise ReadError("undecodable", "no encoding fits all of the bytes")
        if len(item.content) > settings.largest_text_characters:
            raise ReadError(
                "too_large", f"more than {settings.largest_text_characters:,} bytes of text"
            )
    except ReadError as error:
        return Rejection(item_path, item_sha256, "reading", error.reason, error.detail)
    return RawDocument(
        document_id=document_id_of(item_path, item_sha256),
        path=item_path,
        media_type=item.media_type,
        encoding=encoding,
        byte_size=byte_size if item.place is None else len(item.content),
        content_sha256=item_sha256,
        content=item.content,
        hints=item.hints,
    )


def file_of(path: str) -> str:
    """The file that a raw document's path lies in, without the place of a record in it."""
    file, mark, _ = path.partition("#")
    return file if mark and PurePosixPath(file).suffix else path
