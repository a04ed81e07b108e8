"""All pairs of sparse vectors whose cosine reaches a cut, without comparing all pairs.

Belongs here: the join. Does not belong here: what the vectors are made of.

Prefix filtering (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007; the length bounds of
Anastasiu and Karypis 2014): order the columns from rare to common and cut each row of length 1 where
what follows is shorter than the cut. Two rows that reach the cut share a column before both cuts,
so that only the short lists of rare columns are ever joined. What the lists give of a pair bounds its
cosine from above, and only pairs whose bound reaches the cut are computed in full. The result is
exact, and whether it holds a pair depends on the two rows alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sparse

from pipeline.comparing.vectors import Matrix, row_products

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]

_BANDS = 40  # more make bounds tighter, and cost more slicing
_PRODUCTS_A_BAND = (500_000, 4_000_000)  # at least, at most: the last bounds memory at 100 MB
_SLACK = 1e-4  # bounds are computed in single precision


@dataclass(frozen=True, slots=True)
class _Prefixes:
    """Rows cut where the rest is shorter than the cut, sorted by the place of that cut.

    `rest` is the length of what was cut off, `place_of` the place of each column from rare to common,
    `rows` the original number of each row.
    """

    matrix: Matrix
    whole: Matrix
    rest: Floats
    ends: Integers
    place_of: Integers
    rows: Integers


def cosine_join(vectors: Matrix, cut: float, is_new: Booleans) -> tuple[Integers, Integers, Floats]:
    """Pairs (smaller row first) of rows of length 1 whose dot product reaches the cut, and it.

    Only pairs of which at least one row is new are found. They come in ascending order.
    """
    prefixes = _prefixes(vectors, cut)
    new = is_new[prefixes.rows]
    found = []
    for a, b in _possible_pairs(prefixes, cut, new):
        a, b = prefixes.rows[a], prefixes.rows[b]
        similarity = row_products(vectors, vectors, a, b)
        reached = similarity >= cut
        a, b = a[reached], b[reached]
        found.append((np.minimum(a, b), np.maximum(a, b), similarity[reached]))
    nothing = (np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    first, second, similarities = (
        np.concatenate(parts) for parts in zip(nothing, *found, strict=True)
    )
    order = np.lexsort((second, first))
    return first[order], second[order], similarities[order]


def _prefixes(vectors: Matrix, cut: float) -> _Prefixes:
    frequency = np.bincount(vectors.indices, minlength=vectors.shape[1])
    place_of = np.empty(vectors.shape[1], np.int64)
    place_of[np.argsort(frequency, kind="stable")] = np.arange(vectors.shape[1])
    rows = np.repeat(np.arange(vectors.shape[0]), np.diff(vectors.indptr))
    order = np.lexsort((place_of[vectors.indices], rows))
    squares = np.concatenate(([0.0], np.cumsum(vectors.data[order] ** 2)))
    left = squares[vectors.indptr[1:]][rows] - squares[:-1]  # from this place on, of length 1
    kept = left >= cut * cut - 1e-9
    kept_at = order[kept]
    ends = np.full(vectors.shape[0], -1, np.int64)
    np.maximum.at(ends, rows[kept], place_of[vectors.indices[kept_at]])
    rest = np.zeros(vectors.shape[0])
    np.add.at(rest, rows[~kept], vectors.data[order[~kept]] ** 2)
    by_end = np.argsort(ends, kind="stable")
    by_end = by_end[ends[by_end] >= 0]
    values = vectors.data[kept_at].astype(np.float32)
    matrix = sparse.csr_array((values, (rows[kept], vectors.indices[kept_at])), vectors.shape)
    return _Prefixes(
        matrix[by_end],
        vectors[by_end],
        np.sqrt(rest[by_end]),
        ends[by_end],
        place_of,
        by_end,
    )


def _possible_pairs(
    prefixes: _Prefixes, cut: float, new: Booleans
) -> Iterator[tuple[Integers, Integers]]:
    """Pairs of places in the prefixes whose bound reaches the cut, each pair once.

    Rows are taken in bands of neighbours by where they end; each band is joined with itself and with
    all later bands. What the lists of prefixes do not show of such a pair lies behind the first end
    in the band.
    """
    for start, stop in _bands(prefixes, new):
        right = sparse.csr_array(prefixes.matrix[start:].T)
        behind = _length_behind(prefixes, int(prefixes.ends[start]), start)
        of_band = np.arange(start, stop)
        later_new = new[start:].copy()
        later_new[: stop - start] = False
        for chosen, partners in ((new[start:stop], None), (~new[start:stop], later_new)):
            left = of_band[chosen]
            if not left.size or (partners is not None and not partners.any()):
                continue
            products = (prefixes.matrix[left] @ right).tocoo()
            a, b = left[products.row], products.col.astype(np.int64)
            bound = products.data + np.maximum(
                prefixes.rest[a] * behind[b], prefixes.rest[b + start] * behind[a - start]
            )
            wanted = bound >= cut - _SLACK
            if partners is None:
                wanted &= (a < b + start) | ((b + start < stop) & ~new[b + start])
            else:
                wanted &= partners[b]
            yield a[wanted], b[wanted] + start


def _bands(prefixes: _Prefixes, new: Booleans) -> Iterator[tuple[int, int]]:
    """Parts of about equal cost of joining their new rows."""
    lists = np.bincount(prefixes.matrix.indices, minlength=prefixes.matrix.shape[1])
    steps = np.concatenate(([0], np.cumsum(lists[prefixes.matrix.indices])))
    cost = np.cumsum(np.diff(steps[prefixes.matrix.indptr]) * new)
    least, most = _PRODUCTS_A_BAND
    bands = cost // min(max(int(cost[-1]) // _BANDS, least), most) if cost.size else cost
    starts = np.concatenate(([0], np.flatnonzero(np.diff(bands)) + 1, [bands.size]))
    for start, stop in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        if stop > start:
            yield start, stop


def _length_behind(prefixes: _Prefixes, place: int, start: int) -> Floats:
    """Of each row from `start` on, the length of what stands behind a place."""
    whole = prefixes.whole[start:]
    rows = np.repeat(np.arange(whole.shape[0]), np.diff(whole.indptr))
    behind = prefixes.place_of[whole.indices] > place
    squares = np.bincount(rows[behind], whole.data[behind] ** 2, minlength=whole.shape[0])
    return np.sqrt(squares)
