"""Average-link clustering over a sparse graph of similarities.

Belongs here: merging. Does not belong here: what is similar.

Group average linkage (Sokal and Michener 1958): two groups are as similar as their members are on
average, a pair that the graph does not hold counting as 0; the most similar two are merged until none
reaches the cut. No chain of weak links can make a blob, and the result does not depend on the order
of members but for exact ties, which go to the group with the first members.
"""

import heapq
import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_FREE_DAYS = 1.5  # the same event is reported today and tomorrow
_HALF_LIFE_DAYS = 10.0
_UNKNOWN_GAP = 0.9  # as if about three days apart


def nearness(days: Floats, first: Integers, second: Integers) -> Floats:
    """How near in time each pair is, 0..1; halved for every ten days between end and start.

    `days` holds the earliest and the latest day of each item, NaN where not known.
    """
    gap = np.maximum(days[first, 0] - days[second, 1], days[second, 0] - days[first, 1])
    near: Floats = 0.5 ** (np.maximum(0.0, gap - _FREE_DAYS) / _HALF_LIFE_DAYS)
    return np.where(np.isnan(gap), _UNKNOWN_GAP, near)


def average_link(
    size: int,
    first: Integers,
    second: Integers,
    similarity: Floats,
    cut: float,
    *,
    days: Floats | None = None,
    owner: Sequence[str] | None = None,
) -> Integers:
    """The group of each of `size` items, as the number of the group's first item.

    Pairs stand once in `first`, `second`; a similarity of minus infinity keeps two apart for good.
    `days` is as for `nearness`: groups that lie apart in time are less similar. A group spans the
    time of its members, so that an affair may go on for weeks while it is reported. Two items of one
    `owner` are not linked, and do not count.
    """
    # Most items have no link at all, and stay alone; only the others are looked at, in their order.
    linked, ends = np.unique(np.concatenate([first, second]), return_inverse=True)
    groups = _Groups(
        linked.size,
        None if days is None else days[linked],
        None if owner is None else [owner[item] for item in linked.tolist()],
    )
    pairs = ends.reshape(2, -1).tolist()
    for a, b, value in zip(*pairs, similarity.tolist(), strict=True):
        groups.links[a][b] = groups.links[b][a] = value
    labels = np.arange(size, dtype=np.int64)
    labels[linked] = linked[_merged(groups, cut)]
    return labels


def _merged(groups: "_Groups", cut: float) -> Integers:
    """Merge the most similar groups until none reaches the cut; the first item of each one's group."""
    heap = [
        (-groups.similarity(a, b), a, b)
        for a, others in enumerate(groups.links)
        for b in others
        if a < b
    ]
    heap = [entry for entry in heap if -entry[0] >= cut]
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if groups.parent[b] != b or groups.parent[a] != a or -value != groups.similarity(a, b):
            continue
        groups.merge(a, b)
        for other in groups.links[a]:
            low, high = min(a, other), max(a, other)
            found = groups.similarity(low, high)
            if found >= cut:
                heapq.heappush(heap, (-found, low, high))
    return groups.labels()


class _Groups:
    """The groups so far, each known by its first item, with the sums of similarities between them."""

    def __init__(self, size: int, days: Floats | None, owner: Sequence[str] | None) -> None:
        self.links: list[dict[int, float]] = [{} for _ in range(size)]
        self.parent = list(range(size))
        self._members = [1] * size
        self._span = None if days is None else [(start, end) for start, end in days.tolist()]
        self._owners = None if owner is None else [Counter([name]) for name in owner]

    def similarity(self, a: int, b: int) -> float:
        mean = self.links[a][b] / self._comparable(a, b)
        return mean if self._span is None else mean * _nearness(*self._span[a], *self._span[b])

    def merge(self, a: int, b: int) -> None:
        """Put the members of `b` to those of `a`."""
        self.parent[b] = a
        links = self.links[a]
        for other, total in self.links[b].items():
            del self.links[other][b]
            if other != a:
                links[other] = self.links[other][a] = links.get(other, 0.0) + total
        self.links[b] = {}
        self._members[a] += self._members[b]
        if self._span is not None:
            self._span[a] = _union(*self._span[a], *self._span[b])
        if self._owners is not None:
            self._owners[a] += self._owners[b]

    def labels(self) -> Integers:
        for item in range(len(self.parent)):
            self.parent[item] = self.parent[self.parent[item]]
        return np.array(self.parent, dtype=np.int64)

    def _comparable(self, a: int, b: int) -> int:
        """How many pairs there are between two groups that might be linked."""
        pairs = self._members[a] * self._members[b]
        if self._owners is None:
            return pairs
        few, many = sorted((self._owners[a], self._owners[b]), key=len)
        return max(
            1, pairs - sum(count * many[name] for name, count in few.items() if name in many)
        )


def _nearness(start_a: float, end_a: float, start_b: float, end_b: float) -> float:
    gap = max(start_a - end_b, start_b - end_a)
    if math.isnan(gap):
        return _UNKNOWN_GAP
    return float(0.5 ** (max(0.0, gap - _FREE_DAYS) / _HALF_LIFE_DAYS))


def _union(start_a: float, end_a: float, start_b: float, end_b: float) -> tuple[float, float]:
    if math.isnan(start_a):
        return start_b, end_b
    if math.isnan(start_b):
        return start_a, end_a
    return min(start_a, start_b), max(end_a, end_b)
