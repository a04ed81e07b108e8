"""Sparse vectors of texts over their words.

Belongs here: counting words of many texts at once, weighing and scaling. Does not belong here: what
two vectors are compared for.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sparse

from pipeline.comparing.rarity import FUNCTION_WORDS, rarity, stem
from pipeline.reuse.words import words_of

Floats = npt.NDArray[np.float64]
Matrix = sparse.csr_array


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often each text (row) has each word (column), and how much each word tells by itself.

    Inflections of one word share a column; words that tell nothing have none. Columns stand in an
    order that does not depend on the order of texts.
    """

    matrix: Matrix
    stems: list[str]
    rarity: Floats


def count_words(texts: Sequence[str]) -> WordCounts:
    """The words of each text."""
    found = words_of(texts)
    _, first_place, word_of = np.unique(found.hashes, return_index=True, return_inverse=True)
    text_of_first = np.searchsorted(found.first, first_place, side="right") - 1
    forms = [
        _plain(texts[text][start:end])
        for text, start, end in zip(
            text_of_first.tolist(),
            found.starts[first_place].tolist(),
            found.ends[first_place].tolist(),
            strict=True,
        )
    ]
    stem_of = {form: stem(form) for form in forms if form not in FUNCTION_WORDS}
    weights = {key: rarity(key) for key in stem_of.values()}
    stems = sorted(key for key, weight in weights.items() if weight > 0.0)
    column_of = {key: column for column, key in enumerate(stems)}
    columns = np.array([column_of.get(stem_of.get(form, ""), -1) for form in forms], dtype=np.int64)
    of_token = columns[word_of] if columns.size else np.zeros(0, np.int64)
    rows = np.repeat(np.arange(len(texts)), np.diff(found.first))
    kept = of_token >= 0
    matrix = sparse.csr_array(
        (np.ones(int(kept.sum())), (rows[kept], of_token[kept])), shape=(len(texts), len(stems))
    )
    matrix.sum_duplicates()
    return WordCounts(matrix, stems, np.array([weights[key] for key in stems]))


def _plain(word: str) -> str:
    """Lower case without accents: the letters that the hash of a word sees."""
    return "".join(unicodedata.normalize("NFKD", letter)[0] for letter in word).lower()


def unit_rows(matrix: Matrix) -> Matrix:
    """Each row scaled to length 1; empty rows stay empty."""
    lengths = np.sqrt(matrix.multiply(matrix).sum(axis=1))
    scale = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    scaled = matrix.copy()
    scaled.data = scaled.data * np.repeat(scale, np.diff(matrix.indptr))
    return scaled


def row_products(
    left: Matrix, right: Matrix, a: npt.NDArray[np.int64], b: npt.NDArray[np.int64]
) -> Floats:
    """The dot product of row `a[n]` of one matrix with row `b[n]` of the other, for each n."""
    parts = [
        np.asarray(left[a[n : n + 100_000]].multiply(right[b[n : n + 100_000]]).sum(axis=1))
        for n in range(0, a.size, 100_000)
    ]
    return np.concatenate([np.zeros(0), *parts])
