"""Reading whole files within bounds: compression undone, bombs and broken archives named.

Belongs here: bytes in, bytes out, sizes. Does not belong here: what the bytes mean.
"""

import gzip
import io
import zlib
from typing import IO, cast

import zstandard

from pipeline.records import RejectionReason

# Text compresses 3 to 20 times; a page of nothing but one tag 1,000 times.
MOST_EXPANSION = 2_000
SMALLEST_SUSPECT = 16 * 2**20
CHUNK = 2**20


class ReadError(Exception):
    """Bytes that cannot be used, with the reason for `rejected_documents`."""

    def __init__(self, reason: RejectionReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def decompressed(content: bytes, suffix: str, largest: int) -> bytes:
    """The bytes behind `.gz` or `.zst`, at most `largest` of them.

    Raises ReadError: malformed where the archive is broken or cut short, too_large where it grows
    beyond the limit or out of all proportion.
    """
    try:
        stream: IO[bytes]
        if suffix == ".gz":
            stream = cast(IO[bytes], gzip.GzipFile(fileobj=io.BytesIO(content)))
        else:
            stream = zstandard.ZstdDecompressor().stream_reader(
                io.BytesIO(content), read_across_frames=True
            )
        return _read_bounded(stream, len(content), largest)
    except (OSError, EOFError, zlib.error, zstandard.ZstdError) as error:
        raise ReadError("malformed", f"broken or truncated {suffix} archive: {error}") from error


def _read_bounded(stream: IO[bytes], compressed_size: int, largest: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := stream.read(CHUNK):
        parts.append(part)
        size += len(part)
        if size > largest:
            raise ReadError("too_large", f"more than {largest:,} bytes once decompressed")
        if size > SMALLEST_SUSPECT and size > MOST_EXPANSION * compressed_size:
            raise ReadError("too_large", f"expands more than {MOST_EXPANSION} times")
    return b"".join(parts)
