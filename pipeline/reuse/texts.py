"""One text as the aligner and the judge see it: its words, sentences, blocks and quotations.

Belongs here: which parts of a document count for reuse, and per word where it stands. Does not belong
here: comparing two of them.

Headlines and credit lines do not count: headlines are short and alike by nature, and a shared credit
is evidence of an upstream, not shared text. Nor do lines that a source repeats from document to
document. Legal notices, biographies and footers count as text but not as evidence of copying.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pipeline.reuse.align import SeedIndex, seed_index
from pipeline.reuse.quotes import quotations
from pipeline.reuse.words import Hashes, Interval, Positions, Words, words_of

COUNTED_SECTIONS = ("subhead", "body", "embed")

_HOUSE_TEXT = re.compile(
    r"all rights reserved|copyright (?:©|\(c\)|\d{4}|of)|©\s*\d{4}|(?:may not|not to) be "
    r"(?:published|reproduced|republished|copied|reprinted)|without (?:prior |express )?(?:written )?permission"
    r"|terms of (?:use|service)|privacy policy|(?:sign up|subscribe)\b.{0,40}\b(?:for|to) (?:our|the|a)\b"
    r"|unsubscribe|newsletter|views? expressed (?:in|here|are)|opinions? expressed (?:in|here|by|are)"
    r"|do(?:es)? not (?:necessarily )?(?:reflect|represent) (?:the|those)|(?:follow|like) "
    r"(?:him|her|them|us|\w+ \w+) on (?:twitter|facebook|instagram|x\b)|contributed (?:to|reporting)|can be reached at"
    r"|(?:he|she) tweets at"
    r"|(?:make|making) a (?:\w+ )?(?:donation|gift|contribution)|become a (?:member|subscriber)"
    r"|click here|download (?:our|the) app|advertisement|(?:welcome|moderate|remove|delete)\b.{0,60}\bcomments?\b"
    r"|story (?:has been|was) updated|is a (?:syndicated columnist|staff writer|senior fellow)",
    re.IGNORECASE,
)


@dataclass
class Text:
    """One document for reuse: counted words by number and place, and the sentences around them."""

    text: str
    hashes: Hashes
    starts: Positions
    ends: Positions
    sentence_starts: Sequence[int]
    embeds: Sequence[Interval]

    @cached_property
    def index(self) -> SeedIndex:
        """The words, ready for alignment."""
        return seed_index(self.hashes)

    @cached_property
    def sentence_of(self) -> Positions:
        """The number of the sentence that each word stands in."""
        return np.searchsorted(np.array(self.sentence_starts, np.int64), self.starts, side="right")

    @cached_property
    def block_of(self) -> Positions:
        """The number of the line that each word stands in."""
        breaks = np.array([m.start() for m in re.finditer("\n", self.text)], np.int64)
        return np.searchsorted(breaks, self.starts)

    @cached_property
    def quoted(self) -> npt.NDArray[np.bool_]:
        """Which words stand in a direct quotation or an embedded post."""
        return self._within((*quotations(self.text), *self.embeds))

    @cached_property
    def house(self) -> npt.NDArray[np.bool_]:
        """Which words stand in a sentence of legal notice, biography or footer."""
        ends = [*self.sentence_starts[1:], len(self.text)]
        bounds = zip(self.sentence_starts, ends, strict=True)
        return self._within([b for b in bounds if _HOUSE_TEXT.search(self.text, *b)])

    def _within(self, intervals: Iterable[Interval]) -> npt.NDArray[np.bool_]:
        inside = np.zeros(len(self.text) + 1, dtype=bool)
        for start, end in intervals:
            inside[start:end] = True
        return inside[self.starts]

    def unit_bounds(self, unit_of: Positions, word: int) -> Interval:
        """The first word and the end of the sentence or block that holds the word."""
        number = unit_of[word]
        first = int(np.searchsorted(unit_of, number, side="left"))
        return first, int(np.searchsorted(unit_of, number, side="right"))


@dataclass(frozen=True, slots=True)
class SentencePlace:
    """Where a sentence stands and what part of the document it belongs to."""

    start_char: int
    end_char: int
    section: str


def read_texts(
    texts: Sequence[str],
    sentences: Sequence[Sequence[SentencePlace]],
    boilerplate: Sequence[frozenset[str]],
) -> tuple[Words, list[Text]]:
    """The words of all documents in a row, and each document by itself (views, not copies)."""
    counted = [
        _counted(text, places, lines)
        for text, places, lines in zip(texts, sentences, boilerplate, strict=True)
    ]
    words = words_of(texts, counted)
    return words, [
        Text(
            text,
            words.hashes[words.of(number)],
            words.starts[words.of(number)],
            words.ends[words.of(number)],
            [place.start_char for place in places],
            [(place.start_char, place.end_char) for place in places if place.section == "embed"],
        )
        for number, (text, places) in enumerate(zip(texts, sentences, strict=True))
    ]


def _counted(
    text: str, places: Sequence[SentencePlace], boilerplate: frozenset[str]
) -> list[Interval]:
    """The sentences that count for reuse."""
    counted = [
        (place.start_char, place.end_char) for place in places if place.section in COUNTED_SECTIONS
    ]
    if not boilerplate:
        return counted
    left_out = _lines_in(text, boilerplate)
    return [
        (start, end)
        for start, end in counted
        if not any(first <= start and end <= last for first, last in left_out)
    ]


def _lines_in(text: str, wanted: frozenset[str]) -> list[Interval]:
    lines, begin = [], 0
    for line in text.split("\n"):
        if line.strip() in wanted:
            lines.append((begin, begin + len(line)))
        begin += len(line) + 1
    return lines
