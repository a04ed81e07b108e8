"""What speaks for two sources depending on each other: shared text, credits and rare claims.

Belongs here: gathering and counting that evidence. Does not belong here: weighing it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from itertools import combinations

import polars as pl

from pipeline.independence.names import outlet_origin_id
from pipeline.independence.upstreams import absent_outlets

SourcePair = tuple[str, str]

# A proposition that more sources hold is widely reported, and no evidence of copying. One that few hold is
# rare only where so many more told the story: of two that alone were there, both say what there is to say.
MOST_HOLDERS = 3
RARE_OF_TELLERS = 0.5
_MOST_OF_A_TEXT = 0.5  # copied_share of document_origins
# Pairs are not drawn from a report that more sources relay: it connects everybody with everybody.
_MOST_RELAYING = 50


@dataclass
class Evidence:
    """Counts of what one pair of sources shares; `a` is the smaller id.

    `wholes` are the shared texts that make up most of one of the two documents.
    """

    a_took: int = 0
    b_took: int = 0
    both_took: int = 0
    wholes: int = 0
    a_credits_b: int = 0
    b_credits_a: int = 0
    relayed: int = 0
    rare: int = 0
    common: int = 0
    parents: Counter[str] = field(default_factory=Counter)

    @property
    def texts(self) -> int:
        """Pairs of their documents that share copied text."""
        return self.a_took + self.b_took + self.both_took

    @property
    def credits(self) -> int:
        """Documents that credit the other source, or that relay one outlet beside one of the other's."""
        return self.a_credits_b + self.b_credits_a + self.relayed


class _Pairs(defaultdict[SourcePair, Evidence]):
    """Evidence by pair of sources, whichever of the two is named first."""

    def __init__(self) -> None:
        super().__init__(Evidence)

    def between(self, one: str, other: str) -> Evidence:
        return self[min(one, other), max(one, other)]


def gather_evidence(
    documents: pl.DataFrame,
    document_origins: pl.DataFrame,
    reuse_spans: pl.DataFrame,
    credits: pl.DataFrame,
    held: pl.DataFrame,
) -> dict[SourcePair, Evidence]:
    """The evidence on every pair of sources that share anything.

    `held` has a row for each claim: document_id, source_id, proposition_id, origin_id, reason (of
    `claim_origins`) and tellers, the number of sources that told its story (NULL where it has none).
    What stands in copied text is one piece of evidence, the text; its credits and claims are none beside it.
    """
    found = _Pairs()
    source_of = dict(documents.select("document_id", "source_id").iter_rows())
    copied = reuse_spans.filter(pl.col("kind") != "quote_only")
    sharing = set(copied.select("document_a", "document_b").iter_rows())
    _add_texts(found, source_of, document_origins, copied, credits)
    _add_credits(found, source_of, credits, sharing)
    _add_relayed(found, credits, held, sharing)
    _add_rare_claims(found, held)
    return dict(found)


def _add_texts(
    found: _Pairs,
    source_of: Mapping[str, str],
    document_origins: pl.DataFrame,
    copied: pl.DataFrame,
    credits: pl.DataFrame,
) -> None:
    """One piece of evidence for each two documents that share copied text."""
    upstream = document_origins.filter(pl.col("reason") == "shared_upstream")
    absent = dict(upstream.select("document_id", "origin_id").iter_rows())
    names = absent_outlets(document_origins, credits)
    shares = dict(document_origins.select("document_id", "copied_share").iter_rows())
    parents: dict[str, set[str]] = defaultdict(set)
    for document, outlet in (
        credits.filter(pl.col("found_in") == "byline").select("document_id", "upstream").iter_rows()
    ):
        parents[document].add(outlet)
    pairs = copied.group_by("document_a", "document_b").agg(
        pl.col("copier").drop_nulls().mode().sort().first()
    )
    for a, b, copier in pairs.sort("document_a", "document_b").iter_rows():
        if a not in source_of or b not in source_of or source_of[a] == source_of[b]:
            continue
        evidence = found.between(source_of[a], source_of[b])
        evidence.wholes += max(shares.get(a, 0.0), shares.get(b, 0.0)) >= _MOST_OF_A_TEXT
        if a in absent and absent[a] == absent.get(b):
            evidence.both_took += 1
            evidence.parents.update({names[absent[a]]} if absent[a] in names else ())
        elif copier is None:
            evidence.both_took += 1
            evidence.parents.update(parents[a] | parents[b])
        elif source_of[a if copier == "a" else b] < source_of[b if copier == "a" else a]:
            evidence.a_took += 1
        else:
            evidence.b_took += 1


def _add_credits(
    found: _Pairs,
    source_of: Mapping[str, str],
    credits: pl.DataFrame,
    sharing: Set[tuple[str, str]],
) -> None:
    """One piece of evidence for each document that credits another source of the corpus."""
    taken = {(a, source_of.get(b)) for a, b in sharing} | {
        (b, source_of.get(a)) for a, b in sharing
    }
    direct = credits.filter(pl.col("upstream_source_id").is_not_null())
    for document, upstream in (
        direct.select("document_id", "upstream_source_id").unique().sort(pl.all()).iter_rows()
    ):
        crediting = source_of.get(document)
        if crediting is None or crediting == upstream or (document, upstream) in taken:
            continue
        evidence = found.between(crediting, upstream)
        if crediting < upstream:
            evidence.a_credits_b += 1
        else:
            evidence.b_credits_a += 1


def _add_relayed(
    found: _Pairs, credits: pl.DataFrame, held: pl.DataFrame, sharing: Set[tuple[str, str]]
) -> None:
    """One piece of evidence for each two documents that both have something from one outlet.

    However much they have of one report of it, it is one report: a document counts once for each other
    source and outlet.
    """
    outlets = {outlet_origin_id(name): name for name in credits["upstream"].unique().sort()}
    relayed = held.filter(
        pl.col("origin_id").is_in(pl.Series(sorted(outlets), dtype=pl.String).implode())
    )
    groups = relayed.group_by("proposition_id", "origin_id").agg(
        pl.struct("source_id", "document_id").unique().sort()
    )
    counted: set[tuple[str, str, str]] = set()
    for _, origin, holders in groups.sort("proposition_id", "origin_id").iter_rows():
        places = [(one["source_id"], one["document_id"]) for one in holders]
        if len({source for source, _ in places}) > _MOST_RELAYING:
            continue
        for (one, a), (other, b) in combinations(places, 2):
            if one == other or (min(a, b), max(a, b)) in sharing:
                continue
            if (a, other, origin) in counted or (b, one, origin) in counted:
                continue
            counted.update([(a, other, origin), (b, one, origin)])
            evidence = found.between(one, other)
            evidence.relayed += 1
            evidence.parents[outlets[origin]] += 1


def _add_rare_claims(found: _Pairs, held: pl.DataFrame) -> None:
    """One piece of evidence for each narrated proposition that two sources share, rare or common.

    What a named speaker said anybody may have heard, and copied text is counted as text.
    """
    narrated = held.filter(pl.col("reason") == "own")
    groups = narrated.group_by("proposition_id").agg(
        pl.col("source_id").unique().sort(), pl.col("tellers").max()
    )
    for _, sources, tellers in groups.sort("proposition_id").iter_rows():
        if len(sources) > _MOST_RELAYING:
            continue
        is_common = len(sources) > MOST_HOLDERS
        is_rare = not is_common and len(sources) <= RARE_OF_TELLERS * (tellers or 0)
        for one, other in combinations(sources, 2):
            found.between(one, other).rare += is_rare
            found.between(one, other).common += is_common
