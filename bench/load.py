"""A million claims into the work file beside one Arrow frame; publishing beside copying the file.

Belongs here: rows a second, and the seconds of publishing. Does not belong here: what the rows say.

    python -m bench.load [--claims 1000000] [--repeats 3]

The peer is DuckDB itself: one `INSERT … SELECT` of the whole Arrow frame into the same table with its
primary key, and `shutil.copyfile` of the very file that is published.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl

from bench.measure import table
from bench.views import ids
from pipeline.warehouse import Warehouse, empty_frame, table_schemas

SEED = 20_260_102
ROWS_AT_ONCE = 20_000  # what a run of the claims stage commits at a time
LOAD_GOAL, PUBLISH_GOAL = 0.8, 1.5
TEXT = (
    "At least 41 people were displaced in the flood near the harbour, a spokesman for the port said"
)


def claims(count: int) -> pl.DataFrame:
    """Rows of `claims` with ids, offsets and texts like real ones."""
    rng = np.random.default_rng(SEED)
    start = rng.integers(0, 6_000, count)
    columns = {
        "claim_id": ids("c", rng.permutation(count)),
        "document_id": ids("d", np.arange(count) // 40),
        "sentence_id": ids("s", np.arange(count) // 2),
        "ordinal": np.arange(count) % 40,
        "start_char": start,
        "end_char": start + 96,
        "raw_start": start,
        "raw_end": start + 96,
        "text": pl.Series(np.arange(count)).cast(pl.String) + " " + TEXT,
        "check_worthiness": rng.random(count),
    }
    schema = table_schemas()["claims"]
    filled = pl.DataFrame({name: values for name, values in columns.items() if name in schema})
    rest = {
        name: pl.lit("said") if kind == pl.String else pl.lit(None, kind)
        for name, kind in schema.items()
        if name not in columns
    }
    whole = filled.with_columns(**rest).select(list(schema))
    return pl.concat([empty_frame("claims"), whole], how="vertical_relaxed").cast(schema)


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def by_stage(warehouse: Warehouse, frame: pl.DataFrame) -> None:
    """As a run stores them: in transactions of some hundred documents."""
    for part in frame.iter_slices(ROWS_AT_ONCE):
        with warehouse.transaction():
            warehouse.append("claims", part)


def by_frame(warehouse: Warehouse, frame: pl.DataFrame) -> None:
    """The whole frame in one statement."""
    warehouse.append("claims", frame)


def round_of(place: Path, frame: pl.DataFrame) -> tuple[float, float, float, float]:
    """Seconds of one frame, of our batches, of a copy of the file, of publishing it."""
    one = Warehouse.open(place / "one.duckdb")
    whole = seconds(lambda: by_frame(one, frame))
    one.close()
    work = place / "work.duckdb"
    ours = Warehouse.open(work)
    batched = seconds(lambda: by_stage(ours, frame))
    ours.execute("CHECKPOINT")
    ours.close()
    copied = seconds(lambda: shutil.copyfile(work, place / "copy.duckdb"))
    again = Warehouse.open(work)
    published = seconds(lambda: again.publish(place / "published.duckdb"))
    for file in place.iterdir():
        file.unlink()
    return whole, batched, copied, published


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=3)
    asked = parser.parse_args()
    frame = claims(asked.claims)
    with tempfile.TemporaryDirectory() as name:
        rounds = [round_of(Path(name), frame) for _ in range(asked.repeats)]
    whole, batched, copied, published = (
        statistics.median(times) for times in zip(*rounds, strict=True)
    )
    rate = asked.claims / whole
    rows = [
        ("one Arrow frame, rows a second", rate, "", ""),
        ("ours, rows a second", asked.claims / batched, whole / batched, LOAD_GOAL),
        ("copying the file, s", copied, "", ""),
        ("publishing it, s", published, published / copied, PUBLISH_GOAL),
    ]
    print(f"{asked.claims:,} claims, medians of {asked.repeats}\n")
    print(table(("what", "measured", "ratio", "goal"), rows))


if __name__ == "__main__":
    main()
