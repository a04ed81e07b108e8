"""Which pairs of claims are found."""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.comparing.candidates import find_candidates
from pipeline.comparing.rarity import rarity
from pipeline.comparing.vectors import count_words

Tables = dict[str, pl.DataFrame]
MakeTables = Callable[..., Tables]

BURST = "The Velde dam above Ourane burst on Monday"
BROKE = "Above Ourane, the Velde dam burst"
TOLL = "The flood in Ourane killed 21 people"
TOLL_TOO = "Twenty-one residents of Ourane died"
CUP = "Harlow City won the cup on penalties"


def found(tables: Tables, new: set[str] | None = None) -> list[tuple[str, str]]:
    everything = set(tables["documents"]["document_id"])
    frame = find_candidates(**tables, new=everything if new is None else new)
    assert (frame["claim_a"] < frame["claim_b"]).all()
    return list(zip(frame["claim_a"], frame["claim_b"], strict=True))


@pytest.mark.parametrize(
    ("text_a", "text_b", "numbers", "one_story", "expected"),
    [
        (BURST, BROKE, {}, False, True),
        (BURST, CUP, {}, True, False),
        (TOLL, TOLL_TOO, {}, False, False),
        # In one story a name and the same number of people suffice.
        (
            TOLL,
            TOLL_TOO,
            {"a": ("21", 21.0, "people"), "b": ("Twenty-one", 21.0, "residents")},
            True,
            True,
        ),
        ("They want this", "What they want", {}, True, False),
    ],
)
def test_pairs_of_two_documents(
    claim_tables: MakeTables,
    text_a: str,
    text_b: str,
    numbers: dict[str, Any],
    one_story: bool,
    expected: bool,
) -> None:
    tables = claim_tables(
        [("a", "p", text_a), ("b", "q", text_b)],
        stories={"p": "s", "q": "s"} if one_story else {},
        numbers=numbers,
    )
    assert found(tables) == ([("a", "b")] if expected else [])


@pytest.mark.parametrize(
    ("speakers", "events", "expected"),
    [
        ({}, {}, False),
        ({"a": "Ilse Morvan", "b": "Dana Orr"}, {}, True),
        ({"a": "Ilse Morvan"}, {}, True),
        ({}, {"a": date(2031, 9, 1), "b": date(2031, 9, 2)}, True),
        ({"a": "Dana Orr", "b": "Dana Orr"}, {}, False),
    ],
)
def test_pairs_of_one_document_need_two_speakers_or_times(
    claim_tables: MakeTables, speakers: dict[str, str], events: dict[str, date], expected: bool
) -> None:
    tables = claim_tables([("a", "p", BURST), ("b", "p", BROKE)], speakers=speakers, events=events)
    assert found(tables) == ([("a", "b")] if expected else [])


def test_claims_of_one_sentence_are_no_pair(claim_tables: MakeTables) -> None:
    tables = claim_tables(
        [("a", "p", BURST), ("b", "p", BROKE)],
        speakers={"a": "Dana Orr"},
        sentences={"a": "one", "b": "one"},
    )
    assert found(tables) == []


def test_claims_that_are_not_worth_checking_have_no_pairs(claim_tables: MakeTables) -> None:
    tables = claim_tables([("a", "p", BURST), ("b", "q", BROKE)], worth={"b": 0.2})
    assert found(tables) == []


def test_no_claims(claim_tables: MakeTables) -> None:
    assert found(claim_tables([("a", "p", BURST)], worth={"a": 0.0})) == []


WORDS = ["Velde", "dam", "Ourane", "burst", "flood", "people", "town", "killed", "the", "Morvan"]


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[tuple[str, str, str]], dict[str, str]]:
    texts = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), max_size=9))
    documents = [draw(st.sampled_from("pqrs")) for _ in texts]
    claims = [
        (f"c{i}", document, " ".join(text))
        for i, (document, text) in enumerate(zip(documents, texts, strict=True))
    ]
    return claims, {document: draw(st.sampled_from("xy")) for document in "pqrs"}


@settings(max_examples=25, deadline=None)
@given(corpora(), st.randoms(use_true_random=False))
def test_pairs_depend_on_the_set_alone(claim_tables: MakeTables, corpus: Any, random: Any) -> None:
    claims, stories = corpus
    whole = found(claim_tables(claims, stories=stories))
    shuffled = random.sample(claims, len(claims))
    assert found(claim_tables(shuffled, stories=stories)) == whole
    # Old documents first, then new ones: the pairs of both runs are those of one run.
    old = [claim for claim in claims if claim[1] in "pq"]
    before = found(claim_tables(old, stories=stories))
    added = found(claim_tables(claims, stories=stories), new={"r", "s"})
    assert sorted(before + added) == whole


def slow_pairs(claims: list[tuple[str, str, str]]) -> set[tuple[str, str]]:
    """Pairs of two documents whose telling words have a cosine of 0.6 and tell 1.5 in all."""
    counts = count_words([text for _, _, text in claims])
    dense = counts.matrix.toarray()
    weights = np.where(dense > 0, (1 + np.log(np.maximum(dense, 1))) * counts.rarity, 0.0)
    pairs = set()
    for i, (a, document_a, _) in enumerate(claims):
        for j, (b, document_b, _) in enumerate(claims[:i]):
            lengths = np.linalg.norm(weights[i]) * np.linalg.norm(weights[j])
            shared = sum(counts.rarity[(dense[i] > 0) & (dense[j] > 0)])
            near = lengths > 0 and weights[i] @ weights[j] / lengths >= 0.6
            if document_a != document_b and near and shared >= 1.5:
                pairs.add((min(a, b), max(a, b)))
    return pairs


@settings(max_examples=40, deadline=None)
@given(corpora())
def test_no_alike_pair_is_missed(claim_tables: MakeTables, corpus: Any) -> None:
    claims, _ = corpus
    tables = claim_tables(claims)
    document = {claim: name for claim, name, _ in claims}
    apart = {pair for pair in found(tables) if document[pair[0]] != document[pair[1]]}
    assert apart == slow_pairs(claims)
    assert rarity("ouran") == 1.0
