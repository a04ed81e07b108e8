"""The attributions of a document: the entry point of this room.

Belongs here: the order of the steps. Does not belong here: the steps.
"""

from collections.abc import Iterator

from pipeline.claims.attribution.direct import give_quotes, statements_outside
from pipeline.claims.attribution.nouns import other_statements
from pipeline.claims.attribution.page import Page
from pipeline.claims.attribution.quotes import Quote, find_quotes
from pipeline.claims.attribution.records import FoundAttribution, Kind, Link
from pipeline.claims.attribution.spans import shared
from pipeline.claims.attribution.statements import Place, Statement
from pipeline.claims.attribution.transcripts import set_apart
from pipeline.claims.attribution.verbs import verb_statements
from pipeline.language.parser import ParsedDocument

DIRECT_SHARE = 0.9


def find_attributions(parsed: ParsedDocument) -> tuple[FoundAttribution, ...]:
    """Who says what in the document, in order of the content."""
    text = parsed.document.text
    paragraphs = tuple((block.start_char, block.end_char) for block in parsed.document.blocks)
    if not parsed.sentences:
        return ()
    quotes = find_quotes(text, paragraphs)
    page = Page(text, parsed.sentences, paragraphs, quotes)
    apart = list(set_apart(page))
    told = {each.cue for each in apart}
    statements = [
        *apart,
        *(
            each
            for each in statements_outside(page, list(_statements(parsed)))
            if each.cue not in told
        ),
    ]
    drafts = give_quotes(page, statements)
    drafts = outermost(drafts)
    return tuple(
        _finish(text, draft, quotes) for draft in sorted(drafts, key=lambda d: (d.start, d.end))
    )


def _statements(parsed: ParsedDocument) -> Iterator[Statement]:
    for number, each in enumerate(parsed.sentences):
        place = Place(number, each.sentence.start_char)
        for word in each.doc:
            yield from verb_statements(word, place)
            yield from other_statements(word, place)


def outermost(drafts: list[Statement]) -> list[Statement]:
    kept = []
    for draft in drafts:
        inside = any(
            other is not draft
            and draft.cue is not None
            and shared(other.content, draft.cue) == draft.cue[1] - draft.cue[0]
            for other in drafts
        )
        if not inside:
            kept.append(draft)
    return kept


def _kind(draft: Statement, quotes: tuple[Quote, ...]) -> Kind:
    total = sum(end - start for start, end in draft.content)
    inside = sum(shared(draft.content, (q.start, q.end)) for q in quotes)
    return "direct" if inside >= DIRECT_SHARE * total else "mixed" if inside else "indirect"


def _finish(text: str, draft: Statement, quotes: tuple[Quote, ...]) -> FoundAttribution:
    source, cue = draft.source, draft.cue
    link = Link(
        source[0] if source else None,
        source[1] if source else None,
        text[source[0] : source[1]] if source else None,
        text[source[0] : source[1]] if source else None,
        cue[0] if cue else None,
        cue[1] if cue else None,
        text[cue[0] : cue[1]] if cue else None,
        draft.lemma,
        False,
        False,
    )
    return FoundAttribution(
        draft.content, _kind(draft, quotes), (link,), draft.act, draft.is_negated
    )
