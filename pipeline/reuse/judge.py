"""Is what two documents share copied, quoted from a third mouth, or nothing?

Belongs here: the judgement of one pair, a function of the two documents alone. Does not belong here:
finding what they share, and who copied from whom.

Evidence are equal words that are narrated: outside direct quotation on both sides, and outside house
text. Reporters who hear one speech share its words; they rarely share a sentence of their own around it.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from pipeline.reuse.align import chains_of, equal_runs
from pipeline.reuse.passages import Passage, joined, passages_of
from pipeline.reuse.texts import Text

Kind = Literal["verbatim", "reworded", "quote_only"]

# Fewer narrated words in common are a set phrase, a title with a name, a fact that has one wording.
LEAST_NARRATED_WORDS = 16
# Beside proof of copying, less is needed of each further passage.
PROVEN_WORDS = 40
LEAST_BESIDE_PROOF = 7
LEAST_QUOTED_WORDS = 8
LEAST_SIMILARITY = 0.5
VERBATIM_SIMILARITY = 0.97
_MOSTLY = 0.8
_EDGE_WORDS = 90
_EDGE_BLOCKS = 2


@dataclass(frozen=True, slots=True)
class Shared:
    """One passage that two documents share, and what it is."""

    passage: Passage
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Evidence:
    passages: list[Passage]
    narrated: int
    quoted: int
    similarity: float
    is_whole: bool


def shared_passages(a: Text, b: Text, *, same_source: bool) -> list[Shared]:
    """What two documents share, by place in `a`; empty where it is nothing but phrases."""
    found = [
        _weighed(passages_of(chain, a, b), a, b, same_source)
        for chain in chains_of(equal_runs(a.index, b.index))
    ]
    found = [one for one in found if one.similarity >= LEAST_SIMILARITY]
    own = [one.narrated for one in found if one.narrated >= LEAST_NARRATED_WORDS]
    is_proven = sum(own) >= PROVEN_WORDS
    copied: list[Passage] = []
    quoted: list[Passage] = []
    for one in found:
        kind = _kind(one, bool(own), is_proven)
        if kind:
            (quoted if kind == "quote_only" else copied).extend(one.passages)
    shared = [Shared(one, _kind_of_copy(one)) for one in joined(copied, a, b)]
    shared += [Shared(one, "quote_only") for one in joined(quoted, a, b)]
    return sorted(shared, key=lambda one: (one.passage.a_first, one.passage.b_first))


def _kind(
    one: _Evidence, is_copying: bool, is_proven: bool
) -> Literal["copied", "quote_only"] | None:
    least = LEAST_BESIDE_PROOF if is_proven else LEAST_NARRATED_WORDS
    if one.narrated >= least or (is_proven and one.is_whole and one.quoted):
        return "copied"
    if one.quoted >= LEAST_QUOTED_WORDS and one.quoted >= _MOSTLY * (one.quoted + one.narrated):
        return "quote_only"
    if is_copying and one.narrated + one.quoted >= LEAST_NARRATED_WORDS:
        return "quote_only"
    return None


def _kind_of_copy(passage: Passage) -> Kind:
    return "verbatim" if passage.similarity >= VERBATIM_SIMILARITY else "reworded"


def _weighed(passages: list[Passage], a: Text, b: Text, same_source: bool) -> _Evidence:
    narrated = quoted = words = matches = 0
    for passage in passages:
        if same_source and _at_an_edge(passage, a, b):
            continue
        at_a = np.array([i for i, _ in passage.matches], np.int64)
        at_b = np.array([j for _, j in passage.matches], np.int64)
        is_house = a.house[at_a] | b.house[at_b]
        is_quoted = a.quoted[at_a] | b.quoted[at_b]
        narrated += int((~is_quoted & ~is_house).sum())
        quoted += int((is_quoted & ~is_house).sum())
        words += passage.a_end - passage.a_first + passage.b_end - passage.b_first
        matches += len(passage.matches)
    return _Evidence(
        passages,
        narrated,
        quoted,
        2 * matches / words if words else 0.0,
        all(_is_whole(passage, a, b) for passage in passages),
    )


def _is_whole(passage: Passage, a: Text, b: Text) -> bool:
    """Whether the passage is whole lines on both sides."""
    return all(
        text.unit_bounds(text.block_of, first)[0] == first
        and text.unit_bounds(text.block_of, end - 1)[1] == end
        for text, first, end in (
            (a, passage.a_first, passage.a_end),
            (b, passage.b_first, passage.b_end),
        )
    )


def _at_an_edge(passage: Passage, a: Text, b: Text) -> bool:
    """Whether it is the last or first lines of both: what a house puts around its articles."""
    if max(passage.a_end - passage.a_first, passage.b_end - passage.b_first) > _EDGE_WORDS:
        return False
    ends = all(
        text.block_of[-1] - text.block_of[first] < _EDGE_BLOCKS
        for text, first in ((a, passage.a_first), (b, passage.b_first))
    )
    starts = all(
        text.block_of[end - 1] - text.block_of[0] < _EDGE_BLOCKS
        for text, end in ((a, passage.a_end), (b, passage.b_end))
    )
    return (ends or starts) and _is_whole(passage, a, b)
