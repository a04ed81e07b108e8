"""Average-link clustering over a sparse graph of similarities.

Belongs here: merging. Does not belong here: what is similar.

Group average linkage (Sokal and Michener 1958): two groups are as similar as their members are on
average, a pair that the graph does not hold counting as 0; the most similar two are merged until none
reaches the cut. No chain of weak links can make a blob, and the result does not depend on the order
of members but for exact ties, which go to the group with the first members.
"""

import heapq

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_FREE_DAYS = 1.5  # the same event is reported today and tomorrow
_HALF_LIFE_DAYS = 10.0
_UNKNOWN_GAP = 0.8  # as if about five days apart


def nearness(days: Floats, first: Integers, second: Integers) -> Floats:
    """How near in time each pair is, 0..1; halved for every ten days between end and start.

    `days` holds the earliest and the latest day of each item, NaN where not known.
    """
    gap = np.maximum(days[first, 0] - days[second, 1], days[second, 0] - days[first, 1])
    near: Floats = 0.5 ** (np.maximum(0.0, gap - _FREE_DAYS) / _HALF_LIFE_DAYS)
    return np.where(np.isnan(gap), _UNKNOWN_GAP, near)


def average_link(
    days: Floats, first: Integers, second: Integers, similarity: Floats, cut: float
) -> Integers:
    """The group of each item, as the number of the group's first item.

    `days` is as for `nearness`: groups that lie apart in time are less similar. A group spans the
    time of its members, so that an affair may go on for weeks while it is reported.
    """
    size = days.shape[0]
    start, end = days[:, 0].tolist(), days[:, 1].tolist()
    links: list[dict[int, float]] = [{} for _ in range(size)]
    for a, b, value in zip(first.tolist(), second.tolist(), similarity.tolist(), strict=True):
        links[a][b] = value
        links[b][a] = value
    members = [1] * size
    alive = [True] * size
    parent = list(range(size))

    def between(a: int, b: int) -> float:
        return links[a][b] / (members[a] * members[b]) * _nearness(start[a], end[a], start[b], end[b])

    heap = [(-between(a, b), a, b) for a in range(size) for b in links[a] if a < b]
    heap = [entry for entry in heap if -entry[0] >= cut]
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if not (alive[a] and alive[b]) or -value != between(a, b):
            continue
        alive[b] = False
        parent[b] = a
        for other, total in links[b].items():
            del links[other][b]
            if other != a:
                links[a][other] = links[other][a] = links[a].get(other, 0.0) + total
        links[b] = {}
        members[a] += members[b]
        start[a], end[a] = _span(start[a], end[a], start[b], end[b])
        for other in links[a]:
            found = between(*sorted((a, other)))
            if found >= cut:
                heapq.heappush(heap, (-found, min(a, other), max(a, other)))
    for item in range(size):
        parent[item] = parent[parent[item]]
    return np.array(parent, dtype=np.int64)


def _nearness(start_a: float, end_a: float, start_b: float, end_b: float) -> float:
    gap = max(start_a - end_b, start_b - end_a)
    if gap != gap:
        return _UNKNOWN_GAP
    return float(0.5 ** (max(0.0, gap - _FREE_DAYS) / _HALF_LIFE_DAYS))


def _span(start_a: float, end_a: float, start_b: float, end_b: float) -> tuple[float, float]:
    if start_a != start_a:
        return start_b, end_b
    if start_b != start_b:
        return start_a, end_a
    return min(start_a, start_b), max(end_a, end_b)
