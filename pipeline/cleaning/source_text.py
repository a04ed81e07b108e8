"""Text that remembers where in the raw file each of its characters came from.

Belongs here: pieces of text with their raw places, and folding their white space. Does not belong
here: formats, and what is kept.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.records import TextRun

WHITE = re.compile(r"[\s\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]+")
ODD = re.compile(r"[^\S ]|  |[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")
UNEVEN = re.compile(r"[^\S ]")
UNEVEN_BUT_LINES = re.compile(r"[^\S \n]")
GAP = re.compile(
    r"\A[ \n]+|[ \n]+\Z|[ \n]*[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff][ \n\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]*"
    r"|[ \n]{2,}"
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one raw item, and the raw place of each character.

    `segments` cover the text in order: each has as many raw characters as it has of the text, or is
    one escape. Without segments the text is the raw text itself.
    """

    text: str
    segments: Sequence[TextRun] = ()

    def raw_start(self, index: int) -> int:
        """Where the character at `index` begins in the raw text."""
        return raw_span(self.segments, index, index + 1)[0] if self.segments else index

    def raw_end(self, index: int) -> int:
        """Where the character before `index` ends in the raw text."""
        return raw_span(self.segments, index - 1, index)[1] if self.segments else index

    def runs(self, start: int, end: int, at: int) -> Iterator[TextRun]:
        """The runs of clean text that begins at `at` and copies the characters from start to end.

        A run has as many raw characters as clean ones, or is one escape.
        """
        if not self.segments:
            yield TextRun(at, at + end - start, start, end)
            return
        place = bisect_right(self.segments, start, key=_start_of) - 1
        while place < len(self.segments) and self.segments[place].start_char < end:
            segment = self.segments[place]
            first, last = max(start, segment.start_char), min(end, segment.end_char)
            raw = (segment.raw_start, segment.raw_end)
            if segment.end_char - segment.start_char == segment.raw_end - segment.raw_start:
                offset = segment.raw_start - segment.start_char
                raw = (first + offset, last + offset)
            yield TextRun(at + first - start, at + last - start, *raw)
            place += 1


def _start_of(run: TextRun) -> int:
    return run.start_char


class Piece(NamedTuple):
    """Text from one unbroken place of the source: characters, or one entity that stands for some."""

    text: str
    start: int
    end: int

    @property
    def is_escape(self) -> bool:
        """Whether the source spells the text in another way, as '&amp;' does for '&'."""
        return len(self.text) != self.end - self.start


@dataclass(slots=True)
class TextBuilder:
    """Joins pieces to one clean text with its map."""

    source: SourceText
    parts: list[str] = field(default_factory=list)
    runs: list[TextRun] = field(default_factory=list)
    length: int = 0

    def gap(self, white: str) -> None:
        """Put white space between blocks that stands nowhere in the source."""
        self.parts.append(white)
        self.length += len(white)

    def add(self, pieces: Iterable[Piece]) -> None:
        """Append pieces as they are."""
        for piece in pieces:
            if piece.is_escape:
                raw = (self.source.raw_start(piece.start), self.source.raw_end(piece.end))
                self.runs.append(TextRun(self.length, self.length + len(piece.text), *raw))
            else:
                self._extend(self.source.runs(piece.start, piece.end, self.length))
            self.parts.append(piece.text)
            self.length += len(piece.text)

    def _extend(self, runs: Iterable[TextRun]) -> None:
        for run in runs:
            last = self.runs[-1] if self.runs else None
            if (
                last
                and last.end_char == run.start_char
                and last.raw_end == run.raw_start
                and last.end_char - last.start_char == last.raw_end - last.raw_start
                and run.end_char - run.start_char == run.raw_end - run.raw_start
            ):
                self.runs[-1] = TextRun(last.start_char, run.end_char, last.raw_start, run.raw_end)
            else:
                self.runs.append(run)

    def text(self) -> str:
        """The clean text so far."""
        return "".join(self.parts)


def folded(pieces: Iterable[Piece], keep_lines: bool = False) -> list[Piece]:
    """The pieces with each run of white space made one character, and none at either end.

    The character that stays for a run is its first one, as a space; a line feed of the run where
    lines are kept. Control characters and lone surrogates go.
    """
    result: list[Piece] = []
    pending: Piece | None = None
    for part in _without_wide_gaps(pieces, keep_lines):
        if part.text.isspace():
            if pending is None or part.text == "\n":
                pending = part
            continue
        if pending and result:
            result.append(pending)
        pending = None
        result.append(part)
    return result


def _without_wide_gaps(pieces: Iterable[Piece], keep_lines: bool) -> Iterator[Piece]:
    """Parts that are one white character, or begin and end with visible ones."""
    for piece in pieces:
        if piece.is_escape:
            if piece.text.isspace():
                yield Piece(" ", piece.start, piece.end)
            elif not WHITE.fullmatch(piece.text):
                yield piece
            continue
        if not ODD.search(piece.text):
            yield from _with_edges(piece)
            continue
        text = (UNEVEN_BUT_LINES if keep_lines else UNEVEN).sub(" ", piece.text)
        position = 0
        for match in GAP.finditer(text):
            if match.start() > position:
                yield Piece(text[position : match.start()], *_span(piece, position, match.start()))
            position = match.end()
            kept = _kept_white(match, keep_lines)
            if kept is not None:
                yield Piece(text[kept], *_span(piece, kept, kept + 1))
        if position < len(text):
            yield Piece(text[position:], *_span(piece, position, len(text)))


def _with_edges(piece: Piece) -> Iterator[Piece]:
    """The piece parted from a space in front of it and behind it."""
    text, start, end = piece
    if text[:1] == " " or text[-1:] == " ":
        inner = text.strip(" ")
        if not inner:
            yield Piece(" ", start, start + 1)
            return
        before = text.index(inner)
        if before:
            yield Piece(" ", start, start + 1)
        yield Piece(inner, start + before, start + before + len(inner))
        if before + len(inner) < len(text):
            yield Piece(" ", end - 1, end)
    elif text:
        yield piece


def _span(piece: Piece, start: int, end: int) -> tuple[int, int]:
    return piece.start + start, piece.start + end


def _kept_white(match: re.Match[str], keep_lines: bool) -> int | None:
    """The offset in the piece of the white character that stands for the whole gap."""
    white = match.group()
    if keep_lines and "\n" in white:
        return match.start() + white.index("\n")
    return next((match.start() + n for n, one in enumerate(white) if one.isspace()), None)


def raw_span(text_map: Sequence[TextRun], start: int, end: int) -> tuple[int, int]:
    """The raw place of a span of clean text that begins and ends with a visible character.

    Raises ValueError where an end of the span has no place in the raw text.
    """
    return _raw_at(text_map, start)[0], _raw_at(text_map, end - 1)[1]


def _raw_at(text_map: Sequence[TextRun], index: int) -> tuple[int, int]:
    place = bisect_right(text_map, index, key=_start_of) - 1
    run = text_map[place] if place >= 0 else None
    if run is None or index >= run.end_char:
        raise ValueError(f"character {index} of the clean text was not copied from the raw text")
    if run.end_char - run.start_char != run.raw_end - run.raw_start:
        return run.raw_start, run.raw_end
    return run.raw_start + index - run.start_char, run.raw_start + index - run.start_char + 1
