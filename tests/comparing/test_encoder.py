"""The encoder of pairs of texts: the same figures whatever the order and the batch."""

import numpy as np
import pytest

from pipeline.comparing.alignment import compare_texts
from pipeline.comparing.encoder import LONGEST, encode_pairs, load_network
from pipeline.comparing.judge import CONTRADICTS, NEITHER, SAME, judge, judge_closely

PAIRS = [
    ("Singer Rob Vale dies in crash", "Rob Vale is alive, and the story of his death is a hoax"),
    ("The minister resigned on Friday", "On Friday the minister stepped down"),
    ("Thirty people were hurt when a tram left the rails in Ostrand.", "No tram runs on Sundays."),
    ("", "?!"),
    ("Prices rose.", ""),
]


def test_a_pair_reads_the_same_whatever_its_order_and_its_company() -> None:
    together = encode_pairs(PAIRS)
    np.testing.assert_array_equal(together, encode_pairs([(b, a) for a, b in PAIRS]))
    np.testing.assert_array_equal(together[::-1], encode_pairs(PAIRS[::-1]))
    np.testing.assert_array_equal(together[2:3], encode_pairs(PAIRS[2:3]))


def test_no_pairs_give_no_rows() -> None:
    assert encode_pairs([]).shape == (0, 3)
    assert judge_closely(np.zeros((0, 3)), []).shape == (0, 3)


def test_long_texts_are_read_to_a_limit() -> None:
    start = " ".join(["The dam burst."] * LONGEST)
    read = encode_pairs([(start, "The dam held."), (start + " And more.", "The dam held.")])
    np.testing.assert_array_equal(read[0], read[1])


def test_every_word_has_pieces() -> None:
    tokenizer = load_network().tokenizer
    unknown = tokenizer.token_to_id("[UNK]")
    for word in ("reinsurance", "Kovacs", "£3.5bn", "naïve", "co-operate", "“quoted”"):
        assert unknown not in tokenizer.encode(word).ids


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Actor Derek Hall has died at 58", "Actor Derek Hall passes away, aged 58", SAME),
        (
            "Actor Derek Hall has died at 58",
            "Derek Hall is alive and well, agent says",
            CONTRADICTS,
        ),
        ("Museum to open in Varna in May", "Museum says it has no plans for Varna", CONTRADICTS),
        ("Museum to open in Varna in May", "Varna raises the price of bus tickets", NEITHER),
    ],
)
def test_what_both_judges_say(a: str, b: str, expected: int) -> None:
    chances = judge_closely(judge(compare_texts([(a, b)])), [(a, b)])
    assert chances.argmax() == expected
    assert chances.sum() == pytest.approx(1.0, abs=1e-3)
