"""Is what two documents share copied, quoted from a third mouth, or nothing?

Belongs here: the judgement of one pair, a function of the two documents alone. Does not belong here:
finding what they share, and who copied from whom.

Evidence of copying are a writer's own words: equal words outside direct quotation on both sides and
outside house text; names and numbers count half, for they have one wording. Reporters who hear one speech
share its words, and those who report one fact share its names; they rarely share a sentence of their own
around them. Words between that differ speak against copying, half a word each: two descriptions of one
event meet here and there, a rewording follows its source closely.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from pipeline.reuse.align import chains_of, equal_runs
from pipeline.reuse.passages import Passage, joined, passages_of
from pipeline.reuse.texts import Text
from pipeline.reuse.words import Positions

Kind = Literal["verbatim", "reworded", "quote_only"]
Mask = npt.NDArray[np.bool_]

# So many own words in all, from chains of at least so many, are more than set phrases and accidents.
LEAST_OWN_WORDS = 20
LEAST_OWN_IN_CHAIN = 8
NAME, DIFFERING_WORD = 0.5, 0.5
# How many narrated words a passage of a copy needs; beside ample proof less.
LEAST_NARRATED_WORDS = 16
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
    """What one chain of equal words holds; `own` is what it proves."""

    passages: list[Passage]
    own: float
    narrated: int
    quoted: int
    similarity: float


def shared_passages(a: Text, b: Text, *, same_source: bool) -> list[Shared]:
    """What two documents share, by place in `a`; empty where it is nothing but phrases."""
    found = [
        _weighed(passages_of(chain, a, b), a, b, same_source)
        for chain in chains_of(equal_runs(a.index, b.index))
    ]
    found = [one for one in found if one.similarity >= LEAST_SIMILARITY]
    proof = sum(one.own for one in found if one.own >= LEAST_OWN_IN_CHAIN)
    copied: list[Passage] = []
    quoted: list[Passage] = []
    for one in found:
        kind = _kind(one, proof, a, b)
        if kind:
            (quoted if kind == "quote_only" else copied).extend(one.passages)
    shared = [Shared(one, _kind_of_copy(one)) for one in joined(copied, a, b)]
    shared += [Shared(one, "quote_only") for one in joined(quoted, a, b)]
    return sorted(shared, key=lambda one: (one.passage.a_first, one.passage.b_first))


def _kind(one: _Evidence, proof: float, a: Text, b: Text) -> Literal["copied", "quote_only"] | None:
    is_copying, is_proven = proof >= LEAST_OWN_WORDS, proof >= PROVEN_WORDS
    least = LEAST_BESIDE_PROOF if is_proven else LEAST_NARRATED_WORDS
    if is_copying and one.narrated >= least:
        return "copied"
    if is_proven and one.quoted and all(_is_whole(passage, a, b) for passage in one.passages):
        return "copied"
    if one.quoted >= LEAST_QUOTED_WORDS and one.quoted >= _MOSTLY * (one.quoted + one.narrated):
        return "quote_only"
    if is_copying and one.narrated + one.quoted >= LEAST_NARRATED_WORDS:
        return "quote_only"
    return None


def _kind_of_copy(passage: Passage) -> Kind:
    return "verbatim" if passage.similarity >= VERBATIM_SIMILARITY else "reworded"


def _weighed(passages: list[Passage], a: Text, b: Text, same_source: bool) -> _Evidence:
    own, narrated, quoted, words, matches = 0.0, 0, 0, 0, 0
    for passage in passages:
        if same_source and _at_an_edge(passage, a, b):
            continue
        at_a, at_b = passage.a_matches, passage.b_matches
        is_quoted = a.quoted[at_a] | b.quoted[at_b]
        is_house = a.house(at_a) | b.house(at_b)
        is_narrated = ~is_quoted & ~is_house
        is_own = is_narrated.copy()
        if same_source:
            is_own &= _in_whole_sentences(a, at_a, passage.a_first, passage.a_end)
            is_own &= _in_whole_sentences(b, at_b, passage.b_first, passage.b_end)
        is_name = a.named(at_a) | b.named(at_b)
        own += float(np.where(is_name, NAME, 1.0)[is_own].sum())
        narrated += int(is_narrated.sum())
        quoted += int((is_quoted & ~is_house).sum())
        words += passage.a_end - passage.a_first + passage.b_end - passage.b_first
        matches += at_a.size
    differing = words / 2 - matches
    return _Evidence(
        passages,
        own - DIFFERING_WORD * differing,
        narrated,
        quoted,
        2 * matches / words if words else 0.0,
    )


def _in_whole_sentences(text: Text, words: Positions, first: int, end: int) -> Mask:
    """Which words of the stretch stand in sentences that it holds from start to end.

    A house puts widgets and names of its series into sentences; what it repeats of its reports are
    whole sentences.
    """
    sentence = text.sentence_of[words]
    cut_at_start = first > 0 and text.sentence_of[first - 1]
    cut_at_end = end < text.sentence_of.size and text.sentence_of[end]
    inside: Mask = (sentence != cut_at_start) & (sentence != cut_at_end)
    return inside


def _is_whole(passage: Passage, a: Text, b: Text) -> bool:
    """Whether the passage is whole lines on both sides."""
    return all(
        text.line_around(first)[0] == first and text.line_around(end - 1)[1] == end
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
