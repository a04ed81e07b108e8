"""Reuse, credits and origins grown run by run in a warehouse: the same as from scratch."""

import random

import polars as pl

from pipeline import across
from pipeline.warehouse import Warehouse
from tests.newsroom import Article, document_frame, sentence_frame

TABLES = ("reuse_spans", "upstream_credits", "document_origins", "origins", "document_shingles")


def sentence(draw: random.Random, words: int = 26) -> str:
    return (
        " ".join(f"{draw.choice('bdfgklmnprst')}o{draw.randrange(400)}x" for _ in range(words))
        + "."
    )


def articles() -> list[Article]:
    draw = random.Random(3)
    report = "\n".join(sentence(draw) for _ in range(4))
    footer = (
        "Every word of this page was set by hand in the cellar of our house beside the old canal."
    )
    mine = [sentence(draw) for _ in range(6)]
    return [
        Article("a", "Post", report, 1),
        Article("b", "Mail", f"{report}\n{mine[0]}", 3),
        Article("c", "Echo", f"{mine[1]}\n{footer}", 2),
        Article("d", "Echo", f"{mine[2]} The Echo and the Post reported it first.\n{footer}", 4),
        Article("e", "Valley Weekly", f"{mine[3]}\nOriginally published in Post.", 5),
        Article("f", None, f"{mine[4]}\nValley Weekly reported that nobody came.\n{mine[1]}", 6),
    ]


def hold(warehouse: Warehouse, present: list[Article], lines: list[str]) -> None:
    """Make these the current documents, and these the lines that Echo repeats."""
    documents, sentences = document_frame(present), sentence_frame(present)
    names = {one.document_id: one.source for one in present}
    warehouse.replace(
        "raw_documents",
        documents.select(
            "document_id", "path", revision=pl.lit(1, pl.Int32), is_current=pl.lit(True)
        ),
    )
    columns = ("document_id", "source_id", "title", "byline", "published_at")
    warehouse.replace(
        "documents", documents.select(*columns, "published_earliest", "published_latest", "text")
    )
    warehouse.replace(
        "sentences",
        sentences.with_row_index("ordinal").with_columns(
            sentence_id=pl.format("s{}", "ordinal"), ordinal=pl.col("ordinal").cast(pl.Int32)
        ),
    )
    known = documents.select(
        "source_id",
        name=pl.col("document_id")
        .replace_strict(names, return_dtype=pl.String)
        .fill_null("unknown"),
    ).unique()
    named_by = (
        pl.when(pl.col("name") == "unknown").then(pl.lit("unknown")).otherwise(pl.lit("manifest"))
    )
    warehouse.replace("sources", known.with_columns(named_by=named_by))
    echo = documents.filter(pl.col("source_name") == "Echo")["source_id"].unique()
    repeated = [(source, line) for source in echo for line in lines]
    warehouse.replace(
        "boilerplate_lines",
        pl.DataFrame(repeated, schema={"source_id": pl.String, "line": pl.String}, orient="row"),
    )
    # Every set of documents is another input.
    warehouse.execute("UPDATE stage_inputs SET fingerprint = 'of another set'")


def run(warehouse: Warehouse) -> None:
    across.find_reuse_spans(warehouse)
    across.trace_document_origins(warehouse)


def tables(warehouse: Warehouse) -> dict[str, list[tuple[object, ...]]]:
    return {name: warehouse.rows(f"FROM {name} ORDER BY ALL") for name in TABLES}


def test_run_by_run_is_the_same_as_from_scratch(warehouse: Warehouse) -> None:
    everything = articles()
    footer = everything[2].text.split("\n")[1]
    steps = [
        (everything[:2], []),
        (everything[:4], []),
        (everything, [footer]),
        ([*everything[:2], *everything[3:]], []),
        (everything[1:], [footer]),
    ]
    for present, lines in steps:
        hold(warehouse, present, lines)
        run(warehouse)
        scratch = Warehouse.in_memory()
        hold(scratch, present, lines)
        run(scratch)
        assert tables(warehouse) == tables(scratch)
        scratch.close()
    assert warehouse.rows("SELECT document_a, document_b FROM reuse_spans") == [("c", "f")]
    assert {row[1] for row in tables(warehouse)["upstream_credits"]} >= {"Valley Weekly"}


def test_a_killed_run_is_made_good(warehouse: Warehouse) -> None:
    hold(warehouse, articles(), [])
    run(warehouse)
    expected = tables(warehouse)
    warehouse.execute("DELETE FROM reuse_spans")
    warehouse.execute("DELETE FROM upstream_credits")
    warehouse.execute("DELETE FROM stage_inputs")
    run(warehouse)
    assert tables(warehouse) == expected
