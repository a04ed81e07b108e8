"""Title, byline, publisher, date and language of a document, each with how it was found.

Belongs here: the order in which evidence counts: manifest, markup or container, text, path. Does not
belong here: reading any one kind of evidence.
"""

import re
from dataclasses import dataclass, replace
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
)
from pipeline.cleaning.evidence import Evidence
from pipeline.cleaning.identify import language_of_text, normal_language
from pipeline.cleaning.markup_facts import MarkupFacts
from pipeline.cleaning.publishers import (
    DOMAIN,
    domain_of,
    make_source,
    named_in_hints,
    named_in_markup,
    named_in_path,
    unknown_source,
)
from pipeline.cleaning.text_facts import (
    byline_in_text,
    outlets_beside_names,
    published_in_text,
    publisher_in_text,
    updated_in_text,
)
from pipeline.cleaning.titles import title_of
from pipeline.records import Analysis, Source

PARSED_LANGUAGES = ("en",)
DAY_FIRST_DOMAINS = re.compile(r"\.(?:uk|au|nz|in|ie|za|fr|de|es|it|nl|eu|br|pt)$")
URL_DATE = re.compile(r"/(?P<date>(?:19|20)\d\d/(?:0?[1-9]|1[0-2]|[A-Za-z]{3,9})/(?:0?[1-9]|[12]\d|3[01]))(?=/|[-_])|"
                      r"(?<!\d)(?P<dashed>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)")  # fmt: skip
SCRIPT_DATE = re.compile(
    r"""(?:"|\\"|&quot;|')(?:datePublished|publishedAt|published_at|publishDate|publish_date|datePublish|"""
    r"""publicationDate|firstPublished(?:At|Date)?|pubDate)(?:"|\\"|&quot;|')?\s*:\s*(?:"|\\"|&quot;|')"""
    r"""(?P<date>[\w:.+, -]{8,40})"""
)


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a document."""

    source: Source
    title: str | None
    title_by: str | None
    byline: str | None
    byline_by: str | None
    published: Published
    language: str | None
    language_by: str | None
    analysis: Analysis


def describe(evidence: Evidence, facts: MarkupFacts | None) -> About:
    """Everything that is known of the document; what nothing tells is None."""
    source = _source(evidence, facts)
    title, title_by = title_of(evidence)
    byline, byline_by = _byline(evidence, facts)
    language, language_by = _language(evidence)
    return About(
        source,
        title,
        title_by,
        byline,
        byline_by,
        _published(evidence, facts, source),
        language,
        language_by,
        _analysis(language, evidence, facts),
    )


def _source(evidence: Evidence, facts: MarkupFacts | None) -> Source:
    name = next((entry.source for entry in evidence.manifest if entry.source), None)
    url = next((entry.url for entry in evidence.manifest if entry.url), "")
    domain = domain_of(url or "")
    if name and DOMAIN.fullmatch(name):
        domain, name = domain or domain_of(name), None
    if name or domain:
        return make_source(name, domain, "manifest")
    found = named_in_hints(evidence.raw.hints)
    if found is None and facts and evidence.page:
        found = named_in_markup(facts, evidence.page, evidence.text)
    return (
        found
        or publisher_in_text(evidence.blocks)
        or named_in_path(evidence.raw, outlets_beside_names(evidence.blocks))
        or unknown_source(evidence.raw.document_id)
    )


def _byline(evidence: Evidence, facts: MarkupFacts | None) -> tuple[str | None, str | None]:
    if evidence.raw.hints.get("byline"):
        return evidence.raw.hints["byline"], "metadata"
    if facts:
        names = list(dict.fromkeys(one for one in facts.authors if _is_author(one)))
        if names:
            return ", ".join(names[:6]), "metadata"
    found = byline_in_text(evidence.blocks)
    return found, "text" if found else None


def _is_author(text: str) -> bool:
    return "://" not in text and 1 < len(text) < 120 and any(letter.isalpha() for letter in text)


def _published(evidence: Evidence, facts: MarkupFacts | None, source: Source) -> Published:
    order = _number_order(evidence, source)
    today = date.today()
    for entry in evidence.manifest:
        moment = first_moment(entry.date, order) if entry.date else None
        if moment:
            return published(moment, "manifest")
    declared = _declared(evidence, facts, order, today)
    shown = published_in_text(evidence.blocks, order)
    if shown and shown.at and not is_believable(Moment(shown.at, False), today):
        shown = None
    if declared and shown and shown.latest and declared.earliest:
        # No page shows a day on which it was not yet published: what is declared is a later copy.
        return shown if shown.latest < declared.earliest - timedelta(days=1) else declared
    if declared or shown:
        return declared or shown or Published()
    urls = [evidence.raw.hints.get("url", ""), *((*facts.canonical, *facts.urls) if facts else ())]
    candidates = [
        *(_in_address(url) for url in urls),
        _in_scripts(evidence),
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


def _declared(
    evidence: Evidence, facts: MarkupFacts | None, order: Order | None, today: date
) -> Published | None:
    """The first believable date that container or markup declare."""
    texts = [evidence.raw.hints.get("date", "")]
    if facts:
        texts += [*facts.published, *_time_elements(evidence), *facts.page_published]
    for text in texts:
        moment = first_moment(text, order)
        if moment and is_believable(moment, today):
            return published(moment, "metadata")
    return None


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
        words = " ".join(
            element.attributes.get(name, "") for name in ("itemprop", "class", "pubdate")
        ).lower()
        if "updated" in words or "modified" in words:
            continue
        if "publish" in words or "entry-date" in words or "pubdate" in element.attributes:
            declared.append(value)
        else:
            near.append(value)
    return declared[:1] + near[:1]


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


def _language(evidence: Evidence) -> tuple[str | None, str | None]:
    body = " ".join(b.text for b in evidence.blocks if b.section in ("body", "subhead", "headline"))
    found = language_of_text(body or " ".join(b.text for b in evidence.blocks if b.section))
    if found:
        return found, "text"
    declared = normal_language(evidence.page.language) if evidence.page else None
    return declared, "metadata" if declared else None


def _analysis(language: str | None, evidence: Evidence, facts: MarkupFacts | None) -> Analysis:
    if language is not None and language not in PARSED_LANGUAGES:
        return "no_parser"
    return "stub" if is_stub(evidence, facts) else "full"


FEWEST_WORDS = 150
WALL = re.compile(
    r"(?i)\b(?:subscribe|subscription|sign in|log in|register|become a member|free trial|unlock)\b"
    r".{0,80}\b(?:read(?:ing)?|continue|full|access|article|story|articles|stories)\b|"
    r"\b(?:for subscribers only|subscriber[- ]only|exclusive to subscribers|to continue reading)\b"
)


def is_stub(evidence: Evidence, facts: MarkupFacts | None) -> bool:
    """Whether only the opening stands before a paywall: few words, and a wall declared or in words."""
    words = sum(len(b.text.split()) for b in evidence.blocks if b.section == "body")
    if words >= FEWEST_WORDS or evidence.page is None:
        return False
    walled = any(WALL.search(block.text) for block in evidence.blocks if len(block.text) < 300)
    return walled or bool(facts and facts.is_paywalled)
