"""Which pairs of claims are worth judging.

Belongs here: finding pairs by words, numbers, times, names and speakers. Does not belong here: what a
pair is to each other.

Two joins find them. Anywhere, claims that share most of what their words tell. In documents of one
story, where two claims on one matter may share little more than a name and a number, a far lower
share suffices, and what is counted, how many, when and who says it count beside words. Either way a
pair must share enough to be about one thing at all: 'They want this' is like much and says nothing.

The weights of words do not depend on the documents at hand, so a pair's fate depends on its two
claims and on whether their documents tell one story; new documents never change it otherwise.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl
import scipy.sparse as sparse

from pipeline.claims.worth import CHECK_WORTHY
from pipeline.comparing.fates import FATES, counted_things
from pipeline.comparing.join import cosine_join
from pipeline.comparing.vectors import Matrix, count_words, row_products, unit_rows

Booleans = npt.NDArray[np.bool_]
Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_ANYWHERE_CUT = 0.6
_IN_STORY_CUT = 0.16
# How much shared words must tell in all; a rare word tells 1, a common noun about 0.6.
_ANYWHERE_TELLING = 1.5
_IN_STORY_TELLING = 1.0
# A short claim tells little in all; where nearly all of it stands in the other, that is enough.
_CONTAINED = 0.75
_CONTAINED_TELLING = 0.6

# Squared weights beside the words' 1: what is measured, the number itself, the day, who says it.
_FACETS = {"fate": 0.6, "measures": 0.3, "number": 0.3, "day": 0.15, "speaker": 0.15, "entity": 0.1}
_MOST_OF_A_KIND = 2  # numbers, and names, of one claim that count
# Two counts of the dead in one story are worth comparing whatever else they say.
_FACET_TELLS = {"fate": 1.0, "measures": 0.5, "number": 0.5}


def find_candidates(
    claims: pl.DataFrame,
    quantities: pl.DataFrame,
    entities: pl.DataFrame,
    documents: pl.DataFrame,
    document_stories: pl.DataFrame,
    new: set[str],
) -> pl.DataFrame:
    """Pairs of check-worthy claims of which at least one is of a document in `new`.

    Columns `claim_a` < `claim_b`, `word_similarity` (0..1, cosine of their telling words),
    `shared_telling` (the weights of shared words and numbers, summed; two shared names give about 2)
    and `same_story`. Pairs lie in different documents, or in different sentences of one document but
    not at one time and by one speaker. Sorted by both claims.
    """
    chosen = (
        claims.filter(pl.col("check_worthiness") >= CHECK_WORTHY)
        .join(documents.select("document_id"), on="document_id", how="semi")
        .join(document_stories.select("document_id", "story_id"), on="document_id", how="left")
        .sort("claim_id")
    )
    is_new = chosen.get_column("document_id").is_in(sorted(new)).to_numpy()
    vectors = _vectors(chosen, _facets(chosen, quantities, entities))
    first, second, _ = cosine_join(vectors.words, _ANYWHERE_CUT, is_new)
    anywhere = _Pairs(first, second, vectors, chosen).telling(_ANYWHERE_TELLING, _ANYWHERE_TELLING)
    first, second = _pairs_in_stories(chosen, vectors.whole, is_new)
    inside = _Pairs(first, second, vectors, chosen).telling(_IN_STORY_TELLING, _CONTAINED_TELLING)
    return (
        pl.concat([anywhere.filter(_APART), inside.filter(_IN_TWO_DOCUMENTS)])
        .select("claim_a", "claim_b", "word_similarity", "shared_telling", "same_story")
        .unique(["claim_a", "claim_b"])
        .sort("claim_a", "claim_b")
    )


_IN_TWO_DOCUMENTS = pl.col("document_id_a") != pl.col("document_id_b")
# Claims of one sentence are parts of each other, whoever speaks in them.
_APART = _IN_TWO_DOCUMENTS | (
    (pl.col("sentence_id_a") != pl.col("sentence_id_b"))
    & (
        pl.col("speaker_a").ne_missing(pl.col("speaker_b"))
        | pl.col("event_start_a").ne_missing(pl.col("event_start_b"))
    )
)


@dataclass(frozen=True, slots=True)
class _Vectors:
    """What claims are compared by, a row each.

    `words` and `whole` (with facets) have length 1; the products of `telling` are sums of the weights
    of what two rows share.
    """

    words: Matrix
    whole: Matrix
    telling: Matrix


def _vectors(claims: pl.DataFrame, facets: pl.DataFrame) -> _Vectors:
    counts = count_words(claims.get_column("standalone_text").fill_null("").to_list())
    words, shared = counts.matrix.copy(), counts.matrix.copy()
    rarity = counts.rarity[words.indices]
    words.data = (1.0 + np.log(words.data)) * rarity
    shared.data = np.sqrt(rarity)
    words = unit_rows(words)
    placed = facets.join(claims.select("claim_id").with_row_index("row"), on="claim_id")
    rows = placed.get_column("row").to_numpy()
    columns = placed.get_column("facet").rank("dense").to_numpy().astype(np.int64) - 1
    shape = (claims.height, placed.get_column("facet").n_unique() or 1)
    weight, tells = (placed.get_column(name).to_numpy() for name in ("weight", "tells"))
    return _Vectors(
        words,
        unit_rows(_beside(words, sparse.csr_array((np.sqrt(weight), (rows, columns)), shape))),
        _beside(shared, sparse.csr_array((np.sqrt(tells), (rows, columns)), shape)),
    )


def _beside(left: Matrix, right: Matrix) -> Matrix:
    return sparse.csr_array(sparse.hstack([left, right], format="csr"))


def _facets(claims: pl.DataFrame, quantities: pl.DataFrame, entities: pl.DataFrame) -> pl.DataFrame:
    """What claims say beside words: `claim_id`, `facet`, `weight` and `tells`, once each."""
    counted, named = (
        frame.join(claims, on="claim_id", how="semi").filter(
            pl.int_range(pl.len()).over("claim_id", order_by="start_char") < _MOST_OF_A_KIND
        )
        for frame in (counted_things(quantities, claims), entities)
    )
    is_fate = pl.col("counted").is_in(sorted({name for name, _ in FATES}))
    measured = pl.when(is_fate).then(pl.lit("fate")).otherwise(pl.lit("measures"))
    parts = [
        counted.select("claim_id", kind=measured, value="counted"),
        counted.select("claim_id", kind=pl.lit("number"), value=pl.col("stated").cast(pl.String)),
        claims.select("claim_id", kind=pl.lit("day"), value=pl.col("event_start").cast(pl.String)),
        claims.select("claim_id", kind=pl.lit("speaker"), value="speaker"),
        named.select("claim_id", kind=pl.lit("entity"), value=pl.col("entity").str.to_lowercase()),
    ]
    weight = pl.col("kind").replace_strict(_FACETS, return_dtype=pl.Float64)
    tells = pl.col("kind").replace_strict(_FACET_TELLS, default=0.0, return_dtype=pl.Float64)
    facets = pl.concat(parts).drop_nulls().unique()
    return facets.select(
        "claim_id",
        pl.concat_str("kind", "value", separator=":").alias("facet"),
        weight.alias("weight"),
        tells.alias("tells"),
    )


def _pairs_in_stories(
    claims: pl.DataFrame, vectors: Matrix, is_new: Booleans
) -> tuple[Integers, Integers]:
    """Pairs of one story that share enough of their words and facets."""
    several = pl.col("document_id").n_unique().over("story_id") > 1
    told = claims.with_row_index("row").filter(pl.col("story_id").is_not_null() & several)
    rows = told.get_column("row").to_numpy().astype(np.int64)
    story = told.get_column("story_id").rank("dense").to_numpy().astype(np.int64)
    split = _split_by_group(vectors[rows], story)
    first, second, _ = cosine_join(split, _IN_STORY_CUT, is_new[rows])
    return rows[first], rows[second]


def _split_by_group(matrix: Matrix, group: Integers) -> Matrix:
    """The matrix with columns of its own for each group, so that only rows of one group meet."""
    of_entry = np.repeat(group, np.diff(matrix.indptr))
    keys, columns = np.unique(of_entry * matrix.shape[1] + matrix.indices, return_inverse=True)
    return sparse.csr_array(
        (matrix.data, columns, matrix.indptr), shape=(matrix.shape[0], max(keys.size, 1))
    )


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of rows of the claims."""

    first: Integers
    second: Integers
    vectors: _Vectors
    claims: pl.DataFrame

    def telling(self, least: float, contained: float) -> pl.DataFrame:
        """The pairs that share at least so much, with their measures and what each side is.

        `contained` suffices where nearly all that one claim tells stands in the other.
        """
        telling = self.vectors.telling
        told = row_products(telling, telling, self.first, self.second)
        whole: Floats = np.asarray(telling.multiply(telling).sum(axis=1)).ravel()
        lesser = np.minimum(whole[self.first], whole[self.second])
        kept = (told >= least) | ((told >= _CONTAINED * lesser) & (told >= contained))
        first, second = self.first[kept], self.second[kept]
        side = self.claims.select(
            "claim_id", "document_id", "sentence_id", "speaker", "event_start", "story_id"
        )
        words = self.vectors.words
        return pl.concat(
            [
                side[first].select(pl.all().name.suffix("_a")).rename({"claim_id_a": "claim_a"}),
                side[second].select(pl.all().name.suffix("_b")).rename({"claim_id_b": "claim_b"}),
                pl.DataFrame(
                    {
                        "word_similarity": row_products(words, words, first, second),
                        "shared_telling": told[kept],
                    }
                ),
            ],
            how="horizontal",
        ).with_columns(
            (pl.col("story_id_a") == pl.col("story_id_b")).fill_null(False).alias("same_story")
        )
