"""What two claims are to each other, and why."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.comparing.relations import relate_claims, relate_pairs
from pipeline.comparing.sides import claim_sides
from pipeline.comparing.tallies import tallies

MakeTable = Callable[..., pl.DataFrame]
SINCE = date(2031, 9, 2)


def count(
    text: str, stated: float, comparator: str = "=", measures: str = "people", **more: Any
) -> dict[str, Any]:
    low = stated if comparator in ("=", ">=", ">", "~") else None
    high = stated if comparator in ("=", "<=", "<", "~") else None
    return {
        "text": text,
        "stated": stated,
        "low": low,
        "high": high,
        "comparator": comparator,
        "measures": measures,
        "aggregation": "event",
        **more,
    }


def tables(table: MakeTable, *sides: dict[str, Any]) -> dict[str, pl.DataFrame]:
    """Claims 'a', 'b', …, each the only sentence of a document of its own."""
    claims, sentences, quantities, documents = [], [], [], []
    for name, side in zip("abcdef", sides, strict=False):
        text = side["text"]
        sentence = side.get("sentence", text)
        document = side.get("document", f"d{name}")
        claims.append(
            {
                "claim_id": name,
                "document_id": document,
                "sentence_id": f"s{name}",
                "text": text,
                "standalone_text": text,
                "start_char": 0,
                "end_char": len(text),
                "polarity": side.get("polarity", "affirmed"),
                "modality": side.get("modality", "asserted"),
                "speaker": side.get("speaker"),
                **dict(
                    zip(("subject", "predicate", "object"), side.get("frame", ()), strict=False)
                ),
                "event_start": side.get("event"),
                "check_worthiness": 0.9,
            }
        )
        sentences.append({"sentence_id": f"s{name}", "document_id": document, "text": sentence})
        if "frame" in side:  # a document of more than this sentence
            sentences += [
                {"sentence_id": f"s{name}{n}", "document_id": document, "text": "It rained."}
                for n in range(4)
            ]
        for quantity in side.get("numbers", []):
            start = text.index(quantity["text"])
            place = {"start_char": start, "end_char": start + len(quantity["text"])}
            quantities.append({"claim_id": name, **place, **quantity})
        day = side.get("published")
        documents.append(
            {"document_id": document, "published_at": datetime(2031, 9, day) if day else None}
        )
    return {
        "claims": table("claims", claims),
        "sentences": table("sentences", sentences),
        "quantities": table("quantities", quantities),
        "documents": table("documents", documents).unique("document_id", maintain_order=True),
    }


def related(
    table: MakeTable, a: dict[str, Any], b: dict[str, Any], *, one_story: bool = False
) -> dict[str, Any] | None:
    made = tables(table, a, b)
    told = [{"document_id": d, "story_id": "s"} for d in made["documents"]["document_id"]]
    stories = table("document_stories", told if one_story else [])
    sides = claim_sides(**made, document_stories=stories)
    pairs = pl.DataFrame({"claim_a": ["a"], "claim_b": ["b"]})
    counts = tallies(
        made["claims"], made["quantities"], made["sentences"], made["documents"], stories
    )
    rows = relate_pairs(pairs, made["claims"], sides, made["quantities"], counts).to_dicts()
    return rows[0] if rows else None


TOLL_21 = {
    "text": "The strikes have killed at least 21 people since 2 September",
    "numbers": [count("21", 21, ">=", aggregation="cumulative", period_start=SINCE)],
}
TOLL_110 = {
    "text": "Since the first strike on 2 September, over 110 people have died in strikes",
    "numbers": [count("110", 110, ">", aggregation="cumulative", period_start=SINCE)],
}
TOLL_15 = {
    "text": "The strikes have killed 15 people since 2 September",
    "numbers": [count("15", 15, aggregation="cumulative", period_start=SINCE)],
}


@pytest.mark.parametrize(
    ("a", "b", "relation", "kind"),
    [
        (
            {"text": "The minister resigned on Friday"},
            {"text": "The minister stepped down on Friday"},
            "same",
            None,
        ),
        (
            {"text": "The minister resigned"},
            {"text": "The minister resigned on Friday after a vote in the upper house of Tarn"},
            "refines",
            "scope",
        ),
        (
            {"text": "Profits of Tarn Steel rose by a tenth"},
            {"text": "Profits of Tarn Steel fell by a tenth"},
            "contradicts",
            "polarity",
        ),
        (
            {"text": "Rob Vale is dead"},
            {"text": "Rob Vale is not dead, his agent said"},
            "contradicts",
            "polarity",
        ),
        (TOLL_21, TOLL_110, "updates", "quantity"),
        (
            {**TOLL_21, "published": 5},
            {**TOLL_15, "published": 9},
            "corrects",
            "quantity",
        ),
        (
            {
                "text": "The blast in Ourane killed four people",
                "numbers": [count("four", 4)],
            },
            {
                "text": "The blast in Ourane killed nine people",
                "numbers": [count("nine", 9)],
            },
            "contradicts",
            "quantity",
        ),
        (
            {
                "text": "The blast in Ourane killed four people",
                "numbers": [count("four", 4)],
                "published": 3,
            },
            {
                "text": "The blast in Ourane killed nine people",
                "numbers": [count("nine", 9)],
                "published": 4,
            },
            "updates",
            "quantity",
        ),
        ({"text": "The dam burst on Monday"}, {"text": "Harlow City won the cup"}, None, None),
        (
            {"text": "The army crossed the border on Sunday"},
            {"text": "The army may have crossed the border on Sunday", "modality": "possible"},
            "related",
            None,
        ),
        (
            {"text": "Ada Quill took bribes from a builder", "speaker": "Joan Ibsen"},
            {
                "text": "Ada Quill took bribes from a builder of houses",
                "modality": "denied",
                "speaker": "Ada Quill",
            },
            "contradicts",
            "polarity",
        ),
    ],
)
def test_relation_and_kind(
    table: MakeTable, a: dict[str, Any], b: dict[str, Any], relation: str | None, kind: str | None
) -> None:
    row = related(table, a, b)
    assert (row and row["relation"], row and row["kind"]) == (relation, kind)
    turned = related(table, b, a)
    assert (turned and turned["relation"], turned and turned["kind"]) == (relation, kind)
    if row:
        assert 0 <= row["score"] <= 1
        assert row["reason"]


def said(
    subject: str, predicate: str, rest: str | None = None, end: str = "", **more: Any
) -> dict[str, Any]:
    """A claim of a longer document, with its parts as they stand in the text."""
    text = " ".join(part for part in (subject, predicate, rest, end) if part)
    negated = {"polarity": "negated"} if " not" in f" {predicate}" or " no " in f" {text} " else {}
    return {"text": text, "frame": (subject, predicate, rest), **negated, **more}


HIDDEN = said("Tarn Bank", "has hidden", "losses of 340 million marks")
CLOSED = said("Merrow", "closes", "troubled lender Tarn Bank")
OPENED = said("The gates of the Orlo Dam", "were opened", None)
MISSING_60 = said("About 60 people", "were missing", None, "in Orlo", numbers=[count("60", 60)])
MISSING_8 = said("Eight people", "were missing", None, "in Orlo", numbers=[count("Eight", 8)])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (OPENED, said("The gates of the Orlo Dam", "were not opened", None)),
        (HIDDEN, said("There", "are", "no hidden losses")),
        (said("Ada Quill", "attended", "the summit in Orlo"),
         said("Ada Quill", "did not attend", "the summit in Orlo")),
        (said("Tarn Bank", "paid", "bribes to Rob Vale"),
         said("Tarn Bank", "denies", "paying bribes to Rob Vale", modality="denied")),
    ],
)  # fmt: skip
def test_what_the_other_denies_word_for_word_contradicts(
    table: MakeTable, a: dict[str, Any], b: dict[str, Any]
) -> None:
    for one, other in ((a, b), (b, a)):
        row = related(table, one, other)
        assert row is not None
        assert (row["relation"], row["kind"]) == ("contradicts", "polarity")
        assert row["reason"][0].isupper()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (said("A dam", "does not fail in", "one night"),
         said("The Orlo Dam", "failed at", "about 4:40 a.m.")),
        (said("The letter", "does not name", "Tarn Bank"), HIDDEN),
        (said("The letter", "does not name", "Tarn Bank"), CLOSED),
        (said("Tarn Bank", "denies", "wrongdoing", modality="denied"), CLOSED),
        (said("Tarn Bank", "denies", "wrongdoing", modality="denied"), HIDDEN),
        (said("What that means for Ilo Marant", "stays", "unclear"),
         said("The navy", "has moved", "firepower near Ilo Marant")),
        (said("Ilo Marant", "weighs", "strikes on smugglers"),
         said("More than thirty strikes on smugglers", "have been conducted")),
        (said("Rob Vale", "rises with", "or without deal"),
         said("Rob Vale", "is", "a step in the wrong direction")),
        (said("Rob Vale", "did not just lose", "his breath"), said("Rob Vale", "lost", "his breath")),
        (said("Rob Vale", "is not going to give", "it to you"),
         said("Ada Quill", "is going to give", "Rob Vale a recommendation")),
        (said("Rob Vale", "did not attend", "the dinner in Orlo"),
         said("Rob Vale", "attended", "the summit in Orlo")),
        (said("Merrow", "shuts", "Tarn Bank"), HIDDEN),
        (MISSING_60, MISSING_8),
    ],
)  # fmt: skip
def test_what_only_shares_words_is_no_contradiction(
    table: MakeTable, a: dict[str, Any], b: dict[str, Any]
) -> None:
    for one, other in ((a, b), (b, a)):
        row = related(table, one, other)
        assert row is None or row["relation"] not in ("contradicts", "updates", "corrects")


def test_the_missing_of_a_later_day_are_an_update(table: MakeTable) -> None:
    row = related(table, {**MISSING_60, "published": 3}, {**MISSING_8, "published": 9})
    assert row is not None
    assert (row["relation"], row["claim_a"]) == ("updates", "b")


def test_four_and_at_least_five_agree_with_at_least_four(table: MakeTable) -> None:
    four = {"text": "At least four boats were sunk", "numbers": [count("four", 4, ">=", "boat")]}
    five = {"text": "Five boats were sunk", "numbers": [count("Five", 5, "=", "boat")]}
    row = related(table, four, five)
    assert row is None or row["relation"] in ("refines", "related", "same")


def test_another_unit_is_no_clash(table: MakeTable) -> None:
    euros = count("40", 40, unit="euro", measures=None)
    dollars = count("45", 45, unit="dollar", measures=None)
    row = related(
        table,
        {"text": "The ticket costs 40 euros", "numbers": [euros]},
        {"text": "The ticket costs 45 dollars", "numbers": [dollars]},
    )
    assert row is None or row["kind"] != "quantity"


def test_the_later_count_comes_first_and_the_reason_tells_both(table: MakeTable) -> None:
    row = related(table, TOLL_21, TOLL_110)
    assert row is not None
    assert (row["claim_a"], row["claim_b"], row["ordered_by"]) == ("b", "a", "count")
    assert "'at least 21' → 'over 110'" in row["reason"]
    assert "since 2 September" in row["reason"]


def test_a_later_publication_orders_an_update(table: MakeTable) -> None:
    row = related(table, {**TOLL_21, "published": 3}, {**TOLL_110, "published": 20})
    assert row is not None
    assert row["relation"] == "updates"
    assert row["ordered_by"] in ("publication", "as_of")
    assert row["claim_a"] == "b"


def test_the_longer_claim_refines(table: MakeTable) -> None:
    short = {"text": "The minister resigned"}
    long = {"text": "The minister resigned on Friday after a vote in the upper house of Tarn"}
    for a, b, first in ((short, long, "b"), (long, short, "a")):
        row = related(table, a, b)
        assert row is not None
        assert row["claim_a"] == first


TEXTS = [
    "The dam did not burst",
    "Rob Vale is dead",
    "Prices fell by 4 percent in May",
    "Nobody was hurt",
    "“We are not talking about that.”",
]


@given(st.sampled_from(TEXTS), st.sampled_from(["asserted", "possible", "planned", "denied"]))
@settings(max_examples=20, deadline=None)
def test_a_claim_never_contradicts_its_copy(table: MakeTable, text: str, modality: str) -> None:
    side = {"text": text, "modality": modality}
    around = {**side, "sentence": f"It was not true, he said, that {text}"}
    for other in (side, around):
        row = related(table, side, other)
        assert row is not None
        assert row["relation"] == "same"


@pytest.mark.parametrize("text", TEXTS)
def test_a_sentence_printed_twice_is_not_denied_in_one_of_them(table: MakeTable, text: str) -> None:
    for sentence in (text, f"He denied, once more, that {text}"):
        side = {"text": text, "sentence": sentence}
        row = related(table, side, {**side, "modality": "denied"})
        assert row is None or row["relation"] in ("same", "related")


def everything(made: dict[str, pl.DataFrame], table: MakeTable, **more: Any) -> pl.DataFrame:
    return relate_claims(
        **made,
        entities=table("entities"),
        document_stories=table(
            "document_stories",
            [
                {"document_id": document, "story_id": "s", "similarity": 1.0}
                for document in made["documents"]["document_id"]
            ],
        ),
        overrides=more.get("overrides", table("review_overrides")),
        known=more.get("known", table("claim_relations")),
        new=more.get("new", set(made["documents"]["document_id"])),
    )


def test_new_documents_change_no_old_relation(table: MakeTable) -> None:
    old = tables(table, TOLL_21, TOLL_110)
    all_three = tables(table, TOLL_21, TOLL_110, TOLL_15)
    before = everything(old, table)
    whole = everything(all_three, table)
    grown = everything(all_three, table, known=before, new={"dc"})
    assert grown.equals(whole)
    kept = whole.filter(~pl.col("claim_a").eq("c") & ~pl.col("claim_b").eq("c"))
    assert kept.equals(before)
    assert before.height == 1


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("not_same", []),
        ("contradicts", [("a", "b", "contradicts")]),
        ("updates", [("b", "a", "updates")]),
    ],
)
def test_a_human_verdict_stands(
    table: MakeTable, verdict: str, expected: list[tuple[str, str, str]]
) -> None:
    made = tables(table, TOLL_21, TOLL_110)
    said = {"claim_a": "b", "claim_b": "a", "verdict": verdict, "decided_by": "Ada", "why": "Asked"}
    for known in (table("claim_relations"), everything(made, table)):
        rows = everything(made, table, known=known, overrides=table("review_overrides", [said]))
        assert rows.select("claim_a", "claim_b", "relation").rows() == expected


FELL_14 = {
    "text": "The Orlo Dam broke and killed at least 14 people",
    "numbers": [count("14", 14, ">=")],
}
STOOD_47 = {
    "text": "The death toll at the Orlo Dam stood at 47",
    "numbers": [count("47", 47, measures="toll")],
}
FELL_52 = {"text": "The Orlo Dam broke and killed 52 people", "numbers": [count("52", 52)]}
ALSO_47 = {"text": "So far 47 people have died at the Orlo Dam", "numbers": [count("47", 47)]}
IN_A_HOME = {
    "text": "Nine residents of the Saint Ola home died",
    "numbers": [count("Nine", 9, measures="resident")],
}
OLD_WAR = {
    "text": "The war has killed more than 8,000 people",
    "numbers": [count("8,000", 8000, ">")],
}


@pytest.mark.parametrize(
    ("a", "b", "relation", "first"),
    [
        ({**FELL_14, "published": 3}, {**STOOD_47, "published": 5}, "updates", "b"),
        ({**STOOD_47, "published": 5}, {**FELL_14, "published": 3}, "updates", "a"),
        (FELL_14, STOOD_47, "updates", "b"),  # no date: the count itself tells
        ({**FELL_52, "published": 5}, {**STOOD_47, "published": 8}, "corrects", "b"),
        (STOOD_47, ALSO_47, "same", "a"),
    ],
)
def test_tolls_of_one_affair_are_compared_whatever_the_words(
    table: MakeTable, a: dict[str, Any], b: dict[str, Any], relation: str, first: str
) -> None:
    row = related(table, a, b, one_story=True)
    assert row is not None
    assert (row["relation"], row["claim_a"]) == (relation, first)


@pytest.mark.parametrize(
    ("a", "b"),
    [(FELL_14, IN_A_HOME), (STOOD_47, OLD_WAR), (FELL_14, OLD_WAR)],
)
def test_counts_of_others_are_no_change(
    table: MakeTable, a: dict[str, Any], b: dict[str, Any]
) -> None:
    row = related(table, {**a, "published": 3}, {**b, "published": 5}, one_story=True)
    assert row is None or row["relation"] not in ("contradicts", "updates", "corrects")


NOT_FOUND = said("The cause of the fire", "has not been found")
FOUND = said("The cause of the fire", "was found")


@pytest.mark.parametrize(
    ("day_of_denial", "day_of_news", "relation"),
    [(3, 5, "updates"), (5, 3, "contradicts"), (3, 3, "contradicts")],
)
def test_what_came_true_since_is_an_update(
    table: MakeTable, day_of_denial: int, day_of_news: int, relation: str
) -> None:
    row = related(
        table, {**NOT_FOUND, "published": day_of_denial}, {**FOUND, "published": day_of_news}
    )
    assert row is not None
    assert (row["relation"], row["kind"]) == (relation, "polarity")


def test_nobody_is_said_of_all_in_one_story(table: MakeTable) -> None:
    nobody = said("Nobody", "was arrested in", "Orlo")
    two = said("Two men", "were arrested in", "Orlo")
    one_story = related(table, nobody, two, one_story=True)
    assert one_story is not None
    assert one_story["relation"] == "contradicts"
    elsewhere = related(table, nobody, two)
    assert elsewhere is None or elsewhere["relation"] != "contradicts"


POOL = [FELL_14, STOOD_47, FELL_52, ALSO_47, IN_A_HOME, NOT_FOUND, FOUND, HIDDEN, CLOSED, OPENED]
DATED = st.tuples(st.sampled_from(POOL), st.integers(1, 9))


@settings(max_examples=40, deadline=None)
@given(DATED, DATED, st.booleans())
def test_relations_do_not_depend_on_the_order_of_two_claims(
    table: MakeTable, one: Any, other: Any, one_story: bool
) -> None:
    a, b = ({**side, "published": day} for side, day in (one, other))
    forth = related(table, a, b, one_story=one_story)
    back = related(table, b, a, one_story=one_story)
    assert (forth is None) == (back is None)
    if forth is None or back is None:
        return
    assert (forth["relation"], forth["kind"]) == (back["relation"], back["kind"])
    if forth["relation"] in ("updates", "corrects"):
        assert forth["claim_a"] != back["claim_a"]
