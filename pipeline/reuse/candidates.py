"""Which pairs of texts are worth aligning: those that share several runs of five words.

Belongs here: the inverted index of runs of words, and the pairs that it brings up. Does not belong
here: any look at where in the texts the runs stand; that is aligning.

A machine that rewords leaves function words, names and figures, so even heavily spun text keeps a run
of five every few lines, while a pair of unrelated texts rarely shares three. A run that many texts
hold is either a set phrase or a wire story: of those one in sixteen is followed (chosen by its own
hash), and each text is linked to the next few hundred that hold it, so that the work grows with what
is shared and a story in a thousand outlets stays connected.
"""

import numpy as np
import numpy.typing as npt

from pipeline.reuse.words import Hashes, Positions, Words, mixed

RUN_WORDS = 5
LEAST_SHARED_RUNS = 3
_COMMON_AT = 24
_FOLLOW_ONE_IN = np.uint64(16)
_FARTHEST_LINK = 200


def run_hashes(words: Words, length: int) -> tuple[Hashes, Positions, Positions]:
    """Hash, text and first word of every run of `length` words that lies in one text."""
    count = max(0, words.hashes.size - length + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(length):
        hashes = hashes * np.uint64(0x9E3779B97F4A7C15) + words.hashes[offset : offset + count]
    text_of = np.repeat(np.arange(words.first.size - 1), np.diff(words.first))
    within = text_of[:count] == text_of[length - 1 : length - 1 + count]
    return mixed(hashes[within]), text_of[:count][within], np.flatnonzero(within)


def candidate_pairs(
    words: Words, is_new: npt.NDArray[np.bool_] | None = None
) -> list[tuple[int, int]]:
    """Pairs (smaller number first) of texts that share several runs; of old texts none."""
    hashes, texts, _ = run_hashes(words, RUN_WORDS)
    if is_new is not None:
        wanted = np.isin(hashes, hashes[is_new[texts]])
        hashes, texts = hashes[wanted], texts[wanted]
    hashes, texts = _once_a_text(hashes, texts)
    group, size = _groups(hashes)
    followed = (size >= 2) & ((size <= _COMMON_AT) | (hashes % _FOLLOW_ONE_IN == 0))
    group, texts = group[followed], texts[followed]
    keys = _linked(group, texts, words.first.size - 1)
    pairs, shared = np.unique(keys, return_counts=True)
    pairs = pairs[shared >= LEAST_SHARED_RUNS]
    first, second = np.divmod(pairs, words.first.size - 1)
    if is_new is not None:
        wanted = is_new[first] | is_new[second]
        first, second = first[wanted], second[wanted]
    return list(zip(first.tolist(), second.tolist(), strict=True))


def _once_a_text(hashes: Hashes, texts: Positions) -> tuple[Hashes, Positions]:
    """Sorted by hash, then text; a run that a text repeats counts once."""
    order = np.lexsort((texts, hashes))
    hashes, texts = hashes[order], texts[order]
    if not hashes.size:
        return hashes, texts
    new = np.concatenate(([True], (np.diff(texts) != 0) | (hashes[1:] != hashes[:-1])))
    return hashes[new], texts[new]


def _groups(hashes: Hashes) -> tuple[Positions, Positions]:
    """For sorted hashes: the number of the group of equals, and its size, of each."""
    if not hashes.size:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    group = np.concatenate(([0], np.cumsum(hashes[1:] != hashes[:-1])))
    return group, np.bincount(group)[group]


def _linked(group: Positions, texts: Positions, count: int) -> Positions:
    """One key `a * count + b` for each two neighbouring texts a < b of one group."""
    found = [np.zeros(0, np.int64)]
    for step in range(1, min(_FARTHEST_LINK, group.size - 1) + 1):
        same = group[:-step] == group[step:]
        if not same.any():
            break
        found.append(texts[:-step][same] * count + texts[step:][same])
    return np.concatenate(found)
