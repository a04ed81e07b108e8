"""The article's blocks of an HTML page.

Belongs here: asking trafilatura, and judging block by block what it keeps and what it drops. Does
not belong here: tags and entities (markup.py), metadata.
"""

from lxml.etree import _Element, iterwalk
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from pipeline.cleaning.blocks import CleanBlock
from pipeline.cleaning.markup import HEADINGS, MarkupBlock, Page
from pipeline.cleaning.match import covered_shares
from pipeline.records import Section

INLINE_NAMES = frozenset(("hi", "ref", "del"))
KEPT_SHARE = 0.5


def article_blocks(markup: str, page: Page) -> list[CleanBlock]:
    """Every block of the page, those of the article with their section."""
    shares = covered_shares([block.text for block in page.blocks], extracted_passages(markup))
    return [
        CleanBlock(
            block.pieces,
            block.text,
            _section(block) if share >= KEPT_SHARE else None,
            "not part of the article",
        )
        for block, share in zip(page.blocks, shares, strict=True)
    ]


def extracted_passages(markup: str) -> list[str]:
    """The paragraphs that trafilatura takes for the main text, in its order; none where it fails."""
    try:
        found = bare_extraction(markup, options=Extractor(comments=False, with_metadata=False))
    except Exception:  # whatever a broken page does to a library, the page is still read
        return []
    if found is None or found.body is None:
        return []
    passages: list[str] = []
    _collect(found.body, passages)
    return passages


def _collect(body: _Element, passages: list[str]) -> None:
    """The text between the borders of elements that are no mere formatting."""
    parts: list[str] = []
    for event, node in iterwalk(body, events=("start", "end")):
        if node.tag not in INLINE_NAMES:
            passages.append("".join(parts))
            parts = []
        text = node.text if event == "start" else node.tail
        if text:
            parts.append(text)
    passages.append("".join(parts))


def _section(block: MarkupBlock) -> Section:
    return "subhead" if block.element.name in HEADINGS else "body"
