"""Lines that are no prose of the article: credits, embeds, and the furniture of sites.

Belongs here: judging one line by its own words. Does not belong here: the words
(furniture_patterns.py), and where a line stands (plain_blocks.py, html_blocks.py).
"""

import re
from dataclasses import dataclass

from pipeline.cleaning.dates import clock_of, moments
from pipeline.cleaning.furniture_patterns import CREDITS, FURNITURE
from pipeline.records import Section

LONGEST_LINE = 300
LONGEST_POST = 900
LONGEST_DATE_LINE = 120
MOST_DATE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line is: a section that stays in the text, or (None) why it is left out."""

    section: Section | None
    reason: str = ""


CREDIT = Verdict("credit")
EMBED = Verdict("embed")
NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
ROLES = (
    "and|of|for|the|in|with|de|da|van|von|bin|al|staff|writer|reporter|editor|correspondent|"
    "contributor|columnist|special|to"
)
BYLINE = re.compile(
    r"(?:(?:(?:[Ww]ritten|[Rr]eported|[Pp]osted|[Ss]tory|[Tt]ext|[Aa]nalysis|[Oo]pinion|[Rr]eview) )?"
    rf"(?:by|By|BY)|Authors?|Writers?)\s?:?\s+{NAME}(?:[\s,&|•·/]+(?:{NAME}|(?:{ROLES})\b)\.?){{1,14}}"
    r"(?:\s?\([^)]{1,60}\))?(?:\s*[|•·—–,-]\s*.{0,60})?"
)
DATE_FILLER = re.compile(
    r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|"
    r"\b(?:published|posted|created|updated|modified|originally|first|last|date|on|at|by|e[sd]?t|p[sd]?t|c[sd]?t|m[sd]?t|gmt|"
    r"utc|bst|cet|eastern|min(?:ute)?s?(?: read)?|read|a\.?m|p\.?m|\d{1,2}:\d\d)\b|[\W\d_]+"
)
TWEET = re.compile(
    r"pic\.twitter\.com/\w+|https?://t\.co/\w+|"
    r"[—–-]\s?[^\n]{1,60}\(@\w{1,20}\)\s+(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+,? \d{4})"
)
POST_NOTE = re.compile(
    r"View this post on Instagram|A post shared by .*|Post by .*|@\w{2,20}|"
    r"View (?:this|the) (?:post|tweet|video) on .{3,20}|.{1,60} \(@\w+\).{0,40}"
)
FURNITURE_LINE = re.compile(
    "|".join(
        f"(?P<{reason.replace(' ', '_')}>(?i:{'|'.join(patterns)}))"
        for reason, patterns in FURNITURE.items()
    )
)
CREDIT_LINE = re.compile("|".join(CREDITS))


def judge_line(text: str) -> Verdict | None:
    """What the line is by its own words; None where nothing speaks against body text."""
    if len(text) > LONGEST_LINE:
        return EMBED if _is_post(text) else None
    found = FURNITURE_LINE.fullmatch(text)
    if found and found.lastgroup:
        return Verdict(None, found.lastgroup.replace("_", " "))
    if _is_post(text) or POST_NOTE.fullmatch(text):
        return EMBED
    return CREDIT if is_credit(text) else None


def is_credit(text: str) -> bool:
    """Whether the line only says who wrote, printed, photographed or published, and when."""
    return bool(
        BYLINE.fullmatch(text)
        or CREDIT_LINE.fullmatch(text)
        or clock_of(text)
        or is_date_line(text)
    )


def is_date_line(text: str) -> bool:
    """Whether the line is a date, alone or with an outlet, a name or 'Published' beside it."""
    if len(text) > LONGEST_DATE_LINE:
        return False
    found = moments(text, number_order="month")  # either order makes it a date
    if not found:
        return False
    rest = text
    for moment in reversed(found):
        rest = f"{rest[: moment.start]} {rest[moment.end :]}"
    words = DATE_FILLER.sub(" ", rest).split()
    if not words:
        return True
    capitals = sum(word[0].isupper() for word in words)
    ends_as_prose = text.rstrip().endswith((".", "!", "?", ":"))
    return len(words) <= MOST_DATE_WORDS and capitals * 2 >= len(words) and not ends_as_prose


def _is_post(text: str) -> bool:
    return len(text) < LONGEST_POST and TWEET.search(text) is not None
