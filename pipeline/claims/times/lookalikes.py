"""Telling years and months from counts, prices and verbs that look like them.

Belongs here: what stands beside a year or a month. Does not belong here: which year is meant.
"""

import re

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
BILL_AHEAD = re.compile(r"\b(?!AD\b|CE\b)[A-Z]{1,4}\s$")
"""'HB 1228' is a bill, 'FP 1850' a form."""
SURE_AHEAD = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|(?:1\d|20)\d\d\s(?:and|to)|(?!The|An?\b)[A-Z]\w+(?:['’]s?)?)\s$"
)
PLURAL_AHEAD = re.compile(
    r"\s(?:[a-z]+\s)?(?:people|men|women|children|[a-z]{2,}[^s\W]s)\b(?!['’])"
)
YEAR_AHEAD = re.compile(
    r"(?:\b(?:in|since|by|of|from|until|till|to|before|after|during|between|through|and|around|circa|about|early|mid|late"
    r"|fiscal|year|season|an?|the|his|her|their|its|this|for|elections?|budget|census|summer|winter|spring|fall|autumn|class\sof"
    r"|Super|World|Olympics?|Games|Cup)|[(,\[-]|^|[A-Z]\w+)\s?$"
)


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
    if AMOUNT_AHEAD.search(ahead) or BILL_AHEAD.search(ahead):
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
