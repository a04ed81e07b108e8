"""Amounts in a text: numbers with their units, and ranges of two numbers as one.

Belongs here: what the characters alone tell. Does not belong here: what a number counts, which needs
the sentence's tree.
"""

import re
from dataclasses import dataclass, replace

from pipeline.claims.quantities import units
from pipeline.claims.quantities.lookalikes import lookalikes
from pipeline.claims.quantities.numbers import LETTERS, Number, find_numbers
from pipeline.cleaning.words import word_set

BETWEEN = re.compile(r"\s?-?(?:to|and|through)-?\s|\s?-?to-\s?|\s?[-–—]\s?", re.IGNORECASE)
OR = re.compile(r"-?\sor\s", re.IGNORECASE)
AHEAD_OF_AND = re.compile(r"\bbetween\s(?:\S+\s)?$", re.IGNORECASE)
AHEAD_OF_CHANGE = re.compile(
    r"\b(?:ris|rose|fell|fall|increas|decreas|gr[eo]w|climb|jump|drop|cut|rais|slip|declin|gain|los)\w*"
    r"(?:\s\w+){0,3}\sby\s$",
    re.IGNORECASE,
)
FROM_AHEAD = re.compile(r"\bfrom\s$", re.IGNORECASE)
PLURAL_BEHIND = re.compile(r"\s(?:[A-Za-z]+\s){0,3}[A-Za-z]{2,}[^s\W\d]s\b|\speople\b")
NOT_MILLION = word_set(
    "long wide tall high deep away above below from and in race to x by at on for hurdles "
    "freestyle final sprint or with butterfly backstroke relay thick apart"
)
"""Words behind '37m' that make it metres."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, before anything is read off the tree; `end` includes unit and rate."""

    start: int
    end: int
    number_start: int
    number_end: int
    low: float
    high: float
    scale: float = 1.0
    unit: str | None = None
    is_vague: bool = False
    is_spelled: bool = False
    is_multiple: bool = False
    is_range: bool = False


def find_amounts(text: str) -> list[Amount]:
    """The amounts of the text, in order; what only looks like a number is left out."""
    numbers = find_numbers(text)
    if not numbers:
        return []
    hidden = bytearray(len(text))
    for start, end in lookalikes(text):
        hidden[start:end] = b"\x01" * (end - start)
    amounts = []
    for number in numbers:
        if hidden.find(1, number.start, number.end) >= 0:
            continue
        amount = _amount(text, number)
        glued = (
            amount.start > 0 and text[amount.start - 1].isalpha() and text[amount.start].isdigit()
        )
        if not glued:
            amounts.append(amount)
    return _joined(text, amounts)


def _amount(text: str, number: Number) -> Amount:
    amount = Amount(
        start=number.start,
        end=number.end,
        number_start=number.start,
        number_end=number.end,
        low=number.low,
        high=number.high,
        scale=number.scale,
        is_vague=number.is_vague,
        is_spelled=number.is_spelled,
        is_multiple=number.is_multiple,
    )
    if number.is_share:
        return replace(amount, unit="percent")
    if number.is_multiple:
        return amount
    money = units.money_before(text, number.start)
    if number.letter:
        amount = _with_letter(text, amount, number, money is not None)
    amount = _with_money(text, amount, *money) if money else _with_unit(text, amount)
    rate = units.rate_after(text, amount.end, amount.unit is not None) if amount.unit else None
    if rate:
        amount = replace(amount, unit=f"{amount.unit} per {rate[0]}", end=rate[1])
    return amount


def _with_letter(text: str, amount: Amount, number: Number, is_money: bool) -> Amount:
    if not (is_money or _is_magnitude(text, number)):
        return replace(amount, end=amount.end - 1, number_end=amount.end - 1)
    factor = LETTERS[number.letter.lower()]
    return replace(amount, low=amount.low * factor, high=amount.high * factor, scale=factor)


def _is_magnitude(text: str, number: Number) -> bool:
    """Whether the letter is a magnitude ('35m of its devices') and no unit ('37m tall')."""
    if number.letter in ("M", "B", "K"):
        return PLURAL_BEHIND.match(text, number.end) is not None
    if number.letter in ("k", "T"):
        return number.letter == "k"
    following = re.match(r"\s([A-Za-z]+)", text[number.end : number.end + 30])
    return following is not None and following[1].lower() not in NOT_MILLION


def _with_money(text: str, amount: Amount, unit: str, start: int) -> Amount:
    suffix = units.unit_after(text, amount.end)
    if suffix and suffix[0].endswith(unit):
        return replace(amount, start=start, unit=suffix[0], end=suffix[1])
    return replace(amount, start=start, unit=unit)


def _with_unit(text: str, amount: Amount) -> Amount:
    after = amount.end + len(" of") * (amount.is_vague and text.startswith(" of ", amount.end))
    found = units.unit_after(text, after)
    if not found:
        return amount
    unit, end = found
    if unit == "pound" and amount.scale >= LETTERS["m"]:
        unit = "pound sterling"
    return replace(amount, unit=unit, end=end)


def _joined(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts, with the two ends of each range as one."""
    joined: list[Amount] = []
    for amount in amounts:
        previous = joined[-1] if joined else None
        if previous and not previous.is_range:
            gap = text[previous.end : amount.start]
            both = _range(text, previous, amount, gap)
            if both:
                joined[-1] = both
                continue
            if previous.unit is None and amount.unit and gap.startswith("-") and OR.fullmatch(gap):
                joined[-1] = replace(previous, unit=amount.unit)  # 'a 7- or 8-inch screen'
        joined.append(amount)
    return joined


def _range(text: str, first: Amount, second: Amount, gap: str) -> Amount | None:
    if first.is_vague or second.is_vague or not _units_agree(first, second):
        return None
    ahead = text[max(0, first.start - 40) : first.start]
    is_or = OR.fullmatch(gap) is not None
    if is_or and (gap.startswith("-") or (first.unit and second.unit and not first.is_spelled)):
        return None
    if not is_or and not _leads_on(gap, ahead, first):
        return None
    low, high = first.low, second.high
    if first.scale == 1 and second.scale > 1 and low * second.scale < high:
        low *= second.scale  # '1 to 2 thousand'
    if is_or and not 0 < low < high <= 2 * low + 1:
        return None
    if high <= low and not FROM_AHEAD.search(ahead):
        return None
    return replace(
        first,
        end=second.end,
        number_end=second.number_end,
        low=min(low, high),
        high=max(low, high),
        scale=max(first.scale, second.scale),
        unit=second.unit or first.unit,
        is_range=True,
    )


def _units_agree(first: Amount, second: Amount) -> bool:
    if not first.unit or not second.unit:
        return True
    return first.unit == second.unit or second.unit.startswith(f"{first.unit} per ")


def _leads_on(gap: str, ahead: str, first: Amount) -> bool:
    """Whether the words between two numbers make them the ends of one range."""
    if not BETWEEN.fullmatch(gap):
        return False
    if gap.strip().lower() == "and":
        return AHEAD_OF_AND.search(ahead) is not None
    # 'rose by 4 million euros to 10 million euros' is a change and a level.
    return not (
        first.unit not in (None, "percent")
        and gap.strip().lower() == "to"
        and AHEAD_OF_CHANGE.search(ahead)
    )
