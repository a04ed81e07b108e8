"""Words and shingles as numbers: the same whatever stands around them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.reuse import words as words_module
from pipeline.reuse.shingles import SHINGLE_WORDS, shingles_of
from pipeline.reuse.words import Intervals, words_of

TEXTS = st.lists(st.text(alphabet="aBé 1.\n“𝒳", max_size=30), max_size=5)


def intervals(*spans: tuple[int, int]) -> Intervals:
    starts, ends = zip(*spans, strict=True)
    return Intervals(np_array(starts), np_array(ends), np_array((0, len(spans))))


def np_array(values: tuple[int, ...]) -> words_module.Positions:
    return words_module.np.array(values, words_module.np.int64)


@given(TEXTS)
def test_each_word_has_its_place(texts: list[str]) -> None:
    found = words_of(texts)
    for number, text in enumerate(texts):
        its = found.of(number)
        places = list(zip(found.starts[its].tolist(), found.ends[its].tolist(), strict=True))
        # Letters beyond the basic plane are no part of words here.
        assert places == [match.span() for match in re.finditer(r"[aBé1]+", text)]


@given(TEXTS, st.integers(1, 40))
def test_a_word_has_one_number_in_any_batch(texts: list[str], size: int) -> None:
    whole = words_of(texts).hashes.tolist()
    alone = [number for text in texts for number in words_of([text]).hashes.tolist()]
    assert whole == alone


def test_case_and_accents_do_not_matter_and_letters_do() -> None:
    numbers = words_of(["Café cafe CAFÉ cave efac ca fe"]).hashes.tolist()
    assert numbers[0] == numbers[1] == numbers[2]
    assert len(set(numbers)) == 5


def test_only_words_in_counted_intervals() -> None:
    text = "one two three four five"
    found = words_of([text], intervals((0, 7), (14, 18)))
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == [
        "one",
        "two",
        "four",
    ]


def test_shingles_stay_in_their_text() -> None:
    texts = ["a b c d e f", "", "a b c", "x a b c d e"]
    found = shingles_of(words_of(texts))
    assert found.first.tolist() == [0, 2, 2, 2, 4]
    assert found.values[0] == found.values[3]
    assert len(set(found.values.tolist())) == 3


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=9), max_size=5))
def test_shingles_are_the_runs_of_words(texts: list[list[str]]) -> None:
    found = shingles_of(words_of([" ".join(text) for text in texts]))
    runs = [
        tuple(text[at : at + SHINGLE_WORDS])
        for text in texts
        for at in range(len(text) - SHINGLE_WORDS + 1)
    ]
    assert found.values.size == len(runs)
    numbers = dict(zip(runs, found.values.tolist(), strict=True))
    assert [numbers[run] for run in runs] == found.values.tolist()
    assert len(set(numbers.values())) == len(numbers)
