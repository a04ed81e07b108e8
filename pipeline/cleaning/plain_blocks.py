"""The blocks of plain text: lines that stand apart, what they are, and which are no part of it.

Belongs here: splitting text into blocks and walking them. Does not belong here: the patterns of
furniture lines (furniture.py).
"""

import re

from pipeline.cleaning.blocks import CleanBlock
from pipeline.cleaning.source_text import Piece, SourceText, folded

LINE = re.compile(r"[^\n\r\x0b\x0c\u2028\u2029]+")


def text_blocks(source: SourceText) -> list[CleanBlock]:
    """Every line of the text as a block."""
    blocks = []
    for match in LINE.finditer(source.text):
        pieces = folded([Piece(match.group(), match.start(), match.end())])
        if pieces:
            text = "".join(piece.text for piece in pieces)
            blocks.append(CleanBlock(pieces, text, "body"))
    return blocks
