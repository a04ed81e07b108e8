"""How times are written, as patterns.

Belongs here: spellings of dates and of times relative to a day. Does not belong here: which day is
meant (resolve.py).
"""

import re

from pipeline.cleaning.words import word_list

MONTHS = word_list(
    "january february march april may june july august september october november december"
)
MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS, start=1)}
MONTH_NUMBER |= {name[:3]: number for name, number in MONTH_NUMBER.items()} | {"sept": 9}
WEEKDAYS = word_list("monday tuesday wednesday thursday friday saturday sunday")
COUNTS = {
    word: count
    for count, word in enumerate(
        word_list(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty"
        )
    )
} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "a couple of": 2,
    "couple": 2,
    "half a": 0,
}

_FULL_MONTH = "|".join(name.capitalize() for name in MONTHS)
_MONTH = rf"(?:{_FULL_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_WEEKDAY = rf"(?:{'|'.join(name.capitalize() for name in WEEKDAYS)})"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))})"
_UNIT = r"(?:day|week|month|year|decade)"
_THIRD = r"(?:(?P<third>[Ee]arly|[Mm]id|[Ll]ate)[-\s](?:in\s)?)?"
_PART = r"(?:\s(?P<part>morning|afternoon|evening|night))?"

DATE = re.compile(
    rf"(?:{_WEEKDAY},?\s)?(?:"
    rf"(?P<iso_year>{_YEAR})-(?P<iso_month>0[1-9]|1[0-2])-(?P<iso_day>0[1-9]|[12]\d|3[01])\b"
    rf"|\b(?P<month>{_MONTH})\s(?P<day>{_DAY})\b(?!:\d|\s?(?:percent|%|million|billion|people))"
    rf"(?:\s?[-–]\s?(?P<to_day>{_DAY})\b(?![-–:]))?(?:,?\s(?P<year>{_YEAR})\b)?"
    rf"|(?:\bthe\s)?\b(?P<day_first>{_DAY})(?:\sof)?\s(?P<month_second>{_MONTH})(?![a-z])(?:,?\s(?P<year_third>{_YEAR})\b)?"
    rf"|\b(?P<slash_month>\d{{1,2}})/(?P<slash_day>\d{{1,2}})/(?P<slash_year>(?:19|20)\d\d)\b)"
)
MONTH_OF_YEAR = re.compile(
    rf"\b{_THIRD}(?P<month>{_MONTH})(?:,?\s(?:of\s)?(?P<year>{_YEAR}))?(?![\w-])(?=[^\w]|$)"
)
WEEKDAY = re.compile(
    r"(?<!Black )(?<!Good )(?<!Cyber )(?<!Super )(?<!Palm )(?<!Bloody )(?<!Shrove )(?<!Ash )(?<!Giving )(?<!News )"
    rf"\b(?:(?P<which>(?i:last|next|this\spast|this\scoming|this|previous|following))\s)?(?:(?:early|late)\s)?"
    rf"(?P<weekday>{_WEEKDAY}){_PART}(?![\w-])",
)
NEAR = re.compile(
    r"\b(?P<near>(?:the\s)?day\sbefore\syesterday|(?:the\s)?day\safter\stomorrow|yesterday|(?<!USA )today|tomorrow"
    r"|tonight|last\snight|this\s(?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
PERIOD = re.compile(
    r"\b(?:(?P<third>[Ee]arly|[Mm]id|[Ll]ate|[Ee]arlier|[Ll]ater)[-\s])?(?P<which>[Ll]ast|[Tt]his|[Nn]ext|the\sprevious)\s"
    r"(?P<unit>week|month|year|weekend|quarter|decade|century|spring|summer|autumn|fall|winter"
    rf"|{_FULL_MONTH})\b(?!\sor\b)",
)
WEEKEND = re.compile(
    r"\b(?:over|at|during)\s(?P<unit>(?:the|this)\s(?:past\s)?weekend)\b", re.IGNORECASE
)
AGO = re.compile(
    rf"\b(?:(?P<about>about|around|nearly|almost|some|roughly|more\sthan|over)\s)?(?P<count>{_COUNT})\s"
    rf"(?P<unit>{_UNIT})s?\sago\b",
    re.IGNORECASE,
)
PAST_SPAN = re.compile(
    rf"\b(?:the|these|this(?=\s(?:past|coming)))\s(?P<side>past|last|next|coming)\s(?:(?P<count>{_COUNT})\s)?(?P<unit>{_UNIT})s?\b",
    re.IGNORECASE,
)
QUARTER = re.compile(
    rf"\b(?:(?P<rank>first|second|third|fourth|final)[-\s](?P<what>quarter|half)(?:\s(?:of|in))?(?:\s(?P<year>{_YEAR}))?"
    rf"|Q(?P<number>[1-4])(?:\s(?P<q_year>{_YEAR}))?)(?![\w])"
)
EDGE = re.compile(
    rf"\b(?:the\s)?(?P<edge>end|start|beginning|middle)\sof\s(?:(?P<which>the|last|this|next)\s(?P<unit>month|year)|(?P<year>{_YEAR}))\b"
)
SEASON = re.compile(
    rf"\b(?:the\s)?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:\sof)?\s(?P<year>{_YEAR})\b"
)
DECADE = re.compile(rf"\b(?:the\s)?{_THIRD}(?P<decade>1\d\d0|20\d0)['’]?s\b")
YEAR = re.compile(
    rf"(?:\b(?:(?P<third>[Ee]arly|[Mm]id|[Ll]ate)[-\s](?:in\s)?)|(?<![\w$€£.,/:-]))(?P<year>{_YEAR})(?:[-–](?P<to>\d\d(?:\d\d)?))?(?![\w%/:]|[.,]\d|-\w)"
)
