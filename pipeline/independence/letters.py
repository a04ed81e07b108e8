"""How much of which document is shared with which: masks over the letters of the body.

Belongs here: turning sentences and spans into counts of letters. Does not belong here: what follows
from them.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import polars as pl

Mask = npt.NDArray[np.bool_]


@dataclass
class SharedLetters:
    """The letters and digits of one document's body, and which of them stand in which other one."""

    letters: Mask
    with_other: dict[str, Mask] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many letters the body has."""
        return int(self.letters.sum())

    def count(self, mask: Mask) -> int:
        """How many letters of the body the mask covers."""
        return int((self.letters & mask).sum())

    def nothing(self) -> Mask:
        """A mask that covers no letter."""
        return np.zeros(self.letters.size, dtype=bool)


def shared_letters(
    documents: pl.DataFrame, sentences: pl.DataFrame, spans: pl.DataFrame
) -> dict[str, SharedLetters]:
    """For each document that the spans name: its letters, by document that it shares them with."""
    involved = sorted(set(spans["document_a"]) | set(spans["document_b"]))
    bodies = _body_intervals(sentences, involved)
    chosen = documents.filter(
        pl.col("document_id").is_in(pl.Series(involved, dtype=pl.String).implode())
    )
    found = {
        document: SharedLetters(_letters(text, bodies[document]))
        for document, text in chosen.select("document_id", "text").sort("document_id").iter_rows()
    }
    columns = ("document_a", "document_b", "a_start", "a_end", "b_start", "b_end")
    for a, b, a_start, a_end, b_start, b_end in spans.select(columns).iter_rows():
        if a in found and b in found:
            _cover(found[a], b, a_start, a_end)
            _cover(found[b], a, b_start, b_end)
    return found


def _cover(shared: SharedLetters, other: str, start: int, end: int) -> None:
    if other not in shared.with_other:
        shared.with_other[other] = shared.nothing()
    shared.with_other[other][start:end] = True


def _letters(text: str, body: list[tuple[int, int]]) -> Mask:
    mask = np.zeros(len(text), dtype=bool)
    for start, end in body:
        mask[start:end] = [character.isalnum() for character in text[start:end]]
    return mask


def _body_intervals(
    sentences: pl.DataFrame, wanted: list[str]
) -> Mapping[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    body = sentences.filter(
        (pl.col("section") == "body")
        & pl.col("document_id").is_in(pl.Series(wanted, dtype=pl.String).implode())
    )
    for document, start, end in body.select("document_id", "start_char", "end_char").iter_rows():
        found[document].append((start, end))
    return found
