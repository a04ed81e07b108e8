"""Outlets of the corpus are found by their initials, where these name one of them only."""

import pytest

from pipeline.language.outlets import OutletNames, initials_of


@pytest.mark.parametrize(
    ("names", "initials"),
    [
        (["Northern Press Agency"], {"NPA": "Northern Press Agency"}),
        (["The Tarn Valley Post"], {"TVP": "The Tarn Valley Post"}),
        (["Harbour Herald"], {}),
        (["Northern Press Agency", "New Porto Argus"], {}),
    ],
)
def test_initials(names: list[str], initials: dict[str, str]) -> None:
    assert initials_of(names) == initials


def test_a_mention_by_initials_is_the_outlet() -> None:
    names = OutletNames(["Northern Press Agency"])
    assert names.mentions("TARN (NPA) — Rain fell.") == [(6, 9, "Northern Press Agency")]
    assert names.mentions("NPAX rose.") == []
