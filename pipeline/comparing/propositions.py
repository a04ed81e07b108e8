"""Propositions: claims that say the same, grouped; and the questions that they answer.

Belongs here: the groups and their rows. Does not belong here: whether two claims say the same
(`relations`), how groups are linked (`linkage`), how a question is worded (`question_text`).

Claims are grouped by average linkage over the scores of their `same` relations, so that no chain of
weak links joins what no one relates, and claims that contradict, correct or update each other never
share a group. Two claims of one document are put together by what other documents say alike with both:
few pairs within a document are ever compared, and a mean over few pairs is a chain.
"""

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.claims.worth import CHECK_WORTHY
from pipeline.comparing.as_of import claim_times
from pipeline.comparing.linkage import average_link
from pipeline.comparing.questions import group_questions
from pipeline.records import stable_id

Integers = npt.NDArray[np.int64]

_APART = ("contradicts", "corrects", "updates")
_CUT = 0.4  # of two groups, half of the pairs say the same at a score of 0.8


def group_propositions(
    claims: pl.DataFrame,
    relations: pl.DataFrame,
    documents: pl.DataFrame,
    document_stories: pl.DataFrame,
    quantities: pl.DataFrame,
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The rows of `propositions`, `claim_propositions` and `questions`.

    Every check-worthy claim is in exactly one proposition, and every proposition answers one question.
    The groups depend on the set of claims and relations alone.
    """
    times = claim_times(claims, quantities, documents)
    ordered = (
        claims.filter(pl.col("check_worthiness") >= CHECK_WORTHY)
        .join(times, on="claim_id", how="left")
        .sort("published_at", "document_id", "claim_id", nulls_last=True)
        .with_row_index("row")
    )
    rows = numbered_relations(relations, ordered)
    label = proposition_labels(ordered, rows)
    members = _members(ordered, rows, label)
    propositions = _propositions(members)
    asked, questions = group_questions(propositions, members, rows, document_stories, quantities)
    propositions = propositions.join(asked, on="proposition_id", how="left").select(
        "proposition_id", "question_id", "text", "as_of_start", "as_of_end", "first_seen_at"
    )
    pairs = members.select("claim_id", "proposition_id", "similarity").sort("claim_id")
    return propositions.sort("proposition_id"), pairs, questions


def numbered_relations(relations: pl.DataFrame, ordered: pl.DataFrame) -> pl.DataFrame:
    """Relations between the claims of `ordered`, with `row_a` and `row_b`, their places in it, and
    `is_of_two_documents`.
    """
    places = ordered.select("claim_id", "document_id", pl.col("row").cast(pl.Int64))
    sides = [
        places.rename({"claim_id": f"claim_{end}", "document_id": end, "row": f"row_{end}"})
        for end in ("a", "b")
    ]
    return (
        relations.join(sides[0], on="claim_a")
        .join(sides[1], on="claim_b")
        .with_columns((pl.col("a") != pl.col("b")).alias("is_of_two_documents"))
        .drop("a", "b")
    )


def proposition_labels(ordered: pl.DataFrame, relations: pl.DataFrame) -> Integers:
    """For each claim the place of the first claim of its group."""
    document = ordered.get_column("document_id")
    says_same = (pl.col("relation") == "same") & pl.col("is_of_two_documents")
    edges = (
        relations.filter(says_same | pl.col("relation").is_in(_APART))
        .select(
            pl.min_horizontal("row_a", "row_b").alias("first"),
            pl.max_horizontal("row_a", "row_b").alias("second"),
            pl.when(pl.col("relation") == "same")
            .then(pl.col("score").fill_null(1.0))
            .otherwise(float("-inf"))
            .alias("similarity"),
        )
        .sort("first", "second")
    )
    return average_link(
        ordered.height,
        edges.get_column("first").to_numpy(),
        edges.get_column("second").to_numpy(),
        edges.get_column("similarity").to_numpy(),
        _CUT,
        owner=document.to_list(),
    )


def _members(ordered: pl.DataFrame, relations: pl.DataFrame, label: Integers) -> pl.DataFrame:
    """The claims with `proposition_id` and `similarity`: the mean score to the others of the group.

    Others of the same document do not count; alone, a claim is as similar as can be.
    """
    ids = ordered.get_column("claim_id").to_list()
    firsts = np.unique(label)
    names = {first: stable_id("proposition", ids[first]) for first in firsts.tolist()}
    rows = ordered.with_columns(
        pl.Series("proposition_id", [names[first] for first in label.tolist()], dtype=pl.String)
    )
    says_same = (pl.col("relation") == "same") & pl.col("is_of_two_documents")
    same = relations.filter(says_same).select("row_a", "row_b", "score")
    same = same.filter(
        pl.Series(label[same.get_column("row_a").to_numpy()])
        == pl.Series(label[same.get_column("row_b").to_numpy()])
    )
    turned = same.select(pl.col("row_b").alias("row_a"), pl.col("row_a").alias("row_b"), "score")
    total = (
        pl.concat([same, turned])
        .group_by(pl.col("row_a").cast(pl.UInt32).alias("row"))
        .agg(pl.col("score").sort_by("row_b").sum().alias("total"))
    )
    others = pl.len().over("proposition_id") - pl.len().over("proposition_id", "document_id")
    mean = pl.col("total").fill_null(0.0) / others
    return rows.join(total, on="row", how="left", maintain_order="left").with_columns(
        pl.when(others > 0).then(mean.clip(0.0, 1.0)).otherwise(1.0).alias("similarity")
    )


def _propositions(members: pl.DataFrame) -> pl.DataFrame:
    """One row a proposition, in the order of first members, with its central claim."""
    central = pl.col("similarity").arg_max()
    return members.group_by("proposition_id", maintain_order=True).agg(
        pl.col("row").first(),
        pl.col("claim_id").get(central).alias("central"),
        pl.coalesce("standalone_text", "text").get(central).alias("text"),
        pl.col("as_of_start").min(),
        pl.col("as_of_end").max(),
        pl.col("published_at").min().alias("first_seen_at"),
    )
