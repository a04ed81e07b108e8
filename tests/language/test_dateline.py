"""Datelines end where the sentence begins, and are no part of its tree."""

import pytest

from pipeline.language.dateline import dateline_end
from pipeline.language.parser import parse_texts


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("TARN (NPA) — ", "A dam gave way."),
        ("PORT TARN, Norland (NPA) — ", "A dam gave way."),
        ("TARN, March 4 (Northern Press) - ", "A dam gave way."),
        ("TARN, Norland, 4 March (NPA) ", "A dam gave way."),
        ("SAINT-ÉLOI — ", "“We ran,” she said."),
        ("", "NATO said that it rained."),
        ("", "IBM - the maker - grew."),
        ("", "A dam - the oldest — gave way."),
        ("", "The dam (NPA) — gave way."),
    ],
)
def test_dateline_end(dateline: str, sentence: str) -> None:
    assert dateline_end(dateline + sentence) == len(dateline)


def test_the_tree_starts_behind_the_dateline() -> None:
    text = "TARN (NPA) — A dam gave way on Tuesday."
    tree = parse_texts([text])[text]
    assert tree.text == text
    assert [text[word.idx : word.idx + len(word)] for word in tree] == [w.text for w in tree]
    assert tree[0].text == "A"
    assert [word.text for word in tree if word.dep_ == "nsubj"] == ["dam"]
