"""The words of many texts as arrays of numbers, with where each stands.

Belongs here: cutting text into words and hashing them, for whole batches at a time. Does not belong
here: what the words are compared for.

A word is a run of letters and digits, without case or accents. Its number is a polynomial hash of its
characters modulo 2**64, the same on every machine; two different words share one with a chance of
about 10**-13 in a corpus of a million distinct ones.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]
Interval = tuple[int, int]

BATCH_CHARACTERS = 1_000_000
PLANE = 0x10000
_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2**64


@dataclass(frozen=True, slots=True)
class Intervals:
    """Ascending, disjoint intervals (code points) of many texts in a row.

    Those of text `n` are `first[n]` to `first[n + 1]`.
    """

    starts: Positions
    ends: Positions
    first: Positions

    def of(self, text: int) -> slice:
        """Where the intervals of one text stand in the arrays."""
        return slice(int(self.first[text]), int(self.first[text + 1]))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all texts in a row; those of text `n` are `first[n]` to `first[n + 1]`."""

    hashes: Hashes
    starts: Positions
    ends: Positions
    first: Positions

    def of(self, text: int) -> slice:
        """Where the words of one text stand in the arrays."""
        return slice(int(self.first[text]), int(self.first[text + 1]))


def mixed(values: Hashes) -> Hashes:
    """The finalizer of splitmix64 (Steele, Lea and Flood 2014): spreads every bit over all others."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@lru_cache(maxsize=1)
def _character_table() -> Hashes:
    """A number for each letter and digit of the basic plane; 0 for what separates words."""
    folded = np.zeros(PLANE, dtype=np.uint64)
    for code in range(PLANE):
        character = chr(code)
        if character.isalnum():
            folded[code] = ord(unicodedata.normalize("NFKD", character).lower()[0]) + 1
    numbers: Hashes = mixed(folded * np.uint64(_BASE)) | np.uint64(1)
    numbers[folded == 0] = 0
    return numbers


@lru_cache(maxsize=2)
def _powers(base: int, count: int) -> Hashes:
    """The first `count` powers of the base modulo 2**64."""
    powers = np.full(count, base % 2**64, dtype=np.uint64)
    powers[0] = 1
    products: Hashes = np.cumprod(powers, dtype=np.uint64)
    return products


def words_of(texts: Sequence[str], counted: Intervals | None = None) -> Words:
    """The words of each text that begin inside its counted intervals; all words where none are given."""
    if counted is None:
        sizes = np.fromiter((len(text) for text in texts), dtype=np.int64, count=len(texts))
        counted = Intervals(np.zeros_like(sizes), sizes, np.arange(sizes.size + 1))
    parts = [
        _words_of_batch(texts[a:b], counted.first[a : b + 1], counted) for a, b in _batches(texts)
    ]
    nothing = np.zeros(0, np.int64)
    lengths = np.concatenate([nothing, *(part[3] for part in parts)])
    return Words(
        np.concatenate([np.zeros(0, np.uint64), *(part[0] for part in parts)]),
        np.concatenate([nothing, *(part[1] for part in parts)]),
        np.concatenate([nothing, *(part[2] for part in parts)]),
        np.concatenate(([0], np.cumsum(lengths))),
    )


def _batches(texts: Sequence[str]) -> Iterator[Interval]:
    begin, size = 0, 0
    for number, text in enumerate(texts):
        size += len(text)
        if size >= BATCH_CHARACTERS:
            yield begin, number + 1
            begin, size = number + 1, 0
    if begin < len(texts):
        yield begin, len(texts)


def _words_of_batch(
    texts: Sequence[str], first: Positions, counted: Intervals
) -> tuple[Hashes, Positions, Positions, Positions]:
    joined = "\0".join((*texts, ""))
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    sizes = np.fromiter((len(text) + 1 for text in texts), dtype=np.int64, count=len(texts))
    offsets = np.concatenate(([0], np.cumsum(sizes)))
    values = _character_table().take(codes, mode="clip")  # the plane's last code is no letter
    edges = np.flatnonzero(np.diff(values != 0, prepend=False))
    starts, ends = edges[::2], edges[1::2]
    is_counted = _inside(counted, first, offsets, codes.size)[starts]
    starts, ends = starts[is_counted], ends[is_counted]
    hashes = _hashes(values, starts, ends)
    text_of = np.repeat(np.arange(len(texts)), np.diff(np.searchsorted(starts, offsets)))
    begin = offsets[text_of]
    return hashes, starts - begin, ends - begin, np.bincount(text_of, minlength=len(texts))


def _hashes(values: Hashes, starts: Positions, ends: Positions) -> Hashes:
    """The number of each word: differences of prefix sums, scaled to where the word begins."""
    size = (
        -(-values.size // BATCH_CHARACTERS) * BATCH_CHARACTERS
    )  # few sizes, so that they are kept
    sums = np.zeros(values.size + 1, dtype=np.uint64)
    np.cumsum(values * _powers(_BASE, size)[: values.size], out=sums[1:])
    scale = _powers(pow(_BASE, -1, 2**64), size)[starts]
    return mixed((sums[ends] - sums[starts]) * scale)


def _inside(
    counted: Intervals, first: Positions, offsets: Positions, size: int
) -> npt.NDArray[np.bool_]:
    """Which characters of the joined texts lie in a counted interval of their text."""
    chosen = slice(int(first[0]), int(first[-1]))
    shift = np.repeat(offsets[:-1], np.diff(first))
    change = np.zeros(size + 1, dtype=np.int8)
    change[np.minimum(counted.starts[chosen] + shift, size)] += 1
    change[np.minimum(counted.ends[chosen] + shift, size)] -= 1
    return np.cumsum(change, dtype=np.int8)[:size] > 0
