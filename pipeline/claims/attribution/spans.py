"""Arithmetic of spans: overlap, union, share.

Belongs here: sums over (start, end) pairs. Does not belong here: text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from pipeline.claims.attribution.records import Span


def overlap(first: Span, second: Span) -> int:
    """How many characters the spans share."""
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def shared(spans: Iterable[Span], span: Span) -> int:
    """How many characters of the span the disjoint spans cover."""
    return sum(overlap(each, span) for each in spans)


def contains(outer: Span, inner: Span) -> bool:
    """Whether the outer span holds all of the inner one."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def without(spans: Iterable[Span], cuts: Iterable[Span]) -> tuple[Span, ...]:
    """The spans less what the cuts cover."""
    left = list(spans)
    for cut in cuts:
        left = [
            piece
            for start, end in left
            for piece in ((start, min(end, cut[0])), (max(start, cut[1]), end))
            if piece[0] < piece[1]
        ]
    return tuple(left)


def index_at(starts: Sequence[int], position: int) -> int:
    """The number of the last of the sorted starts that is not behind the position; 0 if none."""
    return max(0, bisect_right(starts, position) - 1)
