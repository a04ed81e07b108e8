"""Of two documents that share text, which one took it from the other?

Belongs here: the evidence of who was first, and how it adds up. Does not belong here: chains of more
than two documents.

Each sign gives log odds, added up as if independent (naive Bayes, good enough for the few there are);
the logistic function of the sum is the certainty. Signs: publication times (the chance that one of two
times, each evenly spread over its bounds, is the earlier), a credit line that names the other's
source, the source's name inside the shared text, marks of machine rewording, quotations that one gives more
fully, and completeness: a text that is all of another down to some line is the other cut from the bottom, as
editors cut.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal

from pipeline.language.outlets import OutletNames, same_outlet
from pipeline.reuse.quotes import quotations

Copier = Literal["a", "b"]

LEAST_CERTAINTY = 0.6
_TIME_LIMIT = 3.0
_CREDIT = 3.0
_NAMED_IN_TEXT = 1.0
_SPUN = 1.5
_CUT = 0.4  # alone too little: of two copies of one text that is not there, one may be cut
# Of the cut text, and of the whole one above the cut, so much is shared; and so much is below.
_NEARLY_ALL, _LEAST_CUT = 0.9, 0.15
# Who copies shortens what was said and cannot lengthen it; a third text may have had all of it.
_FULLER_QUOTES = 0.6
_LEAST_QUOTED, _LEAST_LEFT_OUT = 4, 3  # words
_CREDIT_ZONE = 250
# A rewrite of another outlet's report keeps a 'told X' or two; a copy of X's own report keeps them all.
_TOLD_TIMES = 3
_WORD = re.compile(r"[^\W_]+")
_TOLD = re.compile(r"\btold (?:the )?$")
_WRONG_ARTICLE = re.compile(
    r"\ba (?!one|once|uni|use|usu|uti|eu|ewe|ubiq|ura|ute)[aeiou][a-z]{2,}"
    r"|\b[Aa]n (?!hour|hono|heir|herb)[bcdfghjklmnpqrstvwyz][a-z]{2,}"
)


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of one side: its bounds in time, its source's name, its text."""

    earliest: datetime | None
    latest: datetime | None
    source_name: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Direction:
    """Who copied, None where the signs do not tell; and the chance that the likelier side did.

    Both are None where the text comes from a third.
    """

    copier: Copier | None
    certainty: float | None


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a text is shared, in words: in all, where the last shared passage ends, and of how many."""

    shared: int
    end: int
    words: int

    @property
    def is_all(self) -> bool:
        """Whether nearly all of the text is shared."""
        return self.shared >= _NEARLY_ALL * self.words

    @property
    def is_all_above_a_cut(self) -> bool:
        """Whether nearly all is shared down to some line, and nothing below."""
        return self.shared >= _NEARLY_ALL * self.end and self.end <= (1 - _LEAST_CUT) * self.words


def direction_of(
    a: Published,
    b: Published,
    shared_a: str,
    shared_b: str,
    extents: tuple[Extent, Extent] | None = None,
) -> Direction:
    """Who took the shared text from whom. `shared_a` is the text of the passages as `a` has them."""
    if _is_from_third(a, b, shared_a, shared_b):
        return Direction(None, None)
    odds = _by_time(a, b) + _by_credit(a, b) + _by_name(a, b, shared_a, shared_b)
    odds += _SPUN * _sign(_slips(shared_b) - _slips(shared_a))
    odds += _FULLER_QUOTES * _sign(_fuller_quotes(a.text, b.text) - _fuller_quotes(b.text, a.text))
    if extents:
        odds += _CUT * (_is_cut(extents[1], extents[0]) - _is_cut(extents[0], extents[1]))
    certainty = 1 / (1 + math.exp(-abs(odds)))
    if certainty < LEAST_CERTAINTY:
        return Direction(None, certainty)
    return Direction("b" if odds > 0 else "a", certainty)


def _is_from_third(a: Published, b: Published, shared_a: str, shared_b: str) -> bool:
    """Whether sources speak, again and again, to an outlet that is neither of the two."""
    own = [one.source_name for one in (a, b) if one.source_name]
    homes = {*_homes(shared_a), *_homes(shared_b)}
    return any(not any(same_outlet(home, name) for name in own) for home in homes)


def _homes(text: str) -> list[str]:
    """The outlets that sources of a text told something, three times or more."""
    if text.count("told ") < _TOLD_TIMES:
        return []
    told = Counter(
        outlet
        for start, _, outlet in _outlets().mentions(text)
        if _TOLD.search(text, max(0, start - 12), start)
    )
    return [outlet for outlet, times in told.items() if times >= _TOLD_TIMES]


@lru_cache(maxsize=1)
def _outlets() -> OutletNames:
    return OutletNames()


def _by_time(a: Published, b: Published) -> float:
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return 0.0
    chance = chance_of_earlier((a.earliest, a.latest), (b.earliest, b.latest))
    if chance in (0.0, 1.0):
        return math.copysign(_TIME_LIMIT, chance - 0.5)
    return max(-_TIME_LIMIT, min(_TIME_LIMIT, math.log(chance / (1 - chance))))


def chance_of_earlier(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> float:
    """The chance that a time evenly spread over the first bounds precedes one over the second."""
    if one[1] < other[0]:
        return 1.0
    if other[1] < one[0]:
        return 0.0
    second = timedelta(seconds=1)
    start = min(one[0], other[0])
    a, b = (one[0] - start) / second, (one[1] - start) / second + 1
    c, d = (other[0] - start) / second, (other[1] - start) / second + 1
    # Area of x < y over the rectangle [a, b] x [c, d]: for each x, the part of [c, d] above it.
    low, high = max(a, c), min(b, d)
    before = max(0.0, c - a) * (d - c)
    during = (high - low) * (d - (low + high) / 2)
    return min(1.0, (before + during) / ((b - a) * (d - c)))


def _by_credit(a: Published, b: Published) -> float:
    return _CREDIT * (_credits(b.text, a.source_name) - _credits(a.text, b.source_name))


def _credits(text: str, name: str | None) -> int:
    """1 where the last or first lines of a text name a source."""
    if not name:
        return 0
    zone = f"{text[:_CREDIT_ZONE]}\n{text[-_CREDIT_ZONE:]}"
    return int(name in zone or any(same_outlet(outlet, name) for outlet in _outlets_in(zone)))


@lru_cache(maxsize=4096)
def _outlets_in(zone: str) -> list[str]:
    """The outlets that a zone names: asked for again with each document that shares text with its own."""
    return [outlet for _, _, outlet in _outlets().mentions(zone)]


def _by_name(a: Published, b: Published, shared_a: str, shared_b: str) -> float:
    """A text that speaks of its own house is at home there."""
    home_a = bool(a.source_name and a.source_name in shared_b)
    home_b = bool(b.source_name and b.source_name in shared_a)
    return _NAMED_IN_TEXT * (home_a - home_b)


def _is_cut(one: Extent, whole: Extent) -> bool:
    return one.is_all and whole.is_all_above_a_cut


def _fuller_quotes(one: str, other: str) -> int:
    """How many quotations of `other` are but a part of what `one` quotes."""
    full = _quoted_words(one)
    return sum(
        any(
            part in whole and whole.count(" ") >= part.count(" ") + _LEAST_LEFT_OUT
            for whole in full
        )
        for part in _quoted_words(other)
        if part.count(" ") > _LEAST_QUOTED
    )


@lru_cache(maxsize=256)
def _quoted_words(text: str) -> frozenset[str]:
    """What a text quotes: words in lower case, each between spaces."""
    return frozenset(
        f" {' '.join(_WORD.findall(text[start:end].lower()))} " for start, end in quotations(text)
    )


def _slips(text: str) -> int:
    """'An germinating headline': articles that a machine left before a word it changed."""
    return len(_WRONG_ARTICLE.findall(text))


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
