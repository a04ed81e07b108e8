"""A statement: one cue with its source and content, as found in the tree of one sentence.

Belongs here: the record that the finders make and the resolvers read. Does not belong here: finding.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.claims.attribution.records import Act, Span
from pipeline.claims.attribution.trees import span_of, spans_of, trimmed
from pipeline.language.tree import Word


@dataclass(frozen=True, slots=True)
class Statement:
    """A cue in sentence number `sentence`; spans are offsets into the document's text.

    `speaker` is the head word of the source, for its number, gender and title.
    """

    sentence: int
    content: tuple[Span, ...]
    cue: Span | None
    lemma: str | None
    act: Act
    source: Span | None
    speaker: Word | None
    is_negated: bool = False
    is_clause: bool = True
    is_beside: bool = False

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1][1]


@dataclass(frozen=True, slots=True)
class Place:
    """The sentence that a finder works in: its number and its offset in the document."""

    sentence: int
    offset: int


def make_statement(
    place: Place,
    *,
    content: Sequence[Word],
    cue: Sequence[Word],
    lemma: str,
    act: Act,
    source: Sequence[Word] = (),
    speaker: Word | None = None,
    is_negated: bool = False,
    is_clause: bool = True,
) -> Statement | None:
    """The statement of these words; None where the content holds no word."""
    spoken_for = {word.i for word in (*cue, *source)}
    spans = spans_of((word for word in content if word.i not in spoken_for), place.offset)
    if not spans:
        return None
    named = trimmed(list(source))
    return Statement(
        sentence=place.sentence,
        content=spans,
        cue=span_of(list(cue), place.offset),
        lemma=lemma,
        act=act,
        source=span_of(named, place.offset) if named else None,
        speaker=speaker if named else None,
        is_negated=is_negated,
        is_clause=is_clause,
    )
