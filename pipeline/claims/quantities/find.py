"""The quantities of a sentence: number, unit, bound, what it counts, and what kind of count it is.

Belongs here: putting the parts together. Does not belong here: each part's own rules.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from pipeline.claims.quantities import counted, meaning
from pipeline.claims.quantities.amounts import Amount, find_amounts
from pipeline.claims.quantities.comparators import comparator_of, interval_of
from pipeline.claims.quantities.units import rate_after
from pipeline.claims.times import find_times
from pipeline.language.tree import Run, Tree, Word
from pipeline.records import Aggregation, Comparator

LIKE_THE_ONE_BEFORE = re.compile(
    r"\b(?:from|with|to|than|versus|vs\.?|including|against|and|or|by)\s(?:just\s|only\s|about\s|nearly\s)?$"
)
PEOPLE_BEHIND = re.compile(
    r"\s(?:were\s)?(?:who|of\swhom|killed|dead|wounded|injured|hurt|missing|arrested|detained|hospitali[sz]ed)\b"
)
PEOPLE_AHEAD = re.compile(
    r"\b(?:kill(?:s|ed|ing)|wound(?:s|ed|ing)|injur(?:es|ed|ing)|death\stoll\s(?:\w+\s){0,4})\s?"
    r"(?:(?:at\sleast|more\sthan|over|about|up\sto|nearly|some|around)\s)?$",
    re.IGNORECASE,
)
AGE_AHEAD = re.compile(r"\b(?:aged|ages?(?:\sof)?|turn(?:ed|s|ing)?)\s$", re.IGNORECASE)
OLDEST = 110


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity at a place in the document; the fields are those of the `quantities` table.

    `tokens` are the indices of the tokens of the parsed sentence that it covers.
    """

    start_char: int
    end_char: int
    text: str
    stated: float | None
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str | None
    measures: str | None
    aggregation: Aggregation | None
    period_start: date | None
    period_end: date | None
    scope: str | None
    tokens: tuple[int, ...]


def find_quantities(doc: Tree, offset: int, published: date | None) -> list[FoundQuantity]:
    """The quantities of one parsed sentence, in order; `offset` is its place in the document."""
    text = doc.text
    amounts = find_amounts(text)
    if not amounts:
        return []
    starts = [token.idx for token in doc]
    times = [time for time in find_times(doc, 0, published) if time.start or time.end]
    found: list[FoundQuantity] = []
    for amount in amounts:
        if amount.end <= starts[0]:
            continue  # in the dateline
        span = _tokens(doc, starts, amount.start, amount.end)
        number = _tokens(doc, starts, amount.number_start, amount.number_end)
        what = _what(text, amount, span, number, found)
        if what is None:
            continue
        unit, measures, noun = what
        comparator, low, high = _bounds(text, amount)
        kind = meaning.aggregation_of(text, span, noun, unit)
        period_start, period_end = meaning.period_of(
            times, amount.start, amount.end, kind, published
        )
        found.append(
            FoundQuantity(
                start_char=offset + amount.start,
                end_char=offset + amount.end,
                text=text[amount.start : amount.end],
                stated=None if amount.is_vague or amount.is_range else amount.low,
                low=low,
                high=high,
                comparator=comparator,
                unit=unit,
                measures=measures,
                aggregation=kind,
                period_start=period_start,
                period_end=period_end,
                scope=meaning.scope_of(span, noun),
                tokens=tuple(range(span.start, span.end)),
            )
        )
    return found


def _tokens(doc: Tree, starts: list[int], start: int, end: int) -> Run:
    """The tokens that the characters touch."""
    first = max(0, bisect_right(starts, start) - 1)
    return doc[first : max(first + 1, bisect_left(starts, end))]


def _what(
    text: str, amount: Amount, span: Run, number: Run, before: list[FoundQuantity]
) -> tuple[str | None, str | None, Word | None] | None:
    """Unit, name of what is counted, and its noun; None where the number counts nothing."""
    if amount.unit is not None:
        noun = counted.measured_noun(span)
        return amount.unit, counted.noun_name(noun), noun
    if amount.is_multiple:
        return None, "time", None
    if _is_age(text, amount, number):
        return "year", "age", None
    if amount.is_spelled and counted.is_in_name(number):
        return None
    noun = counted.counted_noun(number)
    if amount.is_spelled and number.text.lower() == "one":
        is_counted = number.root.dep_ == "nummod" or text[amount.end : amount.end + 4] == " of "
        if not is_counted or noun is None or noun.pos_ == "PROPN":
            return None
        return None, counted.noun_name(noun), noun
    if not amount.is_spelled and counted.is_label(number, noun):
        return None
    if noun is not None:
        name = counted.noun_name(noun)
        rate = rate_after(text, noun.idx + len(noun.text), True)
        return (f"{name} per {rate[0]}" if rate else None), name, noun
    if PEOPLE_BEHIND.match(text, amount.end) or PEOPLE_AHEAD.search(text[: amount.start]):
        return None, "people", None
    if counted.is_of_people(number):
        return None, "people", None
    told = counted.told_noun(number)
    if told is not None:
        return None, counted.noun_name(told), told
    percent_like = amount.scale == 1 or (before and before[-1].unit != "percent")
    if (
        before
        and percent_like
        and LIKE_THE_ONE_BEFORE.search(text[max(0, amount.start - 30) : amount.start])
    ):
        return before[-1].unit, before[-1].measures, None
    return None, None, None


def _is_age(text: str, amount: Amount, number: Run) -> bool:
    """'Aged 44', and the 44 of 'Ann Writer, 44, said'."""
    if amount.high > OLDEST or amount.low < 0:
        return False
    if AGE_AHEAD.search(text[max(0, amount.start - 12) : amount.start]):
        return True
    if (
        number.start < 2
        or text[amount.end : amount.end + 1] not in (",", ".", ";", ")")
        or amount.is_spelled
    ):
        return False
    comma, name = number.doc[number.start - 1], number.doc[number.start - 2]
    return (
        comma.text == "," and name.tag_ == "NNP" and amount.low.is_integer() and not amount.is_range
    )


def _bounds(text: str, amount: Amount) -> tuple[Comparator, float | None, float | None]:
    comparator = comparator_of(text, amount.start, amount.end)
    if amount.is_range or amount.is_vague:
        about = amount.is_vague or comparator == "~"
        return ("~" if about else "="), amount.low, amount.high
    low, high = interval_of(text, amount.start, amount.low, comparator)
    return comparator, low, high
