"""Claims of two invented articles, reviewed by eye: what must be found, and what must not be claimed."""

from pathlib import Path

import pytest

from pipeline.claims.extract import extract_claims
from pipeline.claims.worth import CHECK_WORTHY
from tests.claims.parsing import parsed

TEXTS = Path(__file__).parent / "texts"
FOUND = {
    "quake": [
        ("the interior ministry", "A 6.3-magnitude earthquake killed at least 31 people."),
        ("the interior ministry", "A 6.3-magnitude earthquake injured more than 200."),
        (None, "Most of the dead were found in Velisk."),
        (None, "Velisk is a mining town of 18,000 people."),
        ("Irena Dovat", "Rescue workers pulled four children alive from the rubble of the school."),
        ("Irena Dovat", "Rescue workers were joined by soldiers in the afternoon."),
        (None, "President Tomas Hallend ordered the army to deliver tents, blankets and water."),
        (None, "The country's only nuclear plant was shut down automatically."),
        (None, "Marovia has not had a stronger quake since 1962."),
        ("A spokesman for the ministry", "Warnings had been ignored."),
    ],
    "water_company": [
        (None, "Aquaterra already runs the water supply of eleven towns in the region."),
        (
            "documents seen by the Laurent Tribune",
            "An adviser hired by the city had valued the company at between €450 million and €520 million.",
        ),
        ("Maria Voss", "140 of the company's 600 workers feared for their jobs."),
        (None, "The council rejected a motion to hold a referendum."),
        (None, "Paul Reston is a former banker."),
        (
            "Paul Reston",
            "A vote would have cost €2 million and delayed repairs by a year.",
        ),
        (None, "Two rival bidders withdrew in May."),
    ],
}
NEVER = {
    "quake": ["Mayor Irena Dovat told state radio.", "The interior ministry said."],
    "water_company": ["She said."],
}


def claims_of(name: str) -> list[tuple[str | None, str, float]]:
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    paragraphs = [block for block in text.split("\n\n") if block.strip()]
    return [
        (claim.speaker, claim.standalone_text, claim.check_worthiness)
        for claim in extract_claims(parsed(*(block.strip() for block in paragraphs))).claims
    ]


@pytest.mark.parametrize("name", sorted(FOUND))
def test_what_is_found(name: str) -> None:
    found = claims_of(name)
    said = {standalone for _, standalone, _ in found}
    missing = [standalone for _, standalone in FOUND[name] if standalone not in said]
    assert not missing, said
    for speaker, standalone in FOUND[name]:
        speakers = {who for who, text, _ in found if text == standalone}
        wanted = speaker.split()[-1].lower() if speaker else None
        assert any((who or "").lower().endswith(wanted or "") for who in speakers), (
            standalone,
            speakers,
        )


@pytest.mark.parametrize("name", sorted(NEVER))
def test_what_is_never_claimed_as_worth_checking(name: str) -> None:
    worthy = {standalone for _, standalone, worth in claims_of(name) if worth >= CHECK_WORTHY}
    assert not worthy & set(NEVER[name])
