"""What the page shows, read from the views in a few set queries.

Belongs here: how much is shown, and grouping rows by the page they stand on. Does not belong here:
wording and layout (they are in `static/`), and any counting (that is SQL).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.warehouse import Warehouse

Row = dict[str, Any]

# A page of 8,000 documents must open at once and still fit on a stick: what leads is shown in full,
# the rest is one query away.
STORIES_SHOWN = 200
PROPOSITIONS_A_STORY = 80
DISAGREEMENTS_SHOWN = 300
SOURCES_COMPARED = 30
GAPS_A_SOURCE = 25
DEPENDENT_PAIRS_SHOWN = 100
LEADING = 12  # propositions named on the first screen, of each kind


@dataclass(frozen=True, slots=True)
class Content:
    """The rows of the page: `overview` for the first screen, then one record a story, source, document."""

    overview: Row
    stories: dict[str, Row]
    sources: dict[str, Row]
    documents: dict[str, Row]


@dataclass(frozen=True, slots=True)
class _Shown:
    stories: pl.DataFrame
    propositions: pl.DataFrame
    disagreements: pl.DataFrame
    claims: pl.DataFrame


def read_content(warehouse: Warehouse) -> Content:
    """Everything that the page shows of the current documents."""
    shown = _choose(warehouse)
    names = dict(warehouse.rows("SELECT source_id, name FROM sources ORDER BY source_id"))
    coverage = warehouse.frame("FROM source_coverage").to_dicts()
    gaps = warehouse.query(
        "report_gaps", {"most": GAPS_A_SOURCE}, shown_stories=shown.stories
    ).to_dicts()
    agreement = warehouse.query("report_agreement", {"most": SOURCES_COMPARED}).to_dicts()
    dependence = warehouse.query("report_dependence", {"most": DEPENDENT_PAIRS_SHOWN}).to_dicts()
    listed = warehouse.query("report_story_documents", shown_stories=shown.stories).to_dicts()
    stories = _stories(warehouse, shown, listed)
    overview = {
        "counts": warehouse.query("summary_counts").row(0, named=True),
        "support": [list(row) for row in warehouse.query("summary_support").rows()],
        "names": {key: name for key, name in names.items() if name is not None},
        "stories": shown.stories.to_dicts(),
        "disagreements": _sides(shown),
        "leading": _leading(shown.propositions),
        "coverage": coverage,
        "agreement": agreement,
        "dependence": dependence,
        "matrix": _matrix(listed),
    }
    return Content(
        overview, stories, _sources(coverage, gaps, listed), _documents(warehouse, shown)
    )


def _choose(warehouse: Warehouse) -> _Shown:
    stories = warehouse.query("report_stories", {"most": STORIES_SHOWN})
    propositions = warehouse.query(
        "report_propositions", {"most": PROPOSITIONS_A_STORY}, shown_stories=stories
    )
    disagreements = warehouse.query("report_disagreements", {"most": DISAGREEMENTS_SHOWN})
    disputed = pl.concat(
        [disagreements.select(claim_id=side) for side in ("claim_a", "claim_b")]
    ).unique(maintain_order=True)
    claims = warehouse.query(
        "report_claims", shown_propositions=propositions, disputed_claims=disputed
    )
    return _Shown(stories, propositions, disagreements, claims)


def _grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


def _stories(warehouse: Warehouse, shown: _Shown, listed: list[Row]) -> dict[str, Row]:
    questions = {
        row["question_id"]: row
        for row in warehouse.query(
            "report_questions", shown_propositions=shown.propositions
        ).to_dicts()
    }
    timeline = _grouped(
        warehouse.query("report_timeline", shown_propositions=shown.propositions).to_dicts(),
        "question_id",
    )
    claims = _grouped(shown.claims.to_dicts(), "proposition_id")
    propositions = _grouped(shown.propositions.to_dicts(), "story_id")
    documents = _grouped(listed, "story_id")
    disputes = _grouped(_sides(shown), "story_id")
    stories = {}
    for story in shown.stories.to_dicts():
        key = story["story_id"]
        answers = [
            {**row, "behind": claims.get(row["proposition_id"], [])} for row in propositions[key]
        ]
        asked = dict.fromkeys(row["question_id"] for row in answers if row["question_id"])
        stories[key] = {
            **story,
            "documents_listed": documents[key],
            "propositions": answers,
            "questions": [questions[one] for one in asked if one in questions],
            "timelines": {one: timeline[one] for one in asked if one in timeline},
            "disagreements": disputes.get(key, []),
        }
    return stories


def _sides(shown: _Shown) -> list[Row]:
    """Disagreements with the receipts of both sides."""
    receipts = {row["claim_id"]: row for row in shown.claims.to_dicts()}
    return [
        {**row, "a": receipts.get(row["claim_a"]), "b": receipts.get(row["claim_b"])}
        for row in shown.disagreements.to_dicts()
    ]


def _leading(propositions: pl.DataFrame) -> dict[str, list[Row]]:
    """Propositions for the first screen: rested on most origins, and printed by many from one."""
    worth = propositions.filter(pl.col("check_worthiness") >= 0.5)
    supported = worth.filter(pl.col("origins") >= 2).sort(
        "named_origins",
        "origins",
        "sources",
        "proposition_id",
        descending=[True, True, True, False],
    )
    echoed = worth.filter((pl.col("origins") == 1) & (pl.col("sources") >= 2)).sort(
        "sources", "claims", "proposition_id", descending=[True, True, False]
    )
    return {
        "supported": supported.head(LEADING).to_dicts(),
        "echoed": echoed.head(LEADING).to_dicts(),
    }


def _matrix(listed: list[Row]) -> list[list[Any]]:
    """How many documents each source has in each story: [story, source, documents]."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for row in listed:
        counts[row["story_id"], row["source_id"]] += 1
    return [[story, source, count] for (story, source), count in sorted(counts.items())]


def _sources(coverage: list[Row], gaps: list[Row], listed: list[Row]) -> dict[str, Row]:
    missing = _grouped(gaps, "source_id")
    documents = _grouped(listed, "source_id")
    return {
        row["source_id"]: {
            **row,
            "gaps": missing.get(row["source_id"], []),
            "documents_listed": documents.get(row["source_id"], []),
        }
        for row in coverage
    }


def _documents(warehouse: Warehouse, shown: _Shown) -> dict[str, Row]:
    ids = shown.claims.select("document_id").unique(maintain_order=True)
    marked = _grouped(
        shown.claims.unique("claim_id", maintain_order=True).to_dicts(), "document_id"
    )
    rows = warehouse.query("report_documents", shown_documents=ids).to_dicts()
    return {
        row["document_id"]: {
            **row,
            "claims": sorted(
                marked[row["document_id"]],
                key=lambda c: (c["start_char"], -c["end_char"], c["claim_id"]),
            ),
        }
        for row in rows
    }
