"""When a document was published, out of everything that tells.

Belongs here: the order in which evidence of the time counts: manifest, markup or container against
the date that the page shows, addresses, path. Does not belong here: reading one date (dates.py), the
lines of the text (text_facts.py).
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import PurePosixPath

from pipeline.cleaning.dates import (
    Moment,
    Order,
    Published,
    first_moment,
    is_believable,
    moments,
    published,
    seconds_since_1970,
)
from pipeline.cleaning.evidence import Evidence
from pipeline.cleaning.furniture import is_date_line
from pipeline.cleaning.markup import Element
from pipeline.cleaning.markup_facts import MarkupFacts
from pipeline.cleaning.match import letters_of
from pipeline.cleaning.text_facts import UPDATED, published_in_text, updated_in_text
from pipeline.records import Source

DAY_FIRST_DOMAINS = re.compile(r"\.(?:uk|au|nz|in|ie|za|fr|de|es|it|nl|eu|br|pt)$")
URL_DATE = re.compile(r"/(?P<date>(?:19|20)\d\d/(?:0?[1-9]|1[0-2]|[A-Za-z]{3,9})/(?:0?[1-9]|[12]\d|3[01]))(?=/|[-_])|"
                      r"(?<!\d)(?P<dashed>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)")  # fmt: skip
SCRIPT_DATE = re.compile(
    r"""(?:"|\\"|&quot;|')(?:datePublished|publishedAt|published_at|publishDate|publish_date|datePublish|"""
    r"""publicationDate|firstPublished(?:At|Date)?|pubDate)(?:"|\\"|&quot;|')?\s*:\s*(?:"|\\"|&quot;|')"""
    r"""(?P<date>[\w:.+, -]{8,40})"""
)
INNER_TEXT = re.compile(r"<[^<>]*>\s*([^<>]{6,60}?)\s*</")
OWN_ENTRY_REACH = 2  # blocks beside the page's own title in a list of pages
LONGEST_ENTRY_DATE = 60


def publication_of(evidence: Evidence, facts: MarkupFacts | None, source: Source) -> Published:
    """The best single time with its bounds and how it is known; empty where nothing tells.

    What the markup declares counts first, with the two exceptions of `_settled`.
    """
    order = _number_order(evidence, source)
    today = date.today()
    for entry in evidence.manifest:
        moment = first_moment(entry.date, order) if entry.date else None
        if moment:
            return published(moment, "manifest")
    declared = _declared(evidence, facts, order, today)
    shown = published_in_text(evidence.blocks, order) or _shown_within(evidence, order)
    if shown and shown.at and not is_believable(Moment(shown.at, False), today):
        shown = None
    if declared and shown:
        return _settled(declared, shown, _modified(facts, order))
    if declared or shown:
        return declared or shown or Published()
    urls = [evidence.raw.hints.get("url", ""), *((*facts.canonical, *facts.urls) if facts else ())]
    candidates = [
        *(_in_address(url) for url in urls),
        _in_scripts(evidence),
        _in_own_entry(evidence, order),
        _in_path(evidence.raw.path),
    ]
    for found in candidates:
        if found and found.at and is_believable(Moment(found.at, False), today):
            return found
    updated = updated_in_text(evidence.blocks, order)
    if updated and is_believable(updated, today):
        return Published(updated.at, None, updated.latest, "text")
    latest = _modified(facts, order)
    if latest and is_believable(latest, today):
        return Published(latest=latest.latest)
    return Published()


def _settled(declared: Published, shown: Published, modified: Moment | None) -> Published:
    """One time out of what the markup declares and what the page shows.

    No page shows a day on which it was not yet published: where the shown one is earlier, what is
    declared is that of a later copy. And a page that shows the day of its last change, and calls it
    by no other name, dates what stands there now by that day; the bounds then hold both.
    """
    if not (declared.at and declared.earliest and shown.at and shown.latest):
        return declared
    if shown.latest < declared.earliest - timedelta(days=1):
        return shown
    was_rewritten = modified is not None and modified.at.date() == shown.at.date()
    if was_rewritten and shown.at.date() - declared.at.date() > timedelta(days=1):
        return replace(shown, earliest=declared.earliest)
    return declared


def _declared(
    evidence: Evidence, facts: MarkupFacts | None, order: Order | None, today: date
) -> Published | None:
    """The first believable date that container or markup declare."""
    texts = [evidence.raw.hints.get("date", "")]
    if facts:
        texts += [*facts.published, *_time_elements(evidence), *facts.page_published]
    for text in texts:
        moment = seconds_since_1970(text) or first_moment(text, order)
        if moment and is_believable(moment, today):
            return published(moment, "metadata")
    return None


def _shown_within(evidence: Evidence, order: Order | None) -> Published | None:
    """The date in an element of its own inside a heading above the text, as below a deck."""
    if evidence.page is None:
        return None
    kept = [block for block in evidence.blocks if block.section]
    first = next((n for n, block in enumerate(kept) if block.section == "body"), len(kept))
    for block in kept[:first]:
        start, end = block.pieces[0].start, block.pieces[-1].end
        for element in evidence.page.dated:
            inner = INNER_TEXT.match(evidence.text, element.start)
            if not start < element.start < end or inner is None:
                continue
            if is_date_line(inner[1]) and not UPDATED.search(f"{inner[1]} {element.written}"):
                moment = first_moment(inner[1], order)
                return published(moment, "text") if moment else None
    return None


def _in_own_entry(evidence: Evidence, order: Order | None) -> Published | None:
    """The date beside the page's own title in a list of the site's latest pages."""
    title = letters_of(evidence.page_title[0] or "").casefold()
    if evidence.page is None or not title:
        return None
    blocks = evidence.page.blocks
    found: dict[date, Moment] = {}
    for n, block in enumerate(blocks):
        if block.link_share() < 1 or letters_of(block.text).casefold() != title:
            continue
        for beside in blocks[n + 1 : n + 1 + OWN_ENTRY_REACH]:
            if len(beside.text) <= LONGEST_ENTRY_DATE and is_date_line(beside.text):
                moment = first_moment(beside.text, order)
                found |= {moment.at.date(): moment} if moment else {}
                break
    return published(next(iter(found.values())), "text") if len(found) == 1 else None


def _in_scripts(evidence: Evidence) -> Published | None:
    """The one day that the data in the page's scripts give as that of publication."""
    if evidence.page is None:
        return None
    found = {
        moment.at.date(): moment
        for match in SCRIPT_DATE.finditer(evidence.text)
        if (moment := first_moment(match["date"]))
    }
    return published(next(iter(found.values())), "metadata") if len(found) == 1 else None


def _modified(facts: MarkupFacts | None, order: Order | None) -> Moment | None:
    """The last change of the page: it was published no later."""
    if facts is None:
        return None
    return next((found for text in facts.modified if (found := first_moment(text, order))), None)


def _time_elements(evidence: Evidence) -> list[str]:
    """The times that the page marks as its own: declared so, or the first near the headline."""
    page = evidence.page
    if page is None:
        return []
    declared, near = [], []
    for element in page.times:
        value = element.attributes.get("datetime") or element.attributes.get("content") or ""
        if not value or element.inside("aside", "nav", "footer"):
            continue
        words = _words_of(element)
        if "updated" in words or "modified" in words:
            continue
        if "publish" in words or "entry-date" in words or "pubdate" in element.attributes:
            declared.append(value)
        else:
            near.append(value)
    return declared[:1] + near[:1]


def _words_of(element: Element) -> str:
    names = ("itemprop", "class", "pubdate")
    return " ".join(element.attributes.get(name, "") for name in names).lower()


def _in_address(url: str) -> Published | None:
    match = URL_DATE.search(url)
    moment = first_moment((match["date"] or match["dashed"]).replace("/", "-")) if match else None
    return published(moment, "metadata") if moment else None


def _in_path(path: str) -> Published | None:
    """A date in the file's name, or in the names of its folders; two different ones tell nothing."""
    parts = PurePosixPath(path.partition("#")[0])
    for text in (parts.stem, str(parts.parent)):
        found = moments(re.sub(r"[_]", " ", text))
        if len({moment.at for moment in found}) == 1:
            return published(replace(found[0], is_day=True), "path")
    return None


def _number_order(evidence: Evidence, source: Source) -> Order | None:
    """Whether '03/04/2025' names the month first, where language or domain tell."""
    written = (evidence.page.language or "" if evidence.page else "").lower().replace("_", "-")
    if source.domain and DAY_FIRST_DOMAINS.search(source.domain):
        return "day"
    if written in ("en-us", "en-ca") or (source.domain or "").endswith((".gov", ".us", ".mil")):
        return "month"
    if written and not written.startswith("en"):
        return "day"
    return "day" if written.startswith("en-") else None
