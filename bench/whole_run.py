"""Whole runs beside the afternoon stack and the bare parse, in one go: CPU, wall, memory, growth, increments.

    python -m bench.whole_run [--articles 200 400] [--rounds 1] [--corpus FOLDER] [--html]

`--corpus` names a folder that holds at least as many files as the largest count; its first files by name
are used. Commands take turns, so that a busy machine slows all of them alike; figures are medians.
"""

import argparse
import math
import shutil
import tempfile
from collections import defaultdict
from pathlib import Path

from bench.articles import write
from bench.measure import Cost, median, python, run, table

PIPELINE = python("assets.run")
GOALS = {
    "first run, CPU": "at most 0.45 of the afternoon stack's (1,000 articles)",
    "first run with two workers, wall": "at most 0.23 of the afternoon stack's (1,000 articles)",
    "first run with one worker, CPU": "at most 2.0 times the bare tree parse",
    "growth of CPU": "an exponent of at most 1.08 from 1,000 to 8,000 articles",
    "peak memory, parent and workers": "at most 2,560 MiB at 2,000 articles, and the same at 8,000",
    "nothing new": "at most 9.6 CPU s among 8,000 articles",
    "one new article": "at most 4 CPU s beyond nothing new among 8,000 articles",
}


def fill(folder: Path, count: int, corpus: Path | None, html: bool) -> None:
    """The input folder of one size."""
    if corpus is None:
        write(folder, count, html)
        return
    folder.mkdir(parents=True)
    for file in sorted(p for p in corpus.rglob("*") if p.is_file())[:count]:
        shutil.copy(file, folder)


def pipeline(folder: Path, data: Path, workers: int) -> Cost:
    """One run of the main job, as `make run` does it."""
    return run(
        PIPELINE,
        CROSSCLAIM_INPUT=str(folder),
        CROSSCLAIM_DATA=str(data),
        CROSSCLAIM_WORKERS=str(workers),
        DAGSTER_HOME=str(data / "dagster"),
    )


def one_more(folder: Path, count: int, corpus: Path | None, html: bool) -> None:
    """Put one article that is not yet there into the folder."""
    if corpus is None:
        number = count + 1
        write(folder.with_name("more"), number, html)
        newest = sorted(folder.with_name("more").iterdir())[-1]
        shutil.copy(newest, folder / f"new-{newest.name}")
        shutil.rmtree(folder.with_name("more"))
        return
    files = sorted(p for p in corpus.rglob("*") if p.is_file())
    if len(files) <= count:
        raise SystemExit(f"{corpus} has {len(files)} files; {count} and one new are needed")
    newest = files[count]
    shutil.copy(newest, folder / f"new-{newest.name}")


def measure(
    place: Path, count: int, corpus: Path | None, html: bool, rounds: int
) -> dict[str, list[Cost]]:
    """The costs of every way, by its name."""
    folder = place / f"input-{count}"
    fill(folder, count, corpus, html)
    costs: dict[str, list[Cost]] = defaultdict(list)
    for number in range(rounds):
        costs["afternoon stack"].append(
            run(python("bench.afternoon_stack", folder, place / "afternoon.duckdb"))
        )
        for workers in (1, 2):
            data = place / f"data-{count}-{workers}-{number}"
            costs[f"first run, workers={workers}"].append(pipeline(folder, data, workers))
        costs["bare tree parse"].append(run(python("bench.bare_parse", data / "crossclaim.duckdb")))
        costs["nothing new"].append(pipeline(folder, data, 2))
    one_more(folder, count, corpus, html)
    costs["one new article"].append(pipeline(folder, data, 2))
    shutil.rmtree(folder)
    return costs


def main() -> None:
    """Print one table a size, then the growth."""
    parser = argparse.ArgumentParser(
        description="Whole runs beside what a user would write instead."
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[200, 400])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--html", action="store_true")
    asked = parser.parse_args()
    totals = {}
    with tempfile.TemporaryDirectory() as name:
        for count in asked.articles:
            costs = measure(Path(name), count, asked.corpus, asked.html, asked.rounds)
            print(f"\n### {count:,} articles\n")
            print(report(costs), flush=True)
            totals[count] = median(costs["first run, workers=1"], "cpu")
    if len(totals) > 1:
        (small, low), (large, high) = min(totals.items()), max(totals.items())
        exponent = math.log(high / low) / math.log(large / small)
        print(f"\nGrowth of CPU from {small:,} to {large:,} articles: exponent {exponent:.2f}")


def report(costs: dict[str, list[Cost]]) -> str:
    """The table of one size, with ratios to the afternoon stack and to the bare parse."""
    peer, floor = costs["afternoon stack"], costs["bare tree parse"]
    rows = [
        (
            name,
            median(listed, "cpu"),
            median(listed, "wall"),
            median(listed, "peak_mib"),
            median(listed, "cpu") / median(peer, "cpu"),
            median(listed, "wall") / median(peer, "wall"),
            median(listed, "cpu") / median(floor, "cpu"),
        )
        for name, listed in costs.items()
    ]
    header = ("way", "CPU s", "wall s", "peak MiB", "CPU / stack", "wall / stack", "CPU / parse")
    return table(header, rows)


if __name__ == "__main__":
    main()
