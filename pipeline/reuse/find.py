"""Which passages do documents share? The entry of this room: frames in, `reuse_spans` out.

Belongs here: putting the steps together and turning words back into characters. Does not belong here:
any judgement.
"""

import polars as pl

from pipeline.reuse.candidates import TextIndex, candidate_pairs, unsettled_texts
from pipeline.reuse.direction import Direction, Extent, Published, direction_of
from pipeline.reuse.judge import Shared, shared_passages
from pipeline.reuse.passages import Passage
from pipeline.reuse.shingles import read_shingles, shingle_documents
from pipeline.reuse.texts import Text, read_texts

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
KEY = ["document_a", "document_b", "a_start", "b_start", "a_end", "b_end"]
Row = tuple[str, str, int, int, int, int, float, str, str | None, float | None]


def find_reuse(
    documents: pl.DataFrame, sentences: pl.DataFrame, boilerplate: pl.DataFrame
) -> pl.DataFrame:
    """All passages that two of the documents share: rows of `reuse_spans`, sorted.

    The steps below in a row, for documents that fit into memory.
    """
    index = shingle_documents(documents, sentences, boilerplate)
    nothing = index.clear()
    pairs, _ = find_candidates(nothing, index, nothing, documents)
    return compare_pairs(pairs, documents, sentences, boilerplate)


def find_candidates(
    kept: pl.DataFrame, added: pl.DataFrame, dropped: pl.DataFrame, paths: pl.DataFrame
) -> tuple[pl.DataFrame, set[str]]:
    """Pairs that may share a passage (`document_a`, `document_b`, sorted), and who is in them anew.

    The frames hold rows of `document_shingles`: of documents that stay, that are new, and that are gone;
    `paths` has document_id and path. Pairs of two documents that are not named as anew are as they were
    and left out. Two revisions of one path are never compared.
    """
    rows = pl.concat(
        [
            kept.with_columns(was=True, now=True),
            added.with_columns(was=False, now=True),
            dropped.with_columns(was=True, now=False),
        ]
    ).sort("document_id", "now")
    index = TextIndex.of(read_shingles(rows), rows["source_id"].to_list())
    was, now = rows["was"].to_numpy(), rows["now"].to_numpy()
    is_new = (now & ~was) | unsettled_texts(index, was, now)
    pairs = candidate_pairs(index, now, is_new)
    ids = rows["document_id"]
    found = pl.DataFrame(
        {"document_a": ids.gather(pairs[:, 0]), "document_b": ids.gather(pairs[:, 1])}
    )
    path_of = paths.select("document_id", "path")
    found = (
        found.join(path_of, left_on="document_a", right_on="document_id")
        .join(path_of, left_on="document_b", right_on="document_id", suffix="_b")
        .filter(pl.col("path") != pl.col("path_b"))
        .select("document_a", "document_b")
        .sort("document_a", "document_b")
    )
    return found, set(ids.filter(pl.Series(is_new)))


def compare_pairs(
    pairs: pl.DataFrame,
    documents: pl.DataFrame,
    sentences: pl.DataFrame,
    boilerplate: pl.DataFrame,
) -> pl.DataFrame:
    """The passages that the documents of each pair share: rows of `reuse_spans`, sorted.

    A function of each pair alone. Documents and sentences that no pair names are not read.
    """
    named = pl.concat([pairs["document_a"], pairs["document_b"]]).unique().implode()
    documents = documents.filter(pl.col("document_id").is_in(named))
    texts = read_texts(documents, sentences, boilerplate)
    sides = _sides(documents)
    sources = dict(documents.select("document_id", "source_id").iter_rows())
    rows: list[Row] = []
    for a, b in pairs.select("document_a", "document_b").iter_rows():
        shared = shared_passages(texts[a], texts[b], same_source=sources[a] == sources[b])
        if shared:
            rows += _rows((a, b), (texts[a], texts[b]), (sides[a], sides[b]), shared)
    return pl.DataFrame(rows, schema=SCHEMA, orient="row").sort(KEY)


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
    direction = Direction(None, None)
    if copied:
        direction = direction_of(
            *published,
            "\n".join(a.text[start:end] for start, end, _, _ in copied),
            "\n".join(b.text[start:end] for _, _, start, end in copied),
            _extents(a, b, [one.passage for one in shared if one.kind != "quote_only"]),
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


def _extents(a: Text, b: Text, copied: list[Passage]) -> tuple[Extent, Extent]:
    return (
        Extent(
            sum(one.a_end - one.a_first for one in copied),
            max(one.a_end for one in copied),
            a.hashes.size,
        ),
        Extent(
            sum(one.b_end - one.b_first for one in copied),
            max(one.b_end for one in copied),
            b.hashes.size,
        ),
    )


def _sides(documents: pl.DataFrame) -> dict[str, Published]:
    columns = ("document_id", "published_earliest", "published_latest", "source_name", "text")
    return {document: Published(*row) for document, *row in documents.select(columns).iter_rows()}
