"""Which pairs of claims are worth judging.

Belongs here: finding pairs by words, numbers, times and speakers. Does not belong here: what a pair is
to each other.

Two joins find them. Anywhere, claims that share most of what their words tell. Inside one story, where
two claims on one matter may share little more than a name and a number, a far lower share suffices,
and what is counted, how many, when and who says it count beside words. The weights of words do not
depend on the documents at hand, so a pair's fate depends on its two claims and on whether their
documents tell one story; new documents never change it otherwise.
"""

import numpy as np
import numpy.typing as npt
import polars as pl
import scipy.sparse as sparse

from pipeline.claims.worth import CHECK_WORTHY
from pipeline.comparing.join import cosine_join
from pipeline.comparing.vectors import Matrix, count_words, row_products, unit_rows

Booleans = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.int64]

ANYWHERE_CUT = 0.6
IN_STORY_CUT = 0.16

# Squared weights beside the words' 1: what is measured, the number itself, the day, who says it.
_FACETS = {"measures": 0.3, "number": 0.3, "day": 0.15, "speaker": 0.15, "entity": 0.1}
_MOST_OF_A_KIND = 2  # numbers, and names, of one claim that count


def find_candidates(
    claims: pl.DataFrame,
    quantities: pl.DataFrame,
    entities: pl.DataFrame,
    documents: pl.DataFrame,
    document_stories: pl.DataFrame,
    new: set[str],
) -> pl.DataFrame:
    """Pairs of check-worthy claims of which at least one is of a document in `new`.

    Columns `claim_a` < `claim_b`, `word_similarity` (0..1, cosine of their telling words) and
    `same_story`. Pairs lie in different documents, or in one document but not at one time and by one
    speaker. Sorted by both claims.
    """
    chosen = (
        claims.filter(pl.col("check_worthiness") >= CHECK_WORTHY)
        .join(documents.select("document_id"), on="document_id", how="semi")
        .join(document_stories.select("document_id", "story_id"), on="document_id", how="left")
        .sort("claim_id")
    )
    is_new = chosen.get_column("document_id").is_in(sorted(new)).to_numpy()
    words = claim_vectors(chosen.get_column("standalone_text").fill_null("").to_list())
    anywhere = cosine_join(words, ANYWHERE_CUT, is_new)
    inside = _pairs_in_stories(chosen, words, _facets(chosen, quantities, entities), is_new)
    size = max(chosen.height, 1)
    keys = np.union1d(anywhere[0] * size + anywhere[1], inside)
    first, second = np.divmod(keys, size)
    pairs = pl.DataFrame(
        {"a": first, "b": second, "word_similarity": row_products(words, words, first, second)}
    )
    return _comparable(pairs, chosen)


def claim_vectors(texts: list[str]) -> Matrix:
    """One row of length 1 a text; the weight of a word depends on the word alone."""
    counts = count_words(texts)
    weighed = counts.matrix.copy()
    weighed.data = (1.0 + np.log(weighed.data)) * counts.rarity[weighed.indices]
    return unit_rows(weighed)


def _facets(claims: pl.DataFrame, quantities: pl.DataFrame, entities: pl.DataFrame) -> pl.DataFrame:
    """What claims say beside words: `claim_id`, `facet`, `weight`, once each."""
    counted, named = (
        frame.join(claims, on="claim_id", how="semi").filter(
            pl.int_range(pl.len()).over("claim_id", order_by="start_char") < _MOST_OF_A_KIND
        )
        for frame in (quantities, entities)
    )
    measured = pl.col("measures").str.split(" ").list.last().str.to_lowercase()
    parts = [
        counted.select("claim_id", kind=pl.lit("measures"), value=measured),
        counted.select("claim_id", kind=pl.lit("number"), value=pl.col("stated").cast(pl.String)),
        claims.select("claim_id", kind=pl.lit("day"), value=pl.col("event_start").cast(pl.String)),
        claims.select("claim_id", kind=pl.lit("speaker"), value="speaker"),
        named.select("claim_id", kind=pl.lit("entity"), value=pl.col("entity").str.to_lowercase()),
    ]
    weights = pl.DataFrame({"kind": list(_FACETS), "weight": [w**0.5 for w in _FACETS.values()]})
    facets = pl.concat(parts).drop_nulls().unique().join(weights, on="kind")
    return facets.select(
        "claim_id", pl.concat_str("kind", "value", separator=":").alias("facet"), "weight"
    )


def _pairs_in_stories(
    claims: pl.DataFrame, words: Matrix, facets: pl.DataFrame, is_new: Booleans
) -> Integers:
    """Keys `a * count + b` of pairs of one story that share enough of their words and facets."""
    numbered = claims.select("claim_id", "story_id").with_row_index("row")
    story = numbered.get_column("story_id").rank("dense").fill_null(0).to_numpy().astype(np.int64)
    shared = np.bincount(story)[story] > 1
    rows = np.flatnonzero((story > 0) & shared)
    named = facets.join(numbered, on="claim_id").with_columns(
        column=pl.col("facet").rank("dense").cast(pl.Int64) - 1
    )
    width = named.get_column("facet").n_unique() or 1
    entries = (
        named.get_column("weight").to_numpy(),
        (named.get_column("row").to_numpy(), named.get_column("column").to_numpy()),
    )
    beside = sparse.csr_array(entries, shape=(claims.height, width))
    both = sparse.csr_array(sparse.hstack([words, beside]))[rows]
    a, b, _ = cosine_join(_split_by_group(unit_rows(both), story[rows]), IN_STORY_CUT, is_new[rows])
    keys: Integers = rows[a] * max(claims.height, 1) + rows[b]
    return keys


def _split_by_group(matrix: Matrix, group: Integers) -> Matrix:
    """The matrix with columns of its own for each group, so that only rows of one group meet."""
    of_entry = np.repeat(group, np.diff(matrix.indptr))
    keys, columns = np.unique(of_entry * matrix.shape[1] + matrix.indices, return_inverse=True)
    return sparse.csr_array(
        (matrix.data, columns, matrix.indptr), shape=(matrix.shape[0], max(keys.size, 1))
    )


def _comparable(pairs: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """Pairs of different documents, or of one document at different times or by different speakers."""
    side = claims.select("claim_id", "document_id", "speaker", "event_start", "story_id")
    ends = (
        side[pairs.get_column(end).to_numpy()].select(pl.all().name.suffix(f"_{end}"))
        for end in ("a", "b")
    )
    rows = pl.concat([pairs, *ends], how="horizontal")
    return (
        rows.filter(
            (pl.col("document_id_a") != pl.col("document_id_b"))
            | pl.col("speaker_a").ne_missing(pl.col("speaker_b"))
            | pl.col("event_start_a").ne_missing(pl.col("event_start_b"))
        )
        .select(
            pl.col("claim_id_a").alias("claim_a"),
            pl.col("claim_id_b").alias("claim_b"),
            "word_similarity",
            (pl.col("story_id_a") == pl.col("story_id_b")).fill_null(False).alias("same_story"),
        )
        .sort("claim_a", "claim_b")
    )
