"""The title of a document.

Belongs here: choosing among the titles that container, markup and text give. Does not belong here:
which block is the headline.
"""

import re
from collections.abc import Sequence

from pipeline.cleaning.evidence import Evidence
from pipeline.cleaning.markup import Page
from pipeline.cleaning.markup_facts import MarkupFacts
from pipeline.cleaning.match import letters_of

SEPARATOR = re.compile(r"\s+[|•·»«:]\s+|\s+[-–—]+\s+|\s*\|\s*|\s::\s|(?<=\w): ")
EDGE = " |•·»«:-–—"
FEWEST_LETTERS = 12  # of a heading that a longer declared title holds
PAGE_TITLE_NAMES = ("h1", "h2", "h3")


def title_of(evidence: Evidence) -> tuple[str | None, str | None]:
    """The title and how it was found: `metadata` or `text`."""
    hint = evidence.raw.hints.get("title")
    if hint:
        return " ".join(hint.split()), "metadata"
    if evidence.page_title[0]:
        return evidence.page_title
    headline = next((b.text for b in evidence.blocks if b.section == "headline"), None)
    return headline, "text" if headline else None


def title_of_page(page: Page, facts: MarkupFacts) -> tuple[str | None, str | None]:
    """What the page shows as its title: a heading that the declared titles agree with, or the only one.

    Declared titles are made for search engines and lists; the heading is what the author wrote. Where
    no heading can be told to be the title, the declared one counts, without the site's name.
    """
    declared = [one for one in (*facts.titles, *facts.headlines, page.title) if letters_of(one)]
    sites = {letters_of(name).casefold() for name in (*facts.site_names, *facts.publishers)}
    headings: dict[str, list[str]] = {name: [] for name in PAGE_TITLE_NAMES}
    for block in page.blocks:
        name = block.element.heading
        if name in headings and letters_of(block.text).casefold() not in sites:
            headings[name].append(block.text)
    for name in PAGE_TITLE_NAMES:
        if found := _agreed(headings[name], declared):
            return found, "text"
    if len(headings["h1"]) == 1 and len(letters_of(headings["h1"][0])) >= FEWEST_LETTERS:
        return headings["h1"][0], "text"
    if declared and (found := _nearest(headings["h1"], declared)):
        return found, "text"
    if declared:
        return without_site(declared[0], sites), "metadata"
    first = next((text for text in headings["h1"] if letters_of(text)), None)
    return first, "text" if first else None


def _agreed(headings: Sequence[str], declared: Sequence[str]) -> str | None:
    """The heading that is a declared title, or that one begins or ends with."""
    folded = [(letters_of(text).casefold(), text) for text in headings]
    for title in declared:
        wanted = letters_of(title).casefold()
        same = [text for letters, text in folded if letters == wanted]
        part = [text for letters, text in folded if _is_most_of(letters, wanted)]
        if same or part:
            return (same or part)[0]
    return None


def _is_most_of(letters: str, wanted: str) -> bool:
    if len(letters) < FEWEST_LETTERS or 2 * len(letters) <= len(wanted):
        return False
    return wanted.startswith(letters) or wanted.endswith(letters) or letters.startswith(wanted)


def _nearest(headings: Sequence[str], declared: Sequence[str]) -> str | None:
    """The heading that shares most words with the declared titles, at least two."""
    wanted = {word for title in declared for word in re.findall(r"\w{4,}", title.casefold())}
    shared = [
        (len(wanted & set(re.findall(r"\w{4,}", text.casefold()))), -place, text)
        for place, text in enumerate(headings)
    ]
    best = max(shared, default=(0, 0, ""))
    return best[2] if best[0] > 1 else None


def without_site(title: str, sites: set[str]) -> str:
    """The title without the site's name at either end."""
    parts = [part for part in SEPARATOR.split(title) if part and part.strip()]
    if len(parts) < 2:
        return title
    first, last = parts[0], parts[-1]
    if letters_of(last).casefold() in sites:
        return title[: title.rindex(last)].rstrip(EDGE)
    if letters_of(first).casefold() in sites:
        return title[title.index(first) + len(first) :].lstrip(EDGE)
    return title
