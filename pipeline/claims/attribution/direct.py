"""Quotes and who says them: each quoted passage goes to a statement.

Belongs here: widening statements to the quotes that they carry, cues beside a quote that the tree
does not join to it, quotes that go on without a cue. Does not belong here: pairing the marks
(quotes.py), names (speakers.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.claims.attribution import cues
from pipeline.claims.attribution.quotes import Quote
from pipeline.claims.attribution.records import Span
from pipeline.claims.attribution.spans import contains, index_at, overlap, shared, union
from pipeline.claims.attribution.statements import Place, Statement, make_statement
from pipeline.claims.attribution.trees import child, is_negated, is_verb, subject_of, verb_group
from pipeline.language.parser import ParsedSentence, lemma_of
from pipeline.language.tree import Word

WORD = re.compile(r"\w+")
FEWEST_SPEECH_WORDS = 4
WIDEST_GAP = 30  # characters between two quotes of one speaker that hold no word of saying


@dataclass(frozen=True, slots=True)
class Page:
    """What the quote rules read: the text, its sentences and paragraphs, in order."""

    text: str
    sentences: Sequence[ParsedSentence]
    starts: Sequence[int]
    paragraphs: Sequence[Span]

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that holds the position."""
        return index_at(self.starts, position)

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph that holds the position."""
        return index_at([start for start, _ in self.paragraphs], position)


def give_quotes(
    page: Page, quotes: Sequence[Quote], statements: Sequence[Statement]
) -> list[Statement]:
    """The statements with the quotes that they carry, and statements for quotes that none carried."""
    drafts = list(statements)
    last: int | None = None
    previous: Quote | None = None
    for quote in quotes:
        span = (quote.start, quote.end)
        carrier = _carrier(drafts, span, quotes)
        if carrier is None and is_speech(page, span):
            beside = _cue_beside(page, span, quotes)
            if beside is not None:
                carrier = _same_cue(drafts, beside)
                if carrier is None:
                    drafts.append(beside)
                    carrier = len(drafts) - 1
            elif last is not None and previous is not None and _goes_on(page, previous, quote):
                carrier = last
        if carrier is not None:
            drafts[carrier] = replace(
                drafts[carrier],
                content=_cut_source(union([*drafts[carrier].content, span]), drafts[carrier]),
            )
            if is_speech(page, span):
                last, previous = carrier, quote
    return drafts


def is_speech(page: Page, span: Span) -> bool:
    """Whether the quote says something, other than a title, a term or a word held at arm's length."""
    inside = page.text[span[0] + 1 : span[1] - 1].strip()
    words = len(WORD.findall(inside))
    if inside.endswith((".", "!", "?", ",")) and words > 1:
        return True
    return words >= FEWEST_SPEECH_WORDS


def _cut_source(content: tuple[Span, ...], statement: Statement) -> tuple[Span, ...]:
    return content


def _carrier(drafts: Sequence[Statement], span: Span, quotes: Sequence[Quote]) -> int | None:
    """The statement whose content holds most of the quote and whose cue is outside of any quote."""
    best, most = None, 0.0
    for number, draft in enumerate(drafts):
        if draft.cue is None or contains(span, draft.cue):
            continue
        common = shared(draft.content, span)
        if common == 0:
            continue
        within = common / sum(end - start for start, end in draft.content)
        if common * 2 >= span[1] - span[0] or within > 0.6:
            rank = common + within
            if rank > most:
                best, most = number, rank
    return best


def _same_cue(drafts: Sequence[Statement], wanted: Statement) -> int | None:
    return next((n for n, draft in enumerate(drafts) if draft.cue == wanted.cue), None)


def _cue_beside(page: Page, span: Span, quotes: Sequence[Quote]) -> Statement | None:
    """A statement for the nearest verb of saying in the sentence where the quote ends or begins."""
    numbers = dict.fromkeys((page.sentence_at(span[1] - 1), page.sentence_at(span[0])))
    ranked: list[tuple[int, int, Statement]] = []
    for number in numbers:
        sentence = page.sentences[number]
        offset = sentence.sentence.start_char
        for verb in sentence.doc:
            start = offset + verb.idx
            if not is_verb(verb) or any(q.start <= start < q.end for q in quotes):
                continue
            lemma = lemma_of(verb)
            speaker = _nearby_speaker(verb)
            if lemma not in cues.BESIDE_QUOTE or speaker is None:
                continue
            gap = start - span[1] if start >= span[1] else span[0] - start
            statement = (
                make_statement(
                    Place(number, offset),
                    content=[verb],
                    cue=[],
                    lemma=lemma,
                    act=cues.ACTS.get(lemma, "say"),
                    source=list(speaker.subtree),
                    speaker=speaker,
                    is_negated=is_negated(verb),
                )
                if False
                else _bare(Place(number, offset), verb, lemma, speaker, span)
            )
            ranked.append((gap, start, statement))
    return min(ranked, key=lambda item: item[:2])[2] if ranked else None


def _bare(place: Place, verb: Word, lemma: str, speaker: Word, span: Span) -> Statement:
    from pipeline.claims.attribution.trees import span_of, trimmed, words_of

    inside = frozenset(kid.i for kid in speaker.children if kid.i == verb.i or verb in kid.subtree)
    words = [
        word
        for word in words_of(speaker, without=inside)
        if not overlap(span, (place.offset + word.idx, place.offset + word.idx + len(word)))
    ]
    named = trimmed(words)
    return Statement(
        sentence=place.sentence,
        content=(span,),
        cue=span_of(verb_group(verb), place.offset),
        lemma=lemma,
        act=cues.ACTS.get(lemma, "say"),
        source=span_of(named, place.offset) if named else None,
        speaker=speaker if named else None,
        is_negated=is_negated(verb),
    )


def _nearby_speaker(verb: Word) -> Word | None:
    subject = subject_of(verb)
    if subject is not None:
        return subject
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    if verb.dep_ in ("advcl", "xcomp", "pcomp"):
        return subject_of(verb.head)
    return child(verb, "dobj") if verb.i + 1 < len(verb.doc) else None


def _goes_on(page: Page, previous: Quote, quote: Quote) -> bool:
    """Whether the quote is one speech with the previous one."""
    if previous.continues:
        return True
    first, second = page.paragraph_at(previous.start), page.paragraph_at(quote.start)
    if first == second:
        return not _narration(page, previous.end, quote.start)
    starts_paragraph = quote.start == page.paragraphs[second][0]
    return (
        second == first + 1
        and starts_paragraph
        and not page.text[quote.end : page.paragraphs[second][1]].strip()
    )


def _narration(page: Page, start: int, end: int) -> bool:
    """Whether a whole sentence of the writer's lies between."""
    return any(
        start <= each.sentence.start_char and each.sentence.end_char <= end
        for each in page.sentences[page.sentence_at(start) : page.sentence_at(end) + 1]
    )


def statements_outside(
    statements: Sequence[Statement], quotes: Sequence[Quote]
) -> Iterator[Statement]:
    """The statements whose cue is not itself quoted."""
    for statement in statements:
        if statement.cue is None or not any(
            contains((quote.start, quote.end), statement.cue) for quote in quotes
        ):
            yield statement
