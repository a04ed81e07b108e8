"""Tiny invented articles as the frames that the rooms across documents read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import polars as pl

from pipeline.language.boundaries import split_block
from pipeline.records import stable_id

NO_LINES = pl.DataFrame(schema={"source_id": pl.String, "line": pl.String})
CLAIMS = {
    "claim_id": pl.String,
    "document_id": pl.String,
    "start_char": pl.Int32,
    "end_char": pl.Int32,
    "text": pl.String,
    "section": pl.String,
    "polarity": pl.String,
    "modality": pl.String,
}
ATTRIBUTIONS = {
    "claim_id": pl.String,
    "level": pl.Int32,
    "source_name": pl.String,
    "source_start": pl.Int32,
    "source_end": pl.Int32,
    "is_anonymous": pl.Boolean,
    "is_outlet": pl.Boolean,
}


@dataclass(frozen=True)
class Article:
    """One article: paragraphs are lines; `day` counts from the first of May 2031."""

    name: str
    source: str | None
    text: str
    day: int | None = None
    byline: str | None = None
    path: str | None = None
    sections: tuple[tuple[str, str], ...] = ()  # (line, section) of lines that are no body

    @property
    def document_id(self) -> str:
        return self.name

    def place(self, words: str) -> tuple[int, int]:
        start = self.text.index(words)
        return start, start + len(words)

    def section_of(self, words: str) -> str:
        start = self.text.index(words)
        begin = self.text.rfind("\n", 0, start) + 1
        return dict(self.sections).get(self.text[begin:].partition("\n")[0], "body")


def document_frame(articles: Iterable[Article]) -> pl.DataFrame:
    rows = []
    for one in articles:
        start = None if one.day is None else datetime(2031, 5, 1) + timedelta(days=one.day)
        end = start and start + timedelta(hours=23, minutes=59)
        source_id = stable_id("source", one.source or one.name)
        known = (one.document_id, source_id, one.source, one.name, one.byline)
        rows.append((*known, start, start, end, one.text, one.path or f"{one.name}.txt"))
    schema = {
        "document_id": pl.String,
        "source_id": pl.String,
        "source_name": pl.String,
        "title": pl.String,
        "byline": pl.String,
        "published_at": pl.Datetime("us"),
        "published_earliest": pl.Datetime("us"),
        "published_latest": pl.Datetime("us"),
        "text": pl.String,
        "path": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def sentence_frame(articles: Iterable[Article]) -> pl.DataFrame:
    rows = []
    for one in articles:
        begin = 0
        for line in one.text.split("\n"):
            section = dict(one.sections).get(line, "body")
            rows += [
                (one.document_id, begin + start, begin + end, section)
                for start, end in split_block(line)
            ]
            begin += len(line) + 1
    schema = {
        "document_id": pl.String,
        "start_char": pl.Int32,
        "end_char": pl.Int32,
        "section": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


@dataclass(frozen=True)
class Link:
    """One link of a claim's chain; a name of None is an unnamed source."""

    name: str | None
    is_outlet: bool = False


@dataclass(frozen=True)
class Statement:
    """A claim: these words of an article, and who says so, the innermost first."""

    name: str
    article: Article
    words: str
    chain: tuple[Link, ...] = ()
    polarity: str = "affirmed"
    modality: str = "asserted"


def claim_frame(statements: Sequence[Statement]) -> pl.DataFrame:
    rows = [
        (
            *(one.name, one.article.document_id, *one.article.place(one.words), one.words),
            *(one.article.section_of(one.words), one.polarity, one.modality),
        )
        for one in statements
    ]
    return pl.DataFrame(rows, schema=CLAIMS, orient="row")


def attribution_frame(statements: Sequence[Statement]) -> pl.DataFrame:
    rows = []
    for one in statements:
        for level, link in enumerate(one.chain, start=1):
            name, text = link.name, one.article.text
            place = one.article.place(name) if name and name in text else (None, None)
            rows.append((one.name, level, link.name, *place, link.name is None, link.is_outlet))
    return pl.DataFrame(rows, schema=ATTRIBUTIONS, orient="row")
