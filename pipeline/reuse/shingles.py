"""Runs of five words of each document as numbers: the index that finds where texts may be alike.

Belongs here: making and reading `document_shingles`. Does not belong here: comparing documents.

Shingles are those of Broder (1997), all of them kept, in order: shingle `n` begins at the document's
counted word `n`. A number has 32 bits; two different runs share one now and then, which costs a needless
look at a pair and changes no result.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.reuse.texts import counted_parts
from pipeline.reuse.words import Positions, Words, mixed, words_of

SHINGLE_WORDS = 5
SCHEMA = {"document_id": pl.String, "source_id": pl.String, "shingles": pl.Binary}

Numbers = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Shingles:
    """The shingles of all documents in a row; those of document `n` are `first[n]` to `first[n + 1]`."""

    values: Numbers
    first: Positions

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return self.first.size - 1


def shingle_documents(
    documents: pl.DataFrame, sentences: pl.DataFrame, boilerplate: pl.DataFrame
) -> pl.DataFrame:
    """Rows of `document_shingles` for the documents, by id: little-endian numbers, one a counted word."""
    documents = documents.sort("document_id")
    counted = counted_parts(documents, sentences, boilerplate)
    shingles = shingles_of(words_of(documents["text"].to_list(), counted.intervals))
    content = shingles.values.astype("<u4").tobytes()
    bounds = (4 * shingles.first).tolist()
    return pl.DataFrame(
        {
            "document_id": documents["document_id"],
            "source_id": documents["source_id"],
            "shingles": [content[a:b] for a, b in pairwise(bounds)],
        },
        schema=SCHEMA,
    )


def read_shingles(index: pl.DataFrame) -> Shingles:
    """The shingles of the index's documents, in the order of its rows."""
    content = b"".join(index["shingles"].to_list())
    sizes = index["shingles"].bin.size().to_numpy().astype(np.int64) // 4
    values = np.frombuffer(content, dtype="<u4")
    return Shingles(values, np.concatenate(([0], np.cumsum(sizes))))


def shingles_of(words: Words) -> Shingles:
    """Every run of five words that lies in one text."""
    count = max(0, words.hashes.size - SHINGLE_WORDS + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(SHINGLE_WORDS):
        hashes *= np.uint64(0x9E3779B97F4A7C15)
        hashes += words.hashes[offset : offset + count]
    sizes = np.diff(words.first)
    is_within = np.ones(count, dtype=bool)
    for missing in range(1, SHINGLE_WORDS):
        last = words.first[1:][sizes >= missing] - missing
        is_within[last[last < count]] = False
    first = np.concatenate(([0], np.cumsum(np.maximum(sizes - SHINGLE_WORDS + 1, 0))))
    return Shingles((mixed(hashes) >> np.uint64(32)).astype(np.uint32)[is_within], first)
