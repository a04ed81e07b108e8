"""One raw document in, one clean document out: text with its map, and metadata.

Belongs here: the order of the steps. Does not belong here: any of them.
"""

import re

from pipeline.cleaning.blocks import CleanBlock, join_blocks
from pipeline.cleaning.coded import coded_text
from pipeline.cleaning.evidence import Evidence
from pipeline.cleaning.html_blocks import article_blocks
from pipeline.cleaning.live import with_post_times
from pipeline.cleaning.markup import Page, read_page
from pipeline.cleaning.markup_facts import MarkupFacts, markup_facts
from pipeline.cleaning.metadata import describe
from pipeline.cleaning.plain_blocks import text_blocks
from pipeline.cleaning.titles import title_of_page
from pipeline.cleaning.walls import what_stands_in_front
from pipeline.records import Document, ManifestEntry, RawDocument, Rejection

MARKUP_TYPES = ("text/html", "application/xhtml+xml", "application/json+html")
WORD = re.compile(r"\w+")


def clean(raw: RawDocument, manifest: tuple[ManifestEntry, ...]) -> Document | Rejection:
    """The clean document, or a rejection (`no_text`) where nothing is left to read."""
    source = coded_text(raw)
    page: Page | None = None
    facts: MarkupFacts | None = None
    page_title: tuple[str | None, str | None] = (None, None)
    blocks: list[CleanBlock]
    if raw.media_type in MARKUP_TYPES:
        page = read_page(source.text)
        facts = markup_facts(page)
        page_title = title_of_page(page, facts)
        blocks = article_blocks(source.text, page, page_title[0])
    else:
        blocks = text_blocks(source, markdown=raw.media_type == "text/markdown")
    joined = join_blocks(source, blocks)
    words = len(WORD.findall(joined.text))
    unread = what_stands_in_front(blocks) or ("" if words else "no words are left to read")
    if unread:
        return Rejection(raw.path, raw.content_sha256, "documents", "no_text", unread)
    about = describe(Evidence(raw, source.text, manifest, page, blocks, page_title), facts)
    return Document(
        document_id=raw.document_id,
        path=raw.path,
        source=about.source,
        title=about.title,
        byline=about.byline,
        published_at=about.published.at,
        published_earliest=about.published.earliest,
        published_latest=about.published.latest,
        published_by=about.published.found_by,
        language=about.language,
        analysis=about.analysis,
        text=joined.text,
        word_count=words,
        blocks=with_post_times(joined.blocks, blocks, page, about.published.at),
        text_map=joined.text_map,
        omissions=joined.omissions,
        title_by=about.title_by,
        byline_by=about.byline_by,
        language_by=about.language_by,
    )
