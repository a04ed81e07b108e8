"""From chains of equal words to passages: whole stretches of both texts, with how alike they are.

Belongs here: where a shared passage begins and ends. Does not belong here: whether sharing it is
copying.

A chain is cut where one text goes on by itself. Each piece then grows to the edges of its sentences
where both texts have about as many words left: a rewording that changed the first words of a sentence
has copied them all the same. Whole short sentences beyond are taken in while half of their words agree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from rapidfuzz.distance import Levenshtein

from pipeline.reuse.align import Run
from pipeline.reuse.texts import Text
from pipeline.reuse.words import Positions

# One text goes on alone for this many words more than the other: an insertion, not a rewording.
_INSERTED_WORDS = 5
_LONGEST_HEAD = 12
_LEAST_ALIKE_NEIGHBOUR = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """Words `a_first` to `a_end` of one text beside `b_first` to `b_end` of the other.

    `a_matches` and `b_matches` are the places of equal words, in order.
    """

    a_first: int
    a_end: int
    b_first: int
    b_end: int
    a_matches: Positions
    b_matches: Positions

    @property
    def similarity(self) -> float:
        """Dice's share of equal words, 0 to 1."""
        return 2 * self.a_matches.size / (self.a_end - self.a_first + self.b_end - self.b_first)


def passages_of(chain: Sequence[Run], a: Text, b: Text) -> list[Passage]:
    """The passages that a chain of equal runs stands for, in order, none overlapping another."""
    pieces = _pieces(chain)
    passages: list[Passage] = []
    a_low = b_low = 0
    for number, piece in enumerate(pieces):
        following = pieces[number + 1][0] if number + 1 < len(pieces) else None
        a_high, b_high = (
            (following[0], following[1]) if following else (len(a.hashes), len(b.hashes))
        )
        a_first, b_first = _grown_left(a, b, piece[0][0], piece[0][1], a_low, b_low)
        i, j, length = piece[-1]
        a_end, b_end = _grown_right(a, b, i + length, j + length, a_high, b_high)
        passages.append(_compared(a, b, a_first, a_end, b_first, b_end))
        a_low, b_low = a_end, b_end
    return passages


def joined(passages: Iterable[Passage], a: Text, b: Text) -> list[Passage]:
    """The passages by place in `a`; those that grew into each other on both sides are one."""
    whole: list[Passage] = []
    for passage in sorted(passages, key=lambda one: (one.a_first, one.b_first)):
        last = whole[-1] if whole else None
        if last and last.b_first <= passage.b_first <= last.b_end and passage.a_first <= last.a_end:
            a_end, b_end = max(last.a_end, passage.a_end), max(last.b_end, passage.b_end)
            whole[-1] = _compared(a, b, last.a_first, a_end, last.b_first, b_end)
        else:
            whole.append(passage)
    return whole


def _pieces(chain: Sequence[Run]) -> list[list[Run]]:
    """The chain, cut where one text holds words between two runs that the other does not."""
    pieces = [[chain[0]]]
    for (i, j, length), run in pairwise(chain):
        gap_a, gap_b = run[0] - i - length, run[1] - j - length
        if abs(gap_a - gap_b) > max(_INSERTED_WORDS, 0.6 * max(gap_a, gap_b)):
            pieces.append([])
        pieces[-1].append(run)
    return pieces


def _compared(a: Text, b: Text, a_first: int, a_end: int, b_first: int, b_end: int) -> Passage:
    left, right = a.hashes[a_first:a_end].tolist(), b.hashes[b_first:b_end].tolist()
    a_matches: list[int] = []
    b_matches: list[int] = []
    for code in Levenshtein.opcodes(left, right):
        if code.tag == "equal":
            a_matches.extend(range(a_first + code.src_start, a_first + code.src_end))
            b_matches.extend(range(b_first + code.dest_start, b_first + code.dest_end))
    return Passage(
        *(a_first, a_end, b_first, b_end),
        np.array(a_matches, dtype=np.int64),
        np.array(b_matches, dtype=np.int64),
    )


def _grown_left(
    a: Text, b: Text, a_first: int, b_first: int, a_low: int, b_low: int
) -> tuple[int, int]:
    """The first words of the passage after growing to, and over, the starts of sentences."""
    inside = True
    while a_first > a_low and b_first > b_low:
        at = 0 if inside else 1
        a_to = max(a_low, a.sentence_around(a_first - at)[0])
        b_to = max(b_low, b.sentence_around(b_first - at)[0])
        if a_to == a_first and b_to == b_first:
            inside = False
            continue
        if not _alike(a, b, (a_to, a_first), (b_to, b_first), inside):
            break
        a_first, b_first, inside = a_to, b_to, False
    return a_first, b_first


def _grown_right(
    a: Text, b: Text, a_end: int, b_end: int, a_high: int, b_high: int
) -> tuple[int, int]:
    """The ends of the passage after growing to, and over, the ends of sentences."""
    inside = True
    while a_end < a_high and b_end < b_high:
        at = 1 if inside else 0
        a_to = min(a_high, a.sentence_around(a_end - at)[1])
        b_to = min(b_high, b.sentence_around(b_end - at)[1])
        if a_to == a_end and b_to == b_end:
            inside = False
            continue
        if not _alike(a, b, (a_end, a_to), (b_end, b_to), inside):
            break
        a_end, b_end, inside = a_to, b_to, False
    return a_end, b_end


def _alike(
    a: Text, b: Text, in_a: tuple[int, int], in_b: tuple[int, int], is_same_sentence: bool
) -> bool:
    """Whether the stretches may stand for each other: the rest of one sentence, or a sentence more."""
    length_a, length_b = in_a[1] - in_a[0], in_b[1] - in_b[0]
    longer = max(length_a, length_b)
    if not min(length_a, length_b) or abs(length_a - length_b) > max(2, 0.4 * longer):
        return False
    if is_same_sentence and longer <= _LONGEST_HEAD:
        return True
    right = set(b.hashes[slice(*in_b)].tolist())
    least = _LEAST_ALIKE_NEIGHBOUR / 2 if is_same_sentence else _LEAST_ALIKE_NEIGHBOUR
    return sum(word in right for word in a.hashes[slice(*in_a)].tolist()) >= least * longer
