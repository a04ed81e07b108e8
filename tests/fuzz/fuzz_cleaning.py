"""Feeds broken files to reading and cleaning until the time is up; not part of the tests.

    .venv/bin/python -m tests.fuzz.fuzz_cleaning [--minutes 10] [--seed 1]

Seeds are the example corpus and the pieces below; each round cuts, doubles, swaps and overwrites
parts of one, or splices two. A round fails where something is raised, where a character has no place
in the raw text, or where it takes longer than SECONDS. Failures are written to a folder to become
cases in tests/cleaning/test_findings.py.
"""

import argparse
import random
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from pipeline.cleaning.clean import clean
from pipeline.language.sentences import split_sentences
from pipeline.reading.folder import InputFile
from pipeline.reading.read import read_file
from pipeline.records import Document, RawDocument
from pipeline.settings import PROJECT_ROOT, Settings
from tests.cleaning.raw_items import assert_receipts

SECONDS = 5.0
SUFFIXES = (".html", ".txt", ".jsonl", ".csv", ".md", ".warc", ".pdf", ".html.gz")
PIECES = [
    b"<", b">", b"</p>", b"<p ", b"<!--", b"-->", b"<![CDATA[", b"<script>", b"<title>", b"<table>", b"=\"", b"='",
    b"&", b"&#", b"&amp", b"&#x110000;", b"&#xd800;", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xe2\x80",
    b"\r", b"\n\n", b"{\"text\": \"", b"\\u", b"\\ud83d", b"\"}", b"2024-03-05", b"99999999999", b"By ", b"(AP) - ",
    b"<div>" * 300, b"." * 500, b" " * 3000, b"a" * 5000, b"\"" * 99, b"<meta property=\"og:title\" content=\"",
    b"<script type=\"application/ld+json\">{\"@type\": [",
]  # fmt: skip


def mutated(data: bytes, other: bytes, dice: random.Random) -> bytes:
    """The bytes with one to eight random changes."""
    for _ in range(dice.randint(1, 8)):
        at, end = sorted((dice.randint(0, len(data)), dice.randint(0, len(data))))
        match dice.randrange(6):
            case 0:
                data = data[:at] + data[end:]
            case 1:
                data = data[:at] + data[at : at + 200] * dice.randint(1, 20) + data[at:]
            case 2:
                data = data[:at] + dice.choice(PIECES) + data[at:]
            case 3:
                data = data[:at] + dice.randbytes(dice.randint(1, 12)) + data[at + 6 :]
            case 4:
                start = dice.randint(0, len(other))
                data = data[:at] + other[start : start + 2_000] + data[at:]
            case _:
                data = data[:end]
    return data[:300_000]


def tried(data: bytes, suffix: str, folder: Path) -> list[str]:
    """What became of the bytes as a file with this suffix. Raises whatever is wrong."""
    place = folder / f"input{suffix}"
    place.write_bytes(data)
    outcomes = []
    file = InputFile(place.name, place, len(data), 0)
    for raw in read_file(file, Settings(input_folder=folder)):
        if not isinstance(raw, RawDocument):
            outcomes.append(raw.reason)
            continue
        document = clean(raw, ())
        if not isinstance(document, Document):
            outcomes.append(document.reason)
            continue
        if not raw.media_type.startswith("application/json"):
            assert_receipts(document, raw.text())
        for sentence in split_sentences(document):
            assert document.text[sentence.start_char : sentence.end_char] == sentence.text
        outcomes.append("document")
    return outcomes


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    corpus = sorted((PROJECT_ROOT / "examples" / "corpus").rglob("*.*"))
    seeds = [file.read_bytes() for file in corpus if file.is_file()] + PIECES
    until = time.monotonic() + 60 * asked.minutes
    counts: Counter[str] = Counter()
    findings = 0
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    while time.monotonic() < until:
        data = mutated(dice.choice(seeds), dice.choice(seeds), dice)
        suffix = dice.choice(SUFFIXES)
        started = time.process_time()
        try:
            counts.update(tried(data, suffix, folder))
            problem = "" if time.process_time() - started < SECONDS else "slow"
        except Exception:
            problem = traceback.format_exc()
        counts["rounds"] += 1
        if problem:
            findings += 1
            place = folder / f"finding{findings}{suffix}"
            place.write_bytes(data)
            print(f"{place}\n{problem}", flush=True)
    print(dict(counts), f"findings: {findings}")
    return min(1, findings)


if __name__ == "__main__":
    raise SystemExit(main())
