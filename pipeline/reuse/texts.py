"""One text as the aligner and the judge see it: its words, sentences, blocks and quotations.

Belongs here: which parts of a document count for reuse, and per word where it stands. Does not belong
here: comparing two of them.

Headlines and credit lines do not count: headlines are short and alike by nature, and a shared credit
is evidence of an upstream, not shared text. Nor do lines that a source repeats from document to
document. Legal notices, biographies and footers count as text but not as evidence of copying.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.reuse.align import SeedIndex, seed_index
from pipeline.reuse.house import is_house_text
from pipeline.reuse.quotes import quotations
from pipeline.reuse.words import PLANE, Hashes, Interval, Intervals, Positions, words_of

COUNTED_SECTIONS = ("subhead", "body", "embed")


@dataclass
class Text:
    """One document for reuse: counted words by number and place, and the sentences around them."""

    text: str
    hashes: Hashes
    starts: Positions
    ends: Positions
    sentence_starts: Positions
    sentence_ends: Positions
    embeds: Sequence[Interval]
    _house_sentences: dict[int, bool] = field(default_factory=dict)

    @cached_property
    def index(self) -> SeedIndex:
        """The words, ready for alignment."""
        return seed_index(self.hashes)

    @cached_property
    def sentence_of(self) -> Positions:
        """The number of the sentence that each word stands in."""
        return np.searchsorted(self.sentence_starts, self.starts, side="right")

    @cached_property
    def block_of(self) -> Positions:
        """The number of the line that each word stands in."""
        breaks = np.array([m.start() for m in re.finditer("\n", self.text)], np.int64)
        return np.searchsorted(breaks, self.starts)

    @cached_property
    def quoted(self) -> npt.NDArray[np.bool_]:
        """Which words stand in a direct quotation or an embedded post."""
        return self._within((*quotations(self.text), *self.embeds))

    def house(self, words: Positions) -> npt.NDArray[np.bool_]:
        """Which of the words, in ascending order, stand in a legal notice, biography or footer."""
        if not words.size:
            return np.zeros(0, dtype=bool)
        sentences = self.sentence_of[words] - 1
        first, last = int(sentences[0]), int(sentences[-1])
        is_house = [self._is_house_sentence(number) for number in range(first, last + 1)]
        if not any(is_house):
            return np.zeros(words.size, dtype=bool)
        return np.array(is_house, dtype=bool)[sentences - first]

    def _is_house_sentence(self, number: int) -> bool:
        if number not in self._house_sentences:
            start, end = int(self.sentence_starts[number]), int(self.sentence_ends[number])
            self._house_sentences[number] = is_house_text(self.text[start:end])
        return self._house_sentences[number]

    def named(self, words: Positions) -> npt.NDArray[np.bool_]:
        """Which of the words begin with a capital or a digit: names, titles and numbers."""
        is_small: npt.NDArray[np.bool_] = _small_letters().take(self._codes[words], mode="clip")
        return ~is_small

    @cached_property
    def _codes(self) -> npt.NDArray[np.uint32]:
        """The first character of each word."""
        codes = np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        return codes[self.starts]

    def sentence_around(self, word: int) -> Interval:
        """The first word and the end of the sentence that holds the word."""
        unit_of, first = self._sentences
        return first[unit_of[word]], first[unit_of[word] + 1]

    def line_around(self, word: int) -> Interval:
        """The first word and the end of the line that holds the word."""
        unit_of, first = self._lines
        return first[unit_of[word]], first[unit_of[word] + 1]

    @cached_property
    def _sentences(self) -> tuple[list[int], list[int]]:
        return _units(self.sentence_of)

    @cached_property
    def _lines(self) -> tuple[list[int], list[int]]:
        return _units(self.block_of)

    def _within(self, intervals: Iterable[Interval]) -> npt.NDArray[np.bool_]:
        inside = np.zeros(len(self.text) + 1, dtype=bool)
        for start, end in intervals:
            inside[start:end] = True
        return inside[self.starts]


@lru_cache(maxsize=1)
def _small_letters() -> npt.NDArray[np.bool_]:
    """Which characters of the basic plane are small letters; words have no others."""
    return np.array([chr(code).islower() for code in range(PLANE)])


def _units(unit_of: Positions) -> tuple[list[int], list[int]]:
    """The unit of each word, and the first word of each unit; the units ascend."""
    units = np.arange(int(unit_of[-1]) + 2) if unit_of.size else unit_of
    return unit_of.tolist(), np.searchsorted(unit_of, units).tolist()


@dataclass(frozen=True, slots=True)
class CountedParts:
    """The sentences of documents that count for reuse, and which of them are embedded posts."""

    intervals: Intervals
    is_embed: npt.NDArray[np.bool_]


def counted_parts(
    documents: pl.DataFrame, sentences: pl.DataFrame, boilerplate: pl.DataFrame
) -> CountedParts:
    """The parts of the documents that count, in the order of their rows.

    Left out are sections that do not count and what stands in a line that `boilerplate` lists for the
    document's source.
    """
    numbered = documents.select("document_id").with_row_index("number")
    counted = (
        sentences.filter(pl.col("section").is_in(COUNTED_SECTIONS))
        .join(numbered, on="document_id")
        .sort("number", "start_char")
    )
    number = counted["number"].to_numpy().astype(np.int64)
    starts = counted["start_char"].to_numpy().astype(np.int64)
    ends = counted["end_char"].to_numpy().astype(np.int64)
    kept = ~_in_boilerplate(documents, boilerplate, number, starts, ends)
    first = np.searchsorted(number[kept], np.arange(documents.height + 1))
    is_embed = (counted["section"] == "embed").to_numpy()
    return CountedParts(Intervals(starts[kept], ends[kept], first), is_embed[kept])


def read_texts(
    documents: pl.DataFrame, sentences: pl.DataFrame, boilerplate: pl.DataFrame
) -> dict[str, Text]:
    """Each document ready for comparison, by id."""
    parts = counted_parts(documents, sentences, boilerplate)
    texts = documents["text"].to_list()
    words = words_of(texts, parts.intervals)
    starts, ends = parts.intervals.starts, parts.intervals.ends
    read = {}
    for number, (document, text) in enumerate(
        zip(documents["document_id"].to_list(), texts, strict=True)
    ):
        its, places = words.of(number), parts.intervals.of(number)
        embeds = places.start + np.flatnonzero(parts.is_embed[places])
        read[document] = Text(
            text,
            words.hashes[its],
            words.starts[its],
            words.ends[its],
            starts[places],
            ends[places],
            list(zip(starts[embeds].tolist(), ends[embeds].tolist(), strict=True)),
        )
    return read


def _in_boilerplate(
    documents: pl.DataFrame,
    boilerplate: pl.DataFrame,
    number: Positions,
    starts: Positions,
    ends: Positions,
) -> npt.NDArray[np.bool_]:
    """Which sentences stand in a line that their document's source repeats."""
    lines = _lines_by_source(boilerplate)
    inside = np.zeros(starts.size, dtype=bool)
    for document, (source, text) in enumerate(
        documents.select("source_id", "text").iter_rows() if lines else ()
    ):
        found = _lines_in(text, lines[source]) if source in lines else ()
        if not found:
            continue
        low, high = np.searchsorted(number, (document, document + 1))
        for begin, end in found:
            inside[low:high] |= (starts[low:high] >= begin) & (ends[low:high] <= end)
    return inside


def _lines_by_source(boilerplate: pl.DataFrame) -> Mapping[str, set[str]]:
    lines: dict[str, set[str]] = defaultdict(set)
    for source, line in boilerplate.select("source_id", "line").iter_rows():
        lines[source].add(line.strip())
    return lines


def _lines_in(text: str, wanted: set[str]) -> list[Interval]:
    lines, begin = [], 0
    for line in text.split("\n"):
        if line.strip() in wanted:
            lines.append((begin, begin + len(line)))
        begin += len(line) + 1
    return lines
