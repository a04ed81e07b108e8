"""What metadata may be read from, in one record.

Belongs here: only that record. Does not belong here: reading it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.cleaning.blocks import CleanBlock
from pipeline.cleaning.markup import Page
from pipeline.records import ManifestEntry, RawDocument


@dataclass(frozen=True, slots=True)
class Evidence:
    """The raw item, the user's settings for its path, its markup if it has any, and its blocks."""

    raw: RawDocument
    manifest: tuple[ManifestEntry, ...]
    page: Page | None
    blocks: Sequence[CleanBlock]
