"""The times that a sentence names, each with the days that it means.

Belongs here: which reading of a passage holds, its tense and its relation to what is said. Does not
belong here: spellings (patterns.py) and arithmetic (resolve.py, calendar.py).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pipeline.claims.times import patterns, resolve
from pipeline.claims.times.calendar import is_usable
from pipeline.claims.times.lookalikes import is_month, is_year
from pipeline.claims.times.resolve import Meaning
from pipeline.claims.times.tense import Tense, tense_at
from pipeline.language.tree import Tree

Relation = Literal["on", "since", "until", "before", "after", "during"]
Resolver = Callable[[re.Match[str], date | None, Tense], Meaning | None]
READINGS: tuple[tuple[re.Pattern[str], Resolver], ...] = (
    (patterns.DATE, resolve.full_date),
    (patterns.AGO, resolve.ago),
    (patterns.PAST_SPAN, resolve.past_span),
    (patterns.QUARTER, resolve.quarter),
    (patterns.EDGE, resolve.edge),
    (patterns.SEASON, resolve.season),
    (patterns.DECADE, resolve.decade),
    (patterns.PERIOD, resolve.period),
    (patterns.WEEKEND, resolve.weekend),
    (patterns.NEAR, resolve.near),
    (patterns.WEEKDAY, resolve.weekday),
    (patterns.MONTH_OF_YEAR, resolve.month_of_year),
    (patterns.YEAR, resolve.year),
)
"""In order of trust: a passage belongs to the first reading that matches it."""

HINT = re.compile(
    r"\d{4}|\bQ[1-4]\b|day|week|month|year|night|morn|decade|ago|quarter|half|spring|summer|autumn|fall|winter"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|tomorrow|afternoon|evening",
    re.IGNORECASE,
)
RELATIONS: tuple[tuple[Relation, re.Pattern[str]], ...] = (
    (
        "since",
        re.compile(
            r"(?:\bsince|\bstarting|\bbeginning)(?:\s(?:at\sleast|the|on|in))*\s$",
            re.IGNORECASE,
        ),
    ),
    (
        "until",
        re.compile(
            r"(?:\buntil|\btill|\bthrough|\bby|\bup\sto|\bno\slater\sthan)(?:\s(?:the|at\sleast|on))*\s$",
            re.IGNORECASE,
        ),
    ),
    (
        "before",
        re.compile(
            r"(?:\bbefore|\bahead\sof|\bprior\sto|\bpre-?)(?:\s(?:the|on))*\s?$", re.IGNORECASE
        ),
    ),
    ("after", re.compile(r"(?:\bafter|\bfollowing|\bpost-?)(?:\s(?:the|on))*\s?$", re.IGNORECASE)),
    (
        "during",
        re.compile(
            r"\b(?:in|during|over|throughout|within|for)(?:\s(?:the|all\sof|much\sof))*\s$",
            re.IGNORECASE,
        ),
    ),
)
RANGE_AHEAD = re.compile(
    r"\b(?P<word>from|between)\s(?:(?:early|mid|late|about|the)\s)*$", re.IGNORECASE
)
RANGE_GAPS = {"from": ("to", "until", "till", "through", "-", "–"), "between": ("and",)}
SINCE_EVENT = re.compile(r"\bsince\b(?!.*\b(?:that|which|who|and|but)\b)[^,.;:]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time at a place in the document; `start`/`end` are None where they cannot be known.

    `relation` is how what is said stands to the time; `precision` the unit it is told in.
    """

    start_char: int
    end_char: int
    text: str
    start: date | None
    end: date | None
    relation: Relation
    precision: str


def find_times(doc: Tree, offset: int, published: date | None) -> list[FoundTime]:
    """The times of one parsed sentence, in order; `offset` is its place in the document."""
    text = doc.text
    if not HINT.search(text):
        return []
    if published and not is_usable(published):
        published = None
    found: list[FoundTime] = []
    taken = bytearray(len(text))
    for pattern, meaning_of in READINGS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if taken.find(1, start, end) >= 0:
                continue
            if pattern is patterns.YEAR and not is_year(text, match):
                continue
            if pattern is patterns.MONTH_OF_YEAR and not is_month(text, match):
                continue
            meaning = meaning_of(match, published, tense_at(doc, text, start, end))
            if meaning is None:
                continue
            taken[start:end] = b"\x01" * (end - start)
            found.append(_found(text, start, end, offset, meaning))
    return _joined(text, offset, sorted(found, key=lambda time: time.start_char))


def _joined(text: str, offset: int, times: list[FoundTime]) -> list[FoundTime]:
    """The times, with 'from June 2019 to May 2020' and 'between 2017 and 2018' as one each."""
    joined: list[FoundTime] = []
    for time in times:
        first = joined[-1] if joined else None
        if first and _is_range(text, offset, first, time):
            joined[-1] = replace(
                first,
                end_char=time.end_char,
                text=text[first.start_char - offset : time.end_char - offset],
                end=time.end,
                relation="during",
            )
        else:
            joined.append(time)
    return joined


def _is_range(text: str, offset: int, first: FoundTime, second: FoundTime) -> bool:
    gap = text[first.end_char - offset : second.start_char - offset]
    lead = RANGE_AHEAD.search(
        text[max(0, first.start_char - offset - 20) : first.start_char - offset]
    )
    if not lead or gap.strip().lower() not in RANGE_GAPS[lead["word"].lower()]:
        return False
    return first.start is not None and second.end is not None and first.start < second.end


def _found(text: str, start: int, end: int, offset: int, meaning: Meaning) -> FoundTime:
    first, last, precision = meaning
    return FoundTime(
        start_char=offset + start,
        end_char=offset + end,
        text=text[start:end],
        start=first,
        end=last,
        relation=_relation(text[max(0, start - 60) : start], precision),
        precision=precision,
    )


def _relation(ahead: str, precision: str) -> Relation:
    if SINCE_EVENT.search(ahead):
        return "since"
    for relation, pattern in RELATIONS:
        if pattern.search(ahead):
            return "on" if relation == "during" and precision == "day" else relation
    return "on" if precision == "day" else "during"
