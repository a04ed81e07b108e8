"""Which passages do documents share? The entry of this room: frames in, `reuse_spans` out.

Belongs here: putting the steps together and turning words back into characters. Does not belong here:
any judgement.
"""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import polars as pl

from pipeline.reuse.candidates import candidate_pairs
from pipeline.reuse.direction import Published, direction_of
from pipeline.reuse.judge import Shared, shared_passages
from pipeline.reuse.texts import SentencePlace, Text, read_texts

SCHEMA = {
    "document_a": pl.String,
    "document_b": pl.String,
    "a_start": pl.Int32,
    "a_end": pl.Int32,
    "b_start": pl.Int32,
    "b_end": pl.Int32,
    "similarity": pl.Float64,
    "kind": pl.String,
    "copier": pl.String,
    "direction_certainty": pl.Float64,
}
_KEY = ["document_a", "document_b", "a_start", "b_start", "a_end", "b_end"]
Row = tuple[str, str, int, int, int, int, float, str, str | None, float | None]


def find_reuse(
    documents: pl.DataFrame,
    sentences: pl.DataFrame,
    boilerplate: pl.DataFrame,
    known: pl.DataFrame | None,
    new_documents: set[str] | None,
) -> pl.DataFrame:
    """All passages that two documents share: rows of `reuse_spans`, sorted.

    With `known`, rows of pairs of documents that are not in `new_documents` are taken from it, and
    only pairs with a new document are compared. Two revisions of one path are never compared.
    """
    documents = documents.sort("document_id")
    ids = documents["document_id"].to_list()
    words, texts = read_texts(
        documents["text"].to_list(),
        _sentence_places(ids, sentences),
        _boilerplate_of(documents, boilerplate),
    )
    only_new = known is not None and new_documents is not None
    is_new = np.array([one in (new_documents or ()) for one in ids], bool) if only_new else None
    paths, sources = documents["path"].to_list(), documents["source_id"].to_list()
    published = _published(documents)
    rows: list[Row] = []
    for a, b in candidate_pairs(words, is_new):
        if paths[a] == paths[b]:
            continue
        shared = shared_passages(texts[a], texts[b], same_source=sources[a] == sources[b])
        if shared:
            rows += _rows(
                (ids[a], ids[b]), (texts[a], texts[b]), (published[a], published[b]), shared
            )
    found = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    if only_new and known is not None:
        old = pl.Series(sorted(set(ids) - (new_documents or set())), dtype=pl.String).implode()
        kept = known.filter(pl.col("document_a").is_in(old) & pl.col("document_b").is_in(old))
        found = pl.concat([found, kept.select(*SCHEMA).cast(SCHEMA)])  # type: ignore[arg-type]
    return found.sort(_KEY)


def _rows(
    ids: tuple[str, str],
    texts: tuple[Text, Text],
    published: tuple[Published, Published],
    shared: list[Shared],
) -> list[Row]:
    a, b = texts
    places = [
        (
            int(a.starts[one.passage.a_first]),
            int(a.ends[one.passage.a_end - 1]),
            int(b.starts[one.passage.b_first]),
            int(b.ends[one.passage.b_end - 1]),
        )
        for one in shared
    ]
    copied = [place for one, place in zip(shared, places, strict=True) if one.kind != "quote_only"]
    direction = direction_of(
        *published,
        "\n".join(a.text[start:end] for start, end, _, _ in copied),
        "\n".join(b.text[start:end] for _, _, start, end in copied),
    )
    certainty = None if direction.certainty is None else round(direction.certainty, 4)
    return [
        (
            *ids,
            *place,
            round(one.passage.similarity, 4),
            one.kind,
            *((None, None) if one.kind == "quote_only" else (direction.copier, certainty)),
        )
        for one, place in zip(shared, places, strict=True)
    ]


def _sentence_places(ids: Iterable[str], sentences: pl.DataFrame) -> list[list[SentencePlace]]:
    places: dict[str, list[SentencePlace]] = defaultdict(list)
    columns = ("document_id", "start_char", "end_char", "section")
    for document, start, end, section in sentences.select(columns).sort(columns).iter_rows():
        places[document].append(SentencePlace(start, end, section))
    return [places[one] for one in ids]


def _boilerplate_of(documents: pl.DataFrame, boilerplate: pl.DataFrame) -> list[frozenset[str]]:
    lines: dict[str, set[str]] = defaultdict(set)
    for source, line in boilerplate.select("source_id", "line").iter_rows():
        lines[source].add(line.strip())
    frozen = {source: frozenset(its) for source, its in lines.items()}
    return [frozen.get(source, frozenset()) for source in documents["source_id"].to_list()]


def _published(documents: pl.DataFrame) -> list[Published]:
    columns = ("published_earliest", "published_latest", "source_name", "text")
    return [Published(*row) for row in documents.select(columns).iter_rows()]
