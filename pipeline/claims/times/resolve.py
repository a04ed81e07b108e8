"""Which days a written time means, seen from the day of publication.

Belongs here: one function a pattern, each from a match to an interval. Does not belong here: the
patterns themselves, and which of overlapping readings wins (find.py).

Every function gives (first day, last day, precision), with None for what cannot be known. Following
TIMEX3 (Pustejovsky et al. 2003) a time without its year or week is the nearest one on the side of
the publication that the tense names.
"""

import re
from datetime import date, timedelta

from pipeline.claims.times import calendar
from pipeline.claims.times.patterns import COUNTS, MONTH_NUMBER, WEEKDAYS
from pipeline.claims.times.tense import Tense

Meaning = tuple[date | None, date | None, str]
EDGES = {"end": "late", "start": "early", "beginning": "early", "middle": "mid"}
RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 0}


def full_date(match: re.Match[str], published: date | None, tense: Tense) -> Meaning | None:
    """A day of a month, with or without its year."""
    if match["slash_year"]:
        return _slashed(match)
    month_text = match["month"] or match["month_second"]
    month = int(match["iso_month"]) if match["iso_month"] else _month(month_text)
    number = int(re.sub(r"\D", "", match["iso_day"] or match["day"] or match["day_first"]))
    year = match["iso_year"] or match["year"] or match["year_third"]
    if year:
        return _days(calendar.day(int(year), month, number), match["to_day"])
    if published is None:
        return None, None, "day"
    return _days(_nearest_day(published, month, number, tense), match["to_day"])


def _days(first: date | None, last: str | None) -> Meaning | None:
    """The day, or the days up to a later one of its month ('June 3-5')."""
    if first is None:
        return None
    until = calendar.day(first.year, first.month, int(re.sub(r"\D", "", last))) if last else None
    return first, (until if until and until > first else first), "day"


def _slashed(match: re.Match[str]) -> Meaning | None:
    first, second, year = (int(match[name]) for name in ("slash_month", "slash_day", "slash_year"))
    if first <= 12 and second <= 12 and first != second:
        return None, None, "day"  # 3/4 is a day in March or in April
    month, number = (second, first) if first > 12 else (first, second)
    moment = calendar.day(year, month, number)
    return (moment, moment, "day") if moment else None


def _month(text: str) -> int:
    name = text.lower().rstrip(".")
    return MONTH_NUMBER.get(name) or MONTH_NUMBER[name[:3]]


def _nearest_day(published: date, month: int, number: int, tense: Tense) -> date | None:
    days = [calendar.day(published.year + step, month, number) for step in (-1, 0, 1)]
    known = [moment for moment in days if moment]
    if tense == "present":
        return min(known, key=lambda moment: abs(moment - published), default=None)
    if tense == "past":
        return max(
            (moment for moment in known if moment <= published + timedelta(days=1)), default=None
        )
    return min(
        (moment for moment in known if moment >= published - timedelta(days=1)), default=None
    )


def month_of_year(match: re.Match[str], published: date | None, tense: Tense) -> Meaning:
    """A month, with or without its year; or the early, middle or late part of it."""
    month = _month(match["month"])
    third = match["third"].lower() if match["third"] else None
    if match["year"]:
        return (*calendar.month_of(int(match["year"]), month, third), "month")
    if published is None:
        return None, None, "month"
    year = published.year
    if tense == "past" and month > published.month:
        year -= 1
    elif tense == "future" and month < published.month:
        year += 1
    return (*calendar.month_of(year, month, third), "month")


def weekday(match: re.Match[str], published: date | None, tense: Tense) -> Meaning:
    """'Tuesday', 'last Tuesday', 'Tuesday night': a day within a week of publication."""
    if published is None:
        return None, None, "day"
    number = WEEKDAYS.index(match["weekday"].lower())
    back = (published.weekday() - number) % 7
    which = (match["which"] or "").lower()
    if which in ("next", "following", "this coming"):
        moment = published + timedelta(days=(7 - back) if back else 7)
    elif which in ("last", "previous", "this past"):
        moment = published - timedelta(days=back or 7)
    elif tense != "past":
        moment = published + timedelta(days=(7 - back) % 7)
    else:
        moment = published - timedelta(days=back)
    return moment, moment, "day"


def near(match: re.Match[str], published: date | None, _tense: Tense) -> Meaning:
    """'Yesterday', 'last night', 'this morning'."""
    if published is None:
        return None, None, "day"
    words = match["near"].lower()
    if "before yesterday" in words:
        step = -2
    elif "after tomorrow" in words:
        step = 2
    else:
        step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(words, 0)
    moment = published + timedelta(days=step)
    return moment, moment, "day"


def period(match: re.Match[str], published: date | None, _tense: Tense) -> Meaning | None:
    """'Last month', 'later this year', 'late last week', 'last summer'."""
    unit = match["unit"].lower()
    precision = "season" if unit in calendar.SEASONS else "month" if unit in MONTH_NUMBER else unit
    if published is None:
        return None, None, precision
    step = {"last": -1, "this": 0, "next": 1}.get(match["which"].lower(), -1)
    third = (match["third"] or "").lower()
    span = _whole_period(unit, published, step, third if third in calendar.DAYS_OF_THIRD else None)
    if span is None:
        return None
    if third == "earlier":
        span = span[0], min(span[1], published)
    elif third == "later":
        span = max(span[0], published), span[1]
    return (*span, precision)


def _whole_period(
    unit: str, published: date, step: int, third: str | None
) -> calendar.Interval | None:
    if unit == "week":
        return calendar.week_of(published, step)
    if unit == "weekend":
        return _weekend(published, step)
    if unit == "month":
        return calendar.month_of(*calendar.months_from(published, step), third)
    if unit == "year":
        return calendar.year_of(published.year + step, third)
    if unit == "quarter":
        year, month = calendar.months_from(published, 3 * step)
        return calendar.quarter_of(year, (month + 2) // 3)
    if unit in ("decade", "century"):
        return _decade(published, step) if unit == "decade" else None
    if unit in calendar.SEASONS:
        return _season(unit, published, step)
    return _named_month(MONTH_NUMBER[unit], published, step, third)


def _weekend(published: date, step: int) -> calendar.Interval:
    monday = calendar.week_of(published)[0]
    ahead = step if published.weekday() < 5 or step != -1 else -1
    saturday = monday + timedelta(days=5 + 7 * min(ahead, 1))
    return saturday, saturday + timedelta(days=1)


def _decade(published: date, step: int) -> calendar.Interval:
    first = published.year - published.year % 10 + 10 * step
    return date(first, 1, 1), date(first + 9, 12, 31)


def _season(season: str, published: date, step: int) -> calendar.Interval:
    this = calendar.season_of(published.year, season)
    if step < 0 and this[1] < published:
        return this
    return calendar.season_of(published.year + step, season)


def _named_month(month: int, published: date, step: int, third: str | None) -> calendar.Interval:
    year = published.year
    if step < 0 and month >= published.month:
        year -= 1
    elif step > 0 and month <= published.month:
        year += 1
    return calendar.month_of(year, month, third)


def weekend(_match: re.Match[str], published: date | None, tense: Tense) -> Meaning:
    """'Over the weekend': the last one, or the one to come."""
    if published is None:
        return None, None, "weekend"
    over = tense == "past" and published.weekday() < 5
    return (*_weekend(published, -1 if over else 0), "weekend")


def ago(match: re.Match[str], published: date | None, _tense: Tense) -> Meaning | None:
    """'Two weeks ago': as wide as its unit."""
    unit = match["unit"].lower()
    count = _count(match["count"])
    if published is None or not count:
        return None, None, unit
    moment = calendar.shifted(published, unit, -count)
    return (*calendar.around(moment, unit), unit) if moment else None


def past_span(match: re.Match[str], published: date | None, _tense: Tense) -> Meaning | None:
    """'The past two weeks', 'the coming year': from or to the day of publication."""
    unit = match["unit"].lower()
    count = _count(match["count"]) if match["count"] else 1
    if published is None or not count:
        return None, None, unit
    ahead = match["side"].lower() in ("next", "coming")
    moment = calendar.shifted(published, unit, count if ahead else -count)
    if moment is None:
        return None
    return (published, moment, unit) if ahead else (moment, published, unit)


def _count(words: str) -> int:
    folded = " ".join(words.lower().split())
    return int(folded) if folded.isdigit() else COUNTS[folded]


def quarter(match: re.Match[str], _published: date | None, _tense: Tense) -> Meaning | None:
    """'The third quarter of 2019', 'Q3 2019'; without a year only what publication settles."""
    year_text = match["year"] or match["q_year"]
    half = match["what"] == "half"
    number = int(match["number"]) if match["number"] else RANKS[match["rank"]] or (2 if half else 4)
    if half and number > 2:
        return None
    precision = "half" if half else "quarter"
    if not year_text:
        return None, None, precision
    span = (
        calendar.half_of(int(year_text), number)
        if half
        else calendar.quarter_of(int(year_text), number)
    )
    return (*span, precision)


def edge(match: re.Match[str], published: date | None, _tense: Tense) -> Meaning | None:
    """'The end of the year', 'the start of 2020': the last or first third of it."""
    third = EDGES[match["edge"].lower()]
    if match["year"]:
        return (*calendar.year_of(int(match["year"]), third), "year")
    unit = match["unit"]
    if published is None:
        return None, None, unit
    span = _whole_period(unit, published, {"last": -1, "next": 1}.get(match["which"], 0), third)
    return (*span, unit) if span else None


def season(match: re.Match[str], _published: date | None, _tense: Tense) -> Meaning:
    """'The summer of 2019'."""
    return (*calendar.season_of(int(match["year"]), match["season"].lower()), "season")


def decade(match: re.Match[str], _published: date | None, _tense: Tense) -> Meaning:
    """'The 1990s', 'the early 1990s'."""
    first = int(match["decade"])
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(
        (match["third"] or "").lower(), (0, 9)
    )
    return date(first + low, 1, 1), date(first + high, 12, 31), "decade"


def year(match: re.Match[str], _published: date | None, _tense: Tense) -> Meaning | None:
    """'2019', 'late 2019', '2019-20'."""
    first = int(match["year"])
    if match["to"]:
        last = int(match["to"]) if len(match["to"]) == 4 else first - first % 100 + int(match["to"])
        return (
            (date(first, 1, 1), date(last, 12, 31), "year") if first < last <= first + 100 else None
        )
    third = match["third"].lower() if match["third"] else None
    return (*calendar.year_of(first, third), "year")
