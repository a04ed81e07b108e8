"""The quantities of a sentence: number, unit, bound, what it counts, and what kind of count it is.

Belongs here: putting the parts together. Does not belong here: each part's own rules.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc, Span

from pipeline.claims.quantities import counted, meaning, units
from pipeline.claims.quantities.comparators import comparator_of, interval_of
from pipeline.claims.quantities.lookalikes import lookalikes
from pipeline.claims.quantities.numbers import LETTERS, Number, find_numbers
from pipeline.records import Aggregation, Comparator

BETWEEN = re.compile(
    r"\s?(?:to|and|-|–|—)[-\s]?|\s?(?:-|–)\s?|\s(?:to|through)\s|\s?to-\s?", re.IGNORECASE
)
OR = re.compile(r"\sor\s", re.IGNORECASE)
AHEAD_OF_AND = re.compile(r"\bbetween\s(?:\S+\s)?$", re.IGNORECASE)
AHEAD_OF_TO = re.compile(
    r"\b(?:ris|r[oi]se|fell|fall|drop|up|down|increas|decreas|grew|grow|climb|jump|cut|rais|slip|went|go)\w*\s(?:\w+\s){0,3}(?:from\s)?\S?$",
    re.IGNORECASE,
)
MILLION_NOT_METRES = (
    "long",
    "wide",
    "tall",
    "high",
    "deep",
    "away",
    "above",
    "below",
    "from",
    "and",
    "in",
    "race",
    "to",
    "x",
    "by",
    "at",
    "on",
    "for",
    "hurdles",
    "freestyle",
    "final",
    "sprint",
    "or",
    "with",
)


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


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, before anything is read off the tree. `end` includes unit and rate."""

    start: int
    end: int
    number_start: int
    number_end: int
    low: float
    high: float
    scale: float
    unit: str | None
    is_money: bool
    is_vague: bool
    is_spelled: bool
    is_range: bool = False


def find_quantities(doc: Doc, offset: int, published: date | None) -> list[FoundQuantity]:
    """The quantities of one parsed sentence, in order; `offset` is its place in the document."""
    text = doc.text
    numbers = find_numbers(text)
    if not numbers:
        return []
    hidden = lookalikes(text)
    amounts = [
        _amount(text, number)
        for number in numbers
        if not any(
            start <= number.start < end or number.start <= start < number.end
            for start, end in hidden
        )
    ]
    found: list[FoundQuantity] = []
    for amount in _joined(text, amounts):
        quantity = _quantity(doc, offset, published, amount, found)
        if quantity is not None:
            found.append(quantity)
    return found


def _amount(text: str, number: Number) -> Amount:
    money = units.money_before(text, number.start)
    low, high, scale = number.low, number.high, number.scale
    end = number.end
    found = None
    if number.letter:
        if money or _means_million(text, number):
            factor = LETTERS[number.letter]
            low, high, scale = low * factor, high * factor, factor
        else:
            end -= 1
    if number.is_share:
        unit: str | None = "percent"
    elif money:
        unit = money[0]
        suffix = units.unit_after(text, end)
        if suffix and suffix[0].endswith(unit):
            end = suffix[1]
    else:
        found = units.unit_after(text, end)
        unit, end = found if found else (None, end)
        if unit == "pound" and scale >= LETTERS["m"]:
            unit = "pound sterling"
    rate = units.rate_after(text, end, unit is not None)
    if rate and not (found and unit in ("year",) and rate[0] == "year"):
        unit, end = (f"{unit} per {rate[0]}" if unit else None), rate[1] if unit else end
    return Amount(
        start=money[1] if money else number.start,
        end=end,
        number_start=number.start,
        number_end=number.end,
        low=low,
        high=high,
        scale=scale,
        unit=unit,
        is_money=bool(money),
        is_vague=number.is_vague,
        is_spelled=number.is_spelled,
    )


def _means_million(text: str, number: Number) -> bool:
    """Whether the letter behind the digits is a magnitude ('35m of its devices') and no unit ('37m tall')."""
    if number.letter in ("k", "T"):
        return number.letter == "k"
    following = re.match(r"\s([A-Za-z]+)", text[number.end : number.end + 30])
    if number.letter == "b":
        return bool(following) or text[number.end - 2 : number.end - 1].isdigit()
    return (
        bool(following) and following is not None and following[1].lower() not in MILLION_NOT_METRES
    )


def _joined(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts, with the two ends of each range as one."""
    joined: list[Amount] = []
    for amount in amounts:
        if joined and not joined[-1].is_range:
            both = _range(text, joined[-1], amount)
            if both:
                joined[-1] = both
                continue
        joined.append(amount)
    return joined


def _range(text: str, first: Amount, second: Amount) -> Amount | None:
    gap = text[first.end : second.start]
    if first.unit and second.unit and first.unit != second.unit:
        return None
    if first.is_vague or second.is_vague or not gap.strip() and "-" not in gap:
        return None
    ahead = text[max(0, first.start - 40) : first.start]
    is_or = OR.fullmatch(gap) is not None
    if is_or:
        if first.unit and second.unit and not first.is_spelled:
            return None
    elif not BETWEEN.fullmatch(gap):
        return None
    elif gap.strip().lower() == "and" and not AHEAD_OF_AND.search(ahead):
        return None
    low, scale = first.low, first.scale
    if first.scale == 1 and second.scale > 1 and first.low * second.scale < second.low:
        low, scale = first.low * second.scale, second.scale
    high = second.high
    if is_or and not 0 < low < high <= 2 * low + 1:
        return None
    if high < low and not re.search(r"\bfrom\s\S{0,4}$", ahead):
        return None
    return replace(
        first,
        end=second.end,
        number_end=second.number_end,
        low=min(low, high),
        high=max(low, high),
        scale=scale,
        unit=second.unit or first.unit,
        is_range=True,
    )


def _quantity(
    doc: Doc, offset: int, published: date | None, amount: Amount, before: list[FoundQuantity]
) -> FoundQuantity | None:
    text = doc.text
    span = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    number = doc.char_span(amount.number_start, amount.number_end, alignment_mode="expand")
    if span is None or number is None:
        return None
    noun = counted.counted_noun(number) if amount.unit is None else counted.measured_noun(span)
    if _counts_nothing(doc, number, amount, noun):
        return None
    comparator: Comparator = comparator_of(text, amount.start, amount.end)
    if amount.is_range or amount.is_vague:
        low: float | None = amount.low
        high: float | None = amount.high
        comparator = "~" if amount.is_vague or comparator == "~" else "="
    else:
        low, high = interval_of(text, amount.start, amount.low, comparator)
    unit, measures = amount.unit, counted.noun_name(noun)
    kind = meaning.aggregation_of(doc, span, noun, unit)
    period = meaning.period_of(doc, span, kind, published)
    return FoundQuantity(
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
        period_start=period[0],
        period_end=period[1],
        scope=meaning.scope_of(span, noun),
        tokens=tuple(range(span.start, span.end)),
    )


def _counts_nothing(doc: Doc, number: Span, amount: Amount, noun: object) -> bool:
    if amount.unit is not None:
        return False
    if amount.is_spelled and number.text.lower() == "one":
        return number.root.dep_ != "nummod" and not re.match(
            r"\sof\b", doc.text[amount.end : amount.end + 4]
        )
    return counted.is_label(doc, number, noun)  # type: ignore[arg-type]
