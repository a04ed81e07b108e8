"""Text reuse beside MinHash LSH and a plain join of rare shingles: CPU, recall, one new document.

    python -m bench.reuse [--articles 5000] [--repeats 3] [--corpus FOLDER]

All are given the same texts. Recall is of the pairs that share half of the shorter text's runs of eight
words, by an exact join. datasketch is no dependency of the project: its row is there where it is installed
(`pip install datasketch`). Articles come from a seeded generator that plants copies (whole, cut, patched,
reworded), or are the .txt files of a folder.
"""

import argparse
import re
import statistics
import time
from collections.abc import Callable
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

import duckdb
import numpy as np
import polars as pl

from bench.measure import table
from pipeline.language.boundaries import split_block
from pipeline.reuse.find import compare_pairs, find_candidates, find_reuse
from pipeline.reuse.shingles import shingle_documents

VOCABULARY = 60_000
SENTENCES, WORDS = 38, 24
PLANTED = 0.04
OUTLETS = 40
SHINGLE = 8
MOST_HOLDERS = 20
LEAST_SHARED = 3
NO_LINES = pl.DataFrame(schema={"source_id": pl.String, "line": pl.String})
Texts = dict[str, str]
Pairs = set[tuple[str, str]]


def generated(count: int, seed: int = 11) -> Texts:
    """Articles of random words by Zipf's law; some take over an earlier one, whole or in part."""
    draw = np.random.default_rng(seed)
    cumulated = np.cumsum(1.0 / (np.arange(VOCABULARY) + 3.0))
    texts: list[list[str]] = []

    def sentence() -> str:
        chosen = np.searchsorted(cumulated, draw.random(WORDS) * cumulated[-1])
        return " ".join(f"w{number:x}" for number in chosen.tolist()).capitalize() + "."

    for number in range(count):
        lines = [sentence() for _ in range(SENTENCES)]
        if number and draw.random() < PLANTED:
            lines = planted(texts[int(draw.integers(number))], lines, draw)
        texts.append(lines)
    return {
        f"outlet{number % OUTLETS}/{number:06d}": "\n".join(lines)
        for number, lines in enumerate(texts)
    }


def planted(original: list[str], own: list[str], draw: np.random.Generator) -> list[str]:
    """A copy of one of four kinds: whole, upper half, four sentences among others, every sixth word new."""
    kind = int(draw.integers(4))
    if kind == 0:
        return list(original)
    if kind == 1:
        return original[: len(original) // 2]
    if kind == 2:
        start = int(draw.integers(len(original) - 4))
        return [*own[:10], *original[start : start + 4], *own[10:]]
    reworded = []
    for line in original:
        words = line.split()
        for place in draw.choice(len(words), len(words) // 6, replace=False).tolist():
            words[place] = f"x{int(draw.integers(VOCABULARY)):x}"
        reworded.append(" ".join(words))
    return reworded


def read(folder: Path, count: int) -> Texts:
    """The first files of a folder, by name; a file's folder is its source."""
    files = sorted(folder.rglob("*.txt"))[:count]
    return {
        f"{file.parent.name}/{n:06d}": file.read_text(encoding="utf-8")
        for n, file in enumerate(files)
    }


def frames(texts: Texts) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Documents and sentences as the pipeline hands them over."""
    day = datetime(2031, 5, 1)
    sources = [name.rpartition("/")[0] for name in texts]
    documents = pl.DataFrame(
        {
            "document_id": list(texts),
            "source_id": sources,
            "source_name": sources,
            "published_earliest": [day] * len(texts),
            "published_latest": [day] * len(texts),
            "text": list(texts.values()),
            "path": list(texts),
        }
    )
    rows = []
    for name, text in texts.items():
        begin = 0
        for line in text.split("\n"):
            rows += [(name, begin + a, begin + b, "body") for a, b in split_block(line)]
            begin += len(line) + 1
    schema = {
        "document_id": pl.String,
        "start_char": pl.Int32,
        "end_char": pl.Int32,
        "section": pl.String,
    }
    return documents, pl.DataFrame(rows, schema=schema, orient="row")


def shingle_join(texts: Texts, most_holders: int | None) -> pl.DataFrame:
    """Pairs by common runs of eight words, `shared` of the shorter one's `least`, in one DuckDB query."""
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.register(
            "texts", pl.DataFrame({"id": list(texts), "text": list(texts.values())}).to_arrow()
        )
        run = " || ' ' || ".join(f"w[i + {n}]" for n in range(SHINGLE))
        return connection.sql(f"""
            WITH words AS (SELECT id, regexp_extract_all(lower(text), '\\w+') AS w FROM texts),
            runs AS (
                SELECT DISTINCT id, hash({run}) AS run
                FROM (SELECT id, w, unnest(range(1, len(w) - {SHINGLE - 2})) AS i FROM words)
            ),
            sizes AS (SELECT id, count(*) AS size FROM runs GROUP BY id),
            held AS (
                SELECT run FROM runs GROUP BY run HAVING count(*) BETWEEN 2 AND {most_holders or 10**9}
            ),
            kept AS (SELECT runs.* FROM runs SEMI JOIN held ON runs.run = held.run),
            pairs AS (
                SELECT a.id AS a, b.id AS b, count(*) AS shared
                FROM kept AS a INNER JOIN kept AS b ON a.run = b.run AND a.id < b.id
                GROUP BY ALL HAVING count(*) >= {LEAST_SHARED}
            )
            SELECT a, b, shared, least(x.size, y.size) AS least
            FROM pairs INNER JOIN sizes AS x ON a = x.id INNER JOIN sizes AS y ON b = y.id
        """).pl()


def by_join(texts: Texts) -> Pairs:
    return set(shingle_join(texts, MOST_HOLDERS).select("a", "b").iter_rows())


def by_datasketch(texts: Texts) -> Pairs:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=128)
    hashes = {}
    for name, text in texts.items():
        words = re.findall(r"\w+", text.lower())
        runs = {" ".join(words[n : n + 5]).encode() for n in range(len(words) - 4)}
        hashes[name] = MinHash(num_perm=128)
        hashes[name].update_batch(list(runs))
        index.insert(name, hashes[name])
    return {
        (min(name, other), max(name, other))
        for name, one in hashes.items()
        for other in index.query(one)
        if other != name
    }


def timed(work: Callable[[], Pairs], repeats: int) -> tuple[float, Pairs]:
    """The median of the CPU seconds, and what was found."""
    seconds, found = [], set()
    for _ in range(repeats):
        started = time.process_time()
        found = work()
        seconds.append(time.process_time() - started)
    return statistics.median(seconds), found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--corpus", type=Path)
    options = parser.parse_args()
    texts = (
        read(options.corpus, options.articles) if options.corpus else generated(options.articles)
    )
    documents, sentences = frames(texts)
    joined = shingle_join(texts, None)
    half = joined.filter(pl.col("shared") >= pl.col("least") / 2)
    wanted = set(half.select("a", "b").iter_rows())
    index = shingle_documents(documents, sentences, NO_LINES)
    rest, one = index.slice(1), index.slice(0, 1)

    def ours() -> Pairs:
        spans = find_reuse(documents, sentences, NO_LINES)
        return set(spans.select("document_a", "document_b").iter_rows())

    def one_new() -> Pairs:
        pairs, _ = find_candidates(rest, one, index.clear(), documents)
        compare_pairs(pairs, documents, sentences, NO_LINES)
        return set()

    ways = {
        "ours: passages, kinds, direction": ours,
        "rare shingles joined in DuckDB": lambda: by_join(texts),
    }
    if find_spec("datasketch"):
        ways["datasketch MinHash LSH"] = lambda: by_datasketch(texts)
    ways["ours: one new document among them"] = one_new
    results = {name: timed(way, options.repeats) for name, way in ways.items()}
    peer = results.get("datasketch MinHash LSH", (None,))[0]
    rows = [
        (
            name,
            seconds,
            seconds / peer if peer else "-",
            len(found) or "-",
            len(found & wanted) / max(1, len(wanted)) if found else "-",
        )
        for name, (seconds, found) in results.items()
    ]
    print(f"{len(texts)} articles, {len(wanted)} pairs share half of the shorter text\n")
    print(table(("way", "CPU s", "of datasketch", "pairs", "recall"), rows))


if __name__ == "__main__":
    main()
