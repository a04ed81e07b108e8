"""Times of parsed sentences, seen from Wednesday 20 March 2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.claims.times import FoundTime, find_times
from pipeline.claims.times.calendar import month_of, shifted, week_of
from pipeline.language.parser import parse_texts

PUBLISHED = date(2024, 3, 20)


def times(text: str, published: date | None = PUBLISHED, offset: int = 0) -> list[FoundTime]:
    return find_times(parse_texts([text])[text], offset, published)


@pytest.mark.parametrize(
    ("text", "start", "end", "relation"),
    [
        ("The bridge fell on Monday.", "2024-03-18", "2024-03-18", "on"),
        ("The bridge fell on Wednesday.", "2024-03-20", "2024-03-20", "on"),
        ("The bridge fell last Wednesday.", "2024-03-13", "2024-03-13", "on"),
        ("The council will meet on Friday.", "2024-03-22", "2024-03-22", "on"),
        ("The council will meet next Friday.", "2024-03-22", "2024-03-22", "on"),
        ("Rain is forecast to return on Friday.", "2024-03-22", "2024-03-22", "on"),
        ("The crews hoped to finish on Friday.", "2024-03-22", "2024-03-22", "on"),
        ("Critics of Friday's raid will march.", "2024-03-15", "2024-03-15", "on"),
        ("The bridge fell yesterday.", "2024-03-19", "2024-03-19", "on"),
        ("The bridge fell on October 5, 2021.", "2021-10-05", "2021-10-05", "on"),
        ("The bridge fell on 5 October 2021.", "2021-10-05", "2021-10-05", "on"),
        ("The bridge fell on 2021-10-05.", "2021-10-05", "2021-10-05", "on"),
        ("The bridge fell on October 5.", "2023-10-05", "2023-10-05", "on"),
        ("The vote is set for October 5.", "2024-10-05", "2024-10-05", "on"),
        ("The road has been shut since February 2.", "2024-02-02", "2024-02-02", "since"),
        ("Nine died since the raids began on February 2.", "2024-02-02", "2024-02-02", "since"),
        ("The bridge fell last month.", "2024-02-01", "2024-02-29", "during"),
        ("The bridge fell late last month.", "2024-02-21", "2024-02-29", "during"),
        ("The bridge fell earlier this year.", "2024-01-01", "2024-03-20", "during"),
        ("The bridge fell last week.", "2024-03-11", "2024-03-17", "during"),
        ("The bridge fell two months ago.", "2024-01-01", "2024-01-31", "during"),
        ("The bridge fell three days ago.", "2024-03-17", "2024-03-17", "on"),
        ("The bridge fell over the weekend.", "2024-03-16", "2024-03-17", "during"),
        ("The bridge fell in 2019.", "2019-01-01", "2019-12-31", "during"),
        ("The bridge fell in early 2019.", "2019-01-01", "2019-04-30", "during"),
        ("The bridge fell in June 2019.", "2019-06-01", "2019-06-30", "during"),
        ("The bridge fell in the third quarter of 2019.", "2019-07-01", "2019-09-30", "during"),
        ("The bridge fell in the summer of 2019.", "2019-06-01", "2019-08-31", "during"),
        ("The bridge was built in the 1990s.", "1990-01-01", "1999-12-31", "during"),
        ("Prices rose over the past two years.", "2022-03-20", "2024-03-20", "during"),
        ("It must close by the end of 2025.", "2025-09-01", "2025-12-31", "until"),
        ("It was shut from June 2019 to May 2020.", "2019-06-01", "2020-05-31", "during"),
        ("It was shut between 2017 and 2018.", "2017-01-01", "2018-12-31", "during"),
        ("It was shut on June 3-5, 2019.", "2019-06-03", "2019-06-05", "on"),
        ("The bridge fell before 2019.", "2019-01-01", "2019-12-31", "before"),
    ],
)
def test_one_time(text: str, start: str, end: str, relation: str) -> None:
    (time,) = times(text)
    assert (str(time.start), str(time.end), time.relation) == (start, end, relation)
    assert text[time.start_char : time.end_char] == time.text


@pytest.mark.parametrize(
    "text",
    [
        "She may march in protest.",
        "Black Friday sales fell.",
        "About 2000 people came.",
        "It weighs 1520 kg.",
        "An average of 1500 was paid.",
        "The iris is blue.",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    "text",
    ["It fell on Monday.", "It fell last month.", "It fell on 3/4/2020.", "It fell on October 5."],
)
def test_what_cannot_be_known_is_left_open(text: str) -> None:
    (time,) = times(text, published=None)
    assert (time.start, time.end) == (None, None)


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    assert all(time.precision != "day" for time in times("It fell on February 30, 2021."))


def test_offset_moves_the_place() -> None:
    (time,) = times("It fell on Monday.", offset=50)
    assert (time.start_char, time.end_char) == (61, 67)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-40, 40))
def test_calendar_intervals_hold_together(moment: date, count: int) -> None:
    monday, sunday = week_of(moment, count)
    assert (monday.weekday(), sunday.weekday(), (sunday - monday).days) == (0, 6, 6)
    first, last = month_of(moment.year, moment.month)
    assert first <= moment <= last
    moved = shifted(moment, "month", count)
    assert moved is not None
    assert (moved.year - moment.year) * 12 + moved.month - moment.month == count


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize(
    "text", ["It fell last year.", "It fell on May 5.", "It fell 90 decades ago."]
)
def test_an_absurd_day_of_publication_settles_nothing(text: str, published: date) -> None:
    assert all(time.start is None for time in times(text, published))
