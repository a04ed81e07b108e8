"""What a run found, read from its database, by the short names and places of the expectations.

Belongs here: reading tables, finding words in texts and claims at places. Does not belong here: judging.
"""

import re
from collections import defaultdict
from functools import cache
from typing import Any

import polars as pl

from pipeline.warehouse import Warehouse
from tests.golden.expected import Expected, Place

Row = dict[str, Any]
_FOLDED = str.maketrans("“”‘’", "\"\"''")


class Found:
    """The current rows of a database, with the expectations' short names for documents."""

    def __init__(self, warehouse: Warehouse, expected: Expected) -> None:
        self._warehouse = warehouse
        paths = {row["path"]: name for name, row in expected.documents.items()}
        rows = warehouse.frame(
            "SELECT d.*, r.path, s.name AS source, s.family FROM documents AS d "
            "INNER JOIN raw_documents AS r ON d.document_id = r.document_id "
            "INNER JOIN sources AS s ON d.source_id = s.source_id WHERE r.is_current ORDER BY r.path"
        ).to_dicts()
        self.documents = {paths.get(row["path"], row["path"]): row for row in rows}
        self.names = {row["document_id"]: name for name, row in self.documents.items()}
        self.claims = self._by_document(
            "SELECT c.* FROM claims AS c ORDER BY c.document_id, c.start_char, c.ordinal"
        )
        self.quantities = self._by_document(
            "SELECT q.*, c.document_id FROM quantities AS q "
            "INNER JOIN claims AS c ON q.claim_id = c.claim_id ORDER BY ALL"
        )
        self.chains = self._by_claim("FROM attributions ORDER BY claim_id, level")
        self.origins = {
            claim: {row["origin_id"] for row in rows}
            for claim, rows in self._by_claim("FROM claim_origins ORDER BY ALL").items()
        }
        self.propositions = {
            row["claim_id"]: row["proposition_id"]
            for row in warehouse.frame("FROM claim_propositions ORDER BY ALL").to_dicts()
        }
        self.relations = warehouse.frame("FROM claim_relations ORDER BY ALL").to_dicts()
        self.claim_by_id = {row["claim_id"]: row for rows in self.claims.values() for row in rows}
        self._spots: dict[Place, tuple[int, int] | None] = {}

    def frame(self, sql: str) -> pl.DataFrame:
        """The rows of a SELECT."""
        return self._warehouse.frame(sql)

    def _by_document(self, sql: str) -> dict[str, list[Row]]:
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in self._warehouse.frame(sql).to_dicts():
            if row["document_id"] in self.names:
                rows[self.names[row["document_id"]]].append(row)
        return rows

    def _by_claim(self, sql: str) -> dict[str, list[Row]]:
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in self._warehouse.frame(sql).to_dicts():
            rows[row["claim_id"]].append(row)
        return rows

    def spot(self, place: Place) -> tuple[int, int] | None:
        """Where the words stand in the document's text; None where they do not."""
        if place not in self._spots:
            text = self.documents.get(place.document, {}).get("text") or ""
            words = re.escape(place.words.translate(_FOLDED)).replace(r"\ ", r"\s+")
            found = re.search(words, _folded(text))
            self._spots[place] = found.span() if found else None
        return self._spots[place]

    def claims_at(self, place: Place) -> list[Row]:
        """The claims that hold at least two thirds of the words, those that hold most of them first."""
        spot = self.spot(place)
        if spot is None:
            return []
        near = [
            (_overlap(spot, (row["start_char"], row["end_char"])), row)
            for row in self.claims[place.document]
        ]
        held = [(share, row) for share, row in near if 3 * share >= 2 * (spot[1] - spot[0])]
        held.sort(key=lambda one: (-one[0], _length(one[1])))
        return [row for _, row in held]

    def closest_at(self, place: Place) -> list[Row]:
        """The claims that hold the words and little more."""
        held = self.claims_at(place)
        shortest = min(map(_length, held), default=0)
        return [row for row in held if _length(row) <= 1.5 * shortest]

    def quantities_at(self, place: Place) -> list[Row]:
        """The quantities that touch the words."""
        spot = self.spot(place)
        if spot is None:
            return []
        return [
            row
            for row in self.quantities[place.document]
            if _overlap(spot, (row["start_char"], row["end_char"])) > 0
        ]


@cache
def _folded(text: str) -> str:
    return text.translate(_FOLDED)


def _length(row: Row) -> int:
    return int(row["end_char"] - row["start_char"])


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])
