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
    """A raw item: its text without container, the user's settings for it, its markup and its blocks."""

    raw: RawDocument
    text: str
    manifest: tuple[ManifestEntry, ...]
    page: Page | None
    blocks: Sequence[CleanBlock]
    page_title: tuple[str | None, str | None] = (None, None)
