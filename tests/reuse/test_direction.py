"""Who took text from whom: each sign by itself."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reuse.direction import Extent, Published, chance_of_earlier, direction_of

SHARED = (
    "The ferry turned back when its engine failed, and tugs from the naval yard brought it home."
)


def side(text: str = SHARED, *, name: str | None = None, day: int | None = None) -> Published:
    start, end = (datetime(2031, 5, day), datetime(2031, 5, day, 23, 59)) if day else (None, None)
    return Published(start, end, name, text)


CASES = {
    "nothing tells": (side(), side(), None),
    "the earlier is the original": (side(day=3), side(day=5), "b"),
    "the same day tells nothing": (side(day=3), side(day=3), None),
    "a credit names the original": (
        side(name="Harbour Post"),
        side(f"{SHARED}\nThis story first appeared in Harbour Post.", name="Coast Mail"),
        "b",
    ),
    "a credit outweighs a doubtful date": (
        side(f"{SHARED}\nSource: Coast Mail.", name="Harbour Post"),
        side(name="Coast Mail"),
        "a",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_signs(case: str) -> None:
    a, b, copier = CASES[case]
    assert direction_of(a, b, a.text, b.text).copier == copier
    turned = {"a": "b", "b": "a", None: None}
    assert direction_of(b, a, b.text, a.text).copier == turned[copier]


def test_a_house_named_in_the_shared_text_is_at_home() -> None:
    text = f"{SHARED} A passenger called the newsroom of Harbour Post from the deck."
    a, b = side(text, name="Harbour Post"), side(text, name="Coast Mail")
    assert direction_of(a, b, text, text).copier == "b"


@pytest.mark.parametrize(
    ("full", "short", "is_sign"),
    [
        ("We will not pay them, and nobody can force us to.", "We will not pay them.", True),
        ("We will not pay them, and nobody can force us to.", "nobody can force us to", True),
        ("We will not pay them, ever.", "We will not pay them.", False),
        ("We will not pay them, and nobody can force us to.", "We will pay them.", False),
        ("We will not pay them, and nobody can force us to.", "We will not", False),
    ],
)
def test_who_quotes_more_fully_was_first(full: str, short: str, is_sign: bool) -> None:
    a, b = (side(f"{SHARED}\n“{quote}” the owner said.") for quote in (full, short))
    assert direction_of(a, b, SHARED, SHARED).copier == ("b" if is_sign else None)
    assert direction_of(b, a, SHARED, SHARED).copier == ("a" if is_sign else None)


def test_articles_left_before_a_changed_word_betray_a_machine() -> None:
    spun = SHARED.replace("its engine", "an machine").replace("the naval yard", "a old yard")
    a, b = side(SHARED), side(spun)
    assert direction_of(a, b, SHARED, spun).copier == "b"


@pytest.mark.parametrize(
    ("whole", "cut", "is_sign"),
    [
        pytest.param(Extent(200, 200, 300), Extent(200, 200, 200), True, id="cut from the bottom"),
        pytest.param(Extent(200, 300, 300), Extent(200, 200, 200), False, id="words between"),
        pytest.param(Extent(200, 200, 300), Extent(200, 280, 280), False, id="both have more"),
        pytest.param(Extent(200, 200, 205), Extent(200, 200, 200), False, id="a line less"),
    ],
)
def test_a_text_that_is_another_cut_from_the_bottom(
    whole: Extent, cut: Extent, is_sign: bool
) -> None:
    a, b = side(day=3), side(day=4)
    without = direction_of(a, b, SHARED, SHARED)
    found = direction_of(a, b, SHARED, SHARED, (whole, cut))
    turned = direction_of(a, b, SHARED, SHARED, (cut, whole))
    assert found.certainty is not None
    assert without.certainty is not None
    assert (found.certainty > without.certainty) == is_sign
    assert (turned.certainty != found.certainty) == is_sign
    assert direction_of(side(), side(), SHARED, SHARED, (whole, cut)).copier is None


def test_sources_that_speak_to_a_third_outlet_speak_of_an_absent_original() -> None:
    text = " ".join(
        f"One sailor told Reuters that {what}." for what in ("it sank", "it burned", "it was cold")
    )
    a, b = side(text, name="Harbour Post", day=3), side(text, name="Coast Mail", day=5)
    direction = direction_of(a, b, text, text)
    assert (direction.copier, direction.certainty) == (None, None)
    assert direction_of(side(text, name="Reuters", day=3), b, text, text).copier == "b"


MOMENTS = st.datetimes(datetime(2031, 1, 1), datetime(2031, 1, 9)).map(
    lambda t: t.replace(microsecond=0)
)
BOUNDS = st.tuples(MOMENTS, MOMENTS).map(lambda two: (min(two), max(two)))


@given(BOUNDS, BOUNDS)
def test_one_of_two_is_the_earlier(
    one: tuple[datetime, datetime], other: tuple[datetime, datetime]
) -> None:
    chances = chance_of_earlier(one, other), chance_of_earlier(other, one)
    assert all(0.0 <= chance <= 1.0 for chance in chances)
    assert sum(chances) == pytest.approx(1.0)


def test_chance_by_share_of_the_bounds() -> None:
    day = (datetime(2031, 5, 3), datetime(2031, 5, 3, 23, 59, 59))
    noon = (datetime(2031, 5, 3, 12), datetime(2031, 5, 3, 12))
    assert chance_of_earlier(day, noon) == pytest.approx(0.5, abs=0.001)
    assert chance_of_earlier(day, day) == pytest.approx(0.5)
