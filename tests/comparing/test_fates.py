"""What a number counts, whatever the words."""

import polars as pl
import pytest

from pipeline.comparing.fates import counted_things


@pytest.mark.parametrize(
    ("text", "number", "measures", "counted"),
    [
        ("The flood killed at least 14 people.", "14", "people", "dead"),
        ("The toll stood at 47.", "47", "toll", "dead"),
        ("Divers found 12 residents dead.", "12", "resident", "dead"),
        ("Some 12 have died.", "12", None, "dead"),
        ("Five patients have died.", "Five", "patient", "dead"),
        ("Around 60 people were still missing.", "60", "people", "missing"),
        ("46 people are unaccounted for.", "46", "people", "missing"),
        ("Three people were killed and 40 people were injured.", "40", "people", "hurt"),
        ("More than 7,000 people have left their homes.", "7,000", "people", "displaced"),
        ("The island recorded 112 cases.", "112", "case", "ill"),
        ("The army sent 400 soldiers.", "400", "soldier", "soldier"),
        ("The fire destroyed 12 farms and killed nobody.", "12", "farm", "farm"),
    ],
)
def test_counted(text: str, number: str, measures: str | None, counted: str | None) -> None:
    start = 100 + text.index(number)
    quantities = pl.DataFrame(
        {
            "claim_id": ["c"],
            "start_char": [start],
            "end_char": [start + len(number)],
            "unit": [None],
            "measures": [measures],
        },
        schema_overrides={"unit": pl.String, "measures": pl.String},
    )
    claims = pl.DataFrame({"claim_id": ["c"], "text": [text], "start_char": [100]})
    assert counted_things(quantities, claims)["counted"].to_list() == [counted]
