"""What a worker does with one batch of documents: frames in, frames out, for the three text stages.

Belongs here: turning rows into records, calling a room, turning its records into rows. Does not
belong here: which documents are due, and storing.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from pipeline.records import (
    Block,
    Document,
    ManifestEntry,
    RawDocument,
    Rejection,
    Sentence,
    Source,
    TextRun,
)
from pipeline.settings import Settings
from pipeline.warehouse import frame_of, table_schemas

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StageRows:
    """The rows of one batch by table, and the documents that were rejected."""

    tables: dict[str, pl.DataFrame]
    rejections: list[Rejection] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RawItem:
    """A raw document and what the settings files say of its path."""

    raw: Row
    manifest: tuple[ManifestEntry, ...]


@dataclass(frozen=True, slots=True)
class TextItem:
    """A cleaned document's row with its blocks, text map and, for claims, sentences."""

    document: Row
    blocks: list[Row]
    text_map: list[Row]
    sentences: list[Row]


def clean_batch(items: Sequence[RawItem]) -> StageRows:
    """Clean text, metadata and text maps of a batch of raw documents."""
    from pipeline.cleaning.clean import clean

    results = [clean(_raw_document(item.raw), item.manifest) for item in items]
    documents = [result for result in results if isinstance(result, Document)]
    rejections = [result for result in results if isinstance(result, Rejection)]
    return StageRows(
        {
            "document_sources": _keyed_frame(
                "document_sources", [(d.document_id, [d.source]) for d in documents]
            ),
            "documents": frame_of("documents", documents).with_columns(
                source_id=pl.Series([d.source.source_id for d in documents], dtype=pl.String)
            ),
            "text_map": _keyed_frame("text_map", [(d.document_id, d.text_map) for d in documents]),
            "text_blocks": _keyed_frame(
                "text_blocks", [(d.document_id, d.blocks) for d in documents], numbered=True
            ),
            "omitted_passages": _keyed_frame(
                "omitted_passages", [(d.document_id, d.omissions) for d in documents]
            ),
        },
        rejections,
    )


def split_batch(items: Sequence[TextItem]) -> StageRows:
    """Sentences of a batch of cleaned documents."""
    from pipeline.language.sentences import split_sentences

    sentences = [sentence for item in items for sentence in split_sentences(_document(item))]
    return StageRows({"sentences": frame_of("sentences", sentences)})


def claim_batch(items: Sequence[TextItem]) -> StageRows:
    """Claims, attributions, quantities and entities of a batch of documents with their sentences."""
    from pipeline.claims.own import extractor_named
    from pipeline.language.parser import ParsedDocument, ParsedSentence, parse_texts

    readable = [
        (_document(item), [Sentence(**row) for row in item.sentences])
        for item in items
        if item.document["analysis"] != "no_parser"
    ]
    settings = Settings.from_environment()
    extract = extractor_named(settings.extractor)
    trees = parse_texts(
        (
            sentence.text
            for document, sentences in readable
            for sentence in sentences
            if sentence.language in (None, document.language)
        ),
        settings.spacy_model,
    )
    found = [
        extract(
            ParsedDocument(
                document,
                tuple(
                    ParsedSentence(sentence, trees[sentence.text])
                    for sentence in sentences
                    if sentence.text in trees and sentence.language in (None, document.language)
                ),
            )
        )
        for document, sentences in readable
    ]
    return StageRows(
        {
            table: frame_of(table, [record for one in found for record in getattr(one, table)])
            for table in ("claims", "attributions", "quantities", "entities")
        }
    )


def _raw_document(row: Row) -> RawDocument:
    return RawDocument(**{**row, "hints": json.loads(row["hints"] or "{}")})


def _document(item: TextItem) -> Document:
    row = item.document
    source = Source(
        row["source_id"],
        row["source_name"],
        row["source_domain"],
        row["source_family"],
        row["source_named_by"],
    )
    own = {
        name: row[name]
        for name in table_schemas()["documents"]
        if name not in ("source_id", "document_id")
    }
    return Document(
        document_id=row["document_id"],
        path=row["path"],
        source=source,
        blocks=tuple(
            Block(b["start_char"], b["end_char"], b["section"], b["posted_at"]) for b in item.blocks
        ),
        text_map=tuple(
            TextRun(m["start_char"], m["end_char"], m["raw_start"], m["raw_end"])
            for m in item.text_map
        ),
        **own,
    )


def _keyed_frame(
    table: str, records: Sequence[tuple[str, Sequence[Any]]], numbered: bool = False
) -> pl.DataFrame:
    """Rows of records that belong to a document, with its id and, where asked, their number in it."""
    schema = table_schemas()[table]
    keys = {"document_id": [key for key, listed in records for _ in listed]}
    if numbered:
        keys["ordinal"] = [n for _, listed in records for n in range(len(listed))]  # type: ignore[misc]
    columns = {
        name: keys[name]
        if name in keys
        else [getattr(record, name) for _, listed in records for record in listed]
        for name in schema
    }
    return pl.DataFrame(columns, schema=schema)
