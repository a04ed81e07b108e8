"""What the markup of a page says of it: JSON-LD, OpenGraph, meta and link elements.

Belongs here: collecting what is declared. Does not belong here: choosing among declarations.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from pipeline.cleaning.markup import Page
from pipeline.cleaning.match import letters_of

ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|LiveBlog|OpinionNews|Review|Posting", re.I)
PAGE_TYPES = re.compile(r"WebPage|AboutPage|ItemPage|CollectionPage|WebSite", re.I)
LARGEST_JSON = 2_000_000
DEEPEST_JSON = 30


@dataclass(slots=True)
class MarkupFacts:
    """Declared values by what they are, best first."""

    titles: list[str] = field(default_factory=list)
    site_names: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    canonical: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    page_published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)
    headlines: list[str] = field(default_factory=list)
    feeds: list[str] = field(default_factory=list)
    is_paywalled: bool = False


TITLE_METAS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "parsely-title")
SITE_METAS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "cre", "dc.publisher",
              "dcterms.publisher", "publisher")  # fmt: skip
AUTHOR_METAS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
                "dcterms.creator", "byl")  # fmt: skip
PUBLISHED_METAS = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "article.published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "publish-date", "publish_date", "published-date", "publishdate", "pubdate", "publication_date",
    "publicationdate", "citation_publication_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "dc.issued", "dc.date.published", "dcterms.created", "dc.date.created",
    "rbpubdate", "timestamp", "article_date_original", "published_time", "published",
    "published_at", "bt:pubdate", "displaydate", "dc.date", "dcterms.date", "date", "originalpublicationdate",
)  # fmt: skip
MODIFIED_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified",
    "dc.date.modified", "revised", "lastmod",
)  # fmt: skip
LD_FIELD = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.){1,400}+)"')


def markup_facts(page: Page) -> MarkupFacts:
    """Everything that the page declares of itself."""
    facts = MarkupFacts()
    nodes = [node for block in page.json_ld for node in _read_json_ld(facts, block)]
    for node in _own_first(nodes, page):
        _add_node(facts, node)
    metas: dict[str, list[str]] = {}
    for meta in page.metas:
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join(meta.get("content", "").split())
        if name and content:
            metas.setdefault(name, []).append(content)
    for names, values in (
        (TITLE_METAS, facts.titles),
        (SITE_METAS, facts.site_names),
        (AUTHOR_METAS, facts.authors),
        (PUBLISHED_METAS, facts.published),
        (MODIFIED_METAS, facts.modified),
        (("og:url", "twitter:url"), facts.urls),
    ):
        values.extend(value for name in names for value in metas.get(name, ()))
    facts.canonical += _links(page, "canonical", "shortlink", "amphtml")
    facts.feeds += [*_links(page, "alternate"), *([page.domain] if page.domain else [])]
    facts.is_paywalled |= any(
        "metered" in v or v == "locked" for v in metas.get("article:content_tier", ())
    )
    return facts


def _links(page: Page, *kinds: str) -> list[str]:
    """The absolute addresses of the link elements of these kinds; of alternates only feeds."""
    found = []
    for kind in kinds:
        for link in page.links:
            if kind not in link.get("rel", "").lower().split():
                continue
            if kind == "alternate" and not re.search(r"rss|atom", link.get("type", "")):
                continue
            if urlsplit_or_none(link.get("href", "").strip()):
                found.append(link["href"].strip())
    return found


def urlsplit_or_none(url: str) -> str | None:
    """The host of an address, without port; None where it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host if host and "." in host else None


def _read_json_ld(facts: MarkupFacts, text: str) -> list[dict[str, Any]]:
    """The typed nodes of a JSON-LD block; of a broken one the fields that can be made out."""
    if len(text) > LARGEST_JSON:
        return []
    try:
        return list(_nodes(json.loads(text.strip().rstrip(";"), strict=False), 0))
    except (ValueError, RecursionError):
        _add_broken_json_ld(facts, text)
        return []


def _own_first(nodes: list[dict[str, Any]], page: Page) -> list[dict[str, Any]]:
    """The nodes, those before the others whose headline the page's title holds.

    Some pages declare the articles that they link to as well as their own.
    """
    title = letters_of(page.title).casefold()

    def is_other(node: dict[str, Any]) -> bool:
        names = [letters_of(name).casefold() for name in _strings(node.get("headline"))]
        return not any(name and (name in title or title in name) for name in names if title)

    return sorted(nodes, key=is_other)


def _add_node(facts: MarkupFacts, node: dict[str, Any]) -> None:
    kind = " ".join(_strings(node.get("@type")))
    if ARTICLE_TYPES.search(kind):
        facts.headlines += _strings(node.get("headline")) or _strings(node.get("name"))
        facts.published += _dates(node.get("datePublished")) or _dates(node.get("dateCreated"))
        facts.modified += _dates(node.get("dateModified"))
        facts.publishers += _names(node.get("publisher"))
        facts.owners += _owners(node.get("publisher"))
        facts.authors += _names(node.get("author"))
        facts.urls += _strings(node.get("url"))
        facts.is_paywalled |= str(node.get("isAccessibleForFree", "")).lower() == "false"
    elif PAGE_TYPES.search(kind):
        facts.page_published += _dates(node.get("datePublished"))
        facts.modified += _dates(node.get("dateModified"))
        facts.publishers += _names(node.get("publisher"))
        facts.owners += _owners(node.get("publisher"))
        if kind == "WebSite":
            facts.site_names += _strings(node.get("name"))


def _dates(value: Any) -> list[str]:
    """Dates as strings, or as the seconds that some sites write for them."""
    if isinstance(value, int) and not isinstance(value, bool):
        return [str(value)]
    return _strings(value)


def _add_broken_json_ld(facts: MarkupFacts, text: str) -> None:
    targets = {
        "headline": facts.headlines,
        "datePublished": facts.published,
        "dateModified": facts.modified,
    }
    for match in LD_FIELD.finditer(text):
        targets[match[1]].append(html.unescape(match[2]))


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST_JSON:
        return
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for key, inner in value.items():
            if key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _nodes(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _nodes(inner, depth + 1)


def _strings(value: Any) -> list[str]:
    """The strings of the value, white space folded, without lone surrogates, which JSON can spell."""
    values = value if isinstance(value, list) else [value]
    strings = (one for one in values if isinstance(one, str) and one.strip())
    return [
        " ".join(html.unescape(one).encode("utf-8", "ignore").decode().split()) for one in strings
    ]


def _names(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    found: list[str] = []
    for one in values:
        found += _strings(one.get("name")) if isinstance(one, dict) else _strings(one)
    return found


def _owners(publisher: Any) -> list[str]:
    """The organisations that the publisher is declared to be part of."""
    values = publisher if isinstance(publisher, list) else [publisher]
    return [
        name
        for one in values
        if isinstance(one, dict)
        for name in _names(one.get("parentOrganization"))
    ]
