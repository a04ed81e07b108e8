"""Tiny tables for the tests of this room."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

from pipeline.warehouse import table_schemas

MakeTable = Callable[..., pl.DataFrame]


def _table(name: str, rows: Sequence[dict[str, Any]] = ()) -> pl.DataFrame:
    schema = table_schemas()[name]
    for row in rows:
        assert set(row) <= set(schema), f"not columns of {name}: {set(row) - set(schema)}"
    return pl.DataFrame([{key: row.get(key) for key in schema} for row in rows], schema=schema)


@pytest.fixture(scope="session")
def table() -> MakeTable:
    """A frame with the columns of a table of the warehouse, from rows that name some of them."""
    return _table


@pytest.fixture(scope="session")
def claim_tables() -> Callable[..., dict[str, pl.DataFrame]]:
    """Claims as (id, document, text) with the documents and stories around them.

    `stories` maps documents to stories (one of their own where left out), `published` to days of
    September 2031, `numbers` claims to (words, stated, measures).
    """

    def make(
        claims: Sequence[tuple[str, str, str]],
        *,
        stories: dict[str, str] | None = None,
        published: dict[str, int] | None = None,
        numbers: dict[str, tuple[str, float, str]] | None = None,
        speakers: dict[str, str] | None = None,
        worth: dict[str, float] | None = None,
        events: dict[str, date] | None = None,
        sentences: dict[str, str] | None = None,
    ) -> dict[str, pl.DataFrame]:
        stories, published, numbers = stories or {}, published or {}, numbers or {}
        names = sorted({document for _, document, _ in claims})
        days = {name: datetime(2031, 9, published[name]) for name in published}
        return {
            "claims": _table(
                "claims",
                [
                    {
                        "claim_id": claim,
                        "document_id": document,
                        "sentence_id": (sentences or {}).get(claim, f"sentence of {claim}"),
                        "text": text,
                        "standalone_text": text,
                        "check_worthiness": (worth or {}).get(claim, 0.9),
                        "speaker": (speakers or {}).get(claim),
                        "event_start": (events or {}).get(claim),
                        "event_end": (events or {}).get(claim),
                    }
                    for claim, document, text in claims
                ],
            ),
            "quantities": _table(
                "quantities",
                [
                    {
                        "claim_id": claim,
                        "text": words,
                        "start_char": 0,
                        "end_char": len(words),
                        "stated": stated,
                        "low": stated,
                        "high": stated,
                        "comparator": "=",
                        "measures": measures,
                    }
                    for claim, (words, stated, measures) in numbers.items()
                ],
            ),
            "entities": _table("entities"),
            "documents": _table(
                "documents",
                [
                    {"document_id": name, "title": name, "published_at": days.get(name)}
                    for name in names
                ],
            ),
            "document_stories": _table(
                "document_stories",
                [
                    {"document_id": name, "story_id": stories.get(name, f"story of {name}")}
                    for name in names
                ],
            ),
        }

    return make
