"""Dates as people and machines write them."""

from datetime import datetime

import pytest

from pipeline.cleaning.dates import Order, first_moment


@pytest.mark.parametrize(
    ("text", "order", "at"),
    [
        ("2024-03-05", None, datetime(2024, 3, 5)),
        ("2024-03-05T08:30:00Z", None, datetime(2024, 3, 5, 8, 30)),
        ("2024-03-05T00:00:00+00:00", None, datetime(2024, 3, 5)),
        ("20240305", None, datetime(2024, 3, 5)),
        ("March 5, 2024, 3:45 p.m. ET", None, datetime(2024, 3, 5, 15, 45)),
        ("Tue, 05 Mar 2024 08:30:00 GMT", None, datetime(2024, 3, 5, 8, 30)),
        ("5th of March 2024", None, datetime(2024, 3, 5)),
        ("2024/mar/05", None, datetime(2024, 3, 5)),
        ("03/05/2024", None, None),
        ("03/05/2024", "month", datetime(2024, 3, 5)),
        ("03/05/2024", "day", datetime(2024, 5, 3)),
        ("25/12/2023", None, datetime(2023, 12, 25)),
        ("31/02/2024", None, None),
        ("March 2024", None, None),
        ("call 555-2024-03", None, None),
        ("12:30 on 5 March", None, None),
    ],
)
def test_first_moment(text: str, order: Order | None, at: datetime | None) -> None:
    found = first_moment(text, order)
    assert (found.at if found else None) == at
