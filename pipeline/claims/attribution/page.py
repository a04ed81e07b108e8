"""A document as the quote rules read it: text, sentences with trees, paragraphs, quotes.

Belongs here: finding the sentence, paragraph or quote at a place. Does not belong here: any rule.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.claims.attribution.quotes import Quote
from pipeline.claims.attribution.records import Span
from pipeline.claims.attribution.spans import index_at
from pipeline.language.parser import ParsedSentence
from pipeline.language.tree import Word

WORD = re.compile(r"\w+")
FEWEST_SPEECH_WORDS = 4


class Page:
    """What the quote rules read; sentences, paragraphs and quotes in order of the text."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[ParsedSentence],
        paragraphs: Sequence[Span],
        quotes: Sequence[Quote],
    ) -> None:
        self.text, self.sentences, self.paragraphs, self.quotes = (
            text,
            sentences,
            paragraphs,
            quotes,
        )
        self._starts = [each.sentence.start_char for each in sentences]
        self._paragraph_starts = [start for start, _ in paragraphs]
        self._quote_starts = [quote.start for quote in quotes]

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that holds the position, or of the last before it."""
        return index_at(self._starts, position)

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph that holds the position."""
        return index_at(self._paragraph_starts, position)

    def offset(self, sentence: int) -> int:
        """Where the sentence begins in the document."""
        return self._starts[sentence]

    def words(self, sentence: int) -> list[Word]:
        """The words of the sentence."""
        return self.sentences[sentence].doc.words

    def quote_at(self, position: int) -> Quote | None:
        """The quote that holds the position, marks included."""
        at = bisect_right(self._quote_starts, position) - 1
        if at >= 0 and position < self.quotes[at].end:
            return self.quotes[at]
        return None

    def is_quoted(self, position: int) -> bool:
        """Whether a quote holds the position."""
        return self.quote_at(position) is not None

    def is_blank(self, start: int, end: int) -> bool:
        """Whether no word stands between the places."""
        return not WORD.search(self.text, start, end)

    def is_speech(self, quote: Quote) -> bool:
        """Whether the quote says something, other than a title, a term or a word at arm's length."""
        inside = self.text[quote.start + 1 : quote.end - 1].strip()
        words = len(WORD.findall(inside))
        if inside.endswith((".", "!", "?", ",")) and words > 1:
            return True
        return words >= FEWEST_SPEECH_WORDS

    def quotes_between(self, start: int, end: int) -> Sequence[Quote]:
        """The quotes that begin or end between the places."""
        first = max(0, bisect_right(self._quote_starts, start) - 1)
        return self.quotes[first : bisect_right(self._quote_starts, end)]
