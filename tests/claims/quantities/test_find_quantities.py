"""Quantities of parsed sentences: bound, what is counted, kind of count, period, scope."""

from datetime import date

import pytest

from pipeline.claims.quantities import FoundQuantity, find_quantities
from pipeline.language.parser import parse_texts

PUBLISHED = date(2024, 3, 20)


def quantities(text: str, offset: int = 0) -> list[FoundQuantity]:
    return find_quantities(parse_texts([text])[text], offset, PUBLISHED)


def only(text: str) -> FoundQuantity:
    (quantity,) = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("words", "comparator", "low", "high"),
    [
        ("at least 40", ">=", 40, None),
        ("no fewer than 40", ">=", 40, None),
        ("more than 40", ">", 40, None),
        ("over 40", ">", 40, None),
        ("some 40", "~", 36, 44),
        ("about 40", "~", 36, 44),
        ("nearly 40", "~", 36, 40),
        ("up to 40", "<=", None, 40),
        ("no more than 40", "<=", None, 40),
        ("fewer than 40", "<", None, 40),
        ("between 40 and 50", "=", 40, 50),
        ("40 or more", ">=", 40, None),
        ("dozens of", "~", 12, 120),
        ("40", "=", 40, 40),
    ],
)
def test_bounds(words: str, comparator: str, low: float | None, high: float | None) -> None:
    quantity = only(f"The flood destroyed {words} farms.")
    assert (quantity.comparator, quantity.low, quantity.high) == (comparator, low, high)
    assert quantity.measures == "farm"


@pytest.mark.parametrize(
    ("text", "measures", "unit"),
    [
        ("The army sent 10 F-35 fighter jets.", "jet", None),
        ("The blast killed four people.", "people", None),
        ("The blast killed at least 11.", "people", None),
        ("The inquiry says that 12 were injured.", "people", None),
        ("She owns a 12 page letter.", "page", None),
        ("Police found three more boats.", "boat", None),
        ("Hundreds of villagers fled.", "villager", None),
        ("They burned 40 tonnes of coal.", "coal", "tonne"),
        ("The firm hid losses of 340 million euros.", "loss", "euro"),
        ("The gap comes to 465 million euros.", "gap", "euro"),
        ("The bank limits withdrawals to 2,000 euros.", "withdrawal", "euro"),
        ("Ola Brandt, 44, runs the farm.", "age", "year"),
        ("One of the guards fled.", "guard", None),
    ],
)
def test_what_is_counted(text: str, measures: str, unit: str | None) -> None:
    quantity = only(text)
    assert (quantity.measures, quantity.unit) == (measures, unit)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Prices rose over the past five years.", "="),
        ("The repairs were spread over ten years.", "="),
        ("The repairs lasted for over ten years.", ">"),
    ],
)
def test_over_a_length_of_time(text: str, comparator: str) -> None:
    assert only(text).comparator == comparator


def test_a_bare_number_counts_what_the_one_before_it_did() -> None:
    first, second = quantities("The port lost 460 workers, compared with 63 last year.")
    assert (first.measures, second.measures) == ("worker", "worker")


@pytest.mark.parametrize(
    ("text", "aggregation"),
    [
        (
            "At least 21 sailors have been killed since the strikes began on January 2.",
            "cumulative",
        ),
        ("The death toll has risen to 90.", "cumulative"),
        ("So far, four boats have been sunk.", "cumulative"),
        ("The strike killed 11 people.", "event"),
        ("The town has 9,000 inhabitants.", "level"),
        ("The refinery makes 300 barrels a day.", "rate"),
        ("Inflation stands at 4 percent.", "level"),
    ],
)
def test_kind_of_count(text: str, aggregation: str) -> None:
    assert only(text).aggregation == aggregation


def test_a_running_count_starts_where_it_says() -> None:
    quantity = only("At least 21 sailors have been killed since the strikes began on January 2.")
    assert (quantity.period_start, quantity.period_end) == (date(2024, 1, 2), PUBLISHED)


def test_an_event_has_the_day_of_the_event() -> None:
    quantity = only("The strike killed 11 people in Aldport on Monday.")
    assert (quantity.period_start, quantity.period_end) == (date(2024, 3, 18), date(2024, 3, 18))
    assert quantity.scope == "Aldport"


def test_places_are_those_of_the_document() -> None:
    text = "The flood destroyed 40 farms."
    quantity = only(text)
    (moved,) = quantities(text, offset=100)
    assert text[quantity.start_char : quantity.end_char] == quantity.text == "40"
    assert (moved.start_char, moved.tokens) == (quantity.start_char + 100, quantity.tokens)


@pytest.mark.parametrize(
    "text", ["", "No numbers here.", "The iPhone 14 and the Model 3 are 2023 products."]
)
def test_nothing_to_find(text: str) -> None:
    assert text == "" or quantities(text) == []


@pytest.mark.parametrize(
    ("text", "measures", "aggregation"),
    [
        ("The number of people known to have drowned has risen to 31.", "people", "cumulative"),
        ("The ministry put the number of patients at 139.", "patient", "event"),
        ("The breach in the wall was about 40 metres wide.", "breach", "level"),
        ("Some 12 have died, the clinic said.", "people", "event"),
        ("Twenty-nine people are missing.", "people", "level"),
        ("The army took in 40,000 doses.", "dose", "event"),
        (
            "Fever has sickened 240 people since 20 February and killed 11 of them.",
            "people",
            "cumulative",
        ),
        ("The road was 40 metres wide and the gates had been open since Sunday.", "road", "level"),
        ("No town has flooded since 1931, when a storm killed 206 people.", "people", "event"),
    ],
)
def test_numbers_that_a_verb_tells_of_something(text: str, measures: str, aggregation: str) -> None:
    found = [one for one in quantities(text) if one.stated != 1931]
    assert {one.measures for one in found} == {measures}
    assert {one.aggregation for one in found} == {aggregation}


@pytest.mark.parametrize(
    "text", ["He told Six News that it rained.", "She works for Channel Four."]
)
def test_numbers_in_names_count_nothing(text: str) -> None:
    assert quantities(text) == []


def test_invented_or_shared_currencies_are_units() -> None:
    assert only("The bank lost 340 million marks.").unit == "mark"
    assert only("The bridge cost 20,000 crowns.").unit == "crown"
