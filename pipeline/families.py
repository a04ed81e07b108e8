"""crossclaim-families.csv: which publishers belong to one owner, as the user knows it.

Belongs here: reading the settings file and laying it over what the documents say. Does not belong
here: the table that comes with the project (that is in `cleaning`).
"""

import csv
import json
from pathlib import Path

import polars as pl

from pipeline.cleaning.families import owner_in
from pipeline.reading.settings_text import settings_text

FILE_NAME = "crossclaim-families.csv"
COLUMNS = ("name", "domain", "family")


class FamiliesError(ValueError):
    """The settings file cannot be read; the message names the line and what is wrong."""


def read_families(folder: Path) -> dict[str, str]:
    """The owner by name and by domain, both in lower case; empty where there is no such file.

    Raises FamiliesError where a column is missing or unknown, a line has no family or nothing to know
    its publisher by, a publisher is given two families, or the file is no UTF-8.
    """
    file = folder / FILE_NAME
    if not file.is_file():
        return {}
    text = settings_text(file, FamiliesError)
    reader = csv.DictReader(text.splitlines())
    names = [name.strip() for name in reader.fieldnames or []]
    if "family" not in names or not {"name", "domain"} & set(names) or set(names) - set(COLUMNS):
        raise FamiliesError(
            f"{file}, line 1: must name the columns family and name or domain or both; "
            f"found {', '.join(names) or 'nothing'}"
        )
    owners: dict[str, str] = {}
    for row in reader:
        place = f"{file}, line {reader.line_num}"
        if None in row or None in row.values():
            raise FamiliesError(
                f"{place}: has not the {len(names)} fields that the first line names"
            )
        _add(owners, {name.strip(): value.strip() for name, value in row.items()}, place)
    return owners


def _add(owners: dict[str, str], row: dict[str, str], place: str) -> None:
    family = row["family"]
    keys = [row[key].lower() for key in ("name", "domain") if row.get(key)]
    if not family or not keys:
        raise FamiliesError(f"{place}: needs a family, and a name or a domain")
    for key in keys:
        if owners.setdefault(key, family) != family:
            raise FamiliesError(
                f"{place}: {key!r} belongs to {owners[key]!r} on an earlier line, to {family!r} here"
            )


def families_fingerprint(owners: dict[str, str]) -> str:
    """The table as text, to be compared with a later one."""
    return json.dumps(owners, ensure_ascii=False, sort_keys=True) if owners else ""


def with_families(sources: pl.DataFrame, owners: dict[str, str]) -> pl.DataFrame:
    """Rows of `sources` with the owner that the user names; unknown publishers have none."""
    if not owners:
        return sources
    rows = sources.select("name", "domain", "family", "named_by").iter_rows()
    families = [
        family if named_by == "unknown" else owner_in(owners, name, domain) or family
        for name, domain, family, named_by in rows
    ]
    return sources.with_columns(pl.Series("family", families, dtype=pl.String))
