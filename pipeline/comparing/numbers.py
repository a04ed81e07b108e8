"""Numbers of two claims: which count the same thing, and whether both can be right.

Belongs here: intervals, comparators, units, what is counted, periods. Does not belong here: whether
the rest of the two claims speaks of one thing (`verdicts`).
"""

import polars as pl

ROUNDING = 0.02  # '2,600' and 'some 2,650': a tilde or a round number admits as much
WORDING = {">": "over ", ">=": "at least ", "<": "under ", "<=": "up to ", "~": "about "}
PEOPLE = ("person", "people", "victim", "casualty", "human", "man", "woman", "child", "civilian")
DEATHS = ("death", "dead", "fatality", "body", "killing")
DEAD = r"(?i)\b(?:kill|dead|death|die[ds]?\b|dying|fatal|execut|murder|slain|lost their li|lives)"
HURT = r"(?i)\b(?:injur|wound|hurt|hospitali)"
MISSING = r"(?i)\b(?:missing|unaccounted)"
REACH = 40  # characters after a number, or before it, that tell what befell those counted


def number_pairs(
    pairs: pl.DataFrame, claims: pl.DataFrame, quantities: pl.DataFrame
) -> pl.DataFrame:
    """Of each pair (`claim_a`, `claim_b`) the two numbers that count one thing, where there are any.

    Columns beside the keys: `text_`, `stated_`, `low_`, `high_`, `since_` and `running_` of a and b;
    `measures`; `agree` (both intervals can hold); `one_count` (running counts from one start). Of several
    numbers that count one thing, the pair that agrees best.
    """
    placed = quantities.filter(pl.col("stated").is_not_null()).join(
        claims.select(
            "claim_id", pl.col("text").alias("claim"), pl.col("start_char").alias("claim_start")
        ),
        on="claim_id",
        maintain_order="left",
    )
    own = placed.select(
        "claim_id",
        pl.concat_str(
            pl.col("comparator").replace_strict(WORDING, default=""), pl.col("text")
        ).alias("text"),
        "stated",
        "low",
        "high",
        pl.col("unit").fill_null(""),
        _counted().alias("counted"),
        pl.col("scope").fill_null("").str.to_lowercase(),
        pl.col("aggregation").fill_null("event"),
        pl.col("period_start").alias("since"),
    )
    both = pairs.select("claim_a", "claim_b")
    for end in ("a", "b"):
        both = both.join(
            own.rename(
                {
                    name: f"claim_{end}" if name == "claim_id" else f"{name}_{end}"
                    for name in own.columns
                }
            ),
            on=f"claim_{end}",
        )
    low_a, high_a = _bounds("a")
    low_b, high_b = _bounds("b")
    agree = (low_a <= high_b) & (low_b <= high_a)
    cumulative = [pl.col(f"aggregation_{end}").eq("cumulative") for end in ("a", "b")]
    counts = pl.all_horizontal(
        pl.col(f"aggregation_{end}").is_in(["cumulative", "event"]) for end in ("a", "b")
    )
    return (
        both.filter(
            (pl.col("unit_a") == pl.col("unit_b"))
            & (pl.col("counted_a") == pl.col("counted_b"))
            & ((pl.col("counted_a") != "") | (pl.col("unit_a") != ""))
        )
        .with_columns(
            agree=agree,
            is_level=pl.col("aggregation_a").eq("level") & pl.col("aggregation_b").eq("level"),
            # What is counted from the same day is one count, though only one wording says it runs on.
            one_count=(
                counts & pl.any_horizontal(cumulative) & (pl.col("since_a") == pl.col("since_b"))
            ).fill_null(False),
            equal=(pl.col("stated_a") - pl.col("stated_b")).abs()
            <= 0.005 * pl.max_horizontal("stated_a", "stated_b"),
            measures=pl.when(pl.col("counted_a") != "")
            .then(pl.col("counted_a"))
            .otherwise(pl.col("unit_a")),
        )
        .sort(
            "claim_a",
            "claim_b",
            "one_count",
            "equal",
            "agree",
            "stated_a",
            "stated_b",
            descending=[False, False, True, True, True, False, False],
        )
        .unique(["claim_a", "claim_b"], keep="first", maintain_order=True)
        .rename({"text_a": "number_a", "text_b": "number_b"})
    )


def running_count_pairs(
    claims: pl.DataFrame, quantities: pl.DataFrame, new: set[str]
) -> pl.DataFrame:
    """Pairs of claims of two documents that give running counts from one day, one of them new.

    However little else their words share, the one may update the other.
    """
    counts = (
        quantities.filter(
            pl.col("aggregation").is_in(["cumulative", "event"])
            & pl.col("period_start").is_not_null()
            & pl.col("period_end").is_null()
        )
        .join(claims.select("claim_id", "document_id"), on="claim_id")
        .select("claim_id", "document_id", "period_start", pl.col("unit").fill_null(""))
        .unique(maintain_order=True)
    )
    both = counts.join(counts, on=["period_start", "unit"], suffix="_b")
    is_new = pl.col("document_id").is_in(sorted(new)) | pl.col("document_id_b").is_in(sorted(new))
    return (
        both.filter(
            (pl.col("claim_id") < pl.col("claim_id_b"))
            & (pl.col("document_id") != pl.col("document_id_b"))
            & is_new
        )
        .select(claim_a="claim_id", claim_b="claim_id_b")
        .unique(maintain_order=True)
        .sort("claim_a", "claim_b")
    )


def _counted() -> pl.Expr:
    """The last word of what is counted; of people, what befell them."""
    last = pl.col("measures").fill_null("").str.to_lowercase().str.split(" ").list.last()
    start = pl.col("start_char") - pl.col("claim_start")
    after = pl.col("claim").str.slice(pl.col("end_char") - pl.col("claim_start"), REACH)
    before = pl.col("claim").str.slice(
        pl.max_horizontal(start - REACH, 0), pl.min_horizontal(start, REACH)
    )
    fate = pl.lit("person")
    for near in (before, after):
        for pattern, name in ((HURT, "hurt"), (MISSING, "missing"), (DEAD, "dead")):
            fate = pl.when(near.str.contains(pattern)).then(pl.lit(name)).otherwise(fate)
    return (
        pl.when(last.is_in(DEATHS))
        .then(pl.lit("dead"))
        .when(last.is_in(PEOPLE) | (last == ""))
        .then(pl.when(pl.col("unit").is_null()).then(fate).otherwise(last))
        .otherwise(last)
    )


def _bounds(end: str) -> tuple[pl.Expr, pl.Expr]:
    """The interval that the wording admits, widened by what rounding leaves open."""
    stated = pl.col(f"stated_{end}")
    slack = pl.when(stated.abs() >= 100).then(ROUNDING * stated.abs()).otherwise(0.0)
    low = pl.col(f"low_{end}").fill_null(float("-inf")) - slack
    high = pl.col(f"high_{end}").fill_null(float("inf")) + slack
    return low, high
