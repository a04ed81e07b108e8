"""Who published a copy: the publisher's name and domain, and how that is known.

Belongs here: judging what manifest, markup, text and path say of the publisher. Does not belong
here: who wrote the text first; a byline's outlet, a credit or 'told CNN' names an origin.
"""

import re
from pathlib import PurePosixPath

from pipeline.cleaning.families import family_of, known_publishers
from pipeline.cleaning.markup_facts import MarkupFacts, urlsplit_or_none
from pipeline.records import NamedBy, RawDocument, Source, stable_id

PREFIXES = re.compile(r"^(?:www\d?|m|mobile|amp|edition|rss|feeds)\.")
# Hosts that carry the pages of others: archives, caches, short links, content networks.
FOREIGN_HOSTS = re.compile(
    r"(?:^|\.)(?:archive\.(?:org|is|ph|today)|googleusercontent\.com|google\.com|facebook\.com|"
    r"twitter\.com|x\.com|t\.co|bit\.ly|wp\.me|ampproject\.org|cloudfront\.net|schema\.org|"
    r"feedburner\.com|feedproxy\.google\.com|w3\.org|example\.com|localhost)$"
)
DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.I)
PLACEHOLDER = re.compile(
    r"(?:unknown|none|null|n/?a|undefined|home|news|blog|website|admin|default|my site|untitled|-+|@\w*)",
    re.I,
)
LONGEST_NAME = 60


def domain_of(address: str) -> str | None:
    """The domain of an address without what is common to all sites; None where there is none."""
    host = urlsplit_or_none(address.strip())
    if host is None or FOREIGN_HOSTS.search(host) or not DOMAIN.fullmatch(host):
        return None
    return PREFIXES.sub("", host.lower())


def make_source(
    name: str | None, domain: str | None, named_by: NamedBy, owner: str | None = None
) -> Source:
    """The publisher with an id that all its documents share, whether they name it or its domain.

    `owner` is whom the page declares; the table of families knows better where it knows the publisher.
    """
    known = known_publishers()
    if domain is None and name:
        domain = known.get(squeezed(name), (None, None))[1]
    shown = name or (domain and known.get(domain, (None, None))[0]) or domain or ""
    family = family_of(shown, domain)
    return Source(
        stable_id("source", domain or squeezed(shown)),
        shown,
        domain,
        owner if owner and family == shown else family,
        named_by,
    )


def unknown_source(document_id: str) -> Source:
    """A source of its own for a document that does not say who published it."""
    return Source(
        stable_id("source", "unknown", document_id), "unknown", None, "unknown", "unknown"
    )


def squeezed(name: str) -> str:
    """The letters and digits of a name in lower case, without a leading 'the'."""
    return re.sub(r"[\W_]+", "", re.sub(r"^the\s+", "", name.strip().casefold()))


def named_in_markup(facts: MarkupFacts) -> Source | None:
    """The publisher that the markup declares: the site's name and the domain of its address."""
    domain = next((found for url in facts.urls if (found := domain_of(url))), None)
    candidates = [*facts.site_names, *facts.publishers]
    name = next((one for one in candidates if is_name(one)), None)
    if name and domain is None and DOMAIN.fullmatch(name):
        domain = domain_of(name)
    if name is None and domain is None:
        return None
    owner = next((one for one in facts.owners if is_name(one)), None)
    return make_source(name, domain, "metadata", owner)


def named_in_hints(hints: dict[str, str]) -> Source | None:
    """The publisher that the container names."""
    domain = domain_of(hints.get("url", ""))
    name = hints.get("source")
    if name and DOMAIN.fullmatch(name):
        domain, name = domain or domain_of(name), None
    if name is not None and not is_name(name):
        name = None
    return make_source(name, domain, "metadata") if name or domain else None


def named_in_path(raw: RawDocument) -> Source | None:
    """The publisher that a folder's or the file's name spells: a known outlet, or a domain."""
    path = PurePosixPath(raw.path.partition("#")[0])
    known = known_publishers()
    for folder in reversed(path.parts[:-1]):
        if DOMAIN.fullmatch(folder) and domain_of(folder):
            return make_source(None, domain_of(folder), "file_name")
        if found := known.get(squeezed(folder)):
            return make_source(found[0], found[1], "file_name")
    first = re.split(r"[_\s]+|-(?=\d)", path.name, maxsplit=1)[0]
    if found := known.get(squeezed(first)):
        return make_source(found[0], found[1], "file_name")
    return None


def is_name(text: str) -> bool:
    """Whether the text can be a publisher's name."""
    return (
        1 < len(text) <= LONGEST_NAME
        and not PLACEHOLDER.fullmatch(text.strip())
        and "://" not in text
        and any(letter.isalpha() for letter in text)
    )
