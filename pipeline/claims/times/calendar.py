"""Intervals of days: weeks, months, quarters, seasons, years, and parts of them.

Belongs here: arithmetic on dates. Does not belong here: words.
"""

from calendar import monthrange
from datetime import date, timedelta

Interval = tuple[date, date]
DAYS_OF_THIRD = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
MONTHS_OF_THIRD = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
FIRST_YEAR, LAST_YEAR = 1000, 2200


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_of(year: int, month: int, third: str | None = None) -> Interval:
    """The month, or its first, middle or last third."""
    last = monthrange(year, month)[1]
    first_day, last_day = DAYS_OF_THIRD[third] if third else (1, last)
    return date(year, month, first_day), date(year, month, min(last, last_day))


def year_of(year: int, third: str | None = None) -> Interval:
    """The year, or its first, middle or last third."""
    first, last = MONTHS_OF_THIRD[third] if third else (1, 12)
    return date(year, first, 1), month_of(year, last)[1]


def quarter_of(year: int, quarter: int) -> Interval:
    """One of the four quarters of the year."""
    return date(year, 3 * quarter - 2, 1), month_of(year, 3 * quarter)[1]


def half_of(year: int, half: int) -> Interval:
    """One of the two halves of the year."""
    return date(year, 6 * half - 5, 1), month_of(year, 6 * half)[1]


def season_of(year: int, season: str) -> Interval:
    """The northern season by whole months; the winter of a year begins in its December."""
    first, last = SEASONS[season]
    return date(year, first, 1), month_of(year + (last < first), last)[1]


def week_of(moment: date, weeks: int = 0) -> Interval:
    """Monday to Sunday of the week of the day, so many weeks on."""
    monday = moment - timedelta(days=moment.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(days=6)


def months_from(moment: date, months: int) -> tuple[int, int]:
    """The year and month so many months on."""
    total = moment.year * 12 + moment.month - 1 + months
    return total // 12, total % 12 + 1


def is_usable(moment: date) -> bool:
    """Whether the day leaves room on both sides for all that is reckoned from it."""
    return FIRST_YEAR <= moment.year <= LAST_YEAR


def shifted(moment: date, unit: str, count: int) -> date | None:
    """The day so many units on, the last of the month where a month has no such day.

    None where it falls out of the years that texts speak of.
    """
    if unit in ("day", "week"):
        moved = moment + timedelta(days=count * (7 if unit == "week" else 1))
    else:
        months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = months_from(moment, months)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        moved = date(year, month, min(moment.day, monthrange(year, month)[1]))
    return moved if is_usable(moved) else None


def around(moment: date, unit: str) -> Interval:
    """The span that 'so many units ago' means, given the day that it falls on."""
    if unit == "day":
        return moment, moment
    if unit == "week":
        return moment - timedelta(days=3), moment + timedelta(days=3)
    if unit == "month":
        return month_of(moment.year, moment.month)
    if unit == "year":
        return year_of(moment.year)
    return year_of(moment.year - 1)[0], year_of(moment.year + 1)[1]
