"""From which origin did each document's text come? Fills `document_origins`, part of `origins`.

Belongs here: what pairs of documents that share text mean for the text of each. Does not belong here:
finding what they share; origins of claims.

Every document that shares text is ranked by how much the others took from it (log odds of direction,
weighted by the share taken), so that one doubtful pair does not turn the rest. A document belongs to
the origin that the largest part of its body came from, its own included, and so on up: a copy of a
copy joins the same origin. Where the best ranked member itself credits somebody who is not there, or
its likeness to the others speaks of a third, the original is absent and all are its copies.

This is the derivation of texts (`wasDerivedFrom` in W3C PROV-O); what a statement rests on
(`hadPrimarySource`) is for the origins of claims.
"""

import math
from collections import defaultdict
from dataclasses import dataclass

import polars as pl

from pipeline.independence.letters import Mask, SharedLetters, shared_letters
from pipeline.independence.names import ORIGIN_SCHEMA, text_origin_id
from pipeline.independence.upstreams import Upstreams

SCHEMA = {
    "document_id": pl.String,
    "origin_id": pl.String,
    "reason": pl.String,
    "copied_share": pl.Float64,
}
# Two documents that share less than this of the shorter one are no copies of each other as wholes.
_LEAST_OVERLAP = 0.25
# Of two copies of one absent text one may be far more complete: the shorter one's share tells.
_SIBLING_OVERLAP = 0.5
_LARGEST_ODDS = 4.0

Place = tuple[float, str, str]  # better ranked ones are smaller


@dataclass(frozen=True, slots=True)
class _Pair:
    """Log odds that the second document of a pair took from the first; 0 where unknown or from a third.

    `overlap` is the part of the shorter document that the two share.
    """

    odds: float
    overlap: float
    has_direction: bool

    @property
    def is_close(self) -> bool:
        """Whether one may be a copy of the other as a whole."""
        return self.overlap >= _LEAST_OVERLAP


@dataclass
class _Group:
    """What the steps below share: who shares what with whom, and who stands before whom."""

    shared: dict[str, SharedLetters]
    pairs: dict[tuple[str, str], _Pair]
    places: dict[str, Place]

    def pair(self, one: str, other: str) -> _Pair:
        """What two documents that share text are to each other."""
        return self.pairs[min(one, other), max(one, other)]

    def took(self, document: str, other: str) -> bool:
        """Whether the document has its share of the other's text from there, or both from a third."""
        pair = self.pair(document, other)
        if pair.is_close:
            return self.places[other] < self.places[document]
        return not pair.has_direction or (pair.odds > 0) == (document > other)


def trace_document_origins(
    documents: pl.DataFrame,
    sentences: pl.DataFrame,
    reuse_spans: pl.DataFrame,
    credits: pl.DataFrame,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(`document_origins`, the `origins` they name), sorted by id.

    The same for any order of rows; a document that shares no text with others changes nothing for them.
    """
    group = _grouped(documents, sentences, reuse_spans.filter(pl.col("kind") != "quote_only"))
    roots = _roots(group)
    members: dict[str, list[str]] = defaultdict(list)
    for document, root in sorted(roots.items()):
        members[root].append(document)
    upstreams = Upstreams(credits)
    rows, origins = [], []
    for document, label in (
        documents.select("document_id", _label()).sort("document_id").iter_rows()
    ):
        root = roots.get(document, document)
        its = members.get(root, [document])
        is_absent = _is_absent(root, its, group, upstreams)
        rows.append(
            (
                document,
                text_origin_id(root),
                _reason(document == root, is_absent, len(its) > 1),
                _copied_share(document, its if is_absent else [], group),
            )
        )
        if document == root:
            upstream = upstreams.common_name(root, its) if is_absent else None
            kind = "outlet" if upstream else "document"
            origins.append(
                (text_origin_id(root), upstream or label, kind, None if is_absent else root)
            )
    return (
        pl.DataFrame(rows, schema=SCHEMA, orient="row"),
        pl.DataFrame(sorted(origins), schema=ORIGIN_SCHEMA, orient="row"),
    )


def _label() -> pl.Expr:
    """A name for a document: its title, or its path."""
    return pl.coalesce(pl.col("title"), pl.col("path")).alias("label")


def _grouped(documents: pl.DataFrame, sentences: pl.DataFrame, spans: pl.DataFrame) -> _Group:
    shared = shared_letters(documents, sentences, spans)
    pairs = {}
    lead: dict[str, float] = defaultdict(float)
    directions = spans.group_by("document_a", "document_b").agg(
        pl.col("copier").drop_nulls().mode().sort().first(),
        pl.col("direction_certainty").max(),
    )
    for a, b, copier, certainty in directions.sort("document_a", "document_b").iter_rows():
        if a not in shared or b not in shared:
            continue
        overlap = _overlap(shared[a], shared[b], a, b)
        odds = _log_odds(certainty) * ({"a": -1, "b": 1}.get(copier, 0))
        pairs[a, b] = _Pair(odds, overlap, copier is not None)
        if overlap >= _LEAST_OVERLAP:
            lead[a] += odds * overlap
            lead[b] -= odds * overlap
    first_seen = documents.select(
        "document_id", pl.col("published_at").cast(pl.String).fill_null("~")
    )
    places = {
        document: (-round(lead[document], 6), seen, document)
        for document, seen in first_seen.iter_rows()
        if document in shared
    }
    return _Group(shared, pairs, places)


def _overlap(a: SharedLetters, b: SharedLetters, id_a: str, id_b: str) -> float:
    """The part of the shorter document that the two share."""
    return max(
        one.count(one.with_other[other]) / one.size if one.size else 0.0
        for one, other in ((a, id_b), (b, id_a))
    )


def _log_odds(certainty: float | None) -> float:
    if certainty is None:
        return 0.0
    limit = 1 / (1 + math.exp(-_LARGEST_ODDS))
    certainty = max(0.5, min(limit, certainty))
    return math.log(certainty / (1 - certainty))


def _roots(group: _Group) -> dict[str, str]:
    """The document at the head of each document's origin; itself where most of its text is its own."""
    roots: dict[str, str] = {}
    for document in sorted(group.shared, key=group.places.__getitem__):
        shared = group.shared[document]
        by_root: dict[str, Mask] = {}
        taken = shared.nothing()
        for other, mask in sorted(shared.with_other.items()):
            if not (group.pair(document, other).is_close and group.took(document, other)):
                continue
            root = roots[other]
            by_root[root] = by_root.get(root, shared.nothing()) | mask
            taken = taken | mask
        parts = {root: shared.count(mask) for root, mask in by_root.items()}
        best = min(parts, key=lambda root: (-parts[root], group.places[root]), default=document)
        own = shared.size - shared.count(taken)
        is_sibling = any(
            roots[other] == best
            and (pair := group.pair(document, other)).overlap >= _SIBLING_OVERLAP
            and not pair.has_direction
            for other in shared.with_other
            if other in roots
        )
        roots[document] = best if is_sibling or parts.get(best, 0) > own else document
    return roots


def _is_absent(root: str, members: list[str], group: _Group, upstreams: Upstreams) -> bool:
    """Whether the original of the group's text is not among its members."""
    if upstreams.credits_whole_text(root):
        return True
    others = [one for one in members if one != root and one in group.shared[root].with_other]
    return bool(others) and not any(group.pair(root, other).has_direction for other in others)


def _reason(is_root: bool, is_absent: bool, has_siblings: bool) -> str:
    if is_absent:
        return "shared_upstream" if has_siblings else "copy"
    return "own" if is_root else "copy"


def _copied_share(document: str, siblings: list[str], group: _Group) -> float:
    """The share of the letters of the body that was taken over, as far as the other text is there."""
    shared = group.shared.get(document)
    if shared is None or not shared.size:
        return 0.0
    taken = shared.nothing()
    for other, mask in shared.with_other.items():
        if other in siblings or group.took(document, other):
            taken = taken | mask
    return round(shared.count(taken) / shared.size, 4)
