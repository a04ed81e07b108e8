"""What of two claims is shown word for word: a clash of their frames, or numbers of one thing.

Belongs here: which verdicts of the judge need to be shown, and what is shown without it. Does not belong
here: the frames (`frames`), and all other verdicts (`verdicts`).

A document of a sentence or two is what it says; in a longer one, a likely contradiction often lies in what
is around two claims that have little to do with each other. There only what is shown stays.
"""

from datetime import timedelta

import polars as pl

from pipeline.comparing.frames import Clash, Side, clash_of, count_one

ONE_MATTER = 0.55  # cosine from which two numbers that count one thing count it of one matter
MEASURED = (
    "metre", "kilometre", "mile", "foot", "yard", "inch", "tonne", "kilogram", "mile per hour",
)  # fmt: skip
ONE_EVENT = timedelta(days=30)  # what is told of the same longer apart is of another event
FATES_THAT_STAY = ("dead", "hurt", "held", "ill", "displaced", "missing")
# They count nothing of the event.
PASSING = ("day", "hour", "minute", "week", "month", "year", "night", "time", "photo", "page")
DIFFER = ("contradicts", "updates", "corrects")
SIDES = ("own_text", "subject", "predicate", "object", "polarity", "modality")
SCHEMA = {
    "claim_a": pl.String, "claim_b": pl.String, "holds": pl.Boolean, "shown_kind": pl.String,
    "shown_reason": pl.String, "shown_relation": pl.String, "shown_later": pl.Boolean,
}  # fmt: skip


def as_shown(judged: pl.DataFrame) -> pl.DataFrame:
    """The pairs that are something to each other, with `shown_kind`.

    In longer documents a contradiction or an update that nothing shows is `related`; what is shown
    contradicts, whatever the judge said, or updates where the second came true after the first.
    """
    brief = pl.col("is_brief_a") & pl.col("is_brief_b")
    by_number = (pl.col("measures").is_not_null() & ~pl.col("equal")).fill_null(False)
    counted = pl.col("one_count") | pl.col("one_tally")
    one_story = (pl.col("story_id_a") == pl.col("story_id_b")).fill_null(False)
    may_count = one_story & pl.col("number_relation").is_in(DIFFER)
    may_count &= pl.col("unit_a").is_in(MEASURED).fill_null(False)
    by_count = by_number & ~brief & ~counted & (pl.col("relation").is_in(DIFFER) | may_count)
    by_frame = (
        ~by_number
        & ~pl.col("is_copy")
        & (pl.col("relation").is_not_null() | (pl.col("cause") == "polarity"))
    )
    rows = judged.filter(by_count | by_frame).select(
        "claim_a",
        "claim_b",
        by_count=by_count,
        brief=brief,
        differ=pl.col("relation").is_in(DIFFER),
        by_fate=pl.col("measures").is_in(FATES_THAT_STAY) & pl.col("unit_a").eq(""),
        passing=pl.col("measures").is_in(PASSING) | (pl.col("cosine") < ONE_MATTER),
        in_one_story=one_story,
        number_relation=pl.when(may_count).then("number_relation"),
        far=(pl.col("published_at_a") - pl.col("published_at_b")).abs() > ONE_EVENT,
        b_is_later=pl.when("later_by_day").then("b_is_later"),
        a=pl.struct(pl.col(f"{name}_a").alias(name) for name in SIDES),
        b=pl.struct(pl.col(f"{name}_b").alias(name) for name in SIDES),
    )
    found: list[tuple[object, ...]] = []
    for row in rows.iter_rows(named=True):
        a, b = Side(**row["a"]), Side(**row["b"])
        key = (row["claim_a"], row["claim_b"])
        if row["by_count"]:
            holds = not row["passing"] and count_one(a, b, row["by_fate"])
            found.append((*key, holds, None, None, row["number_relation"] if holds else None, None))
            continue
        near = row["in_one_story"] or row["brief"] or not row["far"]
        clash = clash_of(a, b, in_one_story=row["in_one_story"]) if near else None
        relation = _relation_of(clash, row["b_is_later"])
        if clash is None or relation is None:
            found.append((*key, row["brief"] or not row["differ"], None, None, None, None))
        else:
            later = row["b_is_later"] if relation == "updates" else None
            found.append((*key, True, clash.kind, clash.reason, relation, later))
    checked = pl.DataFrame(found, schema=SCHEMA, orient="row")
    unshown = pl.when(pl.col("holds").fill_null(True)).then("relation").otherwise(pl.lit("related"))
    return (
        judged.join(checked, on=["claim_a", "claim_b"], how="left", maintain_order="left")
        .with_columns(
            relation=pl.coalesce("shown_relation", unshown),
            cause=pl.coalesce("shown_kind", "cause"),
            because=pl.coalesce("shown_reason", "because"),
            denial_apart=pl.col("denial_apart") & pl.col("shown_kind").is_null(),
        )
        .filter(pl.col("relation").is_not_null())
    )


def _relation_of(clash: Clash | None, b_is_later: bool | None) -> str | None:
    """What a clash makes of the two claims, by which of them is of a later day, where that is known."""
    if clash is None:
        return None
    told_later = b_is_later is not None and b_is_later != clash.a_tells
    if clash.may_turn and told_later:
        return "updates"
    return None if clash.must_turn else "contradicts"
