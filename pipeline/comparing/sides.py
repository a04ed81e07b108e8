"""What relations look at of each claim: its texts, who says it, when it holds, its numbers' frames.

Belongs here: bringing the frames together, one row a claim. Does not belong here: anything of a pair.
"""

import polars as pl

from pipeline.comparing.as_of import claim_times

MAIN_SHARE = 0.6  # a claim that covers this much of its sentence is what the sentence says
BRIEF = 3  # sentences of a document that is what it says: a headline, a statement


def claim_sides(
    claims: pl.DataFrame,
    sentences: pl.DataFrame,
    quantities: pl.DataFrame,
    documents: pl.DataFrame,
    document_stories: pl.DataFrame,
) -> pl.DataFrame:
    """One row a claim, keyed by `claim_id`.

    `own_text` is what the claim says by itself; `whole_text` the sentence, given where the claim is
    what the sentence says (it is the longest of the sentence, or covers most of it); `is_main` says so.
    `is_brief` holds where the document is a headline or a statement; `story_id` is its story.
    """
    placed = claims.join(
        sentences.select("sentence_id", pl.col("text").alias("sentence")),
        on="sentence_id",
        how="left",
        maintain_order="left",
    ).join(
        claim_times(claims, quantities, documents), on="claim_id", how="left", maintain_order="left"
    )
    placed = placed.join(
        document_stories.select("document_id", "story_id"),
        on="document_id",
        how="left",
        maintain_order="left",
    )
    brief = (
        sentences.get_column("document_id")
        .value_counts()
        .filter(pl.col("count") <= BRIEF)["document_id"]
    )
    length = pl.col("end_char") - pl.col("start_char")
    longest = length == length.max().over("sentence_id")
    covers = length >= MAIN_SHARE * pl.col("sentence").str.len_chars()
    return placed.select(
        "claim_id",
        "document_id",
        pl.coalesce("standalone_text", "text").alias("own_text"),
        pl.coalesce("sentence", "text").str.replace_all(r"\s+", " ").alias("whole_text"),
        (longest | covers).alias("is_main"),
        pl.col("document_id").is_in(brief.implode()).alias("is_brief"),
        "polarity",
        "modality",
        "speaker",
        pl.col("subject").fill_null(""),
        "predicate",
        "object",
        "event_start",
        "event_end",
        "as_of_start",
        "as_of_end",
        "published_at",
        "story_id",
    )
