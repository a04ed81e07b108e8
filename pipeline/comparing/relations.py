"""Relations of claims: the entry point.

Belongs here: the order of the steps, what is known already, and verdicts of humans. Does not belong
here: the steps.
"""

import polars as pl

from pipeline.comparing.candidates import find_candidates
from pipeline.comparing.compared import compare_pairs
from pipeline.comparing.numbers import number_pairs, running_count_pairs
from pipeline.comparing.sides import claim_sides
from pipeline.comparing.tallies import tallies
from pipeline.comparing.verdicts import OUTPUT, decide

PAIRS_AT_ONCE = 50_000  # texts, figures and numbers of both sides: about 3 KB a pair


def relate_claims(
    claims: pl.DataFrame,
    sentences: pl.DataFrame,
    quantities: pl.DataFrame,
    entities: pl.DataFrame,
    documents: pl.DataFrame,
    document_stories: pl.DataFrame,
    overrides: pl.DataFrame,
    known: pl.DataFrame,
    new: set[str],
) -> pl.DataFrame:
    """The rows of `claim_relations`: those known, those of pairs with a new document, and verdicts.

    Frames are as the tables of current documents; `new` holds the documents whose pairs were not
    judged before. What two claims are to each other depends on those two alone.
    """
    pairs = pl.concat(
        [
            find_candidates(claims, quantities, entities, documents, document_stories, new).select(
                "claim_a", "claim_b"
            ),
            running_count_pairs(claims, quantities, new),
        ]
    ).unique(maintain_order=True)
    counts = tallies(claims, quantities, sentences, documents, document_stories)
    paired, own_sentences, own_quantities = _of_pairs(pairs, claims, sentences, quantities)
    sides = claim_sides(paired, own_sentences, own_quantities, documents, document_stories)
    found = [known.select(OUTPUT)]
    for start in range(0, pairs.height, PAIRS_AT_ONCE):
        part = pairs.slice(start, PAIRS_AT_ONCE)
        found.append(relate_pairs(part, paired, sides, own_quantities, counts))
    relations = pl.concat(found, how="vertical_relaxed").unique(
        ["claim_a", "claim_b"], keep="first"
    )
    return _with_verdicts(relations, overrides, claims).sort("claim_a", "claim_b")


def _of_pairs(
    pairs: pl.DataFrame, claims: pl.DataFrame, sentences: pl.DataFrame, quantities: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """All claims, sentences and quantities of the documents that have a claim in a pair: where one
    document is new, few of all.
    """
    asked = pl.concat([pairs.select(claim_id=end) for end in ("claim_a", "claim_b")])
    documents = claims.join(asked, on="claim_id", how="semi").select("document_id").unique()
    own = claims.join(documents, on="document_id", how="semi", maintain_order="left")
    return (
        own,
        sentences.join(documents, on="document_id", how="semi", maintain_order="left"),
        quantities.join(own, on="claim_id", how="semi", maintain_order="left"),
    )


def relate_pairs(
    pairs: pl.DataFrame,
    claims: pl.DataFrame,
    sides: pl.DataFrame,
    quantities: pl.DataFrame,
    counts: pl.DataFrame,
) -> pl.DataFrame:
    """The verdicts on these pairs of claims (`claim_a` < `claim_b`); pairs that have nothing to do
    with each other are left out. `counts` are the tallies.
    """
    both = pairs.select("claim_a", "claim_b")
    for end in ("a", "b"):
        side = sides.select(pl.all().name.suffix(f"_{end}"))
        both = both.join(
            side.rename({f"claim_id_{end}": f"claim_{end}"}),
            on=f"claim_{end}",
            maintain_order="left",
        )
    numbers = number_pairs(pairs, claims, quantities, counts)
    both = both.join(numbers, on=["claim_a", "claim_b"], how="left", maintain_order="left")
    counting = quantities.get_column("claim_id").unique()
    both = both.with_columns(
        both_count=pl.col("claim_a").is_in(counting.implode())
        & pl.col("claim_b").is_in(counting.implode())
    )
    return decide(compare_pairs(both))


def _with_verdicts(
    relations: pl.DataFrame, overrides: pl.DataFrame, claims: pl.DataFrame
) -> pl.DataFrame:
    """The relations with those of humans in place of what was found for the same two claims."""
    current = claims.select("claim_id")
    told = overrides.join(current.rename({"claim_id": "claim_a"}), on="claim_a", how="semi").join(
        current.rename({"claim_id": "claim_b"}), on="claim_b", how="semi"
    )
    pair = [
        pl.min_horizontal("claim_a", "claim_b").alias("first"),
        pl.max_horizontal("claim_a", "claim_b").alias("second"),
    ]
    told = (
        told.filter(pl.col("claim_a") != pl.col("claim_b"))
        .with_columns(pair)
        .sort("decided_at", "decided_by", "verdict", nulls_last=False)
        .unique(["first", "second"], keep="last", maintain_order=True)
    )
    kept = (
        relations.with_columns(pair)
        .join(told.select("first", "second"), on=["first", "second"], how="anti")
        .select(OUTPUT)
    )
    directed = pl.col("verdict").is_in(["refines", "updates", "corrects"])
    by_hand = told.filter(pl.col("verdict") != "not_same").select(
        pl.when(directed).then("claim_a").otherwise("first").alias("claim_a"),
        pl.when(directed).then("claim_b").otherwise("second").alias("claim_b"),
        pl.col("verdict").alias("relation"),
        pl.lit(None, pl.String).alias("kind"),
        pl.when(pl.col("verdict").is_in(["updates", "corrects"]))
        .then(pl.lit("publication"))
        .alias("ordered_by"),
        pl.lit(1.0).alias("score"),
        pl.format(
            "Decided by {}{}",
            pl.col("decided_by").fill_null("a reader"),
            pl.when(pl.col("why").is_not_null())
            .then(pl.concat_str(pl.lit(": "), "why"))
            .otherwise(pl.lit("")),
        ).alias("reason"),
    )
    return pl.concat([kept, by_hand], how="vertical_relaxed")
