"""Kept and left-out blocks, and the clean text that they make.

Belongs here: the shape in which every format hands over its blocks, and joining them. Does not
belong here: deciding what is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.cleaning.source_text import Piece, SourceText, TextBuilder
from pipeline.records import Block, Omission, Section, TextRun

BETWEEN_BLOCKS = "\n\n"


@dataclass(frozen=True, slots=True)
class CleanBlock:
    """One block of the source: what it is, or why it is left out."""

    pieces: Sequence[Piece]
    text: str
    section: Section | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CleanText:
    """The clean text with its blocks, its map and what was left out."""

    text: str
    blocks: tuple[Block, ...]
    text_map: tuple[TextRun, ...]
    omissions: tuple[Omission, ...]


def join_blocks(source: SourceText, blocks: Sequence[CleanBlock]) -> CleanText:
    """One text of all blocks that have a section, an empty line between them."""
    builder = TextBuilder(source)
    kept: list[Block] = []
    omissions: list[Omission] = []
    for block in blocks:
        if not block.pieces:
            continue
        if block.section is None:
            raw_start = source.raw_start(block.pieces[0].start)
            raw_end = source.raw_end(block.pieces[-1].end)
            last = omissions[-1] if omissions else None
            if last and last.reason == block.reason and not kept_since(kept, builder, last):
                omissions[-1] = Omission(last.raw_start, raw_end, last.reason)
            else:
                omissions.append(Omission(raw_start, raw_end, block.reason))
            continue
        if kept:
            builder.gap(BETWEEN_BLOCKS)
        start = builder.length
        builder.add(block.pieces)
        kept.append(Block(start, builder.length, block.section))
    return CleanText(builder.text(), tuple(kept), tuple(builder.runs), tuple(omissions))


def kept_since(kept: Sequence[Block], builder: TextBuilder, last: Omission) -> bool:
    """Whether a kept block stands behind the omission."""
    return bool(kept) and bool(builder.runs) and builder.runs[-1].raw_start >= last.raw_end
