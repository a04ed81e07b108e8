"""Words around a number that make it a bound or an estimate: 'at least', 'nearly', 'or more'.

Belongs here: their spellings and the interval each admits. Does not belong here: numbers and units.
"""

import re

from pipeline.records import Comparator

Interval = tuple[float | None, float | None]
NEAR = 0.1  # 'about 100' admits 90 to 110

_FILLER = r"(?:\s(?:an?|the|another|only|just|some|a\stotal\sof|a\scombined|an\sadditional|an\sestimated|a\sfurther))*"
BEFORE: tuple[tuple[Comparator, str], ...] = (
    (
        "<=",
        r"(?:no|not)\s(?:more|greater|higher|longer|larger|later)\sthan|up\sto|at\smost|a\smaximum\sof|as\s(?:many|much|high|long|far|late)\sas"
        r"|reach(?:ing)?\sup\sto|can\sreach|capped\sat|a\slimit\sof|within|max(?:imum)?",
    ),
    (
        ">=",
        r"(?:no|not)\s(?:fewer|less|lower)\sthan|at\s(?:the\s(?:very\s)?)?least|a\sminimum\sof|upwards?\sof|as\s(?:few|little|low)\sas|minimum|starting\s(?:at|from)|≥",
    ),
    (
        ">",
        r"(?:well\s)?(?:more|greater|higher|larger|longer|bigger|older|better|further|later|heavier)\sthan|(?:well\s|just\s)?(?:over|above)|in\sexcess\sof|exceed(?:s|ed|ing)?"
        r"|surpass(?:es|ed|ing)?|topp(?:ed|ing)|north\sof|beyond|(?<!the\s)past|>",
    ),
    (
        "<",
        r"(?:less|fewer|lower|smaller|shorter|younger|cheaper)\sthan|(?:just\s|well\s)?(?:under|below|shy\sof|short\sof)|sub-?|beneath|<",
    ),
    (
        "~",
        r"about|around|approximately|approx\.?|roughly|an\sestimated|estimated|circa|ca?\.|some|close\sto|nearly|almost|nearing|virtually|in\sthe\sregion\sof"
        r"|something\slike|somewhere\s(?:around|between)|more\sor\sless|~|≈|c\.",
    ),
)
BEFORE_NUMBER = tuple(
    (sign, re.compile(rf"(?<![\w-])(?:{words}){_FILLER}\s?$", re.IGNORECASE))
    for sign, words in BEFORE
)
AFTER: tuple[tuple[Comparator, re.Pattern[str]], ...] = (
    (
        ">=",
        re.compile(
            r"\+(?!\d)|\s(?:\w+\s)?(?:or|and)\s(?:more|over|above|older|higher|longer|greater|up)\b|\s(?:or\sso\s)?minimum\b",
            re.IGNORECASE,
        ),
    ),
    (
        "<=",
        re.compile(
            r"\s(?:\w+\s)?(?:or|and)\s(?:less|fewer|under|below|younger|lower)\b|\s(?:max\b|maximum\b|at\s(?:the\s)?most\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "~",
        re.compile(r"-odd\b|-ish\b|\sor\sso\b|\s\w+\sor\sso\b|\smore\sor\sless\b", re.IGNORECASE),
    ),
)
SPREAD_OVER = re.compile(
    r"(?<!\bfor\s)(?<!\bafter\s)(?<!\bjust\s)(?<!\bwell\s)(?<!\bin\s)(?<!\bof\s)\bover\s$",
    re.IGNORECASE,
)
LENGTH_OF_TIME = re.compile(r"(?:year|month|week|day|hour|decade)s?$")
ONLY_BELOW = re.compile(r"(?:nearly|almost|nearing|close\sto)\W*(?:\w+\s)?$", re.IGNORECASE)
WINDOW = 40


def comparator_of(text: str, start: int, end: int) -> Comparator:
    """How the stated number relates to the true one, by the words on either side of it."""
    ahead = text[max(0, start - WINDOW) : start]
    if SPREAD_OVER.search(ahead) and LENGTH_OF_TIME.search(text[start:end]):
        return "="  # 'it cost a million over ten years'
    for sign, pattern in BEFORE_NUMBER:
        if pattern.search(ahead):
            return sign
    for sign, pattern in AFTER:
        if pattern.match(text, end):
            return sign
    return "="


def interval_of(text: str, start: int, value: float, comparator: Comparator) -> Interval:
    """The interval that the wording admits; 'nearly 20' lies below 20, 'about 20' on either side."""
    if comparator in (">", ">="):
        return value, None
    if comparator in ("<", "<="):
        return None, value
    if comparator == "=":
        return value, value
    margin = NEAR * abs(value)
    if ONLY_BELOW.search(text[max(0, start - WINDOW) : start]):
        return value - margin, value
    return value - margin, value + margin
