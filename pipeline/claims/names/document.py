"""The cast of a document: the entry point of this room.

Belongs here: the order of the steps. Does not belong here: the steps.
"""

from bisect import bisect_right
from collections.abc import Sequence

from pipeline.claims.attribution.quotes import find_quotes
from pipeline.claims.names.agreement import Place
from pipeline.claims.names.cast import Cast
from pipeline.claims.names.find import mentions_in
from pipeline.claims.names.joining import Names
from pipeline.claims.names.resolving import Resolver
from pipeline.language.parser import ParsedDocument


def cast_of(parsed: ParsedDocument) -> Cast:
    """The cast of the document; linear in its length."""
    document = parsed.document
    blocks = [(block.start_char, block.end_char) for block in document.blocks]
    quoted = Inside([(quote.start, quote.end) for quote in find_quotes(document.text, blocks)])
    places = [
        Place(number, offset, found, quoted.holds(offset + found.first.idx))
        for number, each in enumerate(parsed.sentences)
        for offset in (each.sentence.start_char,)
        for found in mentions_in(each.doc)
        if found.form == "name" or each.sentence.section != "subhead"
    ]
    names = Names()
    for place in places:
        if place.found.form == "name":
            names.learn(place.found)
    names.settle()
    return Resolver(names).resolve(places)


class Inside:
    """Whether a place lies in one of some disjoint spans in order."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]

    def holds(self, position: int) -> bool:
        """Whether a span holds the position."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self._spans[at][1]
