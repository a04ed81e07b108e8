"""The attributions of a document: the entry point of this room.

Belongs here: the order of the steps. Does not belong here: the steps.
"""

from collections.abc import Iterator

from pipeline.claims.attribution.chains import chain_of, nested, told_links, with_cited
from pipeline.claims.attribution.direct import give_quotes, statements_outside
from pipeline.claims.attribution.naming import link_of
from pipeline.claims.attribution.nouns import other_statements
from pipeline.claims.attribution.page import Page
from pipeline.claims.attribution.quotes import find_quotes
from pipeline.claims.attribution.records import FoundAttribution, Kind
from pipeline.claims.attribution.spans import shared, without
from pipeline.claims.attribution.statements import Place, Statement
from pipeline.claims.attribution.transcripts import set_apart
from pipeline.claims.attribution.verbs import verb_statements
from pipeline.claims.names import Cast, cast_of
from pipeline.language.parser import ParsedDocument

DIRECT_SHARE = 0.9
FEWEST_OWN_WORDS = 4
"""Words that an outer statement says beyond the inner one to stand for itself too."""


def find_attributions(
    parsed: ParsedDocument, cast: Cast | None = None
) -> tuple[FoundAttribution, ...]:
    """Who says what in the document, in order of the content.

    `cast` is the document's cast where the caller has it already.
    """
    text = parsed.document.text
    paragraphs = tuple((block.start_char, block.end_char) for block in parsed.document.blocks)
    if not parsed.sentences or not paragraphs:
        return ()
    page = Page(text, parsed.sentences, paragraphs, find_quotes(text, paragraphs))
    cast = cast or cast_of(parsed)
    drafts = give_quotes(page, _statements(page, cast))
    return tuple(
        sorted(
            _chained(page, cast, drafts),
            key=lambda found: (found.content, found.links[0].cue_start or 0),
        )
    )


def _statements(page: Page, cast: Cast) -> list[Statement]:
    """What layout and trees tell, but for the words of quotes."""
    apart = list(set_apart(page, cast))
    told = {each.cue for each in apart}
    found = statements_outside(page, list(_in_sentences(page)))
    return [*apart, *(each for each in found if each.cue not in told)]


def _in_sentences(page: Page) -> Iterator[Statement]:
    for number, each in enumerate(page.sentences):
        place = Place(number, each.sentence.start_char)
        for word in each.doc:
            yield from verb_statements(word, place)
            yield from other_statements(word, place)


def _chained(page: Page, cast: Cast, drafts: list[Statement]) -> Iterator[FoundAttribution]:
    """The statements with their chains; one inside another that passes nothing on is left to it."""
    drafts = sorted(drafts, key=lambda each: (each.cue or each.content[0], each.content))
    outer = nested(drafts)
    chains = [chain_of(page, cast, number, outer, drafts) for number in range(len(drafts))]
    chains = with_cited(drafts, chains)
    inner: dict[int, list[int]] = {}
    for number, chain in enumerate(chains):
        if chain is not None and len(chain) > 1:
            inner.setdefault(chain[1], []).append(number)
    seen: set[tuple[object, ...]] = set()
    for number, chain in enumerate(chains):
        if chain is None:
            continue
        draft = drafts[number]
        content = draft.content
        for within in inner.get(number, ()):
            parts = (*drafts[within].content, drafts[within].source, drafts[within].cue)
            content = without(content, (part for part in parts if part))
        if number in inner and not _says_more(page, content):
            continue
        if number in inner:
            content = _with_words(page, content)
        key = (content, draft.cue, draft.source)
        if key in seen:
            continue
        seen.add(key)
        links = [link_of(page, cast, drafts[each]) for each in chain]
        links.extend(told_links(page, cast, drafts[chain[-1]]))
        yield FoundAttribution(
            content, _kind(page, draft), tuple(links), draft.act, draft.is_negated
        )


def _says_more(page: Page, content: tuple[tuple[int, int], ...]) -> bool:
    return sum(len(page.text[start:end].split()) for start, end in content) >= FEWEST_OWN_WORDS


def _with_words(page: Page, content: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    return tuple(span for span in content if not page.is_blank(*span))


def _kind(page: Page, draft: Statement) -> Kind:
    total = sum(end - start for start, end in draft.content)
    inside = sum(
        shared(draft.content, (quote.start, quote.end))
        for quote in page.quotes_between(draft.start, draft.end)
    )
    return "direct" if inside >= DIRECT_SHARE * total else "mixed" if inside else "indirect"
