"""What `examples/expected.toml` says, typed.

Belongs here: reading the file. Does not belong here: comparing it with a run.
"""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from pipeline.settings import PROJECT_ROOT

EXAMPLES = PROJECT_ROOT / "examples"
CORPUS = EXAMPLES / "corpus"
REVISED = EXAMPLES / "revised"


@dataclass(frozen=True, slots=True)
class Place:
    """A few words of a document, by its short name."""

    document: str
    words: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at a place. `low` and `high`: None is open, '~' is 'about', any interval around it."""

    place: Place
    stated: float
    low: float | str | None
    high: float | str | None
    unit: str | None
    counts: frozenset[str]
    aggregation: frozenset[str]
    since: str | None


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says what stands at a place, innermost first; a name that ends with '?' is anonymous, with '~' it may be."""

    place: Place
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """Two facts and the relations that a fair reader may see between them, best first."""

    a: str
    relations: tuple[str, ...]
    b: str


class Expected:
    """The file `expected.toml`."""

    def __init__(self, file: Path = EXAMPLES / "expected.toml") -> None:
        self._toml: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
        self.documents: dict[str, dict[str, str]] = self._toml["documents"]
        self.families: dict[str, list[str]] = self._toml["families"]
        self.rejected: dict[str, str] = self._toml["rejected"]
        self.noise: list[str] = self._toml["noise"]["phrases"]
        self.upstreams: dict[str, list[str]] = self._toml["upstreams"]
        self.quote_only = {_pair(a, b) for a, b in self._toml["quote_only"]["pairs"]}
        self.facts = {
            name: [Place(*place) for place in places]
            for name, places in self._toml["facts"].items()
        }
        self.relations = [
            Relation(a, tuple(r.split()), b) for a, r, b in self._toml["relations"]["rows"]
        ]
        self.apart: list[tuple[str, str]] = [(a, b) for a, b in self._toml["apart"]["rows"]]
        self.together: list[str] = self._toml["claim_origins"]["together"]
        self.origins_apart = [
            (Place(*a), Place(*b)) for a, b in self._toml["claim_origins"]["apart"]
        ]

    @cached_property
    def floors(self) -> dict[str, tuple[float, float]]:
        """Of every topic the lowest precision and recall that a run may have."""
        return {name: (p, r) for name, (p, r) in self._toml["floors"].items()}

    @cached_property
    def sayings(self) -> list[Saying]:
        """Who says so."""
        return [
            Saying(Place(part["document"], words), tuple(chain))
            for part in self._toml["speakers"]
            for words, chain in part["said"]
        ]

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers."""
        return [
            Figure(
                Place(document, words),
                float(stated),
                low if low != "" else None,
                high if high != "" else None,
                unit or None,
                frozenset(counts.split()),
                frozenset(aggregation.split()),
                since or None,
            )
            for document, words, stated, low, high, unit, counts, aggregation, since in self._toml[
                "figures"
            ]["rows"]
        ]

    @property
    def story_pairs(self) -> set[tuple[str, str]]:
        """Pairs of documents of one story."""
        return self._pairs({name: row["story"] for name, row in self.documents.items()})

    @property
    def origin_pairs(self) -> set[tuple[str, str]]:
        """Pairs of documents whose texts have one origin."""
        return self._pairs(
            {
                name: row["origin"].partition(":")[2]
                if row["origin"].startswith("copy:")
                # Two pieces of one absent outlet are one origin only where they are one text.
                else row["origin"] + row["story"]
                if row["origin"].startswith("upstream:")
                else name
                for name, row in self.documents.items()
            }
        )

    def places(self) -> list[Place]:
        """Every place that the file names, once."""
        found = [saying.place for saying in self.sayings] + [
            figure.place for figure in self.figures
        ]
        found += [place for places in self.facts.values() for place in places]
        return list(dict.fromkeys(found))

    @staticmethod
    def _pairs(groups: dict[str, str]) -> set[tuple[str, str]]:
        return {_pair(a, b) for a, b in combinations(groups, 2) if groups[a] == groups[b]}


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
