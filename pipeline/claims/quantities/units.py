"""A unit beside a number: the currency in front of it, what follows it, and 'a month' behind that.

Belongs here: finding a spelling in the text. Does not belong here: the tables (spellings.py), nor
counted things ('people', 'strikes'), which the sentence's tree tells.
"""

import re

from pipeline.claims.quantities.spellings import (
    INVARIANT,
    MONEY_BEFORE,
    NOT_APART,
    PER,
    SHORT_PER,
    SYMBOLS,
    WORDS,
)


def _plural(word: str) -> str:
    return word if word in INVARIANT or not word[-1].isalpha() else word + "s?"


def _spellings(table: dict[str, str], separator: str) -> dict[str, str]:
    return {
        spelling.strip(): unit
        for unit, spellings in table.items()
        for spelling in spellings.split(separator)
        if spelling.strip()
    }


def _pattern(spelling: str) -> str:
    return _plural(re.escape(spelling)).replace(r"\ ", r"[\s-]")


_WORDS = {spelling.lower(): unit for spelling, unit in _spellings(WORDS, ",").items()}
_SYMBOLS = _spellings(SYMBOLS, " ")
_MONEY = _spellings(MONEY_BEFORE, " ")
_PER = _spellings(PER, ",") | SHORT_PER


def _alternatives(spellings: dict[str, str], plural: bool) -> str:
    longest_first = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    return "|".join(
        _pattern(each) if plural else re.escape(each).replace(r"\ ", r"\s")
        for each in longest_first
    )


WORD_AFTER = re.compile(rf"[\s-]?(?P<unit>{_alternatives(_WORDS, True)})(?![\w])", re.IGNORECASE)
AGE_AFTER = re.compile(r"[\s-]year(?:s)?[-\s](?:old|of[-\s]age)s?\b", re.IGNORECASE)
SYMBOL_AFTER = re.compile(rf"(?P<gap>\s?)-?(?P<unit>{_alternatives(_SYMBOLS, False)})(?![\w])")
CODE_AFTER = re.compile(r"\s?(?P<unit>[A-Z]{3})=?(?![\w])")
MONEY_AHEAD = re.compile(rf"(?:(?<![\w$])|(?<=\d))(?P<unit>{_alternatives(_MONEY, False)})\s?$")
US_AHEAD = re.compile(r"\b(?P<land>US|AU|NZ|HK|CA|C|A)\s\$\s?$")
RATE_AFTER = re.compile(
    rf"(?P<per>\s?/\s?|\sper\s|[\s-]an?[\s-]|\severy\s|\seach\s|-per-)(?P<unit>{_alternatives(_PER, True)})(?![\w])"
    r"(?!\s(?:earlier|later|ago|before|after|old|long|in\sprison)\b)",
    re.IGNORECASE,
)
ANY_RATE_AFTER = re.compile(
    r"\sper\s(?P<unit>[a-z]+(?:\s(?:people|residents|inhabitants))?)\b|\sper\s(?P<symbol>[a-zA-Z]+)\b"
)


def money_before(text: str, position: int) -> tuple[str, int] | None:
    """The currency that ends at the position, and where it starts."""
    ahead = text[max(0, position - 8) : position]
    offset = max(0, position - 8)
    apart = US_AHEAD.search(ahead)
    if apart:
        return _MONEY[apart["land"] + "$"], offset + apart.start()
    match = MONEY_AHEAD.search(ahead)
    return (_MONEY[match["unit"]], offset + match.start()) if match else None


def unit_after(text: str, position: int) -> tuple[str, int] | None:
    """The unit that starts at the position, or after a space or hyphen there, and where it ends."""
    age = AGE_AFTER.match(text, position)
    if age:
        return "year", age.end()
    word = WORD_AFTER.match(text, position)
    if word:
        return _named(word["unit"]), word.end()
    symbol = SYMBOL_AFTER.match(text, position)
    if symbol and not (symbol["gap"] and symbol["unit"] in NOT_APART):
        return _SYMBOLS[symbol["unit"]], symbol.end()
    code = CODE_AFTER.match(text, position)
    if code and code["unit"] in _MONEY:
        return _MONEY[code["unit"]], code.end()
    return None


def rate_after(text: str, position: int, has_unit: bool) -> tuple[str, int] | None:
    """The unit that the number is counted per ('a month', 'per barrel'), and where it ends."""
    match = RATE_AFTER.match(text, position)
    if match:
        return _per_named(match["unit"]), match.end()
    if not has_unit:
        return None
    other = ANY_RATE_AFTER.match(text, position)
    return (other["unit"] or other["symbol"], other.end()) if other else None


def _named(spelling: str) -> str:
    folded = re.sub(r"\s+", " ", spelling.lower())
    for name in (
        folded,
        folded.replace("-", " "),
        folded.removesuffix("s"),
        folded.replace("-", " ").removesuffix("s"),
    ):
        if name in _WORDS:
            return _WORDS[name]
    return _WORDS[folded.replace(" ", "-").removesuffix("s")]


def _per_named(spelling: str) -> str:
    folded = re.sub(r"\s+", " ", spelling)
    for name in (
        folded,
        folded.lower(),
        folded.removesuffix("s"),
        folded.lower().removesuffix("s"),
    ):
        if name in _PER:
            return _PER[name]
    return folded.lower()
