"""Where two texts run in parallel: chains of equal runs of words, in the same order in both.

Belongs here: the alignment of two arrays of words. Does not belong here: what counts as copying, and
anything that knows of characters or sentences.

Seed, chain and extend, as genome aligners do (Altschul et al. 1990; Abouelhoda and Ohlebusch 2005 for
chaining with gap costs): equal runs of three words are seeds; seeds on one diagonal grow into maximal
runs; runs that follow each other closely in both texts are chained by dynamic programming; chains are
taken best first, each word used once, so that passages which swapped places come out as two chains.
"""

from dataclasses import dataclass

import numpy as np

from pipeline.reuse.words import Hashes, Positions, mixed

Run = tuple[int, int, int]  # first word in a, first word in b, how many words

SEED_WORDS = 3
LONGEST_GAP = 18
LEAST_CHAIN_SCORE = 8.0
_REPEATED_SEEDS = 6
_GAP_COST = 0.12
_SHIFT_COST = 0.4


@dataclass(frozen=True, slots=True)
class SeedIndex:
    """The runs of three words of one text, sorted by hash, for looking up those of another."""

    words: Hashes
    seeds: Hashes
    sorted_seeds: Hashes
    order: Positions


def seed_index(words: Hashes) -> SeedIndex:
    """Index the runs of three words of one text."""
    count = max(0, words.size - SEED_WORDS + 1)
    seeds = np.zeros(count, dtype=np.uint64)
    for offset in range(SEED_WORDS):
        seeds = seeds * np.uint64(0x9E3779B97F4A7C15) + words[offset : offset + count]
    seeds = mixed(seeds)
    order = np.argsort(seeds, kind="stable")
    return SeedIndex(words, seeds, seeds[order], order)


def equal_runs(a: SeedIndex, b: SeedIndex) -> list[Run]:
    """All maximal runs of at least three equal words, by place in `a`; set phrases are left out."""
    low = np.searchsorted(b.sorted_seeds, a.sorted_seeds)  # sorted needles stay in the cache
    is_held = b.sorted_seeds.take(low, mode="clip") == a.sorted_seeds if b.seeds.size else low < 0
    low, held = low[is_held], a.sorted_seeds[is_held]
    found = np.searchsorted(b.sorted_seeds, held, side="right") - low
    found[found > _REPEATED_SEEDS] = 0
    total = int(found.sum())
    if not total:
        return []
    i = np.repeat(a.order[is_held], found)
    skipped = np.repeat(np.cumsum(found) - found, found)
    j = b.order[np.repeat(low, found) + np.arange(total) - skipped]
    order = np.lexsort((i, j - i))
    i, j = i[order], j[order]
    broken = (np.diff(i) != 1) | (np.diff(j - i) != 0)
    begins = np.flatnonzero(np.concatenate(([True], broken)))
    lengths = np.diff(np.append(begins, total)) + SEED_WORDS - 1
    runs = zip(i[begins].tolist(), j[begins].tolist(), lengths.tolist(), strict=True)
    return sorted(runs)


def chains_of(runs: list[Run]) -> list[list[Run]]:
    """Chains of runs, best first; every word of either text is in at most one chain."""
    chains = []
    while runs:
        chain, score = _best_chain(runs)
        if score < LEAST_CHAIN_SCORE:
            break
        chains.append(chain)
        runs = _without(runs, chain)
    return chains


def _best_chain(runs: list[Run]) -> tuple[list[Run], float]:
    """The chain of the highest score; runs are trimmed where neighbours overlap by a word or two."""
    scores: list[float] = []
    before: list[int] = []
    oldest = 0
    longest = max(length for _, _, length in runs)
    for number, (i, j, length) in enumerate(runs):
        while runs[oldest][0] + longest + LONGEST_GAP < i:
            oldest += 1
        best, link = 0.0, -1
        for earlier in range(number - 1, oldest - 1, -1):
            ei, ej, elength = runs[earlier]
            gap_i, gap_j = i - ei - elength, j - ej - elength
            overlap = -min(gap_i, gap_j, 0)
            if gap_i > LONGEST_GAP or gap_j > LONGEST_GAP or overlap >= min(length, elength):
                continue
            cost = _GAP_COST * (max(gap_i, 0) + max(gap_j, 0)) / 2
            cost += _SHIFT_COST * min(abs(gap_i - gap_j), 8) + overlap
            if scores[earlier] - cost > best:
                best, link = scores[earlier] - cost, earlier
        scores.append(length + best)
        before.append(link)
    at = max(range(len(runs)), key=lambda number: (scores[number], -number))
    score = scores[at]
    chain: list[Run] = []
    while at >= 0:
        chain.append(runs[at])
        at = before[at]
    return _trimmed(chain[::-1]), score


def _trimmed(chain: list[Run]) -> list[Run]:
    """The runs of a chain without what they share with the run before."""
    trimmed: list[Run] = []
    end_i = end_j = 0
    for i, j, length in chain:
        cut = max(0, end_i - i, end_j - j)
        if cut < length:
            trimmed.append((i + cut, j + cut, length - cut))
            end_i, end_j = i + length, j + length
    return trimmed


def _without(runs: list[Run], chain: list[Run]) -> list[Run]:
    """What is left of the runs once the chain's words are taken, in either text."""
    first_i, last_i = chain[0][0], chain[-1][0] + chain[-1][2]
    first_j = min(j for _, j, _ in chain)
    last_j = max(j + length for _, j, length in chain)
    left = []
    for run in runs:
        start, length = 0, run[2]
        i, j = run[0], run[1]
        if i < last_i and i + length > first_i:
            start, length = _longer_rest(i, length, first_i, last_i)
        if length - start >= SEED_WORDS and j + start < last_j and j + length > first_j:
            begin, end = _longer_rest(j + start, length - start, first_j, last_j)
            start, length = start + begin, start + end
        if length - start >= SEED_WORDS:
            left.append((i + start, j + start, length - start))
    return sorted(left)


def _longer_rest(begin: int, length: int, taken_from: int, taken_to: int) -> tuple[int, int]:
    """The part of a run (as offsets into it) before or after a taken stretch, the longer one."""
    before, after = max(0, taken_from - begin), max(0, begin + length - taken_to)
    return (0, before) if before >= after else (length - after, length)
