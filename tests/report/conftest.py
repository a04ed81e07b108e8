"""A small warehouse with hostile text in every place that a document fills."""

from datetime import datetime, timedelta

import polars as pl
import pytest

from pipeline.views import refresh_view, view_order
from pipeline.warehouse import Warehouse, table_schemas

HOSTILE = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
DAY = datetime(2031, 5, 2, 9)
SAYINGS = (
    ("The dam lost 12 gates in the flood.", "12"),
    ("The dam lost 12 gates in the flood.", "12"),
    ("The dam lost nine gates in the flood.", "9"),
)


def fill(warehouse: Warehouse, table: str, **columns: list) -> None:
    schema = {name: kind for name, kind in table_schemas()[table].items() if name in columns}
    warehouse.append(table, pl.DataFrame(columns, schema=schema))


@pytest.fixture
def disputed_dam() -> Warehouse:
    """Three documents of three sources: two say twelve, one nine; the third is hostile throughout."""
    warehouse = Warehouse.in_memory()
    documents = ["d1", "d2", "d3"]
    claims = ["c1", "c2", "c3"]
    sources = ["s1", "s2", "s3"]
    texts = [words for words, _ in SAYINGS]
    bodies = [texts[0], texts[1], f"{texts[2]} {HOSTILE}"]
    fill(
        warehouse,
        "raw_documents",
        document_id=documents,
        path=["a.txt", "b.txt", f"{HOSTILE}.txt"],
        content_sha256=["1", "2", "3"],
        content=[body.encode() for body in bodies],
        encoding=["utf-8"] * 3,
        revision=[1] * 3,
        is_current=[True] * 3,
    )
    fill(
        warehouse,
        "sources",
        source_id=sources,
        name=["The Lantern", "Morning Tide", HOSTILE],
        family=sources,
        named_by=["metadata"] * 3,
    )
    fill(
        warehouse,
        "documents",
        document_id=documents,
        source_id=sources,
        title=["Dam loses gates", "Gates gone", HOSTILE],
        byline=[None, None, HOSTILE],
        published_at=[DAY + timedelta(hours=n) for n in range(3)],
        published_earliest=[DAY] * 3,
        published_latest=[DAY + timedelta(hours=n) for n in range(3)],
        language=["en"] * 3,
        analysis=["full"] * 3,
        text=bodies,
        word_count=[8] * 3,
    )
    fill(
        warehouse,
        "sentences",
        sentence_id=["t1", "t2", "t3"],
        document_id=documents,
        ordinal=[0] * 3,
        start_char=[0] * 3,
        end_char=[len(text) for text in texts],
        text=texts,
        section=["body"] * 3,
        language=["en"] * 3,
    )
    fill(
        warehouse,
        "claims",
        claim_id=claims,
        document_id=documents,
        sentence_id=["t1", "t2", "t3"],
        ordinal=[0] * 3,
        text=texts,
        start_char=[0] * 3,
        end_char=[len(text) for text in texts],
        raw_start=[0] * 3,
        raw_end=[len(text) for text in texts],
        subject=["The dam"] * 3,
        predicate=["lost"] * 3,
        object=[f"{number} gates" for _, number in SAYINGS],
        standalone_text=texts,
        polarity=["affirmed"] * 3,
        modality=["asserted"] * 3,
        attribution=["narrated", "narrated", "indirect"],
        speaker=[None, None, HOSTILE],
        check_worthiness=[0.9] * 3,
        confidence=[0.8] * 3,
    )
    fill(
        warehouse,
        "attributions",
        claim_id=["c3"],
        level=[1],
        source_text=[HOSTILE],
        source_name=[HOSTILE],
        is_anonymous=[False],
        is_outlet=[False],
    )
    fill(
        warehouse,
        "origins",
        origin_id=["o1", "o2", "o3"],
        name=["The Lantern", "Morning Tide", HOSTILE],
        kind=["document", "document", "person"],
    )
    fill(
        warehouse,
        "document_origins",
        document_id=documents,
        origin_id=["o1", "o2", "o3"],
        reason=["own"] * 3,
        copied_share=[0.0] * 3,
    )
    fill(
        warehouse,
        "claim_origins",
        claim_id=claims,
        origin_id=["o1", "o2", "o3"],
        reason=["own", "own", "chain"],
        probability=[1.0] * 3,
    )
    fill(
        warehouse,
        "stories",
        story_id=["y1"],
        title=[HOSTILE],
        first_published_at=[DAY],
        last_published_at=[DAY],
    )
    fill(
        warehouse,
        "document_stories",
        document_id=documents,
        story_id=["y1"] * 3,
        similarity=[1.0] * 3,
    )
    fill(
        warehouse,
        "questions",
        question_id=["q1"],
        story_id=["y1"],
        text=["How many gates did the dam lose?"],
        answer_kind=["number"],
    )
    fill(
        warehouse,
        "propositions",
        proposition_id=["p1", "p2"],
        question_id=["q1", "q1"],
        text=[texts[0], texts[2]],
        first_seen_at=[DAY, DAY],
    )
    fill(
        warehouse,
        "claim_propositions",
        claim_id=claims,
        proposition_id=["p1", "p1", "p2"],
        similarity=[1.0] * 3,
    )
    fill(
        warehouse,
        "claim_relations",
        claim_a=["c1", "c1", "c2"],
        claim_b=["c2", "c3", "c3"],
        relation=["same", "contradicts", "contradicts"],
        kind=[None, "quantity", "quantity"],
        ordered_by=[None] * 3,
        score=[0.9, 0.8, 0.8],
        reason=["The same.", *[f"12 and nine gates. {HOSTILE}"] * 2],
    )
    for name in view_order():
        refresh_view(warehouse, name)
    return warehouse
