"""The title of a document.

Belongs here: choosing among the titles that container, markup and text give. Does not belong here:
which block is the headline.
"""

import re

from pipeline.cleaning.evidence import Evidence
from pipeline.cleaning.markup import Page
from pipeline.cleaning.markup_facts import MarkupFacts
from pipeline.cleaning.match import letters_of

SEPARATOR = re.compile(r"\s+[|•·»«:]\s+|\s+[-–—]+\s+|\s*\|\s*|\s::\s")
LONGEST_SITE_WORDS = 7


def title_of(evidence: Evidence, facts: MarkupFacts | None) -> tuple[str | None, str | None]:
    """The title and how it was found: `metadata` or `text`."""
    hint = evidence.raw.hints.get("title")
    if hint:
        return " ".join(hint.split()), "metadata"
    if evidence.page and facts:
        return title_of_page(evidence.page, facts)
    headline = next((b.text for b in evidence.blocks if b.section == "headline"), None)
    return headline, "text" if headline else None


def title_of_page(page: Page, facts: MarkupFacts) -> tuple[str | None, str | None]:
    """The heading that the declared titles agree with; else the declared one without the site's name."""
    declared = [one for one in (*facts.titles, *facts.headlines, page.title) if letters_of(one)]
    headings = [
        block.text for block in page.blocks if block.element.inside("h1") and letters_of(block.text)
    ]
    for heading in headings:
        folded = letters_of(heading).lower()
        if any(letters_of(one).lower().startswith(folded) for one in declared):
            return heading, "text"
    if declared:
        return without_site(declared[0], facts, page), "metadata"
    return (headings[0], "text") if headings else (None, None)


def without_site(title: str, facts: MarkupFacts, page: Page) -> str:
    """The title without the site's name at either end."""
    parts = [part for part in SEPARATOR.split(title) if part and part.strip()]
    if len(parts) < 2:
        return title
    names = {letters_of(name).lower() for name in (*facts.site_names, *facts.publishers)}
    first, last = parts[0], parts[-1]
    if letters_of(last).lower() in names:
        return title[: title.rindex(last)].rstrip(" |•·»«:-–—")
    if letters_of(first).lower() in names:
        return title[title.index(first) + len(first) :].lstrip(" |•·»«:-–—")
    return title
