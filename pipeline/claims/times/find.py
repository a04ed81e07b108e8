"""The times that a sentence names, each with the days that it means.

Belongs here: which reading of a passage holds, its tense and its relation to what is said. Does not
belong here: spellings (patterns.py) and arithmetic (resolve.py, calendar.py).
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spacy.tokens import Doc, Token

from pipeline.claims.times import patterns, resolve
from pipeline.claims.times.resolve import Meaning, Tense

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
            r"(?:\bsince|\bstarting|\bbeginning|\bfrom)(?:\s(?:at\sleast|the|on|in))*\s$",
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
SINCE_EVENT = re.compile(r"\bsince\b(?!.*\b(?:that|which|who|and|but)\b)[^,.;:]*$", re.IGNORECASE)
YEAR_AHEAD = re.compile(
    r"(?:\b(?:in|since|by|of|from|until|till|to|before|after|during|between|through|and|around|circa|about|early|mid|late"
    r"|fiscal|year|season|an?|the|his|her|their|its|this|for|elections?|budget|census|summer|winter|spring|fall|autumn|class\sof"
    r"|Super|World|Olympics?|Games|Cup)|[(,\[-]|^|[A-Z]\w+)\s?$"
)
RECENT = frozenset(str(year) for year in range(1990, 2036))
"""Years that news talks about; counts of that size are written with a comma."""
ABOUT_AHEAD = re.compile(
    r"\b(?:about|around|some|than|over|least|most|nearly|almost|only|roughly|approximately|to)\s$"
)
PEOPLE_OR_UNIT = re.compile(
    r"\s(?:people|men|women|children|[a-z]*(?:met(?:re|er)s|miles|feet|dollars|euros|pounds|tons|tonnes|acres|calories|hours)|sq|km|kg|mm|cm|m|ft|mph|hp|mg)\b"
)
RANGE_BEHIND = re.compile(r"\s?(?:[-–]|to)\s?\d[\d,]*(?=\s)")
AMOUNT_AHEAD = re.compile(
    r"\b(?:average|total|maximum|minimum|price|value|worth)\sof\s$", re.IGNORECASE
)
SURE_AHEAD = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|(?:1\d|20)\d\d\s(?:and|to)|(?!The|An?\b)[A-Z]\w+(?:['’]s?)?)\s$"
)
PLURAL_AHEAD = re.compile(
    r"\s(?:[a-z]+\s)?(?:people|men|women|children|[a-z]{2,}[^s\W]s)\b(?!['’])"
)
POSSESSIVE = re.compile(r"['’]s\s")
FUTURE_WORDS = frozenset(
    "scheduled planned set due expected slated plan plans expects expect hopes aims".split()
)


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


def find_times(doc: Doc, offset: int, published: date | None) -> list[FoundTime]:
    """The times of one parsed sentence, in order; `offset` is its place in the document."""
    text = doc.text
    if not HINT.search(text):
        return []
    found: list[FoundTime] = []
    taken: list[tuple[int, int]] = []
    for pattern, meaning_of in READINGS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < last and first < end for first, last in taken):
                continue
            if pattern is patterns.YEAR and not is_year(text, match):
                continue
            if pattern is patterns.MONTH_OF_YEAR and not is_month(text, match):
                continue
            meaning = meaning_of(match, published, _tense(doc, start, end))
            if meaning is None:
                continue
            taken.append((start, end))
            found.append(_found(text, start, end, offset, meaning))
    return sorted(found, key=lambda time: time.start_char)


def is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are a year, and not a count of things or a price."""
    if match["third"] or match["to"]:
        return True
    ahead = text[: match.start()]
    partner = RANGE_BEHIND.match(text, match.end())
    if PLURAL_AHEAD.match(text, partner.end() if partner else match.end()):
        if match["year"] in RECENT and not partner:
            return not (PEOPLE_OR_UNIT.match(text, match.end()) or ABOUT_AHEAD.search(ahead))
        return bool(SURE_AHEAD.search(ahead))
    if AMOUNT_AHEAD.search(ahead):
        return False
    return bool(YEAR_AHEAD.search(text[: match.start()])) and match["year"] >= "1400"


def is_month(text: str, match: re.Match[str]) -> bool:
    """Whether the word is a month: 'May' and 'March' are also a verb and a name."""
    if match["year"] or match["third"]:
        return True
    if match["month"].lower() not in (
        "may",
        "march",
        "mar.",
        "mar",
        "jan",
        "april",
        "june",
        "august",
    ):
        return True
    ahead = text[: match.start()]
    return bool(
        re.search(
            r"\b(?:in|since|by|until|last|this|next|of|during|from|to|and|before|after|for|through)\s$",
            ahead,
            re.IGNORECASE,
        )
    )


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


def _tense(doc: Doc, start: int, end: int) -> Tense:
    """The side of the publication that the verb over the time names; the past where nothing tells."""
    if re.search(r"\bsince\s(?:the\s)?$", doc.text[max(0, start - 12) : start], re.IGNORECASE):
        return "past"
    token = _token_at(doc, end - 1)
    if POSSESSIVE.match(doc.text, end):
        return "past"
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX") or token.lower_ in FUTURE_WORDS:
            return _tense_of(token)
    return _tense_of(token)


def _token_at(doc: Doc, char: int) -> Token:
    return doc[max(0, bisect_right([token.idx for token in doc], char) - 1)]


def _tense_of(verb: Token) -> Tense:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.lower_ in FUTURE_WORDS:
        return "past" if "had" in auxiliaries else "future"
    if auxiliaries & {"will", "'ll", "’ll", "shall", "wo"}:
        return "future"
    if auxiliaries & {"to"} and verb.tag_ == "VB":
        return (
            "future"
            if verb.head.lower_ in FUTURE_WORDS or verb.dep_ != "xcomp"
            else _tense_of(verb.head)
        )
    if verb.tag_ in ("VBD", "VBN") or auxiliaries & {"had", "was", "were", "did"}:
        return "past"
    if auxiliaries & {"would", "could", "may", "might", "should", "must", "can"}:
        return "future"
    if verb.tag_ in ("VBZ", "VBP") or auxiliaries & {"is", "are"}:
        return "future"
    return "past"
