"""Which documents tell one story."""

from datetime import datetime, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.comparing.stories import group_stories

DAM = [
    "Dam bursts above Ourane, flooding the lower town. The Velde dam gave way before dawn, "
    "officials in Ourane said, and water reached the railway station.",
    "Ourane under water after Velde dam fails. Rescue boats moved through the lower town of Ourane "
    "hours after the Velde dam gave way.",
    "Engineers had warned of cracks in the Velde dam. Inspectors wrote of cracks two years before "
    "the flood that hit Ourane, records show.",
]
VOTE = [
    "Parliament of Tessaly ousts prime minister Morvan. Lawmakers in Tessaly voted no confidence in "
    "Ilse Morvan after the budget quarrel.",
    "Morvan loses confidence vote in Tessaly. Ilse Morvan, prime minister for six years, fell over "
    "the budget, and Tessaly will vote in spring.",
]
MATCH = ["Harlow City win the cup final on penalties. Keeper Dana Orr saved three shots at Harlow."]
TEXTS = DAM + VOTE + MATCH
STORY_OF = [0, 0, 0, 1, 1, 2]
START = datetime(2031, 9, 2, 8)


def documents_of(texts: list[str], times: list[datetime | None]) -> pl.DataFrame:
    rows: list[dict[str, Any]] = [
        {
            "document_id": f"d{number:03}",
            "title": text.partition(". ")[0],
            "text": text,
            "published_at": when,
            "published_earliest": when,
            "published_latest": when,
        }
        for number, (text, when) in enumerate(zip(texts, times, strict=True))
    ]
    times_of = dict.fromkeys(
        ("published_at", "published_earliest", "published_latest"), pl.Datetime("us")
    )
    return pl.DataFrame(rows, schema_overrides=times_of)


def sentences_of(documents: pl.DataFrame) -> pl.DataFrame:
    bodies = pl.col("text").str.splitn(". ", 2).struct.field("field_1")
    return documents.select(
        "document_id", bodies.alias("text"), ordinal=pl.lit(0), section=pl.lit("body")
    )


def partition(documents: pl.DataFrame) -> set[frozenset[str]]:
    _, members = group_stories(documents, sentences_of(documents))
    assert sorted(members["document_id"]) == sorted(documents["document_id"])
    groups = members.group_by("story_id").agg("document_id")
    return {frozenset(group) for group in groups["document_id"]}


def wanted(texts: list[str]) -> set[frozenset[str]]:
    story = [STORY_OF[TEXTS.index(text)] for text in texts]
    return {
        frozenset(f"d{i:03}" for i, other in enumerate(story) if other == one) for one in set(story)
    }


@pytest.mark.parametrize("dated", [True, False])
def test_one_affair_is_one_story(dated: bool) -> None:
    times = [START + timedelta(hours=7 * i) if dated else None for i in range(len(TEXTS))]
    assert partition(documents_of(TEXTS, times)) == wanted(TEXTS)


def test_the_same_affair_a_year_later_is_another() -> None:
    later = [START, START, START + timedelta(days=365)]
    assert len(partition(documents_of(DAM, later))) == 2


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(len(TEXTS))))
def test_the_order_of_documents_does_not_matter(order: list[int]) -> None:
    whole = documents_of(TEXTS, [START] * len(TEXTS))
    turned = whole[order]
    first, second = (group_stories(frame, sentences_of(frame)) for frame in (whole, turned))
    assert all(a.equals(b) for a, b in zip(first, second, strict=True))


def test_title_times_and_id() -> None:
    documents = documents_of(DAM, [START + timedelta(days=i) for i in range(3)])
    stories, members = group_stories(documents, sentences_of(documents))
    (story,) = stories.to_dicts()
    assert story["title"] in {text.partition(". ")[0] for text in DAM}
    assert story["first_published_at"] == START
    assert story["last_published_at"] == START + timedelta(days=2)
    # A document that joins later does not change the id; an earlier one does.
    without_last, without_first = (
        group_stories(part, sentences_of(part))[0] for part in (documents[:2], documents[1:])
    )
    assert without_last["story_id"].to_list() == [story["story_id"]]
    assert without_first["story_id"].to_list() != [story["story_id"]]
    assert members["similarity"].is_between(0.0, 1.0).all()


def test_a_document_with_nothing_to_read_is_a_story_of_its_own() -> None:
    documents = documents_of(["", "...", DAM[0]], [None, None, START])
    stories, members = group_stories(documents, sentences_of(documents))
    assert stories.height == members.height == 3


def test_no_documents() -> None:
    empty = documents_of([DAM[0]], [None]).clear()
    stories, members = group_stories(empty, sentences_of(empty))
    assert stories.is_empty()
    assert members.is_empty()
