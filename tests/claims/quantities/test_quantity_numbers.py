"""Reading a value off its spelling, with no tree."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.claims.quantities.amounts import find_amounts
from pipeline.claims.quantities.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("4,000 sheep", 4000, 4000),
        ("1,234,567.5 litres", 1234567.5, 1234567.5),
        ("two hundred and five sheep", 205, 205),
        ("thirty-one sheep", 31, 31),
        ("twenty five hundred sheep", 2500, 2500),
        ("three million two hundred thousand sheep", 3200000, 3200000),
        ("50 million sheep", 5e7, 5e7),
        ("1.6 Million sheep", 1.6e6, 1.6e6),
        ("two and a half sheep", 2.5, 2.5),
        ("2½ sheep", 2.5, 2.5),
        ("1 1/2 sheep", 1.5, 1.5),
        ("3/4 sheep", 0.75, 0.75),
        ("a dozen sheep", 12, 12),
        ("two dozen sheep", 24, 24),
        ("half a million sheep", 5e5, 5e5),
        ("a hundred and ten sheep", 110, 110),
        ("dozens of sheep", 12, 120),
        ("tens of thousands of sheep", 1e4, 1e5),
        ("hundreds of thousands of sheep", 1e5, 1e6),
        ("several hundred sheep", 300, 900),
        ("one in five sheep", 20, 20),
        ("three out of every four sheep", 75, 75),
        ("two-thirds of the sheep", 200 / 3, 200 / 3),
        ("half of the sheep", 50, 50),
        ("minus 12 degrees", -12, -12),
        ("-12 degrees", -12, -12),
        ("6.02×10^23 atoms", 6.02e23, 6.02e23),
        ("sixfold", 6, 6),
        ("tripled", 3, 3),
        ("twice as many sheep", 2, 2),
    ],
)
def test_values(text: str, low: float, high: float) -> None:
    (number,) = find_numbers(text)
    assert (number.low, number.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("It cost $4.2bn.", "dollar", 4.2e9, 4.2e9),
        ("It cost €30m.", "euro", 3e7, 3e7),
        ("It cost AU$5.", "australian dollar", 5, 5),
        ("It cost 7 million Swiss francs.", "swiss franc", 7e6, 7e6),
        ("It cost 7 million pounds.", "pound sterling", 7e6, 7e6),
        ("It weighs 7 pounds.", "pound", 7, 7),
        ("It cost $3 a gallon.", "dollar per gallon", 3, 3),
        ("He works 40 hours a week.", "hour per week", 40, 40),
        ("It fell 3.5 percentage points.", "percent", 3.5, 3.5),
        ("It fell 12 per cent.", "percent", 12, 12),
        ("It fell 25 basis points.", "basis point", 25, 25),
        ("A 9-year-old boy.", "year", 9, 9),
        ("It ran at 80km/h.", "kilometre per hour", 80, 80),
        ("The mast is 37m tall.", "metre", 37, 37),
        ("It sold 37m phones.", None, 3.7e7, 3.7e7),
        ("It takes 5-7 weeks.", "week", 5, 7),
        ("It takes between 5 and 7 weeks.", "week", 5, 7),
        ("It takes three or four weeks.", "week", 3, 4),
        ("It cost from $2 to $3 million.", "dollar", 2e6, 3e6),
        ("It rose 5% to 10%.", "percent", 5, 10),
        ("A crowd of 1 to 2 thousand.", None, 1000, 2000),
        ("It cost millions of dollars.", "dollar", 1e6, 1e7),
        ("It is −5 °C.", "celsius", -5, -5),
        ("Plots of 2 acres.", "acre", 2, 2),
    ],
)
def test_units_and_ranges(text: str, unit: str | None, low: float, high: float) -> None:
    (amount,) = find_amounts(text)
    assert (amount.unit, amount.low, amount.high) == (unit, pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    "text",
    [
        "The F-35 flew on Oct. 5, 2021.",
        "Covid-19 spread in 2020 and in the 1990s.",
        "Call 555-210-4477 by 10:45 or at 5 p.m.",
        "They won 3-1 after a 52-48 vote.",
        "He lives at 22 Mill Street.",
        "It was the 5th race, in the fourth quarter of 2019.",
        "See Section 4 and No. 7 of Chapter 3.",
        "Go to https://example.com/2/3 now.",
        "He called 911 operators.",
        "Nobody but that one knew; no one else.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert [
        text[a.start : a.end] for a in find_amounts(text) if text[a.start : a.end] != "one"
    ] == []


def test_two_steps_are_no_range() -> None:
    amounts = find_amounts("It rose by $4 million to $10 million.")
    assert [amount.low for amount in amounts] == [4e6, 1e7]


@given(st.text(alphabet="0123456789 .,-/$%mkab½×of twohundred", max_size=80))
def test_amounts_are_ordered_slices_of_the_text(text: str) -> None:
    amounts = find_amounts(text)
    assert all(0 <= a.start <= a.number_start < a.end <= len(text) for a in amounts)
    assert all(first.start < second.start for first, second in pairwise(amounts))
    assert all(a.low <= a.high for a in amounts)


@given(st.integers(0, 10**12))
def test_digits_are_read_as_written(value: int) -> None:
    (number,) = find_numbers(f"{value:,} sheep")
    assert number.low == value
