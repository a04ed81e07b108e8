"""Who published a copy: the publisher's name and domain, and how that is known.

Belongs here: judging what manifest, markup, text and path say of the publisher. Does not belong
here: who wrote the text first; a byline's outlet, a credit or 'told CNN' names an origin.
"""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from pipeline.cleaning.families import family_of, known_publishers
from pipeline.cleaning.markup import Page
from pipeline.cleaning.markup_facts import MarkupFacts, urlsplit_or_none
from pipeline.records import NamedBy, RawDocument, Source, stable_id

PREFIXES = re.compile(r"^(?:www\d?|m|mobile|amp|edition|rss|feeds)\.")
# Hosts that carry the pages of others: archives, caches, short links, content networks.
FOREIGN_HOSTS = re.compile(
    r"(?:^|\.)(?:archive\.(?:org|is|ph|today)|googleusercontent\.com|google\.com|facebook\.com|"
    r"twitter\.com|x\.com|t\.co|bit\.ly|wp\.me|ampproject\.org|cloudfront\.net|schema\.org|"
    r"feedburner\.com|feedproxy\.google\.com|w3\.org|example\.com|localhost)$"
)
# Hosts that pages of any site link to; only a declared address makes one of them the publisher.
PLATFORM_HOSTS = re.compile(
    r"(?:^|\.)(?:github\.com|youtube\.com|youtu\.be|linkedin\.com|instagram\.com|pinterest\.com|reddit\.com|"
    r"wikipedia\.org|wordpress\.(?:org|com)|amazon\.com|apple\.com|whatsapp\.com|telegram\.me|tumblr\.com|"
    r"flickr\.com|vimeo\.com|medium\.com|gravatar\.com|cloudflare\.com|jsdelivr\.net|bootstrapcdn\.com|"
    r"typekit\.net|website-files\.com|akamaized\.net|doubleclick\.net|gstatic\.com|googleapis\.com)$"
)
DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.I)
PLACEHOLDER = re.compile(
    r"(?:unknown|none|null|n/?a|undefined|home|news|blog|website|admin|default|my site|untitled|-+|@\w*)",
    re.I,
)
LONGEST_NAME = 60
LONGEST_COPYRIGHT = 200
FEWEST_LINKS = 5
MANY_LINKS = 20
LINKED_HOST = re.compile(r"""href=["']?(?:https?:)?//([^/"'\s<>?#:]{4,100})""", re.I)
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bCopyright\b)\s*(?:©|\(c\)|Copyright)?\s*(?:by\s+)?(?:\d{4}(?:\s?[-–]\s?\d{2,4})?,?\s*)?(?:by\s+)?"
    r"(?P<name>[^\W\d_](?:(?!\s\d{4}|\s[-–|]\s|All [Rr]ights|\.\s|,)[^©|\n]){1,50})"
)


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


def named_in_markup(facts: MarkupFacts, page: Page, markup: str) -> Source | None:
    """The publisher that the markup declares: the site's name and the domain of its address."""
    names = [one for one in (*facts.site_names, *facts.publishers) if is_name(one, page.title)]
    domain = _domain(facts, names, page.title, markup)
    name = next((one for one in names if not DOMAIN.fullmatch(one)), None)
    if name is None:
        name = _shown_name(page, domain)
    if name and domain is None and DOMAIN.fullmatch(name):
        domain, name = domain_of(name), None
    if name is None and domain is None:
        return None
    owner = next((one for one in facts.owners if is_name(one)), None)
    return make_source(name, domain, "metadata", owner)


def _domain(facts: MarkupFacts, names: Sequence[str], title: str, markup: str) -> str | None:
    """The domain that the page's own addresses agree on.

    A copy often names the address of the page that it was copied from as canonical; so where the
    addresses differ, the one that most links of the page stay on is its own.
    """
    declared = list(
        dict.fromkeys(
            found
            for url in (*facts.canonical, *facts.urls, *names, *facts.feeds)
            if (found := domain_of(url))
        )
    )
    hosts = Counter(
        found
        for host in LINKED_HOST.findall(markup)
        if (found := domain_of(host)) and not PLATFORM_HOSTS.search(found)
    )
    linked = sum(hosts.values())
    if declared:
        first = declared[0]
        own = sum(count for host, count in hosts.items() if _same_site(host, first))
        for other, count in hosts.most_common(3):
            if _same_site(other, first) or count < FEWEST_LINKS or count < 3 * max(1, own):
                continue
            if any(_same_site(other, one) for one in declared[1:]) or 5 * count > 2 * linked:
                return other
        if len(declared) > 1 and not _same_site(declared[1], first):
            named = {squeezed(domain_of(name) or name) for name in names}
            return next((one for one in declared if squeezed(one) in named), first)
        return first
    for host, count in hosts.most_common(3):
        label = squeezed(host.rsplit(".", 1)[0].rsplit(".", 1)[-1])
        is_named = len(label) > 3 and label in squeezed(title)
        if count >= FEWEST_LINKS and (
            is_named or (count >= MANY_LINKS and 5 * count >= 3 * linked)
        ):
            return host
    return None


def _same_site(one: str, other: str) -> bool:
    return one == other or one.endswith("." + other) or other.endswith("." + one)


def _shown_name(page: Page, domain: str | None) -> str | None:
    """The name behind the copyright sign that the page's title or domain knows too."""
    title = squeezed(page.title)
    for block in reversed(page.blocks):
        if len(block.text) > LONGEST_COPYRIGHT or not COPYRIGHT.search(block.text):
            continue
        match = COPYRIGHT.search(block.text)
        name = match["name"].strip(" .,|-–") if match else ""
        if is_name(name) and squeezed(name):
            if DOMAIN.fullmatch(name) or squeezed(name) in title:
                return name
            if domain and squeezed(name) in squeezed(domain):
                return name
    return None


def named_in_hints(hints: dict[str, str]) -> Source | None:
    """The publisher that the container names."""
    domain = domain_of(hints.get("url", ""))
    name = hints.get("source")
    if name and DOMAIN.fullmatch(name):
        domain, name = domain or domain_of(name), None
    if name is not None and not is_name(name):
        name = None
    return make_source(name, domain, "metadata") if name or domain else None


def named_in_path(raw: RawDocument, written: Sequence[str] = ()) -> Source | None:
    """The publisher that a folder's or the file's name spells: a known outlet, or a domain.

    `written` are names that the text gives beside its author: each may be where the text came from,
    but the one that the folder spells too is who printed it.
    """
    path = PurePosixPath(raw.path.partition("#")[0])
    known = known_publishers()
    in_text = {squeezed(name): name for name in written if is_name(name)}
    for folder in reversed(path.parts[:-1]):
        if DOMAIN.fullmatch(folder) and domain_of(folder):
            return make_source(None, domain_of(folder), "file_name")
        for spelled in (squeezed(folder), squeezed(folder).removeprefix("the")):
            if found := known.get(spelled):
                return make_source(found[0], found[1], "file_name")
            if spelled in in_text:
                return make_source(in_text[spelled], None, "file_name")
    first = re.split(r"[_\s]+|-(?=\d)", path.name, maxsplit=1)[0]
    if found := known.get(squeezed(first)):
        return make_source(found[0], found[1], "file_name")
    return None


def is_name(text: str, title: str = "") -> bool:
    """Whether the text can be a publisher's name, and is not the title of the page."""
    return (
        squeezed(text) != squeezed(title)
        and 1 < len(text) <= LONGEST_NAME
        and not PLACEHOLDER.fullmatch(text.strip())
        and "://" not in text
        and any(letter.isalpha() for letter in text)
    )
