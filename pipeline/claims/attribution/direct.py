"""Quotes and who says them: each quoted passage goes to a statement.

Belongs here: which statement carries a quote, quotes of one speech. Does not belong here: pairing the
marks (quotes.py), the cue beside a quote (beside.py), names.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.claims.attribution.beside import cue_beside
from pipeline.claims.attribution.page import Page
from pipeline.claims.attribution.quotes import Quote
from pipeline.claims.attribution.records import Span
from pipeline.claims.attribution.spans import contains, shared, union
from pipeline.claims.attribution.statements import Statement

MOST_OF_A_CONTENT = 0.6
WIDEST_GAP = 60  # characters of a statement's words that the tree left out before a quote
NARRATED_GAP = re.compile(
    r"[\s,;.!?—–-]*(?:(?:on|in|at|during|after|before|while|from|where|which|who|when|to|titled|called)\b|$)"
    r"|[^\w]*[.!?;]",
    re.IGNORECASE,
)
"""What between a statement and a quote is the writer's: '… on Monday on "Morning News"'."""


def give_quotes(page: Page, statements: Sequence[Statement]) -> list[Statement]:
    """The statements with the quotes that they carry, and new ones for quotes that none carried."""
    giver = _Giver(page, statements)
    for quote in page.quotes:
        giver.give(quote)
    return giver.drafts


class _Giver:
    """Goes through the quotes in order, keeping who spoke last."""

    def __init__(self, page: Page, statements: Sequence[Statement]) -> None:
        self.page = page
        self.drafts = list(statements)
        self.apart = sorted(each.content[0] for each in statements if each.is_beside)
        self.by_sentence: dict[int, list[int]] = {}
        self.by_cue: dict[Span | None, int] = {}
        for number, draft in enumerate(self.drafts):
            self._enter(number, draft)
        self.last: int | None = None
        self.previous: Quote | None = None
        self.waiting: list[Quote] = []

    def give(self, quote: Quote) -> None:
        """Finds the statement of one quote."""
        at = bisect_right(self.apart, (quote.start, len(self.page.text))) - 1
        if at >= 0 and contains(self.apart[at], (quote.start, quote.end)):
            return  # speech that the layout gives already
        is_speech = self.page.is_speech(quote)
        carrier = self._beside(quote) if is_speech else None
        if carrier is None:
            carrier = self._carrier((quote.start, quote.end))
            if carrier is not None:
                self._widen(carrier, quote)
        if carrier is None:
            carrier = self._run_into(quote)
        if carrier is None and is_speech:
            carrier = self._earlier(quote)
            if carrier is not None:
                self._widen(carrier, quote)
        if carrier is not None and is_speech:
            self.last, self.previous = carrier, quote
            for earlier in self.waiting:
                self._widen(carrier, earlier)
            self.waiting.clear()
        elif is_speech and quote.continues:
            self.waiting.append(quote)  # its 'he added' may come at the end of the next paragraph
        else:
            self.waiting.clear()

    def _enter(self, number: int, draft: Statement) -> None:
        self.by_sentence.setdefault(draft.sentence, []).append(number)
        self.by_cue.setdefault(draft.cue, number)

    def _widen(self, carrier: int, quote: Quote) -> None:
        draft = self.drafts[carrier]
        content = union([*draft.content, (quote.start, quote.end)])
        self.drafts[carrier] = replace(draft, content=content)

    def _beside(self, quote: Quote) -> int | None:
        """The statement by the cue beside the quote: its words are the quote, whatever the tree says."""
        found = cue_beside(self.page, quote)
        if found is None:
            if self.previous is None or not self.previous.continues or self.last is None:
                return None
            self._widen(self.last, quote)
            return self.last
        number = self.by_cue.get(found.cue)
        lead = self._lead(found, quote)
        if lead is not None:
            carrier = self._carrier((quote.start, quote.end))
            if carrier is not None:
                self._widen(carrier, quote)
                return carrier
            found = replace(found, content=(lead,))
        if number is None:
            number = len(self.drafts)
            self.drafts.append(found)
            self._enter(number, found)
            return number
        known = self.drafts[number]
        if known.is_beside or lead is not None:
            self._widen(number, quote)
            return number
        self.drafts[number] = found
        return number

    def _lead(self, found: Statement, quote: Quote) -> Span | None:
        """The sentence up to the quote's end where words before the quote are said too: 'It was "a joke," he said'."""
        start = self.page.offset(self.page.sentence_at(quote.start))
        behind = found.cue is not None and found.cue[0] >= quote.end
        if not behind or self.page.is_blank(start, quote.start):
            return None
        return start, quote.end

    def _carrier(self, span: Span) -> int | None:
        """The statement whose content holds most of the quote and whose cue stands outside it."""
        best, most = None, 0.0
        for number in self._near(span):
            draft = self.drafts[number]
            if draft.cue is None or contains(span, draft.cue):
                continue
            common = shared(draft.content, span)
            if common == 0:
                continue
            within = common / sum(end - start for start, end in draft.content)
            holds = common * 2 >= span[1] - span[0] or within > MOST_OF_A_CONTENT
            if holds and common + within > most:
                best, most = number, common + within
        return best

    def _run_into(self, quote: Quote) -> int | None:
        """The statement of the sentence whose words run on into the quote, widened up to its end."""
        page = self.page
        sentence = page.sentence_at(quote.start)
        here = [
            (draft.end, number)
            for number in self.by_sentence.get(sentence, ())
            for draft in (self.drafts[number],)
            if draft.cue is not None and draft.cue[1] <= draft.start and draft.end <= quote.start
        ]
        if not here:
            return None
        end, number = max(here)
        gap = page.text[end : quote.start]
        cue_between = any(
            each.cue is not None and end <= each.cue[0] < quote.start
            for each in (self.drafts[n] for n in self.by_sentence[sentence])
        )
        if cue_between or len(gap) > WIDEST_GAP or NARRATED_GAP.match(gap) or "\n" in gap:
            return None
        draft = self.drafts[number]
        self.drafts[number] = replace(draft, content=union([*draft.content, (end, quote.end)]))
        return number

    def _near(self, span: Span) -> Iterator[int]:
        """The statements of the sentences that the span touches, and of those before and behind."""
        first, last = self.page.sentence_at(span[0]), self.page.sentence_at(span[1] - 1)
        for sentence in range(first - 1, last + 2):
            yield from self.by_sentence.get(sentence, ())

    def _earlier(self, quote: Quote) -> int | None:
        """The statement before the quote, where the quote goes on with it."""
        page = self.page
        paragraph = page.paragraph_at(quote.start)
        start, end = page.paragraphs[paragraph]
        if self.previous is not None and self.last is not None:
            before = page.paragraph_at(self.previous.start)
            if before == paragraph and not self._narration(self.previous.end, quote.start):
                return self.last
            alone = quote.start == start and page.is_blank(quote.end, end)
            if before + 1 == paragraph and alone:
                return self.last
        return self._statement_before(quote)

    def _statement_before(self, quote: Quote) -> int | None:
        """The last statement of the sentence before, where the quote begins a sentence of its own."""
        page = self.page
        sentence = page.sentence_at(quote.start)
        if sentence == 0 or not page.is_blank(page.offset(sentence), quote.start):
            return None
        near = [
            (draft.cue[0], number)
            for number in self.by_sentence.get(sentence - 1, ())
            for draft in (self.drafts[number],)
            if draft.cue and draft.source and draft.act == "say"
        ]
        return max(near)[1] if near else None

    def _narration(self, start: int, end: int) -> bool:
        """Whether a whole sentence of the writer's lies between."""
        page = self.page
        first, last = page.sentence_at(start), page.sentence_at(end)
        return any(
            start <= each.sentence.start_char and each.sentence.end_char <= end
            for each in page.sentences[first : last + 1]
        )


def statements_outside(page: Page, statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements whose cue is not itself quoted."""
    for statement in statements:
        quote = page.quote_at(statement.cue[0]) if statement.cue is not None else None
        if quote is None or statement.cue is None or statement.cue[1] > quote.end:
            yield statement
