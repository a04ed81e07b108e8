"""From which document did a passage come? Follows reused passages up to the first one.

Belongs here: walking from a place in a copy to the place in its source, and on. Does not belong here:
chains of speakers.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import polars as pl
from rapidfuzz.distance import Levenshtein, Opcodes

_WORD = re.compile(r"\w+")
_FARTHEST = 8
_LEAST_COVERED = 0.5
# That a passage is copied is sure, whoever was first: one of the two stands for the text.
_LEAST_CERTAINTY = 0.8
_LINKS_KEPT = 2_048

_Words = list[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of one document, and how sure it is that the text is from there, or both from a third."""

    document_id: str
    start: int
    end: int
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class _Link:
    start: int
    end: int
    other: str
    other_start: int
    other_end: int
    certainty: float


class Passages:
    """The passages that documents took from others."""

    def __init__(
        self,
        reuse_spans: pl.DataFrame,
        standing: Mapping[str, tuple[object, ...]],
        texts: Mapping[str, str],
    ) -> None:
        """`standing` ranks documents: of two that took a passage from a third the smaller is its source."""
        self._texts = texts
        # Claims are asked for in no order of documents, but many lie in one passage.
        self._aligned_words = lru_cache(maxsize=_LINKS_KEPT)(self._align)
        self._links: dict[str, list[_Link]] = defaultdict(list)
        columns = ("document_a", "document_b", "a_start", "a_end", "b_start", "b_end")
        copied = reuse_spans.filter(pl.col("kind") != "quote_only").sort(columns)
        for a, b, a0, a1, b0, b1, copier, certainty in copied.select(
            *columns, "copier", "direction_certainty"
        ).iter_rows():
            if a not in standing or b not in standing:
                continue
            to_a = copier == "a" or (copier is None and standing[b] < standing[a])
            sure = max(_LEAST_CERTAINTY, certainty or 0.0)
            taker, link = (
                (a, _Link(a0, a1, b, b0, b1, sure)) if to_a else (b, _Link(b0, b1, a, a0, a1, sure))
            )
            self._links[taker].append(link)
        self._involved = {
            one
            for taker, links in self._links.items()
            for one in (taker, *(link.other for link in links))
        }

    def is_involved(self, document: str) -> bool:
        """Whether the document took a passage from another, or another from it."""
        return document in self._involved

    def first_place(self, place: Place) -> Place:
        """Where the passage stands in the document that it first came from; itself where it is own."""
        seen = {place.document_id}
        for _ in range(_FARTHEST):
            link = self._best_link(place, seen)
            if link is None:
                break
            place = self._moved(place, link)
            seen.add(place.document_id)
        return place

    def _best_link(self, place: Place, seen: set[str]) -> _Link | None:
        least = _LEAST_COVERED * max(1, place.end - place.start)
        fitting = [
            link
            for link in self._links.get(place.document_id, ())
            if link.other not in seen
            and min(link.end, place.end) - max(link.start, place.start) >= least
        ]
        return min(
            fitting, key=lambda link: (-link.certainty, link.other, link.start), default=None
        )

    def _moved(self, place: Place, link: _Link) -> Place:
        """The same words on the other side."""
        start, end = max(place.start, link.start), min(place.end, link.end)
        words, others, codes = self._aligned_words(place.document_id, link)
        wanted = [lo < end and start < hi for _, lo, hi in words]
        spans = [others[at] for at in _partners(codes, wanted)]
        low = min((lo for _, lo, _ in spans), default=link.other_start)
        high = max((hi for _, _, hi in spans), default=link.other_end)
        return Place(link.other, low, high, min(place.certainty, link.certainty))

    def _align(self, document: str, link: _Link) -> tuple[_Words, _Words, Opcodes]:
        """The words of both sides of a link, and the fewest edits between them."""
        words = self._words(document, link.start, link.end)
        others = self._words(link.other, link.other_start, link.other_end)
        codes = Levenshtein.opcodes([word for word, _, _ in words], [word for word, _, _ in others])
        return words, others, codes

    def _words(self, document: str, start: int, end: int) -> _Words:
        text = self._texts[document]
        return [
            (match.group().lower(), match.start(), match.end())
            for match in _WORD.finditer(text, start, end)
        ]


def _partners(codes: Opcodes, wanted: list[bool]) -> list[int]:
    """Which of the others stand for the wanted words, by the edits between them."""
    return [
        code.dest_start + offset
        for code in codes
        if code.tag in ("equal", "replace")
        for offset in range(code.dest_end - code.dest_start)
        if wanted[min(code.src_start + offset, code.src_end - 1)]
    ]


def standing_of(documents: pl.DataFrame, credits: pl.DataFrame) -> Mapping[str, tuple[object, ...]]:
    """Of documents with one text: first the one that says whose it is, then the earlier one."""
    crediting = set(credits.filter(pl.col("found_in") == "byline")["document_id"])
    return {
        document: (document not in crediting, seen or "~", document)
        for document, seen in documents.select(
            "document_id", pl.col("published_at").cast(pl.String)
        ).iter_rows()
    }
