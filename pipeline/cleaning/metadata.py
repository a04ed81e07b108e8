"""Title, byline, publisher, date and language of a document, each with how it was found.

Belongs here: the order in which evidence counts: manifest, markup or container, text, path. Does not
belong here: reading any one kind of evidence, and the time of publication (publication.py).
"""

from dataclasses import dataclass

from pipeline.cleaning.dates import Published
from pipeline.cleaning.evidence import Evidence
from pipeline.cleaning.identify import language_of_text, normal_language
from pipeline.cleaning.markup_facts import MarkupFacts
from pipeline.cleaning.publication import publication_of
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
    publisher_in_text,
)
from pipeline.cleaning.titles import title_of
from pipeline.cleaning.walls import is_cut_by_paywall
from pipeline.records import Analysis, Source

PARSED_LANGUAGES = ("en",)


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
        publication_of(evidence, facts, source),
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
    is_declared = facts is not None and facts.is_paywalled
    return "stub" if is_cut_by_paywall(evidence.blocks, is_declared) else "full"
