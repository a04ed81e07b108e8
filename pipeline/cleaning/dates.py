"""Dates as people and machines write them, with the bounds that they allow.

Belongs here: reading one date out of a text, the clock as printed. Does not belong here: which date
of a page is the one of publication.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from pipeline.cleaning.words import word_list
from pipeline.records import PublishedBy

EARLIEST = date(1991, 8, 6)  # the first web page
MONTHS = word_list(
    "january february march april may june july august september october november december"
)
MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:[.,]\d+)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
)
BETWEEN = r"(?:\s*(?:,|\||•|·|[-–—]|at|@|T|Published|Updated)\s*|\s+){1,3}"
ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-/.]?)(?P<month>0[1-9]|1[0-2]|(?<=[-/.])[1-9])(?P=mark)"
    rf"(?P<day>0[1-9]|[12]\d|3[01]|(?<=[-/.])[1-9])(?!\d)(?:[T ]\s*{CLOCK})?",
    re.I,
)
MONTH_FIRST = re.compile(rf"\b{MONTH}\s+{DAY}(?:\s*,\s*|\s+){YEAR}(?:{BETWEEN}{CLOCK})?", re.I)
DAY_FIRST = re.compile(
    rf"(?<!\d){DAY}(?:\s+(?:of\s+)?|-){MONTH}(?:\s*,\s*|\s+|-){YEAR}(?:{BETWEEN}{CLOCK})?", re.I
)
YEAR_FIRST = re.compile(rf"(?<!\d){YEAR}[ /-]{MONTH}[ /-]{DAY}(?!\d)", re.I)
NUMBERS = re.compile(
    rf"(?<![\d./-])(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second_number>\d{{1,2}})(?P=mark){YEAR}(?!\d)"
    rf"(?:{BETWEEN}{CLOCK})?",
    re.I,
)
SHORT_YEAR = re.compile(
    r"(?:(?:published|posted|date|on)\b:?\s*)*"
    r"(?P<first>\d{1,2})/(?P<second_number>\d{1,2})/(?P<short_year>\d\d)",
    re.I,
)
ZONES = (
    "GMT|UTC|BST|CES?T|EES?T|WES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]T|IST|AE[SD]T|SGT|JST|HKT|local time"
)
CLOCK_LINE = re.compile(
    r"[^\w]*(?:(?:posted |updated )?at )?"
    rf"(?:(?P<clock>\d\d?:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?|\d\d?\.\d\d(?=\s?(?:[ap]\.?m|{ZONES})\b)(?:\s?[ap]\.?m\.?)?)"
    rf"|(?P<hour_alone>\d\d?)\s?(?P<half_alone>[ap])\.?m\.?)(?:[\s,(]*(?:{ZONES})\b)?[^\w]*",
    re.I,
)
LONGEST_CLOCK_LINE = 40
EPOCH = re.compile(r"(1\d{9})(?:\d{3})?")
YEAR_HINT = re.compile(r"(?:19|20)\d\d")
Order = Literal["month", "day"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as printed: a day, or a minute of one; where it stands in the text that was read."""

    at: datetime
    is_day: bool
    start: int = 0
    end: int = 0

    @property
    def earliest(self) -> datetime:
        """The first time that the words allow."""
        return self.at

    @property
    def latest(self) -> datetime:
        """The last time that the words allow."""
        return self.at + (timedelta(days=1, seconds=-1) if self.is_day else timedelta())


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, in what bounds, and how that is known."""

    at: datetime | None = None
    earliest: datetime | None = None
    latest: datetime | None = None
    found_by: PublishedBy | None = None


def moments(text: str, number_order: Order | None = None) -> list[Moment]:
    """Every date with a year in the text, in order.

    '03/04/2025' counts only where `number_order` or a number above 12 settles which is the month.
    Midnight to the second is how machines write a day. A year of two digits counts only where the
    text is nothing but the date.
    """
    if short := SHORT_YEAR.fullmatch(text.strip()):
        moment = _moment(short, number_order)
        return [moment] if moment else []
    if not YEAR_HINT.search(text):
        return []
    found = [
        moment
        for pattern in (ISO, MONTH_FIRST, DAY_FIRST, YEAR_FIRST, NUMBERS)
        for match in pattern.finditer(text)
        if (moment := _moment(match, number_order))
    ]
    found.sort(key=lambda moment: (moment.start, -moment.end))
    kept: list[Moment] = []
    for moment in found:
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
    return kept


def first_moment(text: str, number_order: Order | None = None) -> Moment | None:
    """The first date with a year in the text."""
    found = moments(text, number_order)
    return found[0] if found else None


def clock_of(text: str) -> time | None:
    """The time of day where the text is nothing else, as above a post of a live report."""
    found = CLOCK_LINE.fullmatch(text) if len(text) <= LONGEST_CLOCK_LINE else None
    if found is None:
        return None
    written = found["clock"] or f"{found['hour_alone']}:00 {found['half_alone']}m"
    clock = re.match(CLOCK, written, re.I)
    return _clock(clock.groupdict()) if clock else None


def seconds_since_1970(text: str) -> Moment | None:
    """The time that a machine wrote as seconds or milliseconds, in UTC."""
    found = EPOCH.fullmatch(text.strip())
    if found is None:
        return None
    return Moment(datetime.fromtimestamp(int(found[1]), UTC).replace(tzinfo=None), False)


def is_believable(moment: Moment, today: date) -> bool:
    """Whether a web page can have been published then: not before the web, not in the future."""
    return EARLIEST <= moment.at.date() <= today + timedelta(days=1)


def published(moment: Moment, found_by: PublishedBy) -> Published:
    """The moment as a time of publication."""
    return Published(moment.at, moment.earliest, moment.latest, found_by)


def _moment(match: re.Match[str], number_order: Order | None) -> Moment | None:
    groups = match.groupdict()
    if groups.get("first"):
        numbers = _month_and_day(int(groups["first"]), int(groups["second_number"]), number_order)
        if numbers is None:
            return None
        month, day = numbers
    else:
        written = groups["month"].lower()
        month = int(written) if written.isdigit() else MONTH_NUMBERS[written[:3]]
        day = int(groups["day"])
    year = groups.get("year") or f"20{groups['short_year']}"
    try:
        when = date(int(year), month, day)
    except ValueError:
        return None
    clock = _clock(groups)
    if clock is None or clock == time():
        return Moment(datetime.combine(when, time()), True, match.start(), match.end())
    return Moment(datetime.combine(when, clock), False, match.start(), match.end())


def _month_and_day(first: int, second: int, order: Order | None) -> tuple[int, int] | None:
    if first == second or first > 12 or second > 12:
        return (second, first) if first > 12 else (first, second)
    if order is None:
        return None
    return (first, second) if order == "month" else (second, first)


def _clock(groups: dict[str, str | None]) -> time | None:
    if groups.get("hour") is None or groups.get("minute") is None:
        return None
    hour = int(groups["hour"] or 0)
    half = (groups["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, int(groups["minute"] or 0), int(groups["second"] or 0))
