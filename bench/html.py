"""A page to text with date, byline and receipts, beside trafilatura's text with metadata and lxml's parse.

Belongs here: the time a page takes. Does not belong here: whether the text is right.

    python -m bench.html [--pages 200] [--corpus FOLDER]

Both begin at the bytes of the page. A page is timed by each way in turn; figures are milliseconds of CPU.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import trafilatura
from lxml import html as lxml_html

from bench.articles import as_html
from bench.measure import table
from pipeline.cleaning.clean import clean
from pipeline.records import RawDocument

GOAL = 1.15


def pages(count: int, corpus: Path | None) -> list[bytes]:
    """The first pages of a folder, or generated ones."""
    if corpus is None:
        return [as_html(number).encode() for number in range(count)]
    return [file.read_bytes() for file in sorted(corpus.rglob("*.html"))[:count]]


def raw_document(number: int, content: bytes) -> RawDocument:
    """The page as the reader of the folder hands it on."""
    name = f"{number:064}"
    return RawDocument(name, f"{number}.html", "text/html", "utf-8", len(content), name, content)


def milliseconds(ways: dict[str, Callable[[RawDocument], Any]], raws: list[RawDocument]) -> Any:
    """Of every way the CPU time of every page."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for raw in raws:
        for name, way in ways.items():
            started = time.process_time()
            way(replace(raw))
            taken[name].append(1_000 * (time.process_time() - started))
    return taken


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--corpus", type=Path)
    asked = parser.parse_args()
    raws = [raw_document(n, page) for n, page in enumerate(pages(asked.pages, asked.corpus))]
    ways: dict[str, Callable[[RawDocument], Any]] = {
        "trafilatura with metadata": lambda raw: trafilatura.bare_extraction(
            raw.content, with_metadata=True
        ),
        "ours: text, metadata, receipts": lambda raw: clean(raw, ()),
        "lxml parse alone": lambda raw: lxml_html.fromstring(raw.content),
    }
    milliseconds(ways, raws[:5])  # first calls pay for imports and tables
    taken = milliseconds(ways, raws)
    peer = statistics.mean(taken["trafilatura with metadata"])
    rows = [
        (
            name,
            statistics.mean(times),
            statistics.median(times),
            statistics.mean(times) / peer,
            GOAL if name.startswith("ours") else "",
        )
        for name, times in taken.items()
    ]
    print(
        f"{len(raws)} pages, {sum(len(raw.content) for raw in raws) / len(raws):,.0f} bytes each\n"
    )
    print(table(("way", "mean ms", "median ms", "of trafilatura", "goal"), rows))


if __name__ == "__main__":
    main()
