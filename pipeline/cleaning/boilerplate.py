"""Lines that stand in many documents of one source.

Belongs here: counting them. Does not belong here: what other rooms make of them; the text of a
document never depends on this table.
"""

import polars as pl

FEWEST_DOCUMENTS = 3
SMALLEST_SHARE = 0.02  # of the documents of the source
FEWEST_LETTERS = 4


def boilerplate_lines(frame: pl.DataFrame) -> pl.DataFrame:
    """The lines that at least three documents, and one in fifty, of a source hold.

    `frame` has one row a block: `source_id`, `document_id`, `line`. Returns `source_id`, `line`,
    `documents`, `share`, ordered. White space is folded.
    """
    folded = frame.with_columns(
        line=pl.col("line").str.replace_all(r"\s+", " ").str.strip_chars()
    ).filter(pl.col("line").str.len_chars() >= FEWEST_LETTERS)
    totals = folded.group_by("source_id").agg(total=pl.col("document_id").n_unique())
    return (
        folded.group_by("source_id", "line")
        .agg(documents=pl.col("document_id").n_unique())
        .filter(pl.col("documents") >= FEWEST_DOCUMENTS)
        .join(totals, on="source_id", how="inner")
        .with_columns(share=pl.col("documents") / pl.col("total"))
        .filter(pl.col("share") >= SMALLEST_SHARE)
        .select(
            "source_id",
            "line",
            pl.col("documents").cast(pl.Int64),
            pl.col("share").cast(pl.Float64),
        )
        .sort("source_id", "line")
    )
