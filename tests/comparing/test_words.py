"""What a word tells, which forms are one word, and vectors of words."""

import numpy as np
import pytest

from pipeline.comparing.rarity import FUNCTION_WORDS, rarity, stem
from pipeline.comparing.vectors import count_words, row_products, unit_rows


@pytest.mark.parametrize(
    ("forms", "one"),
    [
        (("strike", "strikes"), "strik"),
        (("kill", "kills", "killed", "killing"), "kill"),
        (("study", "studies"), "study"),
        (("plan", "plans", "planned", "planning"), "plan"),
        (("house", "houses"), "hous"),
        (("thing",), "thing"),
        (("red",), "red"),
        (("crisis",), "crisis"),
        (("press",), "press"),
        (("1990s",), "1990s"),
    ],
)
def test_inflections_share_a_stem(forms: tuple[str, ...], one: str) -> None:
    assert {stem(form) for form in forms} == {one}


def test_rarer_words_tell_more() -> None:
    order = ["year", "president", "ceasefire", "qorvane"]
    weights = [rarity(stem(word)) for word in order]
    assert weights == sorted(weights)
    assert weights[0] < 0.6
    assert weights[-1] == 1.0
    assert rarity("7") == rarity("2031")


def test_function_words_accents_and_case_do_not_count() -> None:
    counts = count_words(["The Café was THE café", "of which they", "cafes"])
    assert counts.stems == ["cafe"]
    assert counts.matrix.toarray().tolist() == [[2.0], [0.0], [1.0]]
    assert "the" in FUNCTION_WORDS


def test_what_two_texts_share_does_not_depend_on_others() -> None:
    pair = ["Ourane's dam burst on Monday", "The dam at Ourane has burst"]
    others = ["Dams burst, a Dam BURSTS, damming ourane", "Monday, Mondays"]
    alone, among = (unit_rows(count_words(texts).matrix) for texts in (pair, others + pair))
    ours = row_products(alone, alone, np.array([0]), np.array([1]))
    theirs = row_products(among, among, np.array([2]), np.array([3]))
    assert ours == pytest.approx(theirs, abs=1e-12)


def test_no_text_and_empty_texts() -> None:
    assert count_words([]).matrix.shape[0] == 0
    assert unit_rows(count_words(["", "!"]).matrix).nnz == 0
