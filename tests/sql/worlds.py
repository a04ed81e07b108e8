"""Small random warehouses for the tests of views, as rows by table."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import polars as pl
from hypothesis import strategies as st

from pipeline.views import view_inputs, view_order
from pipeline.warehouse import Warehouse, table_schemas

Row = dict[str, Any]
START = datetime(2025, 3, 1, 8)
KINDS = ("person", "organisation", "outlet", "document", "anonymous")


@dataclass
class World:
    """Rows by table."""

    tables: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, **row: Any) -> None:
        """Add one row; columns that are not named stay NULL."""
        self.tables.setdefault(table, []).append(row)

    def rows(self, table: str) -> list[Row]:
        """The rows of one table."""
        return self.tables.get(table, [])

    def stored(self, *wanted: str) -> Warehouse:
        """A warehouse in memory that holds the rows, with these views and what they read, else with all."""
        warehouse = Warehouse.in_memory()
        store(warehouse, self.tables)
        needed = set(wanted or view_order())
        for name in reversed(view_order()):
            needed |= view_inputs(name) if name in needed else set()
        for name in view_order():
            if name in needed:
                warehouse.create_view(name)
        if not wanted:
            warehouse.create_macros()
        return warehouse


def store(warehouse: Warehouse, tables: dict[str, list[Row]]) -> None:
    """Add rows to the tables of a warehouse."""
    for table, rows in tables.items():
        schema = table_schemas()[table]
        columns = {name: [row.get(name) for row in rows] for name in schema}
        warehouse.append(table, pl.DataFrame(columns, schema=schema))


def add_document(world: World, number: int, source: str, story: str | None, **columns: Any) -> str:
    """One document with its raw item, source, story and origin; `columns` override."""
    document = f"d{number:02}"
    at = columns.get("published_at")
    world.add(
        "raw_documents",
        document_id=document,
        path=columns.get("path", f"{document}.txt"),
        revision=columns.get("revision", 1),
        is_current=columns.get("is_current", True),
        content_sha256=f"sha{number}",
    )
    world.add(
        "documents",
        document_id=document,
        source_id=source,
        published_at=at,
        published_earliest=columns.get("earliest", at),
        published_latest=columns.get("latest", at),
        analysis=columns.get("analysis", "full"),
        text="",
    )
    if story:
        world.add("document_stories", document_id=document, story_id=story, similarity=1.0)
    return document


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A world of a few sources, stories and claims in which anything may coincide."""
    world = World()
    sources = draw(st.integers(1, 4))
    stories = draw(st.integers(1, 3))
    for number in range(sources):
        named_by = draw(st.sampled_from(["metadata", "metadata", "metadata", "unknown"]))
        world.add("sources", source_id=f"s{number}", name=f"Source {number}", named_by=named_by)
    for number in range(stories):
        world.add("stories", story_id=f"y{number}")
    documents = []
    for number in range(draw(st.integers(1, 9))):
        at = draw(st.none() | st.integers(0, 30).map(lambda h: START + timedelta(hours=h)))
        spread = draw(st.sampled_from([0, 0, 6]))
        current = draw(st.sampled_from([True, True, True, False]))
        document = add_document(
            world,
            number,
            f"s{draw(st.integers(0, sources - 1))}",
            draw(st.none() | st.integers(0, stories - 1).map(lambda n: f"y{n}")),
            published_at=at,
            earliest=at and at - timedelta(hours=spread),
            latest=at and at + timedelta(hours=spread),
            is_current=current,
        )
        if current:
            documents.append(document)
        if draw(st.booleans()):
            world.add(
                "document_origins",
                document_id=document,
                origin_id="o0",
                reason=draw(st.sampled_from(["own", "copy"])),
                copied_share=draw(st.sampled_from([0.0, 0.25, 1.0])),
            )
        for ordinal in range(draw(st.integers(0, 2))):
            world.add(
                "sentences",
                sentence_id=f"{document}t{ordinal}",
                document_id=document,
                ordinal=ordinal,
                start_char=ordinal * 50,
                end_char=ordinal * 50 + draw(st.integers(1, 50)),
                section=draw(st.sampled_from(["headline", "body"])),
                text="words",
            )
    for number, kind in enumerate(KINDS):
        world.add("origins", origin_id=f"o{number}", name=f"Origin {number}", kind=kind)
    questions = draw(st.integers(1, 4))
    for number in range(questions):
        world.add(
            "questions",
            question_id=f"q{number}",
            story_id=f"y{draw(st.integers(0, stories - 1))}",
            answer_kind=draw(st.sampled_from(["number", "yes_no", "open"])),
        )
    propositions = draw(st.integers(1, 8))
    for number in range(propositions):
        day = draw(st.none() | st.integers(1, 5).map(lambda d: date(2025, 3, d)))
        world.add(
            "propositions",
            proposition_id=f"p{number}",
            question_id=f"q{draw(st.integers(0, questions - 1))}",
            text=f"proposition {number}",
            as_of_start=day,
            as_of_end=day,
        )
    _add_claims(draw, world, documents, propositions)
    return world


def _add_claims(draw: st.DrawFn, world: World, documents: list[str], propositions: int) -> None:
    if not documents:
        return
    claims = []
    for number in range(draw(st.integers(0, 18))):
        claim = f"c{number:02}"
        claims.append(claim)
        attribution = draw(st.sampled_from(["narrated", "indirect"]))
        world.add(
            "claims",
            claim_id=claim,
            document_id=draw(st.sampled_from(documents)),
            text=f"claim {number}",
            standalone_text=f"claim {number}",
            attribution=attribution,
            polarity=draw(st.sampled_from(["affirmed", "negated"])),
            modality=draw(st.sampled_from(["asserted", "denied"])),
            check_worthiness=draw(st.sampled_from([0.0, 0.5, 1.0])),
        )
        world.add(
            "claim_propositions",
            claim_id=claim,
            proposition_id=f"p{draw(st.integers(0, propositions - 1))}",
            similarity=draw(st.sampled_from([0.5, 1.0])),
        )
        if attribution != "narrated":
            anonymous = draw(st.booleans())
            world.add(
                "attributions",
                claim_id=claim,
                level=1,
                source_name=f"Speaker {draw(st.integers(0, 2))}",
                is_anonymous=anonymous,
                is_outlet=draw(st.booleans()),
            )
        for origin in draw(st.sets(st.integers(0, 4), max_size=2)):
            world.add(
                "claim_origins",
                claim_id=claim,
                origin_id=f"o{origin}",
                reason="own",
                probability=draw(st.sampled_from([0.5, 0.75, 0.9])),
            )
        if draw(st.booleans()):
            world.add(
                "quantities",
                claim_id=claim,
                start_char=0,
                stated=float(draw(st.integers(0, 4))),
            )
    pairs = draw(
        st.sets(st.tuples(st.sampled_from(claims or ["c"]), st.sampled_from(claims or ["c"])))
    )
    for a, b in sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}):
        world.add(
            "claim_relations",
            claim_a=a,
            claim_b=b,
            relation=draw(
                st.sampled_from(
                    ["same", "refines", "updates", "corrects", "contradicts", "related"]
                )
            ),
            kind="quantity",
            score=draw(st.sampled_from([0.25, 0.5, 0.75])),
        )
