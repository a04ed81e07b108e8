"""How likely does one source take from another, or both from a third? Fills `source_dependence`.

Belongs here: weighing evidence on pairs of sources. Does not belong here: gathering that evidence, and
any verdict on which of them is right.

After Dong, Berti-Equille and Srivastava, 'Integrating conflicting data: the role of source
dependence', PVLDB 2(1), 2009, section 3: with `a` the chance of dependence before any evidence, the
odds are a / (1 - a) times the product over the pieces of evidence of P(piece | dependent) /
P(piece | independent); something shared is the stronger evidence the less likely independent sources
share it. Theirs asks how likely a false value is shared; ours judges no truth and asks how rare a
shared proposition is. Ratios:

- text: of n documents (the smaller source's), k share copied text. Independent sources do so at the
  rate of false alarms f, dependent ones at a rate with prior Beta(1, 9), so the ratio is
  B(1 + k, 9 + n - k) / (B(1, 9) f^k (1 - f)^(n - k)), and ten times as much for each that makes up most
  of a document, which accidents hardly do;
- a credit, or two documents that both have something from one outlet: a constant;
- a shared narrated proposition: rare where at most three sources hold it, and no more than half of those
  that told the story. Let q be the share of rare ones among all rare and common that two sources share. A
  dependent pair copies a share c of what it has in common, and what it copies may be rare whatever
  others report: P(rare | dependent) = c + (1 - c) q. A rare one counts (c + (1 - c) q) / q, a widely
  reported one 1 - c, less than one.

The interval is the posterior's when pieces of evidence weigh more or less than one, by chance: under the
Bayesian bootstrap (Rubin 1981) each has a weight of Exp(1), so that m pieces of one kind weigh Gamma(m) / m
of their sum. Kinds, and one unit more for the prior, are put together by the squares of their distances from
the sum (MOVER: Zou and Donner, 'Construction of confidence limits about effect measures', Statistics in
Medicine 27, 2008). Of a pair about which little is known it spans nearly everything, and should: one shared
passage may be an accident, or the only article of a copier.
"""

import math
from collections.abc import Iterable

import polars as pl
from scipy.special import gammaincinv

from pipeline.independence.evidence import Evidence, gather_evidence

SCHEMA = {
    "source_a": pl.String,
    "source_b": pl.String,
    "probability": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
    "p_a_from_b": pl.Float64,
    "p_b_from_a": pl.Float64,
    "p_common_parent": pl.Float64,
    "parent": pl.String,
    "shared_text": pl.Int64,
    "shared_credits": pl.Int64,
    "shared_rare_claims": pl.Int64,
}
PRIOR = 0.2  # as in Dong et al.
# Dong et al. let a copier copy 0.8 of its values; of what news outlets have in common it is far less.
COPIED_SHARE = 0.2
# About one in a hundred documents is found to share a passage by accident, one in a thousand most of its text.
FALSE_ALARM, FALSE_WHOLE = 0.01, 0.001
_RATE_A, _RATE_B = 1.0, 9.0
_CREDIT_RATIO = 3.0
_SPREAD_95 = 1.96
_TAIL = 0.025


def estimate_dependence(
    sources: pl.DataFrame,
    documents: pl.DataFrame,
    document_origins: pl.DataFrame,
    reuse_spans: pl.DataFrame,
    credits: pl.DataFrame,
    claim_propositions: pl.DataFrame,
    claim_origins: pl.DataFrame,
    claims: pl.DataFrame,
    document_stories: pl.DataFrame,
) -> pl.DataFrame:
    """Rows of `source_dependence`, sorted: all pairs of named sources, and others that share anything.

    Of `claims` only claim_id and document_id are read.
    """
    told = document_stories.select("document_id", "story_id").join(
        documents.select("document_id", "source_id"), on="document_id"
    )
    tellers = told.with_columns(tellers=pl.col("source_id").n_unique().over("story_id"))
    held = (
        claims.select("claim_id", "document_id")
        .join(documents.select("document_id", "source_id"), on="document_id")
        .join(claim_propositions.select("claim_id", "proposition_id"), on="claim_id")
        .join(claim_origins.select("claim_id", "origin_id", "reason"), on="claim_id")
        .join(tellers.select("document_id", "tellers"), on="document_id", how="left")
    )
    evidence = gather_evidence(documents, document_origins, reuse_spans, credits, held)
    sizes = dict(documents.group_by("source_id").len().iter_rows())
    named = sources.filter(pl.col("named_by") != "unknown")["source_id"].sort().to_list()
    pairs = {(a, b) for n, a in enumerate(named) for b in named[n + 1 :]} | set(evidence)
    rarity = _rarity(evidence.values())
    nothing = Evidence()
    rows = [
        (
            a,
            b,
            *_estimate(
                evidence.get((a, b), nothing), min(sizes.get(a, 0), sizes.get(b, 0)), rarity
            ),
        )
        for a, b in sorted(pairs)
    ]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def text_log_ratio(shared: int, documents: int) -> float:
    """Log of the beta-binomial ratio for `shared` of `documents` with copied text."""
    shared = min(shared, documents)
    rest = documents - shared
    dependent = _log_beta(_RATE_A + shared, _RATE_B + rest) - _log_beta(_RATE_A, _RATE_B)
    independent = shared * math.log(FALSE_ALARM) + rest * math.log(1 - FALSE_ALARM)
    return dependent - independent


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _rarity(evidence: Iterable[Evidence]) -> float:
    """The share of rare ones among the propositions that two sources share; 1 where there are none."""
    rare = common = 0
    for one in evidence:
        rare += one.rare
        common += one.common
    return rare / (rare + common) if rare else 1.0


def _estimate(
    evidence: Evidence, documents: int, rarity: float
) -> tuple[float, float, float, float, float, float, str | None, int, int, int]:
    text = text_log_ratio(evidence.texts, documents)
    text += min(evidence.wholes, documents) * math.log(FALSE_ALARM / FALSE_WHOLE)
    kinds = (
        (text, max(1, evidence.texts)),
        (evidence.credits * math.log(_CREDIT_RATIO), evidence.credits),
        (
            evidence.rare * math.log((COPIED_SHARE + (1 - COPIED_SHARE) * rarity) / rarity),
            evidence.rare,
        ),
        (evidence.common * math.log(1 - COPIED_SHARE), evidence.common),
    )
    log_odds = math.log(PRIOR / (1 - PRIOR)) + sum(weight for weight, _ in kinds)
    below, above = _distances(kinds)
    probability = _chance(log_odds)
    parts = _split(evidence, probability)
    parent = max(sorted(evidence.parents), key=evidence.parents.__getitem__, default=None)
    return (
        probability,
        _chance(log_odds - below),
        _chance(log_odds + above),
        *parts,
        parent,
        evidence.texts,
        evidence.credits,
        evidence.rare,
    )


def _distances(kinds: Iterable[tuple[float, int]]) -> tuple[float, float]:
    """How far below and above the sum its 95 % interval reaches; `kinds` are sums and numbers of pieces."""
    below = above = _SPREAD_95**2
    for weight, pieces in kinds:
        if pieces:
            less, more = gammaincinv(pieces, (_TAIL, 1 - _TAIL)) / pieces * weight - weight
            below += min(less, more) ** 2
            above += max(less, more) ** 2
    return math.sqrt(below), math.sqrt(above)


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def _split(evidence: Evidence, probability: float) -> tuple[float, float, float]:
    """The probability by way: a from b, b from a, both from a third (Laplace's rule of succession)."""
    ways = (
        1 + evidence.a_took + evidence.a_credits_b,
        1 + evidence.b_took + evidence.b_credits_a,
        1 + evidence.both_took + evidence.relayed,
    )
    a_from_b, b_from_a = (probability * way / sum(ways) for way in ways[:2])
    return a_from_b, b_from_a, probability - a_from_b - b_from_a
