"""Stories: documents about one event or affair, grouped by content and time.

Belongs here: what a document is about, which documents may belong together, the two tables. Does not
belong here: how groups are linked (`linkage`), or anything about claims.

News tells its matter at its head, so a document is its headline and its first sentences. Words weigh
by how rare they are in English and among these documents. Documents are compared where they share
telling words that few others have; time counts against those that lie days apart.
"""

import numpy as np
import numpy.typing as npt
import polars as pl
import scipy.sparse as sparse

from pipeline.comparing.linkage import average_link, nearness
from pipeline.comparing.vectors import Matrix, WordCounts, count_words, row_products, unit_rows
from pipeline.records import stable_id

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

_HEAD_CHARACTERS = 1_500
_HEADLINE_COUNTS = 2  # a word of the headline counts as often as one that stands thrice
_INDEXED_WORDS = 30  # the most telling words of a document, by which others find it
_COMMON_AT = 100  # and three times the square root: words of more documents find nobody
_LEAST_SIMILARITY = 0.06
# A small folder tells little of how rare a word is, least of all one that holds a single affair: its
# counts are taken as if so many documents without the word lay beside it.
_PRIOR_DOCUMENTS = 1_000
_CUT = 0.12
_ROWS_AT_ONCE = 2_000


def group_stories(
    documents: pl.DataFrame, sentences: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of `stories` and of `document_stories` for the current documents.

    Every document is in exactly one story. The groups depend on the set of documents alone.
    """
    ordered = documents.sort("published_at", "document_id", nulls_last=True)
    vectors = document_vectors(ordered, sentences)
    days = _days(ordered)
    first, second = _neighbours(vectors, days)
    similarity = row_products(vectors, vectors, first, second)
    near = similarity * nearness(days, first, second) >= _LEAST_SIMILARITY
    labels = average_link(
        ordered.height, first[near], second[near], similarity[near], _CUT, days=days
    )
    return _tables(ordered, vectors, labels)


def document_vectors(documents: pl.DataFrame, sentences: pl.DataFrame) -> Matrix:
    """One row of length 1 a document, over the words of its headline and of its first sentences."""
    heads = (
        sentences.filter(pl.col("section").is_in(["subhead", "body"]))
        .sort("document_id", "ordinal")
        .group_by("document_id")
        .agg(pl.col("text").str.join(" ").str.slice(0, _HEAD_CHARACTERS).alias("head"))
    )
    texts = documents.select("document_id", "title", "text").join(
        heads, on="document_id", how="left", maintain_order="left"
    )
    head = pl.coalesce("head", pl.col("text").str.slice(0, _HEAD_CHARACTERS)).fill_null("")
    title = pl.col("title").fill_null("") + " "
    texts = texts.select((title.repeat_by(_HEADLINE_COUNTS).list.join("") + head).alias("text"))
    return _weighed(count_words(texts.get_column("text").to_list()))


def _weighed(counts: WordCounts) -> Matrix:
    frequency = np.bincount(counts.matrix.indices, minlength=len(counts.stems))
    size = counts.matrix.shape[0] + _PRIOR_DOCUMENTS
    inverse = np.log((1.0 + size) / (1.0 + frequency)) + 1.0
    weighed = counts.matrix.copy()
    weighed.data = (1.0 + np.log(weighed.data)) * (counts.rarity * inverse)[weighed.indices]
    return unit_rows(weighed)


def _neighbours(vectors: Matrix, days: Floats) -> tuple[Integers, Integers]:
    """Pairs (smaller number first) of documents that share a telling word which few others have."""
    size = vectors.shape[0]
    frequency = np.bincount(vectors.indices, minlength=vectors.shape[1])
    telling = vectors.copy()
    telling.data[frequency[telling.indices] > _COMMON_AT + 3.0 * np.sqrt(size)] = 0.0
    telling.eliminate_zeros()
    index = _strongest(telling, _INDEXED_WORDS)
    turned = sparse.csc_array(index.T)
    pairs = []
    for start in range(0, size, _ROWS_AT_ONCE):
        products = (index[start : start + _ROWS_AT_ONCE] @ turned).tocoo()
        rows, columns = products.row.astype(np.int64) + start, products.col.astype(np.int64)
        kept = rows < columns
        rows, columns, shared = rows[kept], columns[kept], products.data[kept]
        kept = shared * nearness(days, rows, columns) >= _LEAST_SIMILARITY / 3.0
        pairs.append(rows[kept] * size + columns[kept])
    keys = np.sort(np.concatenate([np.zeros(0, np.int64), *pairs]))
    first, second = np.divmod(keys, max(size, 1))
    return first, second


def _strongest(matrix: Matrix, count: int) -> Matrix:
    """Each row with its `count` largest entries alone; of equals those in the first columns."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    order = np.lexsort((matrix.indices, -matrix.data, rows))
    place = np.arange(order.size) - matrix.indptr[rows[order]]
    kept = np.sort(order[place < count])
    return sparse.csr_array((matrix.data[kept], (rows[kept], matrix.indices[kept])), matrix.shape)


def _days(documents: pl.DataFrame) -> Floats:
    """Earliest and latest day of publication of each document, in days; NaN where not known."""
    bounds = documents.select(
        (pl.coalesce(column, "published_at").dt.epoch("ms") / 86_400_000.0).alias(column)
        for column in ("published_earliest", "published_latest")
    )
    return bounds.fill_null(float("nan")).to_numpy().astype(np.float64)


def _tables(
    documents: pl.DataFrame, vectors: Matrix, labels: Integers
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Both tables from documents in the order of publication and the number of each one's group."""
    groups, label = np.unique(labels, return_inverse=True)
    members = sparse.csr_array(
        (np.ones(label.size), (label, np.arange(label.size))), (groups.size, label.size)
    )
    sizes = np.bincount(label, minlength=groups.size)
    to_all = row_products(
        vectors, sparse.csr_array(members @ vectors), np.arange(label.size), label
    )
    others = (sizes - 1)[label]
    similarity = np.where(others > 0, (to_all - 1.0) / np.maximum(others, 1), 1.0).clip(0.0, 1.0)
    rows = documents.select("document_id", "title", "published_at").with_columns(
        group=pl.Series(label), similarity=pl.Series(similarity)
    )
    first_ids = rows.group_by("group", maintain_order=True).first()
    names = first_ids.select(
        "group",
        pl.col("document_id")
        .map_elements(lambda first: stable_id("story", first), return_dtype=pl.String)
        .alias("story_id"),
    )
    rows = rows.join(names, on="group", how="left", maintain_order="left")
    stories = (
        rows.sort("similarity", descending=True, maintain_order=True)
        .group_by("story_id")
        .agg(
            pl.col("title").drop_nulls().first(),
            pl.col("published_at").min().alias("first_published_at"),
            pl.col("published_at").max().alias("last_published_at"),
        )
        .sort("story_id")
    )
    return stories, rows.select("document_id", "story_id", "similarity").sort("document_id")
