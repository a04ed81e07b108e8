"""Tallies: how many people of one affair are dead, hurt, missing, held, ill or displaced.

Belongs here: what a count of people is limited to, and whether two of them count the same people. Does
not belong here: finding the counts (`fates`), and what two unequal ones are to each other (`verdicts`).

'At least 14 killed', 'the toll stood at 47' and '63 have died' share hardly a word and answer one
question; '22 of the dead were children' and 'nine died in the care home' answer others. What a claim
limits its count to are the names and nouns in it that neither the other claim nor the head of the other
document has: a report on the dam need not name the dam again.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import polars as pl

from pipeline.cleaning.words import word_set
from pipeline.comparing.fates import FATES, counted_things
from pipeline.comparing.lexicon import is_among, lemma_of_word
from pipeline.comparing.words import Kind, fold, read_words

FATE_NAMES = tuple(name for name, _ in FATES)
HEAD = 700  # letters at the head of a document that tell which affair it is about
# So many times a toll may grow among reports of one day, and each day.
GROWS_AT_ONCE, GROWS_A_DAY = 4.0, 2.0
EVENT_DAYS = 3
HISTORIC_DAYS = 45  # what happened longer before is no news
# Nouns that limit no count: people at large, the count itself, what such affairs are called, times of day.
EVENTS = word_set(
    "attack assault shooting massacre blast explosion bombing bomb disaster flood flooding quake earthquake tremor "
    "storm hurricane typhoon cyclone tornado fire blaze wildfire crash accident incident violence clash strike "
    "raid outbreak epidemic pandemic virus disease collapse rampage fighting war conflict landslide avalanche "
    "eruption tsunami derailment sinking stampede unrest riot protest"
)
# Names of one event: a flood is a disaster, a shooting an attack; a war is no attack of that war.
KINDS = (
    word_set("quake earthquake tremor disaster"),
    word_set("war conflict fighting"),
    word_set(
        "attack assault shooting massacre rampage bombing bomb blast explosion strike raid incident violence"
    ),
    word_set("crash accident derailment sinking incident disaster fire blaze"),
    word_set("flood flooding storm hurricane typhoon cyclone tornado disaster collapse landslide"),
    word_set("outbreak epidemic pandemic virus disease"),
)
OPEN = EVENTS | word_set(
    "person people human man resident inhabitant islander villager citizen local victim casualty survivor patient "
    "civilian life member other toll count number total figure tally death dead fatality body died killing "
    "injury injured wounded wound case infection official authority police minister ministry agency report news "
    "tragedy cholera ebola gunman shooter attacker "
    "day night morning evening afternoon hour week nightfall midnight dawn today yesterday weekend time scene "
    "date least count thousand hundred dozen million rest whole"
)
SOURCES = word_set(
    "put say report record give count raise revise confirm announce cite list register tell"
)
# A part of those that were counted already, or more of them, or so many a time.
PART = re.compile(
    r"(?i)^\W*(?:\w+ )?(?:of (?:the|those|these|whom|its|his|their) (?:dead|killed|victims?|injured|wounded|missing"
    r"|fatalities|casualties|deaths|bodies|cases)|more\b|others?\b|further\b|additional\b|new\b|times\b|fewer\b"
    r"|\w* ?(?:a|per|every|each) (?:day|week|month|year|hour))"
)
MORE = re.compile(
    r"(?i)\b(?:another|an additional|against|compared with|down from|up from|among them|of whom|of them"
    r"|including|an average of|every|each|a further"
    r"|the other|the remaining|rose by|increase of|up by)\W+(?:\w+ ){0,1}$"
)
RUNNING = re.compile(
    r"(?i)\btoll\b|\b(?:ha(?:s|ve|d)) (?:now )?(?:risen|climbed|grown|reached|increased|passed|fallen|dropped)\b"
    r"|\bso far\b|\bat least\b|\bno fewer than\b|\bstood at\b|\bknown to\b|\bconfirmed\b|\bstill\b|\bremain"
)
YEAR = re.compile(r"\b(?:1[89]\d\d|20\d\d)\b")
LIMITS = frozenset((Kind.NAME, Kind.NOUN))


@dataclass(frozen=True, slots=True)
class Tally:
    """One count: what limits it, all words of the claim, and of the head of its document."""

    limits: frozenset[str]
    words: frozenset[str]
    head: frozenset[str]
    years: frozenset[str]
    event: date | None
    stated: float
    published: date | None


def tallies(
    claims: pl.DataFrame,
    quantities: pl.DataFrame,
    sentences: pl.DataFrame,
    documents: pl.DataFrame,
    document_stories: pl.DataFrame,
) -> pl.DataFrame:
    """The counts of people by what befell them: `claim_id`, `start_char`, `story_id`, `runs_on`, `is_sole`,
    `tally`.

    Only what is told as a fact, in a document of a story, of an event of its time, and of all to whom it
    happened. `runs_on` tells that the wording leaves the count open, `is_sole` that the claim has no
    other; `tally` is what it counts, for `count_one`.
    """
    told = (
        counted_things(quantities, claims)
        .with_columns(
            fates=pl.col("counted").is_in(FATE_NAMES).fill_null(False).sum().over("claim_id")
        )
        .filter(
            pl.col("counted").is_in(FATE_NAMES)
            & pl.col("stated").is_not_null()
            & (pl.col("aggregation").fill_null("event") != "rate")
            & ~pl.col("comparator").is_in(["<", "<="])
        )
        .join(
            claims.filter(
                (pl.col("modality") == "asserted") & (pl.col("polarity") != "negated")
            ).select(
                "claim_id",
                "document_id",
                "standalone_text",
                "subject",
                "predicate",
                "event_end",
                "event_start",
                claim="text",
                claim_start="start_char",
            ),
            on="claim_id",
        )
        .join(document_stories.select("document_id", "story_id"), on="document_id")
        .join(documents.select("document_id", "title", "published_at"), on="document_id")
        .join(_heads(sentences), on="document_id", how="left")
        .sort("claim_id", "start_char")
    )
    rows = [
        (row["claim_id"], row["start_char"], row["story_id"], *_read(row))
        for row in told.iter_rows(named=True)
        if not _is_part(row) and not _is_historic(row)
    ]
    schema = {"claim_id": pl.String, "start_char": pl.Int32, "story_id": pl.String}
    schema |= {"runs_on": pl.Boolean, "is_sole": pl.Boolean, "tally": pl.Object}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _is_part(row: dict[str, Any]) -> bool:
    """Whether the words around the number say that it counts some of those, or more of them."""
    claim, begin = row["claim"], row["claim_start"] or 0
    start, end = (max(row[name] - begin, 0) for name in ("start_char", "end_char"))
    return bool(PART.match(claim[end:]) or MORE.search(claim[:start]))


def _read(row: dict[str, Any]) -> tuple[bool, bool, Tally]:
    """Whether the count runs on, whether it is the claim's only one, and what it counts."""
    own, published = row["standalone_text"] or row["claim"], row["published_at"]
    tally = Tally(
        _limits(own, row["subject"], row["predicate"]),
        frozenset(read_words(fold(own)).lemmas),
        _head_words(f"{row['title'] or ''}. {row['head'] or ''}"),
        frozenset(YEAR.findall(own)) - {str(published.year) if published else ""},
        row["event_start"],
        row["stated"],
        published.date() if published else None,
    )
    is_open = row["comparator"] in (">", ">=") or bool(RUNNING.search(own))
    return is_open or row["aggregation"] == "cumulative", row["fates"] == 1, tally


def count_one(one: Tally, other: Tally) -> bool:
    """Whether two counts of one fate in one story count the same people."""
    if one.years != other.years or _of_two_events(one, other) or _too_far_apart(one, other):
        return False
    return not (_left(one, other) or _left(other, one))


def _of_two_events(one: Tally, other: Tally) -> bool:
    if one.event and other.event and abs((one.event - other.event).days) > EVENT_DAYS:
        return True
    first, second = one.words & EVENTS, other.words & EVENTS
    alike = first & second or any(first & kind and second & kind for kind in KINDS)
    return bool(first and second and not alike)


def _too_far_apart(one: Tally, other: Tally) -> bool:
    """Whether no toll grows so much in so few days: an old war and its latest attack share an article."""
    lesser, greater = sorted((one.stated, other.stated))
    days = abs((one.published - other.published).days) if one.published and other.published else 0
    return greater > max(lesser, 1.0) * (GROWS_AT_ONCE + GROWS_A_DAY * days)


def _left(one: Tally, other: Tally) -> list[str]:
    """What limits the one count and is neither in the other claim nor in the head of its document."""
    return [
        word
        for word in one.limits
        if not is_among(word, other.words) and not is_among(word, other.head)
    ]


@lru_cache(maxsize=20_000)
def _head_words(text: str) -> frozenset[str]:
    return frozenset(read_words(fold(text[:HEAD])).lemmas) | frozenset(
        word
        for part in (text[:240], text[240:480], text[480:HEAD])
        for word in read_words(fold(part)).lemmas
    )


def _limits(text: str, subject: str | None, predicate: str | None) -> frozenset[str]:
    words = read_words(fold(text))
    kept = {
        word
        for word, kind in zip(words.lemmas, words.kinds, strict=True)
        if kind in LIMITS and word not in OPEN
    }
    verb = (predicate or "").lower().split()
    if subject and any(lemma_of_word(word) in SOURCES for word in verb):
        kept -= set(read_words(fold(subject)).lemmas)
    return frozenset(kept)


def _heads(sentences: pl.DataFrame) -> pl.DataFrame:
    return (
        sentences.filter(pl.col("section").is_in(["subhead", "body"]))
        .sort("document_id", "ordinal")
        .group_by("document_id")
        .agg(pl.col("text").head(4).str.join(" ").alias("head"))
    )


def _is_historic(row: dict[str, Any]) -> bool:
    """Whether the event lies long before the document."""
    day, published = row["event_end"] or row["event_start"], row["published_at"]
    if day is None or published is None:
        return False
    return bool((published.date() - day).days > HISTORIC_DAYS)
