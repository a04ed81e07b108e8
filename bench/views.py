"""How long each view takes on a generated warehouse, and how many times counting claims by document.

Belongs here: the seeded warehouse of a million claims, and the table of times. Does not belong here:
whether a view is right (tests/sql).

    python -m bench.views [--claims 1000000] [--keep FILE]
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from pipeline.views import view_order
from pipeline.warehouse import Warehouse, sql_names

SEED = 20_260_101
CLAIMS_A_DOCUMENT = 40
SENTENCES_A_DOCUMENT = 30
SOURCES = 120
YARDSTICK = "SELECT document_id, count(*) FROM claims GROUP BY document_id"
GOALS = {
    "source_coverage": 25,
    "source_agreement": 85,
    "proposition_support": 150,
    "disagreements": 50,
}
MACROS = {
    "explain": "FROM explain('p1000')",
    "explain_claim": "FROM explain_claim((SELECT min(claim_id) FROM claims))",
    "search_claims": "FROM search_claims('w17 w230 w4100') LIMIT 20",
}


def ids(prefix: str, numbers: np.ndarray[Any, Any]) -> pl.Series:
    """Ids as long as real ones."""
    return pl.select(
        pl.lit(prefix) + pl.Series(numbers, dtype=pl.Int64).cast(pl.String).str.zfill(19)
    ).to_series()


def words(
    rng: np.random.Generator, rows: int, count: int, topic: np.ndarray[Any, Any]
) -> pl.Series:
    """Texts of `count` words: a third from a topic's own vocabulary, the rest from everybody's."""
    columns = []
    for place in range(count):
        common = np.minimum(rng.zipf(1.3, rows), 20_000)
        own = 20_000 + (topic * 97 + rng.integers(0, 400, rows)) % 200_000
        number = own if place % 3 == 0 else common
        columns.append(pl.Series(f"w{place}", number).cast(pl.String))
    return (
        pl.DataFrame(columns)
        .select(pl.concat_str([pl.lit("w") + pl.col(c.name) for c in columns], separator=" "))
        .to_series()
    )


def fill(warehouse: Warehouse, claims: int) -> None:
    """A seeded warehouse with that many claims, in proportions like those of real news."""
    rng = np.random.default_rng(SEED)
    documents = max(20, claims // CLAIMS_A_DOCUMENT)
    stories = max(4, documents // 5)
    weights = 1 / np.arange(1, SOURCES + 1) ** 0.8
    source = rng.choice(SOURCES, documents, p=weights / weights.sum())
    story = np.minimum((rng.pareto(1.2, documents) * stories / 12).astype(np.int64), stories - 1)
    hour = story * 7 % 8_000 + rng.integers(0, 96, documents)
    published = np.datetime64("2025-01-01T00:00:00", "us") + hour.astype("timedelta64[h]")
    document_ids = ids("d", np.arange(documents))
    _fill_documents(warehouse, rng, document_ids, source, story, published)
    document = np.sort(rng.integers(0, documents, claims))
    claim_ids = ids("c", rng.permutation(claims))
    _fill_claims(warehouse, rng, claim_ids, document, story, document_ids)
    _fill_groups(warehouse, rng, claim_ids, document, story, source)


def _fill_documents(
    warehouse: Warehouse,
    rng: np.random.Generator,
    document_ids: pl.Series,
    source: np.ndarray[Any, Any],
    story: np.ndarray[Any, Any],
    published: np.ndarray[Any, Any],
) -> None:
    count = len(document_ids)
    numbers = np.arange(SOURCES)
    warehouse.append(
        "sources",
        pl.DataFrame({"source_id": ids("s", numbers)}).with_columns(
            name="Outlet " + pl.Series(numbers).cast(pl.String),
            family=pl.col("source_id"),
            named_by=pl.lit("metadata"),
        ),
    )
    warehouse.append(
        "raw_documents",
        pl.DataFrame({"document_id": document_ids}).with_columns(
            path=pl.col("document_id") + ".txt",
            revision=pl.lit(1, pl.Int32),
            is_current=pl.lit(True),
        ),
    )
    warehouse.append(
        "documents",
        pl.DataFrame(
            {
                "document_id": document_ids,
                "source_id": ids("s", source),
                "published_at": published,
                "published_earliest": published,
                "published_latest": published,
            }
        ).with_columns(analysis=pl.lit("full"), word_count=pl.lit(900)),
    )
    sentence = np.repeat(np.arange(count), SENTENCES_A_DOCUMENT)
    ordinal = np.tile(np.arange(SENTENCES_A_DOCUMENT, dtype=np.int32), count)
    warehouse.append(
        "sentences",
        pl.DataFrame(
            {
                "sentence_id": ids("t", np.arange(len(sentence))),
                "document_id": document_ids.gather(sentence),
                "ordinal": ordinal,
                "start_char": ordinal * 120,
                "end_char": ordinal * 120 + 110,
                "text": words(rng, len(sentence), 18, story[sentence]),
                "section": np.where(ordinal == 0, "headline", "body"),
            }
        ),
    )
    seen = pl.DataFrame({"story": story, "at": published})
    warehouse.append(
        "stories",
        seen.group_by("story")
        .agg(first_published_at=pl.col("at").min(), last_published_at=pl.col("at").max())
        .sort("story")
        .with_columns(story_id="y" + pl.col("story").cast(pl.String).str.zfill(19))
        .drop("story"),
    )
    warehouse.append(
        "document_stories",
        pl.DataFrame({"document_id": document_ids, "story_id": ids("y", story)}),
    )
    own = rng.random(count) < 0.75
    origin = np.where(own, np.arange(count), rng.integers(0, count, count))
    warehouse.append(
        "document_origins",
        pl.DataFrame(
            {
                "document_id": document_ids,
                "origin_id": ids("o", origin),
                "reason": np.where(own, "own", "copy"),
                "copied_share": np.where(own, 0.0, rng.random(count)),
            }
        ),
    )
    pairs = rng.integers(0, count, (count, 2))
    pairs = pairs[pairs[:, 0] < pairs[:, 1]]
    start = rng.integers(0, 2_000, len(pairs)).astype(np.int32)
    warehouse.append(
        "reuse_spans",
        pl.DataFrame(
            {
                "document_a": document_ids.gather(pairs[:, 0]),
                "document_b": document_ids.gather(pairs[:, 1]),
                "a_start": start,
                "a_end": start + 400,
                "b_start": start,
                "b_end": start + 400,
                "similarity": 0.9,
                "kind": "verbatim",
            }
        ),
    )
    crediting = np.unique(rng.integers(0, count, count // 3))
    warehouse.append(
        "upstream_credits",
        pl.DataFrame(
            {
                "document_id": document_ids.gather(crediting),
                "upstream": "Outlet " + pl.Series(crediting % 40).cast(pl.String),
                "found_in": "text",
            }
        ),
    )


def _fill_claims(
    warehouse: Warehouse,
    rng: np.random.Generator,
    claim_ids: pl.Series,
    document: np.ndarray[Any, Any],
    story: np.ndarray[Any, Any],
    document_ids: pl.Series,
) -> None:
    count = len(claim_ids)
    sentence = document * SENTENCES_A_DOCUMENT + rng.integers(1, SENTENCES_A_DOCUMENT, count)
    attributed = rng.random(count) < 0.4
    speaker = "Speaker " + pl.Series(rng.integers(0, 20_000, count)).cast(pl.String)
    start = ((sentence % SENTENCES_A_DOCUMENT) * 120).astype(np.int32)
    text = words(rng, count, 12, story[document])
    warehouse.append(
        "claims",
        pl.DataFrame(
            {
                "claim_id": claim_ids,
                "document_id": document_ids.gather(document),
                "sentence_id": ids("t", sentence),
                "text": text,
                "start_char": start,
                "end_char": start + 80,
                "raw_start": start,
                "raw_end": start + 80,
                "standalone_text": text,
                "polarity": np.where(rng.random(count) < 0.05, "negated", "affirmed"),
                "modality": "asserted",
                "attribution": np.where(attributed, "indirect", "narrated"),
                "speaker": pl.select(pl.when(pl.Series(attributed)).then(speaker)).to_series(),
                "check_worthiness": rng.random(count),
                "confidence": rng.random(count),
            }
        ),
    )
    who = np.flatnonzero(attributed)
    warehouse.append(
        "attributions",
        pl.DataFrame(
            {
                "claim_id": claim_ids.gather(who),
                "level": pl.Series(np.ones(len(who)), dtype=pl.Int32),
                "source_name": speaker.gather(who),
                "is_anonymous": rng.random(len(who)) < 0.2,
                "is_outlet": rng.random(len(who)) < 0.05,
            }
        ),
    )
    counted = np.flatnonzero(rng.random(count) < 0.25)
    number = rng.lognormal(4, 2, len(counted)).round()
    warehouse.append(
        "quantities",
        pl.DataFrame(
            {
                "claim_id": claim_ids.gather(counted),
                "start_char": start[counted],
                "stated": number,
                "low": number,
                "high": number,
                "comparator": "=",
                "measures": "person",
                "aggregation": "cumulative",
            }
        ),
    )


def _fill_groups(
    warehouse: Warehouse,
    rng: np.random.Generator,
    claim_ids: pl.Series,
    document: np.ndarray[Any, Any],
    story: np.ndarray[Any, Any],
    source: np.ndarray[Any, Any],
) -> None:
    count = len(claim_ids)
    size = np.bincount(story)[story[document]]
    shared = rng.random(count) < 0.2
    rank = np.minimum(rng.zipf(1.5, count), 20 + 4 * size)
    own = 10_000_000_000 + np.arange(count)
    group = np.where(shared, story[document] * 100_000 + rank, own)
    _, first, number = np.unique(group, return_index=True, return_inverse=True)
    question = np.where(shared[first], group[first] // 3, group[first])
    question_numbers, question_first = np.unique(question, return_index=True)
    warehouse.append(
        "questions",
        pl.DataFrame(
            {
                "question_id": ids("q", question_numbers),
                "story_id": ids("y", story[document[first[question_first]]]),
                "answer_kind": rng.choice(
                    ["number", "yes_no", "open"], len(question_numbers), p=[0.2, 0.2, 0.6]
                ),
            }
        ),
    )
    day = np.datetime64("2025-01-01") + (story[document[first]] % 300).astype("timedelta64[D]")
    day = day + rng.integers(0, 3, len(first)).astype("timedelta64[D]")
    warehouse.append(
        "propositions",
        pl.DataFrame(
            {
                "proposition_id": pl.Series(np.arange(len(first))).cast(pl.String).str.zfill(0),
                "question_id": ids("q", question),
                "text": warehouse.frame("SELECT text FROM claims")["text"].gather(first),
                "as_of_start": day,
                "as_of_end": day,
            }
        ).with_columns(proposition_id="p" + pl.col("proposition_id")),
    )
    warehouse.append(
        "claim_propositions",
        pl.DataFrame(
            {
                "claim_id": claim_ids,
                "proposition_id": "p" + pl.Series(number).cast(pl.String),
                "similarity": 0.9,
            }
        ),
    )
    documents = len(source)
    kind = rng.random(count)
    origin = np.where(
        kind < 0.6,
        document,
        np.where(
            kind < 0.9,
            documents + rng.integers(0, 20_000, count),
            rng.integers(0, documents, count),
        ),
    )
    numbers = np.unique(origin)
    warehouse.append(
        "origins",
        pl.DataFrame(
            {
                "origin_id": ids("o", numbers),
                "name": "Origin " + pl.Series(numbers).cast(pl.String),
                "kind": np.where(
                    numbers < documents,
                    "document",
                    rng.choice(["person", "organisation", "anonymous"], len(numbers)),
                ),
            }
        ),
    )
    warehouse.append(
        "claim_origins",
        pl.DataFrame(
            {
                "claim_id": claim_ids,
                "origin_id": ids("o", origin),
                "reason": np.where(kind < 0.6, "own", "chain"),
                "probability": rng.choice([0.6, 0.8, 0.9], count),
            }
        ),
    )
    by_question = pl.DataFrame({"claim": np.arange(count), "question": question[number]}).filter(
        pl.Series(shared)
    )
    order = by_question.sort("question", "claim")
    left, right = order[:-1], order[1:]
    same = (left["question"] == right["question"]).to_numpy()
    a = claim_ids.gather(left["claim"].to_numpy()[same])
    b = claim_ids.gather(right["claim"].to_numpy()[same])
    pairs = pl.DataFrame({"claim_a": a, "claim_b": b}).filter(pl.col("claim_a") < pl.col("claim_b"))
    warehouse.append(
        "claim_relations",
        pairs.with_columns(
            relation=pl.Series(
                rng.choice(
                    ["refines", "updates", "corrects", "contradicts", "related"],
                    pairs.height,
                    p=[0.3, 0.2, 0.05, 0.2, 0.25],
                )
            ),
            kind=pl.lit("quantity"),
            ordered_by=pl.lit("publication"),
            score=pl.Series(rng.random(pairs.height)),
        ),
    )


def median_seconds(work: Callable[[], object], times: int = 3) -> float:
    """The median wall time of some calls, after one that warms up."""
    work()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def report(warehouse: Warehouse) -> list[tuple[str, float, float, float | None]]:
    """Of every view and macro: name, seconds, times the yardstick, goal."""
    connection = warehouse._connection
    base = median_seconds(lambda: connection.sql(YARDSTICK).arrow().read_all(), 9)
    lines: list[tuple[str, float, float, float | None]] = [
        ("(claims by document)", base, 1.0, None)
    ]
    questions = {name: f"FROM {name}" for name in sql_names("views")} | MACROS
    for name, sql in questions.items():
        seconds = median_seconds(lambda sql=sql: connection.sql(sql).arrow().read_all())
        lines.append((name, seconds, seconds / base, GOALS.get(name)))
    return lines


def main() -> None:
    """Make the warehouse, its views, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument(
        "--keep", type=Path, help="keep the generated file here, or use the one there"
    )
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = arguments.keep or Path(folder) / "bench.duckdb"
        is_new = not file.exists()
        warehouse = Warehouse.open(file)
        if is_new:
            fill(warehouse, arguments.claims)
        started = time.perf_counter()
        for name in view_order():
            one = time.perf_counter()
            warehouse.create_view(name)
            print(f"made {name:24}{time.perf_counter() - one:8.2f} s")
        warehouse.create_macros()
        print(f"made all views         {time.perf_counter() - started:10.2f} s\n")
        print(f"{'view':26}{'seconds':>9}{'times':>8}{'goal':>6}")
        for name, seconds, times, goal in report(warehouse):
            print(f"{name:26}{seconds:9.3f}{times:8.1f}{goal or '':>6}")
        warehouse.close()


if __name__ == "__main__":
    main()
