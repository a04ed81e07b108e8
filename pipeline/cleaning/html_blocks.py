"""The article's blocks of an HTML page.

Belongs here: what trafilatura keeps, and judging block by block what it loses and what it should not
keep. Does not belong here: tags and entities (markup.py), words of single lines (furniture.py),
metadata.
"""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml.etree import _Element, iterwalk
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from pipeline.cleaning.blocks import CleanBlock
from pipeline.cleaning.dates import clock_of
from pipeline.cleaning.furniture import Verdict, is_date_line, judge_line
from pipeline.cleaning.markup import HEADINGS, Element, MarkupBlock, Page
from pipeline.cleaning.match import covered_shares, letters_of
from pipeline.cleaning.words import word_set
from pipeline.records import Section

# What it cannot read is still read here, so its complaints would only alarm.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
INLINE_NAMES = frozenset(("hi", "ref", "del"))
KEPT_SHARE = 0.5
LARGEST_THOROUGH = 5_000_000
CONTAINER_SHARE = 0.9  # of the kept text, that the element around the article holds
ASIDE_NAMES = word_set("nav aside footer form button menu dialog fieldset legend")
ASIDE_WORDS = re.compile(
    r"(?i)(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|promo\w*|shar(?:e|ing)\w*|social\w*|newsletter\w*|"
    r"subscri\w*|sidebar\w*|comments?|disqus\w*|breadcrumbs?|cta|ads?|advert\w*|sponsor\w*|tags?|toc|"
    r"popular|trending|pagination|pager|menu|nav\w*|cookie\w*|consent\w*|modal|popup|banner|footer|"
    r"author-?(?:bio|box|card|info|tooltip)\w*|bio|read-?(?:more|next)|more-?(?:from|stories|on)|outbrain|taboola|"
    r"signup|sign-up|login|paywall|teaser\w*|card|carousel|slider|swiper\w*|search|widget-area|skip-link|"
    r"screen-reader\w*|sr-only|visually-hidden|tooltip\w*|metadata|byline|dateline|pull-?quote\w*|pullquote)(?=$|[\s_-])"
)
OTHER_PAGES = re.compile(r"(?i)\b(?:related|recirc|recommend|teaser|more-|promo|popular|trending)")
EMBED_WORDS = re.compile(
    r"(?i)twitter-tweet|instagram-media|tiktok-embed|fb-post|bluesky-embed|reddit-embed|mastodon"
)
LINKED = 0.5
ALL_LINKED = 0.9
LONGEST_LINK = 100
PROSE_LETTERS = 60
FEWEST_LETTERS = 20  # of a paragraph that the extractor lost
DECK_LETTERS = 40
LATE_DATE_REACH = 8
HEAD_REACH = 12  # blocks around the headline that may hold its byline and date
LINK_LIST = 3
SHORT_LETTERS = 200
FRAGMENT_LETTERS = 40
CAPTION_REACH = 3
CAPTION_WORDS = re.compile(
    r"(?i)(?:^|[\s_-])(?:wp-caption-text|(?:photo|image|img|media|figure|picture)[\w-]*-?caption|caption-?text|caption|"
    r"(?:photo|image|video|summary|media|picture)-?credits?)(?=$|\s)"
)
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
NOT_ARTICLE = "not part of the article"


@dataclass(slots=True)
class _Judged:
    """A block of the page under judgement."""

    block: MarkupBlock
    letters: str
    section: Section | None = None
    reason: str = NOT_ARTICLE
    _verdict: tuple[Verdict | None] | None = None

    @property
    def verdict(self) -> Verdict | None:
        """What its words alone make of it."""
        if self._verdict is None:
            self._verdict = (judge_line(self.block.text),)
        return self._verdict[0]


def article_blocks(markup: str, page: Page, title: str | None) -> list[CleanBlock]:
    """Every block of the page in order; those of the article with their section."""
    judged = [_Judged(block, letters_of(block.text)) for block in page.blocks]
    _take(judged, extracted_passages(markup, thorough=False))
    if _is_thin(judged) and len(markup) <= LARGEST_THOROUGH:
        _take(judged, extracted_passages(markup, thorough=True))
    if not any(one.section for one in judged):
        _take_prose(judged)
    _add_what_is_lost(judged)
    headline = _mark_headline(judged, title)
    _add_head(judged, headline)
    _drop_furniture(judged)
    _drop_repeats(judged)
    _name_sections(judged)
    return [CleanBlock(one.block.pieces, one.block.text, one.section, one.reason) for one in judged]


def extracted_passages(markup: str, thorough: bool) -> list[str]:
    """The paragraphs that trafilatura takes for the main text, in its order; none where it fails.

    Thorough is with its comparison to other extractors, which takes half as long again.
    """
    options = Extractor(comments=False, with_metadata=False, fast=not thorough)
    try:
        found = bare_extraction(markup, options=options)
    except Exception:  # whatever a broken page does to a library, the page is still read
        return []
    if found is None or found.body is None:
        return []
    passages: list[str] = []
    _collect(found.body, passages)
    return passages


def _take(judged: Sequence[_Judged], passages: Sequence[str]) -> None:
    """Keep the blocks that the passages are made of."""
    for one, share in zip(
        judged, covered_shares([one.letters for one in judged], passages), strict=True
    ):
        one.section = "body" if share >= KEPT_SHARE else None


def _take_prose(judged: Sequence[_Judged]) -> None:
    """Where the extractor finds nothing: the paragraphs that are not links, else all there is."""
    for one in judged:
        if (
            len(one.letters) >= FEWEST_LETTERS
            and one.block.link_share() < LINKED
            and not one.verdict
        ):
            one.section = "body"
    if not any(one.section for one in judged):
        for one in judged:
            one.section = "body" if one.letters else None


def _is_thin(judged: Sequence[_Judged]) -> bool:
    """Whether less than half of what looks like prose is kept."""
    kept = sum(len(one.letters) for one in judged if one.section)
    lost = sum(
        len(one.letters)
        for one in judged
        if one.section is None
        and len(one.letters) >= PROSE_LETTERS
        and one.block.link_share() < LINKED
    )
    return kept <= lost


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


def _add_what_is_lost(judged: Sequence[_Judged]) -> None:
    """Keep paragraphs, headings and items between kept ones that the extractor dropped.

    It judges elements by themselves; a heading over kept text, or an item among kept ones, is part
    of the article unless its place or its links speak against it.
    """
    kept = [n for n, one in enumerate(judged) if one.section]
    if not kept:
        return
    container = _container(judged)
    seen = {one.letters for one in judged if one.section}
    for n in range(kept[0], kept[-1] + 1):
        one = judged[n]
        if not one.section and clock_of(one.block.text) and _belongs(one, container):
            one.section = "body"
        if one.section or one.verdict or not one.letters or one.letters in seen:
            continue
        if _belongs(one, container):
            one.section = "body"
            seen.add(one.letters)


def _container(judged: Sequence[_Judged]) -> Element | None:
    """The inmost element that holds nearly all of the kept text."""
    weights: dict[int, int] = {}
    elements: dict[int, Element] = {}
    total = 0
    for one in judged:
        if one.section:
            total += len(one.letters)
            for element in one.block.element.ancestors():
                weights[element.order] = weights.get(element.order, 0) + len(one.letters)
                elements[element.order] = element
    enough = [order for order, weight in weights.items() if weight >= CONTAINER_SHARE * total]
    return elements[max(enough)] if enough else None


def _belongs(one: _Judged, container: Element | None) -> bool:
    inside = False
    for element in one.block.element.ancestors():
        if element is container:
            inside = True
            break
        if is_aside(element):
            return False
    if not inside:
        return False
    name = one.block.element.name
    if name in HEADINGS:
        return True
    if one.block.link_share() > LINKED:
        return False
    return (
        name in ("li", "dd", "dt")
        or len(one.letters) >= FEWEST_LETTERS
        or clock_of(one.block.text) is not None
    )


def is_aside(element: Element) -> bool:
    """Whether an element is beside the article by its name or its classes."""
    if element.name in ASIDE_NAMES:
        return True
    if "class" not in element.written and "id" not in element.written:
        return False
    words = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    return ASIDE_WORDS.search(words) is not None


def _mark_headline(judged: Sequence[_Judged], title: str | None) -> int | None:
    """Find the block that is the headline; the title stands in the text once."""
    wanted = letters_of(title or "").casefold()
    same = [n for n, one in enumerate(judged) if wanted and one.letters.casefold() == wanted]
    in_heading = [n for n in same if judged[n].block.element.heading == "h1"]
    kept = [n for n in same if judged[n].section]
    headings = [
        n for n, one in enumerate(judged) if one.section and one.block.element.heading == "h1"
    ]
    chosen = next(iter((*in_heading, *kept, *headings[:1], *same)), None)
    if chosen is None:
        return None
    first_kept = next((n for n, one in enumerate(judged) if one.section), None)
    if not in_heading and chosen not in kept and first_kept is not None and chosen > first_kept:
        return None
    above = next(
        (n for n in range(chosen + 1, len(judged)) if judged[n].section and n not in same), 0
    )
    for n in same:
        if judged[n].section and n != chosen and n < above:
            judged[n].section, judged[n].reason = None, "repeated"
    judged[chosen].section = "headline"
    return chosen


def _add_head(judged: Sequence[_Judged], headline: int | None) -> None:
    """Keep the byline and the date above the text, and the deck below the headline."""
    first = next((n for n, one in enumerate(judged) if one.section == "body"), None)
    if first is None:
        return
    top = first if headline is None or headline > first else headline
    for n in range(max(0, top - HEAD_REACH // 2), min(len(judged), top + HEAD_REACH)):
        one = judged[n]
        if one.section or (n > first and not _is_late_date(one, n - first)):
            continue
        if one.verdict and one.verdict.section == "credit":
            one.section = "credit"
        elif top < n < first and len(one.letters) >= DECK_LETTERS and _is_deck(one):
            one.section = "subhead"


def _is_late_date(one: _Judged, distance: int) -> bool:
    """Whether a date below the first paragraph is the article's own, and not that of a link."""
    if distance > LATE_DATE_REACH or not is_date_line(one.block.text):
        return False
    return not any(
        element.name in ASIDE_NAMES or OTHER_PAGES.search(element.written)
        for element in one.block.element.ancestors()
    )


def _is_deck(one: _Judged) -> bool:
    if one.verdict or one.block.link_share() > LINKED / 2:
        return False
    return not any(element.name in ASIDE_NAMES for element in one.block.element.ancestors())


def _drop_furniture(judged: Sequence[_Judged]) -> None:
    """Leave out lines that are furniture by their words, lists of links, and headings over nothing."""
    kept = [one for one in judged if one.section == "body"]
    # Within an article the questions of a list may be buttons; a page of nothing else is a wall.
    is_wall = all(_is_on_buttons(one) for one in kept)
    for one in kept:
        if one.verdict and one.verdict.section is None:
            one.section, one.reason = None, one.verdict.reason
        elif is_wall or (
            one.block.element.inside("nav", "button", "form") and len(one.letters) < SHORT_LETTERS
        ):
            one.section, one.reason = None, NOT_ARTICLE
    _drop_link_lists([one for one in judged if one.section])
    body = [one for one in judged if one.section == "body"]
    if all(one.block.element.name in HEADINGS or _is_fragment(one) for one in body):
        return
    below = False
    for one in reversed(body):
        if not below and (one.block.element.name in HEADINGS or _is_fragment(one)):
            one.section, one.reason = None, "heading over nothing"
        below = below or one.section == "body"


def _drop_repeats(judged: Sequence[_Judged]) -> None:
    """A paragraph or headline that stands twice, one right behind the other, counts once."""
    last = ""
    for one in judged:
        if one.section and one.letters:
            if one.letters == last:
                one.section, one.reason = None, "repeated"
            last = one.letters


def _is_on_buttons(one: _Judged) -> bool:
    on_buttons = "".join(piece.text for piece in one.block.button_pieces)
    return bool(on_buttons) and one.letters == letters_of(on_buttons)


def _drop_link_lists(kept: Sequence[_Judged]) -> None:
    """Three links in a row with nothing beside them lead to other pages."""
    for is_link, group in groupby(kept, key=_is_mere_link):
        run = list(group)
        if is_link and len(run) >= LINK_LIST:
            for one in run:
                one.section, one.reason = None, "links"


def _is_mere_link(one: _Judged) -> bool:
    return (
        one.section == "body"
        and one.block.link_share() > ALL_LINKED
        and len(one.letters) < LONGEST_LINK
    )


def _is_fragment(one: _Judged) -> bool:
    """A few words below the article that end no sentence: a label over what is no text."""
    return (
        one.block.element.name in ("p", "div", "span")
        and len(one.letters) < FRAGMENT_LETTERS
        and not SENTENCE_END.search(one.block.text)
        and not any(letter.isdigit() for letter in one.letters)
    )


def _name_sections(judged: Sequence[_Judged]) -> None:
    total = sum(len(one.letters) for one in judged if one.section == "body")
    code = sum(
        len(one.letters)
        for one in judged
        if one.section == "body" and one.block.element.inside("pre")
    )
    for one in judged:
        if one.section != "body":
            continue
        if _is_embed(one.block.element) or (code < total / 2 and one.block.element.inside("pre")):
            one.section = "embed"
        elif one.verdict and one.verdict.section:
            one.section = one.verdict.section
        elif _is_caption(one.block.element):
            one.section = "credit"
        elif one.block.element.name in HEADINGS:
            one.section = "subhead"


def _is_embed(element: Element) -> bool:
    return any(
        EMBED_WORDS.search(around.attributes.get("class", ""))
        for around in element.ancestors()
        if around.name in ("blockquote", "div") and "class" in around.written
    )


def _is_caption(element: Element) -> bool:
    for _, around in zip(range(CAPTION_REACH), element.ancestors(), strict=False):
        if around.name in ("figcaption", "caption"):
            return around.name == "figcaption" or element.name == "caption"
        if "class" in around.written and CAPTION_WORDS.search(around.attributes.get("class", "")):
            return True
    return False
