"""The words of two texts side by side: which has a partner in the other, and what is left over.

Belongs here: soft alignment of batches of pairs of texts and the figures that follow from it. Does
not belong here: any verdict.

The alignment follows Sultan, Bethard and Sumner (2014) in spirit: words are partners when they are
the same, related in the lexicon, or near in the space of vectors; what has no partner says how the
texts differ. All figures are symmetric: the first side is always the one that says less.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.comparing.lexicon import Tie, ties, vector_of, word_number
from pipeline.comparing.words import Kind, Words, read_words

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

PAIRS_AT_ONCE = 1024
KIND_WEIGHTS = np.array([0.6, 1.0, 0.9, 0.6, 1.2, 1.0, 1.0, 0.7], dtype=np.float32)  # by Kind
TIE_SIMILARITY = np.array([0, 0.92, 0.9, 0.8, 0.75, 0.0, 0.0], dtype=np.float32)  # by Tie
NAMES_ALIKE = 0.9  # 'Canadian' and 'American' are near each other, and name two things
PARTNERS = 0.58  # from this similarity on two words are partners
SIGNS = ("negations", "denials", "hedges", "plans", "absences")
LEFT_OVER = (Kind.NAME, Kind.NUMBER, Kind.YEAR, Kind.TIME, Kind.NOUN, Kind.VERB, Kind.MODIFIER)


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts as padded arrays: texts x words (x dimensions)."""

    vectors: Floats
    norms: Floats
    weights: Floats
    kinds: Ints
    numbers: Ints
    lemmas: Ints
    values: Floats
    runs: Ints
    negated: Bools
    present: Bools
    predicate: Ints
    signs: Floats
    questions: Bools


def batch_of(texts: Sequence[Words]) -> Batch:
    """Pad the texts to the longest of them."""
    sizes = np.array([len(t.lemmas) for t in texts], dtype=np.int64)
    present = np.arange(max(1, sizes.max(initial=0))) < sizes[:, None]
    shape = present.shape
    codes: dict[str, int] = {}
    at = np.array(
        [codes.setdefault(lemma, len(codes)) for text in texts for lemma in text.lemmas],
        dtype=np.int64,
    )
    known = [vector_of(lemma) for lemma in codes]
    dimensions = len(vector_of("a")[0])
    table = np.array([vector for vector, _ in known], dtype=np.float32).reshape(-1, dimensions)
    vectors = np.zeros((*shape, dimensions), dtype=np.float32)
    weights, values = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    kinds, runs = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    numbers, lemmas = np.full(shape, -1, np.int64), np.zeros(shape, np.int64)
    negated = np.zeros(shape, bool)
    # True places of a mask are in the order of rows, as the words are.
    vectors[present] = table[at]
    weights[present] = np.array([weight for _, weight in known], dtype=np.float32)[at]
    numbers[present] = np.array([word_number(lemma) for lemma in codes], dtype=np.int64)[at]
    lemmas[present] = at + 1
    for padded, name in (
        (kinds, "kinds"),
        (values, "values"),
        (runs, "runs"),
        (negated, "negated"),
    ):
        padded[present] = [value for text in texts for value in getattr(text, name)]
    weights *= KIND_WEIGHTS[kinds] * present
    norms = np.zeros(shape, np.float32)
    norms[present] = np.sqrt((table * table).sum(1))[at]
    return Batch(
        vectors,
        norms,
        weights,
        kinds,
        numbers,
        lemmas,
        values,
        runs,
        negated,
        present,
        np.array([t.predicate for t in texts]),
        np.array([[getattr(t, name) for name in SIGNS] for t in texts], np.float32),
        np.array([t.is_question for t in texts]),
    )


def take(batch: Batch, rows: Ints) -> Batch:
    """The texts of these rows."""
    return Batch(*(getattr(batch, name)[rows] for name in Batch.__slots__))


def similarities(a: Batch, b: Batch) -> Floats:
    """How near each word of each first text is to each word of the second: pairs x words x words."""
    near = np.matmul(a.vectors, b.vectors.transpose(0, 2, 1))
    near /= np.maximum(a.norms[:, :, None] * b.norms[:, None, :], 1.0)
    same = a.lemmas[:, :, None] == b.lemmas[:, None, :]
    counted_a, counted_b = _counted(a)[:, :, None], _counted(b)[:, None, :]
    value_a, value_b = a.values[:, :, None], b.values[:, None, :]
    gap = np.abs(value_a - value_b) / np.maximum(np.maximum(value_a, value_b), 1)
    by_value = np.where(gap < 0.005, 1.0, np.where((gap < 0.05) & (value_a >= 100), 0.7, 0.0))
    is_year = (a.kinds[:, :, None] == Kind.YEAR) | (b.kinds[:, None, :] == Kind.YEAR)
    by_value = np.where(is_year & (gap > 0), 0.0, by_value)
    times = (a.kinds[:, :, None] == Kind.TIME) | (b.kinds[:, None, :] == Kind.TIME)
    near = np.where(counted_a & counted_b, by_value, np.where(counted_a | counted_b, 0.0, near))
    names = (a.kinds[:, :, None] == Kind.NAME) & (b.kinds[:, None, :] == Kind.NAME)
    near = np.where(times | (names & (near < NAMES_ALIKE)), np.minimum(near, 0.3), near)
    near = np.where(same, 1.0, near)
    near = _with_lexicon(near, a, b)
    near *= a.present[:, :, None] & b.present[:, None, :]
    return np.clip(near, 0.0, 1.0).astype(np.float32)


def _counted(batch: Batch) -> Bools:
    result: Bools = (batch.kinds == Kind.NUMBER) | (batch.kinds == Kind.YEAR)
    return result


def _with_lexicon(near: Floats, a: Batch, b: Batch) -> Floats:
    """Related words that the vectors do not see as near are brought near; opposites are parted."""
    loose_a = a.present & (near.max(2) < 0.9)
    loose_b = b.present & (near.max(1) < 0.9)
    both = np.nonzero(
        loose_a[:, :, None]
        & loose_b[:, None, :]
        & (a.numbers[:, :, None] >= 0)
        & (b.numbers[:, None, :] >= 0)
    )
    found = ties(a.numbers[both[0], both[1]], b.numbers[both[0], both[2]])
    two_names = (a.kinds[both[0], both[1]] == Kind.NAME) & (b.kinds[both[0], both[2]] == Kind.NAME)
    found = np.where(two_names & (found > Tie.FAMILY) & (found < Tie.OPPOSITE), Tie.NONE, found)
    raised = np.maximum(near[both], TIE_SIMILARITY[found])
    near[both] = np.where(found == Tie.OPPOSITE, 0.3, raised)
    return near


FEATURES: tuple[str, ...] = (
    "covered_short",
    "covered_long",
    "cosine",
    "same_lemmas",
    "same_short",
    "pairs_of_words",
    "size_short",
    "size_long",
    "size_ratio",
    *(f"left_short_{kind.name.lower()}" for kind in LEFT_OVER),
    *(f"left_long_{kind.name.lower()}" for kind in LEFT_OVER),
    *(f"swapped_{kind.name.lower()}" for kind in LEFT_OVER),
    "opposites",
    "opposites_far",
    "sisters",
    "sisters_in_place",
    "broader",
    "narrower",
    "negated_apart",
    "negated_apart_long",
    "negated_held_short",
    "negated_held_long",
    "negated_verb_apart",
    *(f"{name}_short" for name in SIGNS),
    *(f"{name}_long" for name in SIGNS),
    *(f"{name}_apart" for name in SIGNS),
    "question_short",
    "question_long",
    "question_apart",
    "inversions",
    "first_covered",
    "last_covered",
    "predicate_covered",
    "predicate_apart",
    "names_shared",
    "numbers_shared",
    "numbers_clash",
    "years_clash",
    "names_clash",
    "action_covered",
    "hardest_short",
    "second_hardest_short",
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Pairs of texts compared: the figures of FEATURES (pairs x features), which do not depend on the
    order of a pair, and whether the first text is the one that says less.
    """

    figures: Floats
    first_is_short: Bools

    def figure(self, name: str) -> Floats:
        """One figure of all pairs."""
        column: Floats = self.figures[:, FEATURES.index(name)]
        return column


def compare_texts(pairs: Sequence[tuple[str, str]]) -> Comparison:
    """Compare each pair of texts."""
    distinct = sorted({text for pair in pairs for text in pair})
    words = [read_words(text) for text in distinct]
    number = {text: i for i, text in enumerate(distinct)}
    lengths = np.array([len(w.lemmas) for w in words])
    rows_a = np.array([number[a] for a, _ in pairs], dtype=np.int64)
    rows_b = np.array([number[b] for _, b in pairs], dtype=np.int64)
    figures = np.zeros((len(pairs), len(FEATURES)), dtype=np.float32)
    first_is_short = np.zeros(len(pairs), dtype=bool)
    # Pairs of like length stand together, so that batches hold little padding.
    order = np.lexsort((rows_b, rows_a, np.maximum(lengths[rows_a], lengths[rows_b])))
    for start in range(0, len(order), PAIRS_AT_ONCE):
        at = order[start : start + PAIRS_AT_ONCE]
        used, back = np.unique(np.concatenate([rows_a[at], rows_b[at]]), return_inverse=True)
        batch = batch_of([words[i] for i in used])
        one, other = back[: len(at)], back[len(at) :]
        flip = _says_more(batch, one, other)
        first_is_short[at] = ~flip
        figures[at] = _figures(
            take(batch, np.where(flip, other, one)), take(batch, np.where(flip, one, other))
        )
    return Comparison(figures, first_is_short)


def _says_more(batch: Batch, one: Ints, other: Ints) -> Bools:
    """Whether the first text carries more; of two that carry as much, one is chosen by the text."""
    total = np.round(batch.weights.sum(1), 3)
    result: Bools = (total[one] > total[other]) | ((total[one] == total[other]) & (one > other))
    return result


def _figures(short: Batch, long: Batch) -> Floats:
    near = similarities(short, long)
    best_s, best_l = near.max(2), near.max(1)
    to_long, to_short = near.argmax(2), near.argmax(1)
    held_s = (best_s >= PARTNERS) & short.present
    held_l = (best_l >= PARTNERS) & long.present
    best_s = _excuse_names(best_s, held_s & (best_s > 0.99), short)
    best_l = _excuse_names(best_l, held_l & (best_l > 0.99), long)
    loose_s = short.present & (best_s < PARTNERS)
    loose_l = long.present & (best_l < PARTNERS)
    columns: list[npt.NDArray[Any]] = []
    sum_s, sum_l = short.weights.sum(1) + 1e-6, long.weights.sum(1) + 1e-6
    columns.append((short.weights * best_s).sum(1) / sum_s)
    columns.append((long.weights * best_l).sum(1) / sum_l)
    columns.append(_cosine(short, long))
    exact_s = (short.weights * (best_s > 0.99)).sum(1)
    exact_l = (long.weights * (best_l > 0.99)).sum(1)
    columns += [(exact_s + exact_l) / (sum_s + sum_l), exact_s / sum_s]
    columns.append(_neighbours_kept(best_s, to_long, short.present.sum(1)))
    columns += [np.log1p(sum_s), np.log1p(sum_l), sum_s / sum_l]
    columns += [(short.weights * loose_s * (short.kinds == k)).sum(1) for k in LEFT_OVER]
    columns += [(long.weights * loose_l * (long.kinds == k)).sum(1) for k in LEFT_OVER]
    in_place, place = _in_place(loose_s, loose_l, held_s, to_long)
    kind_of_place = np.take_along_axis(long.kinds, place, 1)
    for kind in LEFT_OVER:
        columns.append((in_place & (short.kinds == kind) & (kind_of_place == kind)).sum(1))
    columns += _ties_of_words(short, long, near, to_long, loose_s, loose_l, in_place, place)
    columns += _negations(short, long, held_s, held_l, to_long, to_short)
    columns += [np.minimum(short.signs[:, i], 2) for i in range(len(SIGNS))]
    columns += [np.minimum(long.signs[:, i], 2) for i in range(len(SIGNS))]
    columns += [(short.signs[:, i] > 0) != (long.signs[:, i] > 0) for i in range(len(SIGNS))]
    columns += [short.questions, long.questions, short.questions != long.questions]
    columns.append(_inversions(held_s & (best_s > 0.99), to_long))
    rows = np.arange(len(short.kinds))
    last = np.maximum(short.present.sum(1) - 1, 0)
    columns += [best_s[:, 0], best_s[rows, last]]
    has = short.predicate >= 0
    predicate = best_s[rows, np.maximum(short.predicate, 0)]
    columns.append(np.where(has, predicate, 0.7))
    columns.append(has & (predicate < PARTNERS) & (long.predicate >= 0))
    columns.append((short.weights * (short.kinds == Kind.NAME) * (best_s > 0.99)).sum(1))
    columns += _clashes(short, long, best_s, best_l)
    verb = (short.kinds == Kind.VERB) & short.present
    columns.append(np.where(verb.any(1), (best_s * verb).sum(1) / np.maximum(verb.sum(1), 1), 0.7))
    hardest = np.sort(np.where(short.present, best_s, 1.0), axis=1)
    columns.append(hardest[:, 0])
    columns.append(hardest[:, min(1, hardest.shape[1] - 1)])
    # Sums of floats depend on padding in their last digits.
    stacked = np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)
    return np.asarray(np.round(stacked, 4), dtype=np.float32)


def _excuse_names(best: Floats, exact: Bools, side: Batch) -> Floats:
    """A name of which one word is found elsewhere is found; its other words count as near."""
    is_name = side.runs > 0
    together = (side.runs[:, :, None] == side.runs[:, None, :]) & is_name[:, :, None]
    found = (together & exact[:, None, :]).any(2)
    return np.where(is_name & found, np.maximum(best, 0.8), best)


def _cosine(a: Batch, b: Batch) -> Floats:
    one = np.einsum("pi,pid->pd", a.weights / np.maximum(a.norms, 1.0), a.vectors)
    other = np.einsum("pi,pid->pd", b.weights / np.maximum(b.norms, 1.0), b.vectors)
    norms = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    result: Floats = (one * other).sum(1) / np.maximum(norms, 1e-6)
    return result


def _neighbours_kept(best: Floats, to_long: Ints, sizes: Ints) -> Floats:
    """The share of the short text's neighbouring words that are neighbours in the long one, too."""
    exact = best > 0.99
    both = exact[:, :-1] & exact[:, 1:]
    kept = both & (to_long[:, 1:] - to_long[:, :-1] == 1)
    result: Floats = (kept.sum(1) / np.maximum(sizes - 1, 1)).astype(np.float32)
    return result


def _in_place(loose_s: Bools, loose_l: Bools, held_s: Bools, to_long: Ints) -> tuple[Bools, Ints]:
    """Loose words of the short text whose neighbour's partner stands beside a loose word."""
    width = loose_l.shape[1]
    place = np.zeros(loose_s.shape, dtype=np.int64)
    found = np.zeros(loose_s.shape, dtype=bool)
    for step in (-1, 1):
        neighbour = np.roll(held_s, -step, 1)
        at = np.roll(to_long, -step, 1)
        if step == 1:
            neighbour[:, -1] = False
        else:
            neighbour[:, 0] = False
        for distance in (1, 2):
            target = at - step * distance
            inside = (target >= 0) & (target < width)
            hit = np.take_along_axis(loose_l, np.clip(target, 0, width - 1), 1) & inside
            now = loose_s & neighbour & hit & ~found
            place = np.where(now, np.clip(target, 0, width - 1), place)
            found |= now
    return found, place


def _ties_of_words(
    short: Batch,
    long: Batch,
    near: Floats,
    to_long: Ints,
    loose_s: Bools,
    loose_l: Bools,
    in_place: Bools,
    place: Ints,
) -> list[Floats]:
    """Opposites, sisters and broader or narrower words among what is left over."""
    counts = np.zeros((len(Tie), len(short.kinds)), dtype=np.float32)
    far = np.zeros(len(short.kinds), dtype=np.float32)
    pairs = np.nonzero(
        (loose_s & (short.numbers >= 0))[:, :, None] & (loose_l & (long.numbers >= 0))[:, None, :]
    )
    found = ties(short.numbers[pairs[0], pairs[1]], long.numbers[pairs[0], pairs[2]])
    for tie in (Tie.OPPOSITE, Tie.SISTER):
        np.add.at(counts[tie], pairs[0][found == tie], 1.0)
    held = np.take_along_axis(long.numbers, to_long, 1)
    at = np.nonzero(short.present & (near.max(2) >= PARTNERS) & (near.max(2) < 0.99))
    found = ties(short.numbers[at], held[at])
    for tie in (Tie.BROADER, Tie.NARROWER):
        np.add.at(counts[tie], at[0][found == tie], 1.0)
    np.add.at(far, at[0][found == Tie.OPPOSITE], 1.0)
    sisters = np.zeros(len(short.kinds), dtype=np.float32)
    spots = np.nonzero(in_place)
    beside = np.take_along_axis(long.numbers, place, 1)
    found = ties(short.numbers[spots], beside[spots])
    np.add.at(sisters, spots[0][found == Tie.SISTER], 1.0)
    return [
        counts[Tie.OPPOSITE],
        far,
        np.minimum(counts[Tie.SISTER], 3),
        sisters,
        counts[Tie.BROADER],
        counts[Tie.NARROWER],
    ]


def _negations(
    short: Batch, long: Batch, held_s: Bools, held_l: Bools, to_long: Ints, to_short: Ints
) -> list[Floats]:
    """How much of what both say one of them negates, and how much of what is negated both say."""
    apart_s = held_s & (short.negated != np.take_along_axis(long.negated, to_long, 1))
    apart_l = held_l & (long.negated != np.take_along_axis(short.negated, to_short, 1))
    total = short.weights.sum(1) + 1e-6
    verb = (short.kinds == Kind.VERB) | (short.kinds == Kind.MODIFIER)

    def held_share(side: Batch, held: Bools) -> Floats:
        negated = (side.weights * side.negated).sum(1)
        share: Floats = (side.weights * (side.negated & held)).sum(1) / np.maximum(negated, 1e-6)
        return share

    return [
        (short.weights * apart_s).sum(1) / total,
        np.minimum((long.weights * (apart_l & long.negated)).sum(1) / total, 1.0),
        held_share(short, held_s),
        held_share(long, held_l),
        (apart_s & verb).sum(1),
    ]


def _inversions(exact: Bools, to_long: Ints) -> Floats:
    """The share of pairs of shared words that stand in the other order."""
    both = exact[:, :, None] & exact[:, None, :]
    before = np.triu(np.ones(both.shape[1:], dtype=bool), 1)
    crossed = both & before & (to_long[:, :, None] > to_long[:, None, :])
    result: Floats = (crossed.sum((1, 2)) / np.maximum((both & before).sum((1, 2)), 1)).astype(
        np.float32
    )
    return result


def _clashes(short: Batch, long: Batch, best_s: Floats, best_l: Floats) -> list[Floats]:
    """Numbers shared; kinds of which both texts have one that the other lacks, and share none."""
    result: list[Floats] = []
    counted = {Kind.NUMBER: 0, Kind.YEAR: 0, Kind.NAME: 0}
    for kind in counted:
        mine, yours = short.kinds == kind, long.kinds == kind
        loose = ((mine & short.present & (best_s < 0.65)).sum(1) > 0) & (
            (yours & long.present & (best_l < 0.65)).sum(1) > 0
        )
        shared = (mine & (best_s > 0.65)).sum(1)
        if kind == Kind.NUMBER:
            result.append(shared.astype(np.float32))
        result.append((loose & (shared == 0)).astype(np.float32) + 0.5 * (loose & (shared > 0)))
    return result
