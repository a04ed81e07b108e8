"""When a claim is said to hold.

Belongs here: the as-of time of a claim from its event, its number's period and its publication. Does
not belong here: which of two claims is later.
"""

import polars as pl


def claim_times(
    claims: pl.DataFrame, quantities: pl.DataFrame, documents: pl.DataFrame
) -> pl.DataFrame:
    """`claim_id`, `published_at`, `as_of_start` and `as_of_end` of each claim, in the order given.

    A running count or a level holds at the end of its period, else when it is published; an event
    when it happened. NULL where neither is told.
    """
    running = (
        quantities.filter(pl.col("aggregation").is_in(["cumulative", "level"]))
        .sort("claim_id", "start_char")
        .group_by("claim_id", maintain_order=True)
        .agg(pl.col("period_end").first(), pl.lit(True).alias("is_running"))
    )
    rows = claims.select("claim_id", "document_id", "event_start", "event_end").join(
        documents.select("document_id", "published_at"),
        on="document_id",
        how="left",
        maintain_order="left",
    )
    rows = rows.join(running, on="claim_id", how="left", maintain_order="left")
    published = pl.col("published_at").dt.date()
    is_running = pl.col("is_running").fill_null(False)
    start, end = pl.col("event_start"), pl.coalesce("event_end", "event_start")
    counted = pl.coalesce("period_end", published, end)
    return rows.select(
        "claim_id",
        "published_at",
        pl.when(is_running).then(counted).otherwise(start).alias("as_of_start"),
        pl.when(is_running).then(counted).otherwise(end).alias("as_of_end"),
    )
