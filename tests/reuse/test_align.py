"""Chains of equal runs: the same, block by block, as when all runs are looked at each time."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reuse.align import LEAST_CHAIN_SCORE, LONGEST_GAP, Run, chains_of, equal_runs
from pipeline.reuse.align import seed_index as index_of

TEXTS = st.lists(st.integers(1, 40), max_size=160)


def runs_of(a: list[int], b: list[int]) -> list[Run]:
    return equal_runs(*(index_of(np.array(one, dtype=np.uint64)) for one in (a, b)))


def best_score(runs: list[Run]) -> float:
    """The highest score of a chain, by trying every run before every other."""
    scores: list[float] = []
    for i, j, length in runs:
        best = 0.0
        for score, (ei, ej, before) in zip(scores, runs, strict=False):
            gaps = i - ei - before, j - ej - before
            overlap = -min(*gaps, 0)
            if max(gaps) <= LONGEST_GAP and overlap < min(length, before):
                cost = 0.12 * sum(max(gap, 0) for gap in gaps) / 2
                best = max(best, score - cost - 0.4 * min(abs(gaps[0] - gaps[1]), 8) - overlap)
        scores.append(length + best)
    return max(scores, default=0.0)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Two texts of which the second has parts of the first, in any order, with other words between."""
    a = draw(TEXTS)
    b: list[int] = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(a)))
        b += a[start : start + draw(st.integers(0, 40))] + draw(
            st.lists(st.integers(1, 40), max_size=30)
        )
    return a, b


@settings(deadline=None, max_examples=80)
@given(pairs())
def test_the_first_chain_is_the_best_and_no_word_is_in_two(
    texts: tuple[list[int], list[int]],
) -> None:
    runs = runs_of(*texts)
    chains = chains_of(runs)
    assert bool(chains) == (best_score(runs) >= LEAST_CHAIN_SCORE)
    for side in (0, 1):
        words = [run[side] + n for chain in chains for run in chain for n in range(run[2])]
        assert len(words) == len(set(words))
    for chain in chains:
        assert all(
            texts[0][i + n] == texts[1][j + n] for i, j, length in chain for n in range(length)
        )
        assert chain == sorted(chain)
    if chains:
        # The score counts overlaps as lost words, as trimming them does, and gaps besides.
        assert sum(length for _, _, length in chains[0]) >= best_score(runs) - 1e-9


def test_parts_far_from_each_other_are_chains_of_their_own() -> None:
    first, second = list(range(100, 120)), list(range(200, 230))
    a = first + list(range(1000, 1060)) + second
    b = second + list(range(2000, 2003)) + first
    assert chains_of(runs_of(a, b)) == [[(80, 0, 30)], [(0, 33, 20)]]
