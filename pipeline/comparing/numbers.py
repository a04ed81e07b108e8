"""Numbers of two claims: which count the same thing, and whether both can be right.

Belongs here: intervals, comparators, units, what is counted, periods. Does not belong here: whether
the rest of the two claims speaks of one thing (`verdicts`).
"""

import polars as pl

from pipeline.comparing.fates import counted_things
from pipeline.comparing.lexicon import are_alike
from pipeline.comparing.tallies import count_one

ROUNDING = 0.02  # '2,600' and 'some 2,650': a tilde or a round number admits as much
WORDING = {">": "over ", ">=": "at least ", "<": "under ", "<=": "up to ", "~": "about "}
PEOPLE = ("person", "people", "human", "man", "woman", "them")


def number_pairs(
    pairs: pl.DataFrame, claims: pl.DataFrame, quantities: pl.DataFrame, tallies: pl.DataFrame
) -> pl.DataFrame:
    """Of each pair (`claim_a`, `claim_b`) the two numbers that count one thing, where there are any.

    Columns beside the keys: `text_`, `stated_`, `low_`, `high_`, `since_` and `running_` of a and b;
    `measures`; `agree` (both intervals can hold); `one_count` (running counts from one start); `one_tally`
    (counts of the same people of one affair, see `tallies`), `runs_on` (the wording of either leaves
    that count open) and `sole` (neither claim counts others, too). Of several numbers that count one thing,
    the pair that agrees best.
    """
    placed = counted_things(quantities.filter(pl.col("stated").is_not_null()), claims)
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
        "start_char",
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
            & ((pl.col("counted_a") == pl.col("counted_b")) | _named_alike(both))
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
        .pipe(_with_tallies, tallies)
        .sort(
            "claim_a",
            "claim_b",
            "one_tally",
            "one_count",
            "equal",
            "agree",
            "stated_a",
            "stated_b",
            descending=[False, False, True, True, True, True, False, False],
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


def _with_tallies(both: pl.DataFrame, tallies: pl.DataFrame) -> pl.DataFrame:
    """The pairs of numbers with `one_tally` and `runs_on`."""
    places = tallies.with_row_index("place").select(
        "claim_id", "start_char", "story_id", "runs_on", "is_sole", "place"
    )
    for end in ("a", "b"):
        side = places.select(pl.all().name.suffix(f"_{end}"))
        both = both.join(
            side.rename({f"claim_id_{end}": f"claim_{end}"}),
            on=[f"claim_{end}", f"start_char_{end}"],
            how="left",
        )
    tally = tallies.get_column("tally").to_list()
    in_one_story = both.get_column("story_id_a") == both.get_column("story_id_b")
    found = [
        bool(told) and count_one(tally[a], tally[b])
        for told, a, b in zip(
            in_one_story.fill_null(False).to_list(),
            both.get_column("place_a").to_list(),
            both.get_column("place_b").to_list(),
            strict=True,
        )
    ]
    return both.with_columns(
        one_tally=pl.Series(found, dtype=pl.Boolean),
        runs_on=(pl.col("runs_on_a") | pl.col("runs_on_b")).fill_null(False),
        sole=(pl.col("is_sole_a") & pl.col("is_sole_b")).fill_null(False),
    ).drop(
        [
            f"{name}_{end}"
            for name in ("story_id", "runs_on", "is_sole", "place", "start_char")
            for end in "ab"
        ]
    )


def _named_alike(both: pl.DataFrame) -> pl.Series:
    """Whether what is measured in one unit has two names: a gap that is 70 metres wide, and a breach."""
    unlike = (pl.col("unit_a") == pl.col("unit_b")) & (pl.col("unit_a") != "")
    unlike &= pl.col("counted_a") != pl.col("counted_b")
    rows = both.select(
        "counted_a", "counted_b", unlike.fill_null(False).alias("unlike")
    ).iter_rows()
    alike = [differ and are_alike(a, b) for a, b, differ in rows]
    return pl.Series(alike, dtype=pl.Boolean)


def _counted() -> pl.Expr:
    """What is counted; people at large under one name."""
    return (
        pl.when(pl.col("counted").is_in(PEOPLE))
        .then(pl.lit("person"))
        .otherwise(pl.col("counted").fill_null(""))
    )


def _bounds(end: str) -> tuple[pl.Expr, pl.Expr]:
    """The interval that the wording admits, widened by what rounding leaves open."""
    stated = pl.col(f"stated_{end}")
    is_round = (stated.abs() >= 100) & (stated % 10 == 0)
    slack = pl.when(is_round).then(ROUNDING * stated.abs()).otherwise(0.0)
    low = pl.col(f"low_{end}").fill_null(float("-inf")) - slack
    high = pl.col(f"high_{end}").fill_null(float("inf")) + slack
    return low, high
