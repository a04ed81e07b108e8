"""The macros on rows small enough to know the answer."""

import math

import pytest

from pipeline.warehouse import Warehouse
from tests.sql.worlds import START, World, add_document

TEXTS = (
    "The strike closed two harbours",
    "Strikes end on Friday, the union says",
    "Ferries sail again",
    "Ferry strike, ferry delays",
)


@pytest.fixture(scope="module")
def told() -> Warehouse:
    world = World()
    world.add("sources", source_id="s1", name="The Harbour Post", named_by="metadata")
    world.add("origins", origin_id="o1", name="Mira Holt", kind="person")
    world.add("origins", origin_id="o2", name="unnamed sources", kind="anonymous")
    world.add("questions", question_id="q1")
    world.add("propositions", proposition_id="p1", question_id="q1", text=TEXTS[0])
    for number, text in enumerate(TEXTS):
        document = add_document(
            world, number, "s1", None, published_at=START, is_current=number != 2 or None
        )
        world.add("sentences", sentence_id=f"t{number}", document_id=document, text=f"{text}.")
        world.add(
            "claims",
            claim_id=f"c{number}",
            document_id=document,
            sentence_id=f"t{number}",
            text=text,
            standalone_text=text,
            attribution="indirect",
            raw_start=10,
            raw_end=40,
        )
    for claim in ("c0", "c1"):
        world.add("claim_propositions", claim_id=claim, proposition_id="p1")
    world.add("attributions", claim_id="c0", level=1, source_name="Mira Holt", is_anonymous=False)
    world.add("attributions", claim_id="c0", level=2, source_name="Coast Radio", is_outlet=True)
    world.add("claim_origins", claim_id="c0", origin_id="o2", reason="chain", probability=0.3)
    world.add("claim_origins", claim_id="c0", origin_id="o1", reason="chain", probability=0.7)
    return world.stored()


def test_explain_leads_to_sentence_file_origin_and_speakers(told: Warehouse) -> None:
    source = "The Harbour Post"
    assert told.rows("FROM explain('p1')") == [
        (
            "c0",
            source,
            "Mira Holt",
            START,
            f"{TEXTS[0]}.",
            "d00.txt",
            10,
            40,
            "Mira Holt, Coast Radio",
        ),
        ("c1", source, None, START, f"{TEXTS[1]}.", "d01.txt", 10, 40, None),
    ]


def test_explain_claim_has_a_row_for_each_link(told: Warehouse) -> None:
    chain = "SELECT level, said_by, origin, origin_kind, speakers, path FROM explain_claim('c0')"
    both = "Mira Holt, Coast Radio"
    assert told.rows(chain) == [
        (1, "Mira Holt", "Mira Holt", "person", both, "d00.txt"),
        (2, "Coast Radio", "Mira Holt", "person", both, "d00.txt"),
    ]
    assert told.rows("SELECT claim_id, level FROM explain_claim('c1')") == [("c1", None)]
    assert told.rows("FROM explain_claim('none')") == []


def test_search_ranks_by_bm25(told: Warehouse) -> None:
    found = told.rows("SELECT claim_id, score FROM search_claims('ferries STRIKE')")
    current = [TEXTS[n] for n in (0, 1, 3)]
    average = sum(map(len, current)) / 3

    def part(times: int, holding: int, text: str) -> float:
        weight = math.log(1 + (3 - holding + 0.5) / (holding + 0.5))
        return weight * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * len(text) / average))

    expected = {
        "c3": part(1, 3, TEXTS[3]) + part(2, 1, TEXTS[3]),
        "c0": part(1, 3, TEXTS[0]),
        "c1": part(1, 3, TEXTS[1]),
    }
    assert [claim for claim, _ in found] == sorted(expected, key=lambda claim: -expected[claim])
    assert dict(found) == pytest.approx(expected)


@pytest.mark.parametrize("words", ["", " .,!", "%_'", "zebra", "(?", "stri"])
def test_search_finds_nothing_where_no_word_is_held(told: Warehouse, words: str) -> None:
    assert told.rows("FROM search_claims(?)", [words]) == []
