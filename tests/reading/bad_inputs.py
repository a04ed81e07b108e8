"""Bad inputs, small enough to be made here, and what each gives; prints the table of docs/bad_inputs.md.

    .venv/bin/python -m tests.reading.bad_inputs

Each case is a file: its name, its bytes, and what it is. What is too large or too slow for a test is
only written in the document.
"""

import gzip
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

from pipeline.cleaning.clean import clean
from pipeline.reading.fields import FieldSettings
from pipeline.reading.folder import list_folder
from pipeline.reading.read import read_file
from pipeline.records import RawDocument, Rejection
from pipeline.settings import Settings

SAID = (
    "The harbour board said no on Monday, and four ferries stayed in port until the storm was over."
)
MORE = "A spokesman for the board said that the crews had been told to rest and to wait for news."
CONSENT = (
    "<p>We and our 842 partners store and access personal data, like unique identifiers, on your device.</p>"
    "<p>Selecting “I accept” enables tracking technologies for the purposes that we show you below.</p>"
)
LONGEST_DETAIL = 70
NOISE = random.Random(1).randbytes(4_000)


def _page(*inner: str) -> bytes:
    return f"<html lang='en'><title>Ferries</title><body><main>{''.join(inner)}</main></body></html>".encode()


def _lines(*records: object) -> bytes:
    return "\n".join(json.dumps(record) for record in records).encode()


CASES: tuple[tuple[str, str, bytes], ...] = (
    ("empty file", "a.txt", b""),
    ("white space and zero bytes", "a.txt", b" \r\n\t\x00\x00"),
    ("random bytes", "a.txt", NOISE),
    ("random bytes", "a.html", NOISE),
    ("random bytes", "a.pdf", NOISE),
    ("random bytes", "a.parquet", NOISE),
    ("random bytes", "a.warc", NOISE),
    ("no archive", "a.txt.gz", SAID.encode()),
    ("archive cut short", "a.txt.gz", gzip.compress(NOISE, mtime=0)[:900]),
    ("40 MB of zeros in 40 kB", "a.txt.gz", gzip.compress(bytes(40 * 2**20), mtime=0)),
    ("Word document", "a.docx", b"PK"),
    ("e-mail", "a.eml", SAID.encode()),
    ("picture", "a.png", b"\x89PNG"),
    ("archive of files", "a.tar.gz", gzip.compress(b"a", mtime=0)),
    ("saved web archive", "a.mhtml", SAID.encode()),
    ("no suffix", "a", SAID.encode()),
    ("UTF-16 with a mark", "a.txt", SAID.encode("utf-16")),
    ("UTF-16 without a mark", "a.txt", SAID.encode("utf-16-le")),
    ("windows-1252, undeclared", "a.txt", f"“{SAID}” – café".encode("cp1252")),
    ("an encoding that does not exist", "a.html", b"<meta charset=nope><p>" + SAID.encode()),
    ("bytes of three encodings", "a.txt", SAID.encode() + b"\xff\xfe\xc3\x28\x81" + MORE.encode()),
    ("zero bytes and controls in the text", "a.txt", SAID.replace("ferries", "fer\x00ries\x07").encode()),
    ("CR line ends", "a.txt", f"{SAID}\r\r{MORE}".encode()),
    ("line that is no JSON", "a.jsonl", b"{broken\n" + _lines({"id": 1, "text": SAID})),
    ("line nested 100,000 deep", "a.jsonl", b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    ("line that is no object", "a.jsonl", b"[1]"),
    ("record without a text", "a.jsonl", _lines({"id": 1, "notes": SAID})),
    ("text inside an object", "a.jsonl", _lines({"article": {"body": SAID}})),
    ("text as a list of paragraphs", "a.jsonl", _lines({"text": [SAID, MORE]})),
    ("lone surrogate", "a.jsonl", b'{"text": "' + SAID.encode() + b' \\ud800 end"}'),
    ("one id twice", "a.jsonl", _lines({"id": 1, "text": SAID}, {"id": 1, "text": MORE})),
    ("semicolons between cells", "a.csv", f"id;text\n1;{SAID}".encode()),
    ("tabs between cells", "a.tsv", f"id\ttext\n1\t{SAID}".encode()),
    ("row with too few cells", "a.csv", f"id,text\n1\n2,{SAID}".encode()),
    ("a header and no rows", "a.csv", b"id,text\n"),
    ("no text column", "a.csv", b"a,b\n1,2"),
    ("consent dialog of sentences", "a.html", _page(CONSENT)),
    ("consent dialog of buttons", "a.html", b"<div><button>Accept</button><button>Manage</button></div>"),
    ("access check", "a.html", _page("<h1>Checking your browser before accessing a site</h1>")),
    ("error page", "a.html", _page("<h1>404</h1><p>The page you requested was not found.</p>")),
    ("frames only", "a.html", b"<frameset><frame src=a><frame src=b></frameset>"),
    ("opening above a paywall", "a.html", _page(f"<p>{SAID}</p><p>Subscribe to continue reading.</p>")),
    ("opening above a paywall", "a.txt", f"{SAID}\n\nAlready a subscriber? Log in".encode()),
    ("text that is not English", "a.txt", "Die Hafenbehörde teilte am Montag mit, dass vier Fähren bleiben.".encode()),
    ("only preformatted text", "a.html", f"<pre>{SAID}\n\n{MORE}</pre>".encode()),
    ("tags that never close", "a.html", b"<div><p><b><i>" + SAID.encode()),
    ("2,000 nested elements", "a.html", b"<div>" * 2_000 + SAID.encode()),
    ("a kilobyte of <", "a.html", b"<" * 1_000),
    ("entity bomb", "a.xhtml", b'<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "ha">]><p>' + SAID.encode() + b" &b;</p>"),
    ("script, style and comments only", "a.html", b"<script>var a</script><style>p{}</style><!-- b -->"),
    ("an attribute of a megabyte", "a.html", b"<p title='" + b"x" * 2**20 + b"'>" + SAID.encode()),
)  # fmt: skip


def outcome_of(name: str, content: bytes) -> str:
    """What the file gives: rows, with what is particular of them, and the reasons of rejections."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / name).write_bytes(content)
        files, _ = list_folder(folder)
        names = FieldSettings.read(folder)
        found = [
            item
            for file in files
            for item in read_file(file, Settings(input_folder=folder), names.names_for(file.path))
        ]
    return ", ".join(_counted(_told(item) for item in found))


def _told(item: RawDocument | Rejection) -> str:
    document = item if isinstance(item, Rejection) else clean(item, ())
    if isinstance(document, Rejection):
        detail = document.detail.split(": ")[0]
        return f"`{document.reason}`: {shorten(detail, LONGEST_DETAIL, placeholder=' …')}"
    return "rows" if document.analysis == "full" else f"rows, `analysis` is `{document.analysis}`"


def _counted(told: Iterator[str]) -> list[str]:
    return [text if n == 1 else f"{text} ({n} documents)" for text, n in Counter(told).items()]


def table() -> str:
    """Every case and what it gives, as Markdown."""
    lines = ["| what | file | gives |", "|---|---|---|"]
    lines += [
        f"| {what} | `{name}` | {outcome_of(name, content)} |" for what, name, content in CASES
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
