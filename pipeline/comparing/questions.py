"""Questions: propositions that refine, update, correct or contradict each other.

Belongs here: which propositions answer one question, and what kind of answer it takes. Does not belong
here: the wording (`question_text`).
"""

import polars as pl

from pipeline.comparing.linkage import average_link
from pipeline.comparing.question_text import question_text
from pipeline.records import stable_id

_RELATED = ("refines", "updates", "corrects", "contradicts")
# A third of the pairs that could be related are. What differs belongs to one question for certain; what
# refines does so far as it is sure that it does.
_CUT = 0.3
_ANSWERS = {"quantity": "number", "polarity": "yes_no", "time": "time", "agent": "name"}


def group_questions(
    propositions: pl.DataFrame,
    members: pl.DataFrame,
    relations: pl.DataFrame,
    document_stories: pl.DataFrame,
    quantities: pl.DataFrame,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """`proposition_id` with `question_id`, and the rows of `questions`.

    `propositions` stand in the order of their first members; `relations` carry `row_a` and `row_b`, and
    `members` `row` and `proposition_id`.
    """
    numbered = propositions.with_row_index("place")
    edges = _edges(numbered, members, relations)
    label = average_link(
        numbered.height,
        edges.get_column("first").to_numpy(),
        edges.get_column("second").to_numpy(),
        edges.get_column("score").to_numpy(),
        _CUT,
    )
    firsts = numbered.get_column("proposition_id").to_list()
    names = [stable_id("question", firsts[first]) for first in label.tolist()]
    asked = numbered.with_columns(pl.Series("question_id", names, dtype=pl.String))
    return asked.select("proposition_id", "question_id"), _rows(
        asked, members, edges, document_stories, quantities
    )


def _edges(numbered: pl.DataFrame, members: pl.DataFrame, relations: pl.DataFrame) -> pl.DataFrame:
    """Related pairs of propositions: `first`, `second`, `score` (the best of their claims),
    and `kind`, why they differ; NULL where one only refines the other.
    """
    places = members.select(pl.col("row").cast(pl.Int64), "proposition_id").join(
        numbered.select("proposition_id", pl.col("place").cast(pl.Int64)), on="proposition_id"
    )
    places = places.select("row", "place")
    return (
        relations.filter(pl.col("relation").is_in(_RELATED))
        .join(places.rename({"row": "row_a", "place": "a"}), on="row_a")
        .join(places.rename({"row": "row_b", "place": "b"}), on="row_b")
        .filter(pl.col("a") != pl.col("b"))
        .group_by(
            pl.min_horizontal("a", "b").alias("first"), pl.max_horizontal("a", "b").alias("second")
        )
        .agg(
            pl.when(pl.col("relation") == "refines")
            .then("score")
            .otherwise(1.0)
            .max()
            .alias("score"),
            pl.col("kind")
            .filter(pl.col("relation") != "refines")
            .drop_nulls()
            .mode()
            .sort()
            .first(),
        )
        .sort("first", "second")
    )


def _rows(
    asked: pl.DataFrame,
    members: pl.DataFrame,
    edges: pl.DataFrame,
    document_stories: pl.DataFrame,
    quantities: pl.DataFrame,
) -> pl.DataFrame:
    main = (
        quantities.sort("claim_id", "start_char")
        .filter(
            (pl.col("measures").is_not_null() | pl.col("unit").is_not_null())
            & (pl.col("stated") != 1.0).fill_null(True)
        )
        .group_by("claim_id", maintain_order=True)
        .first()
        .select(
            pl.col("claim_id").alias("central"),
            pl.col("text").alias("number"),
            "measures",
            "unit",
            "scope",
            "aggregation",
            "period_start",
        )
    )
    claims = members.select(
        pl.col("claim_id").alias("central"), "document_id", "subject", "predicate"
    )
    rows = (
        asked.select("place", "question_id", "central", "text")
        .join(claims, on="central", how="left", maintain_order="left")
        .join(main, on="central", how="left", maintain_order="left")
        .join(document_stories.select("document_id", "story_id"), on="document_id", how="left")
        .join(_differing(asked, edges), on="place", how="left")
        .with_columns(
            pl.col("kind").drop_nulls().mode().sort().first().over("question_id"),
            pl.col("number").is_not_null().mean().over("question_id").alias("counting"),
        )
        .sort(
            pl.col("differs").is_null(),
            (pl.col("kind") == "quantity").fill_null(False) & pl.col("number").is_null(),
            "place",
        )
        .group_by("question_id", maintain_order=True)
        .agg(
            pl.col("story_id").drop_nulls().mode().sort().first(),
            pl.all().exclude("story_id").first(),
        )
    )
    counts = pl.col("number").is_not_null()
    answer = (
        pl.when(pl.col("kind").is_null() & counts & (pl.col("counting") > 0.5))
        .then(pl.lit("number"))
        .when((pl.col("kind") == "quantity") & ~counts)
        .then(pl.lit("open"))
        .otherwise(pl.col("kind").replace_strict(_ANSWERS, default="open"))
    )
    rows = rows.with_columns(answer.alias("answer_kind"))
    is_number = pl.col("answer_kind") == "number"
    text = [question_text(**row) for row in rows.select(_WORDED).iter_rows(named=True)]
    return rows.select(
        "question_id",
        "story_id",
        pl.Series("text", text, dtype=pl.String),
        "answer_kind",
        pl.when(is_number).then(pl.coalesce("unit", "measures")).alias("unit"),
        pl.when(is_number).then("scope").alias("scope"),
        pl.when(is_number & (pl.col("aggregation") == "cumulative"))
        .then("period_start")
        .alias("since"),
    ).sort("question_id")


def _differing(asked: pl.DataFrame, edges: pl.DataFrame) -> pl.DataFrame:
    """The propositions that differ from another of their question: `place`, `kind`, `differs`.

    A question is worded after one of them.
    """
    of = asked.select(pl.col("place").cast(pl.Int64), "question_id")
    inside = (
        edges.drop_nulls("kind")
        .join(of.rename({"place": "first"}), on="first")
        .join(of.rename({"place": "second", "question_id": "other"}), on="second")
        .filter(pl.col("question_id") == pl.col("other"))
    )
    ends = pl.concat([inside.select("kind", place=pl.col(end)) for end in ("first", "second")])
    return ends.group_by(pl.col("place").cast(pl.UInt32)).agg(
        pl.col("kind").mode().sort().first(), pl.lit(True).alias("differs")
    )


_WORDED = ["text", "subject", "predicate", "answer_kind", "number", "measures", "unit"]
