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
_Stretch = tuple[int, int, int, int]  # first word and end in a, first word and end in b

SEED_WORDS = 3
LONGEST_GAP = 18
LEAST_CHAIN_SCORE = 8.0
_REPEATED_SEEDS = 6
_GAP_COST = 0.12
_SHIFT_COST = 0.4
_LARGEST_SHIFT = 8


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
    blocks = _blocks(runs)
    while blocks:
        best = max(blocks, key=lambda block: block.score)
        if best.score < LEAST_CHAIN_SCORE:
            break
        chains.append(best.chain)
        taken = _taken_by(best.chain)
        blocks = [rest for block in blocks for rest in _rests(block, taken)]
    return chains


@dataclass(frozen=True, slots=True)
class _Block:
    """Runs that no chain leaves or enters, with the best chain among them."""

    runs: list[Run]
    chain: list[Run]
    score: float


def _blocks(runs: list[Run]) -> list[_Block]:
    """The runs, cut where the next one is farther away than a chain may reach, but for hopeless ones."""
    blocks: list[list[Run]] = []
    reach = -1
    for run in runs:
        if run[0] > reach:
            blocks.append([])
        blocks[-1].append(run)
        reach = max(reach, run[0] + run[2] + LONGEST_GAP)
    return [
        _Block(block, *_best_chain(block))
        for block in blocks
        if sum(length for _, _, length in block) >= LEAST_CHAIN_SCORE
    ]


def _taken_by(chain: list[Run]) -> _Stretch:
    """The stretch of either text from the first to the last word of a chain."""
    return (
        *(chain[0][0], chain[-1][0] + chain[-1][2]),
        *(min(j for _, j, _ in chain), max(j + length for _, j, length in chain)),
    )


def _rests(block: _Block, taken: _Stretch) -> list[_Block]:
    """What is left of a block once the words of a stretch are taken."""
    first_i, last_i, first_j, last_j = taken
    is_touched = any(
        (i < last_i and i + length > first_i) or (j < last_j and j + length > first_j)
        for i, j, length in block.runs
    )
    return _blocks(_without(block.runs, taken)) if is_touched else [block]


def _best_chain(runs: list[Run]) -> tuple[list[Run], float]:
    """The chain of the highest score; runs are trimmed where neighbours overlap by a word or two."""
    if len(runs) == 1:
        return runs, float(runs[0][2])
    scores: list[float] = []
    before: list[int] = []
    oldest, at, top = 0, 0, -1.0
    longest = max(length for _, _, length in runs)
    for number, (i, j, length) in enumerate(runs):
        while runs[oldest][0] + longest + LONGEST_GAP < i:
            oldest += 1
        best, link = 0.0, -1
        for earlier in range(number - 1, oldest - 1, -1):
            if scores[earlier] <= best:
                continue
            ei, ej, elength = runs[earlier]
            gap_i, gap_j = i - ei - elength, j - ej - elength
            if gap_i > LONGEST_GAP or gap_j > LONGEST_GAP:
                continue
            overlap = -min(gap_i, gap_j)
            if overlap >= length or overlap >= elength:
                continue
            score = scores[earlier] - _cost(gap_i, gap_j, overlap)
            if score > best:
                best, link = score, earlier
        scores.append(length + best)
        before.append(link)
        if length + best > top:
            at, top = number, length + best
    chain: list[Run] = []
    while at >= 0:
        chain.append(runs[at])
        at = before[at]
    return _trimmed(chain[::-1]), top


def _cost(gap_i: int, gap_j: int, overlap: int) -> float:
    """What it costs a chain to go on after a gap in each text; a negative gap is an overlap."""
    shift = _SHIFT_COST * min(abs(gap_i - gap_j), _LARGEST_SHIFT)
    if overlap <= 0:
        return _GAP_COST * (gap_i + gap_j) / 2 + shift
    return _GAP_COST * (max(gap_i, 0) + max(gap_j, 0)) / 2 + (shift + overlap)


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


def _without(runs: list[Run], taken: _Stretch) -> list[Run]:
    """What is left of the runs once the words of a stretch are taken, in either text."""
    first_i, last_i, first_j, last_j = taken
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
