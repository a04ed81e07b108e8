"""The chains of who says so, as the tracing of origins reads them.

Belongs here: links of chains, and which names are outlets because the corpus has documents of theirs. Does
not belong here: what a chain means for an origin.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from pipeline.language.outlets import canonical_outlet, plain_name


@dataclass(frozen=True, slots=True)
class Link:
    """One link: who, and where the document names them."""

    name: str | None
    is_anonymous: bool
    is_outlet: bool
    start: int | None
    end: int | None


def chains_of(attributions: pl.DataFrame, publishers: frozenset[str]) -> Mapping[str, list[Link]]:
    """The links of each claim's chain, who said it first; a publisher's name is an outlet."""
    chains: dict[str, list[Link]] = defaultdict(list)
    columns = (
        *("claim_id", "level", "source_name", "is_anonymous", "is_outlet"),
        *("source_start", "source_end"),
    )
    for claim, _, name, is_anonymous, is_outlet, start, end in (
        attributions.select(columns).sort(columns).iter_rows()
    ):
        is_publisher = bool(name) and plain_name(canonical_outlet(name)) in publishers
        chains[claim].append(
            Link(name, bool(is_anonymous), bool(is_outlet) or is_publisher, start, end)
        )
    return chains


def publishers(documents: pl.DataFrame) -> frozenset[str]:
    """The plain names of the documents' publishers; a claim's own document cannot know them."""
    names = documents["source_name"].drop_nulls().unique().sort()
    return frozenset(plain_name(canonical_outlet(name)) for name in names)
