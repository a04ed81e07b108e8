"""Which publishers belong to one owner.

Belongs here: reading the tables of families. Does not belong here: finding a document's publisher.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("families.csv")


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def _owners() -> dict[str, str]:
    return {
        row[key].lower(): row["family"] for row in _rows() for key in ("name", "domain") if row[key]
    }


@cache
def known_publishers() -> dict[str, tuple[str, str | None]]:
    """Name and domain of each publisher in the table, by domain and by squeezed name."""
    known: dict[str, tuple[str, str | None]] = {}
    for row in _rows():
        entry = (row["name"], row["domain"] or None)
        squeezed = re.sub(r"[\W_]+", "", row["name"].casefold())
        for key in (squeezed, row["domain"], row["domain"].replace(".", "")):
            if key:
                known.setdefault(key, entry)
    return known


def family_of(name: str, domain: str | None) -> str:
    """The owner of the publisher; the publisher itself where the table does not know it."""
    return owner_in(_owners(), name, domain) or name


def owner_in(known: Mapping[str, str], name: str, domain: str | None) -> str | None:
    """The owner by the domain or one above it, else by the name with or without 'the'.

    The keys of `known` are domains and names in lower case.
    """
    labels = (domain or "").lower().split(".")
    for start in range(len(labels) - 1):
        if found := known.get(".".join(labels[start:])):
            return found
    folded = name.lower()
    return known.get(folded) or known.get(folded.removeprefix("the "))
