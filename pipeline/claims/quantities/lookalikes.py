"""Numbers that count nothing: dates, clock times, scores, telephone numbers, names with a number.

Belongs here: what the text alone shows to be no quantity. Does not belong here: what only the tree
shows (counted.py).
"""

import re

from pipeline.claims.quantities.units import unit_after
from pipeline.claims.times.lookalikes import is_year
from pipeline.claims.times.patterns import DATE, DECADE, QUARTER, YEAR

Span = tuple[int, int]

_NOUN_WITH_NUMBER = (
    "No|Nos|Number|Part|Chapter|Section|Article|Articles|Game|Group|Channel|Route|Highway|Interstate|Flight|Room|Phase"
    "|Stage|Title|Act|Proposition|Prop|Resolution|Level|Tier|Category|Model|Version|Rule|Week|Day|Season|Episode|Page"
    "|Figure|Fig|Table|Bill|District|Ward|Zone|Area|Pier|Gate|Line|Exit|Unit|Apt|Suite|Ste|Box|Psalm|Verse|Item|Case"
    "|Amendment|Lot|Round|Division|League|Class|Grade|Type|Formula|Opus|Vol|Volume|Issue|Step|Question|Protocol"
)
LOOKALIKES = re.compile(
    r"\S*(?:@|://|www\.)\S*"  # addresses on the web
    r"|(?:\+?\d{1,3}[\s.-])?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|\b\d{3}-\d{4}\b"  # telephone
    r"|\b\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?\s?(?:[ap]\.?m\b\.?|GMT|BST|[ECMP][SD]?T\b)"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\b"
    r"|\b\d{1,2}\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)"
    r"|\b(?:24/7|50/50|9/11|7/7|\d{1,2}/\d{1,2}/\d{2,4})\b"
    rf"|\b(?:{_NOUN_WITH_NUMBER})\.?\s#?\d+(?:\.\d+)*(?:[-–]\d+)?(?![\w%,]*\d)"
    rf"|\b(?:phase|chapter|page|paragraph|section|article|route|number|category|stage|tier|type|grade|round|version|flight|room|step|class|level)\s"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\b911(?=\s(?:call|operator|dispatch|center|system))|\b40[13]\(?[kb]\)?|\b50[1-3]\(c\)(?:\(\d\))?"
    r"|\b\d+\([a-z]\)(?:\(\d+\))?"
    r"|\b(?:[Oo]ne-(?!year|day|week|month|hour|minute|mile|third|quarter|in-)\w+|day-one)\b"
    r"|(?<=[a-z]\sof\s)(?:Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Twenty)\b"
    r"|#\d+|\bCOVID\s?-\s?19\b|\b\d{5}\s(?:ZIP|zip)\b"
    r"|\[\d{1,3}\]"
    r"|^\W{0,2}\(?\d{1,2}[.)]\s(?=\D)"  # list markers
    r"|\b\d{1,6}\s(?:[NSEW]\.?\s)?(?:(?:\d+(?:st|nd|rd|th)|[A-Z]\w+)\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Place|Square|Court|Parkway|Pkwy)\b"
    r"|\b[A-Za-z]*[A-Za-z]-\d[\w-]*(?<!\d-)"  # F-35, Covid-19
    r"|\b\d+(?:st|nd|rd|th)s?\b(?:[-\s](?:and|to)[-\s]\d+(?:st|nd|rd|th)\b)?"  # ordinals
    r"|['’]\d0s\b|\b(?:mid|early|late)?-?\d0s\b"
    r"|\bA\.?D\.?\s\d+(?:\s(?:and|to)\s\d+)?|\b\d+\s(?:BC|BCE|AD|CE)\b"
    r"|\b7[0-8]7(?=s?[\s-](?:Max|MAX|Dreamliner|jet|aircraft|plane|freighter)|s\b)|\b(?:Boeing|Airbus)\s\w+"
    r"|\b(?:S&P|FTSE|Nasdaq|Fortune|CAC|Russell|Nikkei|CSI|Stoxx|STOXX|TSX|Dow|ASX|DAX|TA)[-\s]?(?:\d{1,4})\b"
    r"|\b(?:one|two|three|four|five)-(?:on|by|to)-(?:one|two|three|four|five)\b"
    r"|\b(?:no|any|every|some|each|this|that|which|another)[\s-]one\b|\bone\s(?:another|day|more\sthing|by\sone|way\sor)\b|\bone['’]s\b"
    r"|\b(?:at|on)e?\sonce\b|\bzero\sin\son\b|\bforty\swinks\b"
)
SCORE = re.compile(r"(?<![\d.,$€£-])(\d{1,3})[-–](\d{1,3})(?:[-–]\d{1,3})?(?![\d.,]*[\d%]|-\w)")
MINUS_OR_UNDER = re.compile(r"\b(?:minus|sub|under|over|up|to|non|mid|pre|post)-\d", re.IGNORECASE)
RANGE_NOUN = re.compile(
    r"\s?(?:per\s?cent|percent|%|[a-z]{2,}s\b|people|men|women|children|years?|°|\w+\s\w+s\b)"
)


def lookalikes(text: str) -> list[Span]:
    """The spans of the text that look like numbers and are none, in no order; they may overlap."""
    spans = [
        match.span()
        for match in LOOKALIKES.finditer(text)
        if not MINUS_OR_UNDER.match(match.group())
    ]
    for pattern in (DATE, DECADE, QUARTER):
        spans += [match.span() for match in pattern.finditer(text)]
    spans += [match.span() for match in YEAR.finditer(text) if is_year(text, match)]
    spans += [match.span() for match in SCORE.finditer(text) if _is_score(text, match)]
    return spans


def _is_score(text: str, match: re.Match[str]) -> bool:
    """'2-1' and '52-48' are scores; '5-7 people' and '40-50%' are ranges."""
    rising = int(match[1]) < int(match[2])
    return not (rising and (RANGE_NOUN.match(text, match.end()) or unit_after(text, match.end())))
