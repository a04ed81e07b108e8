"""Claims of small invented documents: what is said, by whom, how firmly, and where."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.claims.extract import extract_claims
from pipeline.claims.worth import CHECK_WORTHY
from pipeline.language.parser import ParsedDocument
from pipeline.records import Claim, DocumentClaims
from tests.claims.parsing import parsed


def claims(*paragraphs: str) -> list[Claim]:
    return list(extract_claims(parsed(*paragraphs)).claims)


def claim_with(standalone: str, *paragraphs: str) -> Claim:
    found = claims(*paragraphs)
    matching = [claim for claim in found if claim.standalone_text == standalone]
    assert matching, [claim.standalone_text for claim in found]
    return matching[0]


@pytest.mark.parametrize(
    ("text", "standalone", "polarity", "modality"),
    [
        ("The bridge collapsed on Monday.", "The bridge collapsed on April 13, 2026.", "affirmed", "asserted"),
        ("The bridge did not collapse.", "The bridge did not collapse.", "negated", "asserted"),
        ("The city may sell the bridge.", "The city may sell the bridge.", "affirmed", "possible"),
        ("The city will sell the bridge.", "The city will sell the bridge.", "affirmed", "planned"),
        ("No fewer than 14 people were hurt.", "No fewer than 14 people were hurt.", "affirmed", "asserted"),
        ("The flood hit a farm, killing 12 cows.", "The flood killed 12 cows.", "affirmed", "asserted"),
        ("The boats, which were built in Spain, sank.", "The boats were built in Spain.", "affirmed", "asserted"),
    ],
)  # fmt: skip
def test_reading(text: str, standalone: str, polarity: str, modality: str) -> None:
    claim = claim_with(standalone, text)
    assert (claim.polarity, claim.modality) == (polarity, modality)


def test_a_weekday_counts_from_the_post_that_it_stands_in() -> None:
    told = parsed("The bridge collapsed on Monday.", "The mayor resigned on Monday.")
    late = replace(told.document.blocks[1], posted_at=datetime(2026, 4, 23, 0, 10))
    document = replace(told.document, blocks=(told.document.blocks[0], late))
    found = extract_claims(replace(told, document=document)).claims
    assert [claim.standalone_text for claim in found] == [
        "The bridge collapsed on April 13, 2026.",
        "The mayor resigned on April 20, 2026.",
    ]


def test_a_denial_is_the_claim_denied_by_its_speaker() -> None:
    claim = claim_with(
        "The company had hidden losses.",
        "Henrik Aal, a spokesman, denied that the company had hidden losses.",
    )
    assert (claim.polarity, claim.modality, claim.attribution) == ("affirmed", "denied", "indirect")
    assert claim.speaker == "Henrik Aal"


def test_the_act_of_saying_is_no_claim() -> None:
    found = claims("Mayor Ann Reed said the bridge was safe.")
    assert [claim.standalone_text for claim in found] == ["The bridge was safe."]
    assert found[0].speaker == "Ann Reed"


def test_pronouns_and_short_names_are_spelled_out() -> None:
    found = claims(
        "President Tomas Hallend visited Velisk.", "He ordered an inquiry. Hallend left at noon."
    )
    said = [claim.standalone_text for claim in found]
    assert "Tomas Hallend ordered an inquiry." in said
    assert "Tomas Hallend left at noon." in said


def test_who_speaks_of_himself() -> None:
    claim_with("Ann Reed has seen the letter.", "“I have seen the letter,” Ann Reed said.")


def test_numbers_names_and_days() -> None:
    found = extract_claims(parsed("At least 31 miners died in Velisk on 2 April, police said."))
    claim = found.claims[0]
    assert (claim.event_start, claim.event_end) == (date(2026, 4, 2), date(2026, 4, 2))
    assert [(q.stated, q.comparator, q.measures) for q in found.quantities] == [
        (31.0, ">=", "miner")
    ]
    assert "Velisk" in {entity.entity for entity in found.entities}


@pytest.mark.parametrize(
    ("worthy", "unworthy"),
    [
        ("The mine employed 1,200 people in 2024.", "It was very sad."),
        ("The court fined Acme $3 million.", "What should we do?"),
        ("The ministry closed the mine in March.", "They talked."),
    ],
)
def test_worth_tells_facts_from_small_talk(worthy: str, unworthy: str) -> None:
    filler = ("The road runs north to the coast.",) * 3
    found = claims(worthy, unworthy, *filler)
    assert max(c.check_worthiness for c in found if c.text in worthy) >= CHECK_WORTHY
    assert all(c.check_worthiness < CHECK_WORTHY for c in found if c.text in unworthy)


@pytest.mark.parametrize(
    "text",
    [
        "All rights reserved.",
        "Read more: storm hits coast",
        "Photo by Ann Reed",
        "Follow us on social media.",
    ],
)
def test_the_page_makes_no_claim(text: str) -> None:
    body = "The mine employed 1,200 people in 2024."
    assert {c.text.rstrip(".") for c in claims(body, text)} <= {body.rstrip(".")} | {
        "The mine employed 1,200 people"
    }


def sound(document: ParsedDocument, found: DocumentClaims) -> None:
    text = document.document.text
    ids = [claim.claim_id for claim in found.claims]
    assert len(ids) == len(set(ids))
    for claim in found.claims:
        assert text[claim.start_char : claim.end_char] == claim.text
        assert text[claim.raw_start : claim.raw_end] == claim.text
        assert claim.text.strip() == claim.text != ""
        assert 0 <= claim.check_worthiness <= 1
        assert 0 <= claim.confidence <= 1
    linked = {link.claim_id for link in found.attributions}
    assert linked == {claim.claim_id for claim in found.claims if claim.attribution != "narrated"}
    for part in (*found.quantities, *found.entities):
        assert text[part.start_char : part.end_char] == part.text


PIECES = st.sampled_from(
    [
        "officials said", "the mayor", "“we will not", "go”", ",", ".", "killed", "at least 12 people", "who",
        "which", "that", "and", "denied", "on Tuesday", "Ann Reed", "was", "of whom", "—", "(", ")", "according to",
        "whose", "not", "to", "what", "“", "”", "is", "said", ";", "reportedly", "if", "5%", "I", "’re",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_any_words_in_any_order_give_sound_records(pieces: list[str]) -> None:
    document = parsed(" ".join(pieces))
    found = extract_claims(document)
    sound(document, found)
    assert extract_claims(document) == found


def test_nothing_in_nothing_out() -> None:
    assert extract_claims(parsed("—")) == DocumentClaims()


def test_a_denial_that_is_withheld_only_may_be() -> None:
    claim = claim_with(
        "The mill was sold.", "The office could neither confirm nor deny that the mill was sold."
    )
    assert claim.modality == "possible"


def test_what_joins_two_claims_of_one_speech_belongs_to_the_latter() -> None:
    found = claims("“The bridge is safe, and the ferry is old,” Ann Bell said on Monday.")
    assert [claim.text for claim in found] == ["“The bridge is safe", "and the ferry is old,”"]


@pytest.mark.parametrize("line", ["Hide Caption 3 of 19 Photos", "Show caption", "4 of 12 images"])
def test_lines_of_a_gallery_are_no_claims(line: str) -> None:
    assert not [claim for claim in claims("The bridge fell.", line) if claim.text in line]
