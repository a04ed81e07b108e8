"""Lines that say that a whole text is another outlet's."""

import pytest

from pipeline.independence.phrases import credits_in
from pipeline.language.outlets import OutletNames


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("This story originally appeared at the Mill Lane Gazette.", "Mill Lane Gazette"),
        ("This article first ran in Mill Lane Gazette.", "Mill Lane Gazette"),
        ("Reprinted with permission from the Mill Lane Gazette", "Mill Lane Gazette"),
    ],
)
def test_the_outlet_is_credited_with_the_whole_text(line: str, outlet: str) -> None:
    found = credits_in(f"Rain fell on the coast.\n\n{line}", OutletNames())
    assert [(one.outlet, one.found_in) for one in found] == [(outlet, "byline")]


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("A boat on Mill Street.Via Northern Press Agency", False),
        ("A boat on Mill Street. Via Northern Press Agency.", False),
        ("The minister said so in a statement, via Northern Press Agency.", True),
        ("The toll rose, Northern Press Agency reported.", True),
    ],
)
def test_a_picture_from_an_agency_is_no_credit_of_the_text(text: str, credited: bool) -> None:
    names = OutletNames(["Northern Press Agency"])
    assert bool(credits_in(f"Rain fell on the coast.\n\n{text}", names)) is credited
