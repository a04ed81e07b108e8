"""The verdict on a pair of claims: relation, kind, order, score and reason.

Belongs here: what figures, numbers, times and speakers together mean. Does not belong here: how any of
them is computed.

The order of the rules: numbers that count one thing decide first, then what is said of the same thing
with the other sign, then whether the texts say the same. Thresholds were chosen once on labelled pairs
of headlines, sentences and statements; see docs/relations.md.
"""

import polars as pl

from pipeline.comparing.shown import MEASURED, as_shown

SAYS_THE_SAME = 0.2
CLEARLY = 0.75  # as likely the same as a contradiction, times this
CONTRADICTS = 0.28
BARE_CONTRADICTS = 0.5  # where no word of the two shows what sets them apart
PART_CONTRADICTS = 0.6  # where a claim is but a part of its sentence
# Of pairs that the encoder read, headlines and statements, chances alone decide.
READ_SAYS_THE_SAME = 0.3
READ_CONTRADICTS = 0.61
READ_POLARITY = 0.25  # where a negation, a denial or an opposite shows
READ_CONTAINED = 0.5
# Opposites only where the rest aligns: of what the shorter says, so much is in the longer.
ALIGNED = 0.4
LONG = 2.0  # log of 1 + the weight of the longer text's words: about seven that carry meaning
VERY_LONG = 2.6  # about thirteen words that carry meaning
LONG_CONTRADICTS = 0.5
LONG_ALIGNED = 0.55
PART_ALIGNED = 0.7
CONTAINED = 0.7  # of what the shorter says, so much is in what refines it
MISSING = 1.0  # weight of names, numbers, times and nouns that it may lack: one noun, no name
ONE_MATTER = 0.55  # cosine from which two numbers that count one thing count it of one matter
ONE_COUNT = 0.35  # the same, for running counts from one start
LEAST_WEIGHT = (
    1.0  # log of 1 + the weight of the shorter text's words: two words contradict nothing
)
VERY_ALIKE = 0.85
SAME_FIGURE = 0.55
# Articles share names, and nearly all that says something is about them: their claims must share more.
# Those of one story share its matter, too; the first of each pair holds within a story.
SAME_IN_ARTICLES = (0.3, 0.5)
SAYS_SOMETHING = (1.8, 3.0)  # weight of words that are no names: about two, and about four
SAYS_IT_TOO = (0.72, 0.85)
SAYS_ALL_OF_IT = (0.62, 0.75)
HELD_IN_ARTICLES = (0.85, 0.9)
RELATED = 0.62  # likeness from which a pair that is none of all that is kept as related

ONE_NUMBER = 0.85  # how sure it is that two equal counts of the same people say the same
MOVING = ("missing", "displaced", "held")  # of these, a count may fall and correct nothing

OUTPUT = ("claim_a", "claim_b", "relation", "kind", "ordered_by", "score", "reason")


def decide(pairs: pl.DataFrame) -> pl.DataFrame:
    """The rows of `claim_relations` for pairs with all their figures; unrelated pairs are left out.

    Needs the columns of `claim_sides` with `_a` and `_b`, those of `number_pairs`, and `same`,
    `contradicts`, `cosine`, `covered_long`, `first_is_short`, `cause`.
    """
    flags = ("one_count", "one_tally", "runs_on", "sole", "is_level", "agree", "equal")
    pairs = pairs.with_columns(pl.col(flags).fill_null(False))
    asked = pl.lit(True)  # what two numbers are to each other where they answer one question
    judged = pairs.with_columns(_order()).with_columns(
        _relation(), number_relation=_of_numbers(asked, asked)
    )
    turned = (
        as_shown(judged)
        .filter((pl.col("relation") != "related") | (pl.col("cosine") >= RELATED))
        .with_columns(_first_is_b())
        .with_columns(kind=_kind(), ordered_by=_ordered_by(), score=_score())
    )
    turned = turned.with_columns(reason=_reason())
    return turned.select(
        pl.when("first_is_b").then("claim_b").otherwise("claim_a").alias("claim_a"),
        pl.when("first_is_b").then("claim_a").otherwise("claim_b").alias("claim_b"),
        *OUTPUT[2:],
    ).sort("claim_a", "claim_b")


def _order() -> list[pl.Expr]:
    """Which claim is the later and by what that is known; `b_is_later` is NULL where it is not."""
    # A running count whose only day is the one that it starts on is not told as of that day.
    told = [
        pl.when((pl.col(f"as_of_end_{end}") > pl.col(f"since_{end}")).fill_null(True)).then(True)
        for end in ("a", "b")
    ]
    as_of = (
        pl.when(told[0] & told[1] & (pl.col("as_of_start_b") > pl.col("as_of_end_a")))
        .then(True)
        .when(told[0] & told[1] & (pl.col("as_of_start_a") > pl.col("as_of_end_b")))
        .then(False)
    )
    # Tolls of one day are ordered by the hour by their growth alone: many outlets print no hour.
    ordered = pl.col("later_by_day") | ~pl.col("one_tally")
    published = (
        pl.when(ordered & (pl.col("published_at_b") > pl.col("published_at_a")))
        .then(True)
        .when(ordered & (pl.col("published_at_a") > pl.col("published_at_b")))
        .then(False)
    )
    grows = pl.col("one_count") | (
        pl.col("one_tally") & pl.col("runs_on") & ~pl.col("measures").is_in(MOVING)
    )
    counted = pl.when(grows & (pl.col("stated_a") != pl.col("stated_b"))).then(
        pl.col("stated_b") > pl.col("stated_a")
    )
    running = pl.col("one_count") | pl.col("is_level")
    later = (
        pl.when(as_of.is_not_null() & running)
        .then(as_of)
        .when(published.is_not_null())
        .then(published)
        .otherwise(counted)
    )
    known_by = (
        pl.when(as_of.is_not_null() & running)
        .then(pl.lit("as_of"))
        .when(published.is_not_null())
        .then(pl.lit("publication"))
        .when(counted.is_not_null())
        .then(pl.lit("count"))
        .otherwise(pl.lit("unknown"))
    )
    return [later.alias("b_is_later"), known_by.alias("order_known_by")]


def _relation() -> pl.Expr:
    """The relation; NULL where there is none worth keeping."""
    brief = pl.col("is_brief_a") & pl.col("is_brief_b")
    copies, alike = pl.col("is_copy"), _says_something_alike()
    # What they tell is the number; the rest of the longer one only says of what.
    one_figure = (
        pl.col("equal")
        & pl.col("measures").is_not_null()
        & (pl.col("story_id_a") == pl.col("story_id_b")).fill_null(False)
        & (pl.col("same") >= SAME_FIGURE)
        & (pl.col("covered_short") >= HELD_IN_ARTICLES[0])
    )
    all_of_it = pl.col("covered_long") >= _in_articles(SAYS_ALL_OF_IT)
    held = pl.col("covered_short") >= _in_articles(HELD_IN_ARTICLES)
    supposed = pl.any_horizontal(
        pl.col(f"modality_{end}").is_in(["question", "conditional"]) for end in ("a", "b")
    )
    same, against = _says_the_same(), _speaks_against()
    stand_alike = pl.col("standing_a") == pl.col("standing_b")
    one_matter = pl.col("cosine") >= pl.when("one_count").then(ONE_COUNT).otherwise(ONE_MATTER)
    one_matter |= pl.col("one_tally")
    clash = (pl.col("measures").is_not_null() & ~pl.col("equal") & one_matter).fill_null(False)
    one_number = pl.col("one_tally") & pl.col("equal") & pl.col("sole") & stand_alike
    denied = (
        pl.col("denial_apart")
        & (pl.col("covered_short") >= PART_ALIGNED)
        & (pl.col("document_id_a") != pl.col("document_id_b"))
    )
    return (
        pl.when(clash)
        .then(_of_numbers(same, against))
        .when(one_number)
        .then(pl.lit("same"))
        .when(denied & same)
        .then(pl.lit("contradicts"))
        .when(against & ~supposed)
        .then(pl.lit("contradicts"))
        .when(same & stand_alike & pl.col("as_much") & (brief | copies | (alike & all_of_it)))
        .then(pl.lit("same"))
        .when(same & stand_alike & one_figure)
        .then(pl.lit("same"))
        .when(
            same
            & stand_alike
            & (brief | (alike & held & (pl.col("content") >= SAYS_SOMETHING[1])))
            & (pl.col("covered_short") >= _either(READ_CONTAINED, CONTAINED))
            & (pl.col("missing") <= MISSING)
        )
        .then(pl.lit("refines"))
        .when((same | against | (pl.col("cosine") >= VERY_ALIKE)) & (pl.col("cosine") >= RELATED))
        .then(pl.lit("related"))
        .otherwise(None)
        .alias("relation")
    )


def _was_read() -> pl.Expr:
    return pl.col("is_brief_a") & pl.col("is_brief_b")


def _either(read: float, other: float) -> pl.Expr:
    """A threshold: one for pairs that the encoder read, and one for those of longer documents."""
    return pl.when(_was_read()).then(read).otherwise(other)


def _in_articles(least: tuple[float, float]) -> pl.Expr:
    """Of two thresholds that for the pair, by whether it is of one story."""
    one_story = (pl.col("story_id_a") == pl.col("story_id_b")).fill_null(False)
    return pl.when(one_story).then(least[0]).otherwise(least[1])


def _says_something_alike() -> pl.Expr:
    """Whether claims of articles, which share names, say something beside the names, and say it alike."""
    return (
        (pl.col("same") >= _in_articles(SAME_IN_ARTICLES))
        & (pl.col("content") >= _in_articles(SAYS_SOMETHING))
        & (pl.col("content_covered") >= _in_articles(SAYS_IT_TOO))
    )


def _is_bare() -> pl.Expr:
    """Whether no word of the two texts shows what sets them apart."""
    return (pl.col("cause") == "agent") & ~pl.col("is_told_apart")


def _says_the_same() -> pl.Expr:
    likelier = pl.col("same") >= CLEARLY * pl.col("contradicts")
    least = _either(READ_SAYS_THE_SAME, SAYS_THE_SAME)
    return (pl.col("same") >= least) & (likelier | (_is_bare() & ~_was_read()))


def _speaks_against() -> pl.Expr:
    """Whether the texts contradict; numbers that count the same thing are judged by `_of_numbers`."""
    is_whole = pl.col("is_main") & (pl.col("document_id_a") != pl.col("document_id_b"))
    aligned = pl.when(pl.col("weight_long") > LONG).then(LONG_ALIGNED).otherwise(ALIGNED)
    least = pl.when(pl.col("weight_long") > VERY_LONG).then(LONG_CONTRADICTS).otherwise(CONTRADICTS)
    enough = (
        pl.when(is_whole)
        .then((pl.col("contradicts") >= least) & (pl.col("covered_short") >= aligned))
        .otherwise(
            (pl.col("contradicts") >= PART_CONTRADICTS) & (pl.col("covered_short") >= PART_ALIGNED)
        )
    )
    # Two numbers of which none counts what the other counts do not clash.
    unlike = pl.col("both_count") & pl.col("measures").is_null() & (pl.col("cause") == "quantity")
    unshown = _is_bare() & (
        (pl.col("contradicts") < BARE_CONTRADICTS) | (pl.col("same") >= SAYS_THE_SAME)
    )
    by_read = pl.when(pl.col("cause") == "polarity").then(READ_POLARITY).otherwise(READ_CONTRADICTS)
    read = pl.col("contradicts") >= by_read
    enough &= (pl.col("weight_short") >= LEAST_WEIGHT) & ~unshown
    return (
        pl.when(is_whole & _was_read()).then(read).otherwise(enough)
        & (pl.col("contradicts") >= pl.col("same"))
        & ~unlike
    )


def _of_numbers(same: pl.Expr, against: pl.Expr) -> pl.Expr:
    """The relation of two numbers that count one thing and are not equal."""
    known = pl.col("b_is_later").is_not_null()
    falls = (pl.col("stated_b") < pl.col("stated_a")) == pl.col("b_is_later")
    one_question = same | against
    level = pl.col("is_level") | pl.col("measures").eq("missing")  # found, they are missing no more
    # Two speakers who measure one thing disagree; one, or none, who gives another figure later may be right.
    measured = pl.col("unit_a").is_in(MEASURED) & pl.col("speaker_a").ne(pl.col("speaker_b"))
    level &= ~measured.fill_null(False)
    moves = level | (pl.col("later_by_day") & ~measured.fill_null(False))
    counted = pl.col("one_count") | pl.col("one_tally")
    may_fall = pl.col("measures").is_in(MOVING)
    return (
        pl.when(counted & known & falls & ~pl.col("agree") & ~may_fall)
        .then(pl.lit("corrects"))
        .when(counted & known & ~(pl.col("one_tally") & falls & ~may_fall))
        .then(pl.lit("updates"))
        .when(pl.col("one_tally") & ~pl.col("agree") & ~may_fall)
        .then(pl.lit("contradicts"))
        .when(counted | pl.col("frames_differ") | ~one_question)
        .then(pl.lit("related"))
        .when(pl.col("agree"))
        .then(pl.when(same).then(pl.lit("refines")).otherwise(pl.lit("related")))
        .when(moves & known)
        .then(pl.lit("updates"))
        .when(level)
        .then(pl.lit("related"))
        .otherwise(pl.lit("contradicts"))
    )


def _first_is_b() -> pl.Expr:
    """Whether `b` comes first: it is the later, or says more; else the smaller id does."""
    ordered = pl.col("relation").is_in(["updates", "corrects"])
    return (
        pl.when(ordered)
        .then(pl.col("b_is_later"))
        .when(pl.col("relation") == "refines")
        .then(pl.col("first_is_short"))
        .otherwise(False)
        .fill_null(False)
        .alias("first_is_b")
    )


def _kind() -> pl.Expr:
    """Why the claims differ; NULL for the same."""
    numbers = pl.col("measures").is_not_null() & ~pl.col("equal")
    apart = pl.col("standing_a") != pl.col("standing_b")
    order_unknown = (
        (pl.col("relation") == "related") & numbers & (pl.col("one_count") | pl.col("is_level"))
    )
    return (
        pl.when(pl.col("relation") == "same")
        .then(None)
        .when(order_unknown)
        .then(pl.lit("time"))
        .when((pl.col("relation") == "related") & numbers & pl.col("frames_differ"))
        .then(pl.lit("scope"))
        .when(pl.col("shown_kind").is_not_null())
        .then("shown_kind")
        .when(numbers & (pl.col("relation") != "refines"))
        .then(pl.lit("quantity"))
        .when(pl.col("relation") == "refines")
        .then(pl.lit("scope"))
        .when((pl.col("relation") == "contradicts") & pl.col("denial_apart"))
        .then(pl.lit("polarity"))
        .when(pl.col("relation") == "contradicts")
        .then("cause")
        .when(apart)
        .then(None)
        .otherwise(None)
    )


def _ordered_by() -> pl.Expr:
    return (
        pl.when(pl.col("relation").is_in(["same", "refines"]))
        .then(None)
        .otherwise("order_known_by")
    )


def _score() -> pl.Expr:
    """How sure the verdict is, 0..1; a relation that rests on numbers counts their matter's likeness,
    a contradiction how much of the shorter text stands in the longer.
    """
    numbers = pl.col("measures").is_not_null() & ~pl.col("equal")
    likeness = pl.col("cosine").clip(0.0, 1.0)
    counted = numbers & (pl.col("one_count") | pl.col("one_tally"))
    return (
        pl.when(pl.col("relation").is_in(["same", "refines"]))
        .then(
            pl.max_horizontal(
                0.55 + 0.45 * (pl.col("same") - SAYS_THE_SAME) / (1 - SAYS_THE_SAME),
                pl.when(pl.col("one_tally") & pl.col("equal") & pl.col("sole")).then(ONE_NUMBER),
            )
        )
        .when(counted & pl.col("relation").is_in(["updates", "corrects", "contradicts"]))
        .then(0.7 + 0.3 * likeness)
        .when((pl.col("relation") == "contradicts") & pl.col("denial_apart"))
        .then(pl.max_horizontal("contradicts", "same"))
        .when(numbers & pl.col("relation").is_in(["updates", "corrects", "contradicts"]))
        .then(0.5 * likeness + 0.5 * pl.max_horizontal("contradicts", "same"))
        .when(pl.col("shown_kind").is_not_null())
        .then(0.5 + 0.5 * pl.col("covered_short") ** 2)
        .when(pl.col("relation") == "contradicts")
        .then(pl.col("contradicts") * pl.col("covered_short") ** 2)
        .otherwise(likeness)
        .clip(0.0, 1.0)
        .round(4)
    )


def _reason() -> pl.Expr:
    """A sentence that tells a reader why; words of the claims stand in quotes."""
    earlier = pl.when("first_is_b").then("number_a").otherwise("number_b")
    later = pl.when("first_is_b").then("number_b").otherwise("number_a")
    since = pl.col("since_a").dt.strftime("%-d %B %Y")
    counted = (
        pl.when(pl.col("one_count") & since.is_not_null())
        .then(pl.format("both counted since {}", since))
        .when(pl.col("one_count"))
        .then(pl.lit("one running count"))
        .when(pl.col("one_tally"))
        .then(pl.format("both count the {} of one affair", "measures"))
        .otherwise(pl.format("both number of {}", "measures"))
    )
    told_by = pl.col("order_known_by").replace(
        {"publication": "published later", "as_of": "as of a later day", "count": "the later count"}
    )
    who_a = pl.coalesce("speaker_a", pl.lit("the one"))
    who_b = pl.coalesce("speaker_b", pl.lit("the other"))
    numbers = pl.col("measures").is_not_null() & ~pl.col("equal")
    relation = pl.col("relation")
    return (
        pl.when(numbers & (relation == "updates"))
        .then(pl.format("'{}' → '{}', {}: {}", earlier, later, counted, told_by))
        .when(numbers & (relation == "corrects"))
        .then(
            pl.format(
                "'{}' → '{}', {}: a count that falls is a correction", earlier, later, counted
            )
        )
        .when(numbers & (relation == "contradicts"))
        .then(pl.format("Of {}, one says '{}', the other '{}'", "measures", "number_a", "number_b"))
        .when(numbers & (relation == "related"))
        .then(
            pl.format(
                "'{}' and '{}' of {}: not shown to count the same",
                "number_a",
                "number_b",
                "measures",
            )
        )
        .when((relation == "same") & pl.col("one_tally") & pl.col("equal"))
        .then(pl.format("Both count '{}', the {} of one affair", "number_a", "measures"))
        .when(relation == "same")
        .then(pl.lit("Both say the same in other words"))
        .when(relation == "refines")
        .then(pl.lit("The first says what the second says, and more"))
        .when((relation == "contradicts") & pl.col("denial_apart"))
        .then(pl.format("{} says so, {} denies it", _who(False), _who(True)))
        .when((relation == "updates") & pl.col("shown_kind").is_not_null())
        .then(pl.format("{}: published later", "because"))
        .when(relation == "contradicts")
        .then(pl.col("because"))
        .when(pl.col("standing_a") != pl.col("standing_b"))
        .then(pl.format("On one matter, but {} there and {} here", "standing_a", "standing_b"))
        .otherwise(pl.format("On one matter: {} and {}", who_a, who_b))
    )


def _who(denies: bool) -> pl.Expr:
    """The name of the side that denies, or of the one that does not."""
    first = pl.coalesce("speaker_a", pl.lit("one document"))
    second = pl.coalesce("speaker_b", pl.lit("the other document"))
    a_denies = pl.col("modality_a") == "denied"
    return pl.when(a_denies if denies else ~a_denies).then(first).otherwise(second)
