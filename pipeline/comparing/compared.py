"""What the judge of texts says of pairs of claims, and what sets them apart.

Belongs here: which texts of two claims are compared, the figures that verdicts need, and the cause of a
contradiction. Does not belong here: the verdict.
"""

import numpy as np
import numpy.typing as npt
import polars as pl

from pipeline.comparing.alignment import Comparison, compare_texts
from pipeline.comparing.judge import CONTRADICTS, SAME, judge, judge_closely

WHOLLY = 0.72  # of what the longer says is in the shorter: both say as much
AS_LONG = 0.8  # of two texts of about one length that likely say the same, neither says more
LIKELY = 0.5
# Reading a pair closely costs as much as all else of a hundred pairs: only headlines and statements are
# read so, and of longer documents what would be called the same.
READ_CLOSELY = 0.2
ALIKE = ("cosine", "covered_short", "covered_long", "names_clash", "years_clash")
STANDINGS = {
    "asserted": "told as a fact",
    "denied": "told as a fact",
    "possible": "called possible",
    "planned": "planned",
    "conditional": "made conditional",
    "question": "asked",
}
# The first that holds is the cause; each with the kind, and with what a reader is told.
CAUSES = (
    ("denial", "polarity", "One denies or negates what the other says"),
    ("opposites", "polarity", "Each says the opposite of the other"),
    ("numbers_clash", "quantity", "They give different numbers"),
    ("time", "time", "They give different times"),
    ("place", "place", "They name different places"),
    ("names", "agent", "They name different people or things"),
    ("other", "agent", "They say different things of the same matter"),
)


def compare_pairs(pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs with what texts, modalities and dates say of them.

    Where both claims are what their sentences say, the sentences are compared, so that a 'no' or 'hoax'
    around the claim counts; else the claims by themselves, and then a contradiction must show in the
    sentences as well.
    """
    chosen, chances = _compare(pairs, "whole_text")
    main = (pairs.get_column("is_main_a") & pairs.get_column("is_main_b")).to_numpy()
    same, against = chances[:, SAME].copy(), chances[:, CONTRADICTS].copy()
    parts = np.flatnonzero(~main)
    own, own_chances = _compare(pairs[parts], "own_text")
    chosen.figures[parts] = own.figures
    chosen.first_is_short[parts] = own.first_is_short
    same[parts] = own_chances[:, SAME]
    against[parts] = np.minimum(against[parts], own_chances[:, CONTRADICTS])
    copies = _of_same_words(pairs, "own_text")
    against = np.where(copies, 0.0, against)
    same = np.where(copies, 1.0, same)
    told = pairs.with_columns(
        pl.Series("same", same),
        pl.Series("contradicts", against),
        pl.Series("first_is_short", chosen.first_is_short),
        *(pl.Series(name, chosen.figure(name).astype(np.float64)) for name in ALIKE),
        pl.Series("weight_short", chosen.figure("size_short").astype(np.float64)),
        pl.Series("missing", _missing(chosen)),
        pl.Series("weight_long", chosen.figure("size_long").astype(np.float64)),
        pl.Series("is_told_apart", _told_apart(chosen)),
        *_content(chosen),
        *_causes(chosen),
    )
    return told.with_columns(
        is_copy=pl.Series(copies),
        is_main=pl.col("is_main_a") & pl.col("is_main_b"),
        as_much=pl.Series(copies)
        | (pl.col("covered_long") >= WHOLLY)
        | (pl.Series(chosen.figure("size_ratio") >= AS_LONG) & (pl.col("same") >= LIKELY)),
        frames_differ=(pl.col("names_clash") == 1) | (pl.col("years_clash") == 1),
        later_by_day=(
            pl.col("published_at_a").dt.date() != pl.col("published_at_b").dt.date()
        ).fill_null(False),
        # A sentence that stands in two documents is not denied in one of them, however it was read.
        denial_apart=((pl.col("modality_a") == "denied") != (pl.col("modality_b") == "denied"))
        & ~pl.Series(_of_same_words(pairs, "whole_text")),
        standing_a=pl.col("modality_a").replace(STANDINGS),
        standing_b=pl.col("modality_b").replace(STANDINGS),
    )


def _compare(pairs: pl.DataFrame, column: str) -> tuple[Comparison, npt.NDArray[np.float64]]:
    """Compare each distinct pair of texts once; those worth it are read by the encoder, too."""
    texts = pairs.select(
        pl.col(f"{column}_a").alias("a"),
        pl.col(f"{column}_b").alias("b"),
        brief=pl.col("is_brief_a") & pl.col("is_brief_b"),
    )
    distinct = texts.unique(maintain_order=True).with_row_index("row")
    rows = texts.join(distinct, on=["a", "b", "brief"], how="left", maintain_order="left")["row"]
    listed = list(distinct.select("a", "b").iter_rows())
    compared = compare_texts(listed)
    chances = judge(compared)
    alike = (chances[:, SAME] >= READ_CLOSELY) & (compared.figure("covered_long") >= WHOLLY)
    # The encoder is blind to opposites ('rose', 'fell'), which the lexicon knows.
    blind = compared.figure("opposites") + compared.figure("opposites_far") > 0
    closely = (distinct["brief"].to_numpy() | alike) & (distinct["a"] != distinct["b"]).to_numpy()
    closely &= ~blind
    at = np.flatnonzero(closely)
    if at.size:
        chances[at] = judge_closely(chances[at], [listed[row] for row in at])
    at = rows.to_numpy()
    return Comparison(compared.figures[at], compared.first_is_short[at]), chances[at]


def _of_same_words(pairs: pl.DataFrame, text: str) -> npt.NDArray[np.bool_]:
    """Whether a text of both claims has the same words."""
    texts = [
        pl.col(f"{text}_{end}")
        .str.to_lowercase()
        .str.replace_all(r"[^\p{L}\p{N}]+", " ")
        .str.strip_chars()
        for end in ("a", "b")
    ]
    return pairs.select(texts[0] == texts[1]).to_series().to_numpy()


def _missing(compared: Comparison) -> npt.NDArray[np.float64]:
    """The weight of the names, numbers, times and nouns of the shorter text that the longer lacks."""
    kinds = ("name", "number", "year", "time", "noun")
    columns = [compared.figure(f"left_short_{kind}") for kind in kinds]
    total: npt.NDArray[np.float64] = np.stack(columns).astype(np.float64).sum(axis=0)
    return total


def _content(compared: Comparison) -> list[pl.Series]:
    """What the lesser text says beside names: its weight, and the share of it that the other says too."""
    kinds = ("number", "year", "time", "noun", "verb", "modifier")
    left = np.stack([compared.figure(f"left_short_{kind}") for kind in kinds]).sum(axis=0)
    names = compared.figure("names_shared") + compared.figure("left_short_name")
    content = np.expm1(compared.figure("size_short")) - names
    covered = 1.0 - left / np.maximum(content, 1e-3)
    return [
        pl.Series("content", np.round(content.astype(np.float64), 3)),
        pl.Series("content_covered", np.round(covered.astype(np.float64), 3)),
    ]


def _told_apart(compared: Comparison) -> npt.NDArray[np.bool_]:
    """Whether words show what sets the texts apart: two kinds of one thing, another name or predicate."""
    shown = ("sisters_in_place", "predicate_apart", "swapped_name", "names_clash")
    result: npt.NDArray[np.bool_] = np.logical_or.reduce(
        [compared.figure(name) >= 1 for name in shown]
    )
    return result


def _causes(compared: Comparison) -> list[pl.Series]:
    """`cause` (a kind) and `because` (a sentence) of each pair, should it be a contradiction."""
    figure = compared.figure
    holds = {
        "denial": (figure("negations_apart") + figure("denials_apart") > 0)
        | (figure("negated_apart") > 0),
        "opposites": figure("opposites") + figure("opposites_far") > 0,
        "numbers_clash": figure("numbers_clash") > 0,
        "time": (figure("years_clash") > 0) | (figure("swapped_time") > 0),
        "place": np.zeros(len(compared.figures), dtype=bool),
        "names": (figure("swapped_name") > 0) | (figure("names_clash") == 1),
        "other": np.ones(len(compared.figures), dtype=bool),
    }
    conditions = [holds[name] for name, _, _ in CAUSES]
    return [
        pl.Series("cause", np.select(conditions, [kind for _, kind, _ in CAUSES], "")),
        pl.Series("because", np.select(conditions, [text for _, _, text in CAUSES], "")),
    ]
