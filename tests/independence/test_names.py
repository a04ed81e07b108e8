"""Which speakers can be told apart."""

import pytest

from pipeline.independence.names import (
    is_unnamed,
    outlet_origin_id,
    refers_to_outlet,
    speaker_kind,
    speaker_origin_id,
)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "he",
            "which",
            "sources",
            "two Army officials",
            "a source familiar with the matter",
            "US officials",
        ),
        *(
            "one of the officials",
            "people briefed on the plan",
            "a number of sources",
            "former aides",
        ),
        *("another person close to the family", "some experts and former officials"),
    ],
)
def test_unnamed(name: str) -> None:
    assert is_unnamed(name)


@pytest.mark.parametrize(
    "name",
    [
        *("Petra Voss", "the administration", "police", "the Ministry of Works", "Harlow Hospital"),
        *("analyst Ona Lind", "the People's Party", "the official Ben Crane", "Officials' Union"),
    ],
)
def test_named(name: str) -> None:
    assert not is_unnamed(name)


def test_what_stands_for_an_outlet() -> None:
    assert refers_to_outlet("the paper")
    assert refers_to_outlet("it")
    assert not refers_to_outlet("the paper mill")


def test_spellings_of_one_name_are_one_origin() -> None:
    assert (
        outlet_origin_id("NYT")
        == outlet_origin_id("The New York Times")
        == outlet_origin_id("NY Times")
    )
    assert outlet_origin_id("Reuters") != outlet_origin_id("CNN")
    assert speaker_origin_id("Petra Voss") == speaker_origin_id("PETRA VOSS")


def test_kinds() -> None:
    assert speaker_kind("Petra Voss") == "person"
    assert speaker_kind("Ministry of Works") == "organisation"
    assert speaker_kind("NATO") == "organisation"
