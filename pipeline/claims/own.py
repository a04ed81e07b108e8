"""The extractor of a run: this project's, or one that the user brings.

Belongs here: finding a user's function and holding its records to the contract. Does not belong
here: extracting.

A user's extractor is a function from `ParsedDocument` to `DocumentClaims`, named as
`package.module:function` in CROSSCLAIM_EXTRACTOR and importable by the workers. docs/claims.md shows
one.
"""

import importlib
from collections.abc import Callable
from functools import lru_cache

from pipeline.claims.extract import extract_claims
from pipeline.language.parser import ParsedDocument
from pipeline.records import DocumentClaims

Extractor = Callable[[ParsedDocument], DocumentClaims]


class ExtractorError(ValueError):
    """A user's extractor cannot be found, or returned records that break the contract."""


@lru_cache(maxsize=4)
def extractor_named(name: str | None) -> Extractor:
    """The function of that name, its results checked; without a name this project's own.

    Raises ExtractorError where there is no such function.
    """
    if name is None:
        return extract_claims
    module, _, function = name.partition(":")
    try:
        found = getattr(importlib.import_module(module), function)
    except (ImportError, AttributeError, ValueError) as error:
        raise ExtractorError(f"CROSSCLAIM_EXTRACTOR {name!r}: {error}") from error

    def checked(parsed: ParsedDocument) -> DocumentClaims:
        claims = found(parsed)
        check(parsed, claims)
        return DocumentClaims(
            claims.claims, claims.attributions, claims.quantities, claims.entities
        )

    return checked


def check(parsed: ParsedDocument, found: DocumentClaims) -> None:
    """Raises ExtractorError for the first record whose text, id or claim does not fit."""
    text = parsed.document.text
    sentences = {each.sentence.sentence_id for each in parsed.sentences}
    ids: set[str] = set()
    for claim in found.claims:
        if claim.claim_id in ids:
            raise ExtractorError(f"two claims have the id {claim.claim_id}")
        ids.add(claim.claim_id)
        if claim.document_id != parsed.document.document_id or claim.sentence_id not in sentences:
            raise ExtractorError(f"claim {claim.claim_id} is of another document or sentence")
        if text[claim.start_char : claim.end_char] != claim.text:
            raise ExtractorError(f"claim {claim.claim_id} is not the text at its place")
    attributed = {link.claim_id for link in found.attributions}
    for claim in found.claims:
        if (claim.attribution == "narrated") == (claim.claim_id in attributed):
            raise ExtractorError(f"claim {claim.claim_id}: attributed, but no link says to whom")
    owners = [each.claim_id for each in found.attributions]
    owners += [each.claim_id for each in found.quantities] + [
        each.claim_id for each in found.entities
    ]
    if not ids.issuperset(owners):
        raise ExtractorError("a link, quantity or entity belongs to no claim")
    slices = [(each.start_char, each.end_char, each.text) for each in found.quantities]
    slices += [(each.start_char, each.end_char, each.text) for each in found.entities]
    for start, end, said in slices:
        if text[start:end] != said:
            raise ExtractorError(f"{said!r} is not the text at its place")
