"""What two texts have in common, word by word."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.comparing.alignment import FEATURES, compare_texts
from pipeline.comparing.judge import CONTRADICTS, NEITHER, SAME, judge
from pipeline.comparing.lexicon import Tie, lemma_of_word, ties, word_number
from pipeline.comparing.words import Kind, read_words

LINES = [
    "The Velde dam burst on Monday.",
    "The Velde dam did not burst.",
    "A dam above Ourane broke, and 21 people died",
    "21 dead as dam breaks",
    "Harlow City won the cup in 1987",
    "No, Harlow City did not win",
    "",
    "?!",
]


@pytest.mark.parametrize(
    ("one", "other", "tie"),
    [
        ("buy", "purchase", Tie.SYNONYM),
        ("inspect", "inspection", Tie.FAMILY),
        ("japan", "japanese", Tie.FAMILY),
        ("increase", "decrease", Tie.OPPOSITE),
        ("win", "lose", Tie.OPPOSITE),
        ("car", "vehicle", Tie.NARROWER),
        ("monday", "tuesday", Tie.SISTER),
        ("dog", "treaty", Tie.NONE),
        ("xyzzy", "dog", Tie.NONE),
    ],
)
def test_ties_of_words(one: str, other: str, tie: Tie) -> None:
    numbers = [np.array([word_number(word)]) for word in (one, other)]
    assert Tie(int(ties(*numbers)[0])) == tie


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("killed", "kill"),
        ("cities", "city"),
        ("stopped", "stop"),
        ("children", "child"),
        ("news", "news"),
    ],
)
def test_lemmas(word: str, lemma: str) -> None:
    assert lemma_of_word(word) == lemma


def test_words_carry_kind_value_and_signs() -> None:
    words = read_words("Mayor Ada Quill didn’t say that 2.5 million people left in 1999.")
    kinds = dict(zip(words.lemmas, words.kinds, strict=True))
    assert kinds["quill"] == Kind.NAME
    assert kinds["1999"] == Kind.YEAR
    assert words.values[words.lemmas.index("2.5")] == 2_500_000
    assert words.negations == 1


def test_a_no_before_a_comma_denies() -> None:
    assert read_words("No, the dam has not burst").denials == 1
    assert read_words("No dam has burst").denials == 0


@given(st.lists(st.sampled_from(LINES), min_size=2, max_size=6))
@settings(max_examples=25, deadline=None)
def test_figures_are_symmetric_and_do_not_depend_on_the_batch(texts: list[str]) -> None:
    pairs = [(a, b) for a in texts for b in texts]
    together = compare_texts(pairs)
    turned = compare_texts([(b, a) for a, b in pairs])
    assert together.figures.shape == (len(pairs), len(FEATURES))
    np.testing.assert_array_equal(together.figures, turned.figures)
    alone = compare_texts(pairs[:1])
    np.testing.assert_array_equal(alone.figures[0], together.figures[0])
    assert (together.first_is_short != turned.first_is_short)[
        np.array([a != b for a, b in pairs])
    ].all()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The minister resigned on Friday", "On Friday the minister stepped down", SAME),
        ("Court frees banker accused of fraud", "Banker accused of fraud freed by court", SAME),
        ("Tessa Quill was born in 1961", "Tessa Quill was born in 1974", CONTRADICTS),
        (
            "Singer Rob Vale dies in crash",
            "Rob Vale is not dead: crash story is a hoax",
            CONTRADICTS,
        ),
        ("Profits of Tarn rose by a tenth", "Profits of Tarn fell by a tenth", CONTRADICTS),
        ("The dam burst on Monday", "The mayor opened a school", NEITHER),
        ("The mayor has two sons", "The mayor did not attend the meeting on the dam", NEITHER),
    ],
)
def test_the_judge(a: str, b: str, expected: int) -> None:
    assert judge(compare_texts([(a, b)]))[0].argmax() == expected


def test_chances_sum_to_one() -> None:
    chances = judge(compare_texts([(a, b) for a in LINES for b in LINES]))
    np.testing.assert_allclose(chances.sum(axis=1), 1.0, atol=1e-3)
    assert (chances >= 0).all()
