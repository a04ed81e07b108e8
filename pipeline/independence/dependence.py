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
  B(1 + k, 9 + n - k) / (B(1, 9) f^k (1 - f)^(n - k));
- a credit, or a proposition that both have from one outlet: a constant;
- a shared narrated proposition: let q be the share of rare ones among all that two sources share. A
  dependent pair copies a share c of what it has in common, and what it copies may be rare whatever
  others report: P(rare | dependent) = c + (1 - c) q. A rare one counts (c + (1 - c) q) / q, a widely
  reported one 1 - c, less than one.

The interval is the posterior's under a Poisson bootstrap of the pieces of evidence: with weights
Poisson(1) a sum of log ratios r has the variance sum of r squared; one unit more for the prior.
"""

import math
from collections.abc import Iterable

import polars as pl

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
# About one in a hundred documents is found to share text by accident.
FALSE_ALARM = 0.01
_RATE_A, _RATE_B = 1.0, 9.0
_CREDIT_RATIO = 3.0
_SPREAD_95 = 1.96


def estimate_dependence(
    sources: pl.DataFrame,
    documents: pl.DataFrame,
    document_origins: pl.DataFrame,
    reuse_spans: pl.DataFrame,
    credits: pl.DataFrame,
    claim_propositions: pl.DataFrame,
    claim_origins: pl.DataFrame,
    claims: pl.DataFrame,
) -> pl.DataFrame:
    """Rows of `source_dependence`, sorted: all pairs of named sources, and others that share anything.

    Of `claims` only claim_id and document_id are read.
    """
    held = (
        claims.select("claim_id", "document_id")
        .join(documents.select("document_id", "source_id"), on="document_id")
        .join(claim_propositions.select("claim_id", "proposition_id"), on="claim_id")
        .join(claim_origins.select("claim_id", "origin_id", "reason"), on="claim_id")
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
    credit = math.log(_CREDIT_RATIO)
    rare = math.log((COPIED_SHARE + (1 - COPIED_SHARE) * rarity) / rarity)
    common = math.log(1 - COPIED_SHARE)
    log_odds = math.log(PRIOR / (1 - PRIOR)) + text
    log_odds += evidence.credits * credit + evidence.rare * rare + evidence.common * common
    variance = 1 + text**2 / max(1, evidence.texts)
    variance += evidence.credits * credit**2 + evidence.rare * rare**2 + evidence.common * common**2
    spread = _SPREAD_95 * math.sqrt(variance)
    probability = _chance(log_odds)
    parts = _split(evidence, probability)
    parent = max(sorted(evidence.parents), key=evidence.parents.__getitem__, default=None)
    return (
        probability,
        _chance(log_odds - spread),
        _chance(log_odds + spread),
        *parts,
        parent,
        evidence.texts,
        evidence.credits,
        evidence.rare,
    )


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
