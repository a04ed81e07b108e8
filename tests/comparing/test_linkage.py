"""Average linkage against a slow reference, and what it must never do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.comparing.linkage import average_link, nearness

Pairs = dict[tuple[int, int], float]
APART = float("-inf")


def grouped(size: int, pairs: Pairs, cut: float, owner: list[str] | None = None) -> list[list[int]]:
    """The groups, each as its sorted members."""
    keys = sorted(pairs)
    labels = average_link(
        size,
        np.array([a for a, _ in keys], np.int64),
        np.array([b for _, b in keys], np.int64),
        np.array([pairs[key] for key in keys], float),
        cut,
        owner=owner,
    )
    return sorted([i for i in range(size) if labels[i] == label] for label in set(labels.tolist()))


def reference(size: int, pairs: Pairs, cut: float) -> list[list[int]]:
    """Merge the two most alike groups, all means computed anew each time."""
    groups = [[i] for i in range(size)]

    def mean(a: list[int], b: list[int]) -> float:
        return sum(pairs.get((min(i, j), max(i, j)), 0.0) for i in a for j in b) / len(a) / len(b)

    while True:
        found = [
            (-mean(groups[x], groups[y]), x, y)
            for x in range(len(groups))
            for y in range(x + 1, len(groups))
        ]
        best = min(found, default=(0.0, 0, 0))
        if -best[0] < cut or not found:
            return sorted(groups)
        _, x, y = best
        groups[x] = sorted(groups[x] + groups.pop(y))
        groups.sort()


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, Pairs]:
    size = draw(st.integers(0, 9))
    possible = [(a, b) for a in range(size) for b in range(a + 1, size)]
    chosen = draw(st.lists(st.sampled_from(possible), unique=True)) if possible else []
    # Sixteenths add up without rounding, and unequal ones leave no ties to chance.
    values = draw(st.permutations(range(1, 46)))
    return size, {
        pair: (APART if value % 7 == 0 else value / 64)
        for pair, value in zip(chosen, values, strict=False)
    }


@given(graphs())
def test_groups_are_those_of_the_reference(graph: tuple[int, Pairs]) -> None:
    size, pairs = graph
    assert grouped(size, pairs, 0.2) == reference(size, pairs, 0.2)


@given(graphs())
def test_pairs_kept_apart_never_meet(graph: tuple[int, Pairs]) -> None:
    size, pairs = graph
    for group in grouped(size, pairs, 0.05):
        assert not any(pairs.get((a, b)) == APART for a in group for b in group)


def test_a_chain_of_links_makes_no_blob() -> None:
    chain = {(i, i + 1): 0.9 for i in range(9)}
    assert max(len(group) for group in grouped(10, chain, 0.4)) == 2


def test_items_of_one_owner_need_no_link() -> None:
    # Two documents that each say one thing twice: claims 0, 1 of p and 2, 3 of q.
    pairs = {(a, b): 0.8 for a in (0, 1) for b in (2, 3)}
    assert grouped(4, pairs, 0.5, ["p", "p", "q", "q"]) == [[0, 1, 2, 3]]
    assert grouped(4, pairs, 0.5, ["p", "p2", "q", "q2"]) != [[0, 1, 2, 3]]


@pytest.mark.parametrize(
    ("days", "near"),
    [
        (((0.0, 1.0), (0.5, 2.0)), 1.0),
        (((0.0, 0.0), (1.0, 1.0)), 1.0),
        (((0.0, 0.0), (11.5, 11.5)), 0.5),
        (((21.5, 21.5), (0.0, 0.0)), 0.25),
        (((float("nan"), float("nan")), (0.0, 0.0)), 0.9),
    ],
)
def test_time_between_two(days: tuple[tuple[float, float], ...], near: float) -> None:
    at = (np.array([0]), np.array([1]))
    assert nearness(np.array(days), *at) == pytest.approx([near])


def test_an_affair_that_is_reported_on_lives_on() -> None:
    days = np.array([[float(day)] * 2 for day in (0, 8, 16, 24, 32)])
    pairs = {(a, b): 0.4 for a in range(5) for b in range(a + 1, 5)}
    keys = np.array(sorted(pairs))
    labels = average_link(5, keys[:, 0], keys[:, 1], np.full(len(keys), 0.4), 0.2, days=days)
    assert labels.tolist() == [0] * 5
    far = average_link(2, np.array([0]), np.array([1]), np.array([0.4]), 0.2, days=days[[0, 4]])
    assert far.tolist() == [0, 1]
