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

BATCH_CHARACTERS = 2_000_000
_PLANE = 0x10000
_LONGEST_HASHED = 64
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


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
    folded = np.zeros(_PLANE, dtype=np.uint64)
    for code in range(_PLANE):
        character = chr(code)
        if character.isalnum():
            folded[code] = ord(unicodedata.normalize("NFKD", character).lower()[0]) + 1
    numbers: Hashes = mixed(folded * _GOLDEN) | np.uint64(1)
    numbers[folded == 0] = 0
    return numbers


@lru_cache(maxsize=1)
def _powers() -> Hashes:
    return np.cumprod(np.full(_LONGEST_HASHED, _GOLDEN | np.uint64(1), dtype=np.uint64))


def words_of(texts: Sequence[str], counted: Sequence[Sequence[Interval]]) -> Words:
    """The words of each text that lie inside its counted intervals (code points, ascending)."""
    parts = [_words_of_batch(texts[a:b], counted[a:b]) for a, b in _batches(texts)]
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
    texts: Sequence[str], counted: Sequence[Sequence[Interval]]
) -> tuple[Hashes, Positions, Positions, Positions]:
    codes = np.frombuffer("\0".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    sizes = np.fromiter((len(text) + 1 for text in texts), dtype=np.int64, count=len(texts))
    offsets = np.concatenate(([0], np.cumsum(sizes)))
    values = _character_table()[np.where(codes < _PLANE, codes, 0)]
    values[~_inside(counted, offsets[:-1], codes.size)] = 0
    at = np.flatnonzero(values)
    if not at.size:
        nothing = np.zeros(0, np.int64)
        return np.zeros(0, np.uint64), nothing, nothing, np.zeros(len(texts), np.int64)
    begins = np.flatnonzero(np.concatenate(([True], np.diff(at) > 1)))
    lengths = np.diff(np.append(begins, at.size))
    place = np.minimum(np.arange(at.size) - np.repeat(begins, lengths), _LONGEST_HASHED - 1)
    hashes = mixed(np.add.reduceat(values[at] * _powers()[place], begins))
    starts = at[begins]
    text_of = np.searchsorted(offsets, starts, side="right") - 1
    starts = starts - offsets[text_of]
    return hashes, starts, starts + lengths, np.bincount(text_of, minlength=len(texts))


def _inside(
    counted: Sequence[Sequence[Interval]], offsets: Positions, size: int
) -> npt.NDArray[np.bool_]:
    """Which characters of the joined texts lie in a counted interval of their text."""
    flat = np.array(
        [
            (s + o, e + o)
            for o, spans in zip(offsets.tolist(), counted, strict=True)
            for s, e in spans
        ],
        dtype=np.int64,
    ).reshape(-1, 2)
    change = np.zeros(size + 1, dtype=np.int32)
    np.add.at(change, np.minimum(flat[:, 0], size), 1)
    np.add.at(change, np.minimum(flat[:, 1], size), -1)
    return np.cumsum(change)[:size] > 0


def hashes_of(words: Sequence[str]) -> Hashes:
    """The numbers of single words, as they would stand in a text."""
    found = words_of([" ".join(words)], [[(0, sum(len(word) + 1 for word in words))]])
    return found.hashes
