"""Which fields of a record hold its text, title, date and the like.

Belongs here: the field names that are recognised, and crossclaim-fields.toml, which names others. Does
not belong here: taking records out of a file.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.reading.nested import containers_in, text_in, value_at
from pipeline.reading.settings_text import settings_text

FILE_NAME = "crossclaim-fields.toml"
# Field names of common news datasets, best first.
BODY_FIELDS = (
    "text",
    "body",
    "content",
    "maintext",
    "article_text",
    "article",
    "full_text",
    "articleBody",
    "cleaned_text",
    "paragraphs",
)
MARKUP_FIELDS = ("html", "raw_html", "content_html", "body_html")
RECOGNISED = {
    "html": MARKUP_FIELDS,
    "text": BODY_FIELDS,
    "id": ("id", "_id", "uuid", "guid", "article_id", "doc_id"),
    "title": ("title", "headline", "heading"),
    "url": ("url", "link", "canonical_url", "source_url", "uri"),
    "date": (
        "date",
        "published_at",
        "published",
        "publish_date",
        "date_publish",
        "pubDate",
        "publication_date",
        "datePublished",
        "created_at",
    ),
    "source": (
        "source",
        "source_name",
        "publisher",
        "outlet",
        "publication",
        "site_name",
        "media",
        "source_domain",
        "domain",
    ),
    "byline": ("byline", "author", "authors"),
}
HINTS = ("title", "url", "date", "source", "byline")
BODIES = ("html", "text")
MOST_NAMES = 20
KEYS = (*RECOGNISED, "body")  # `body` is another word for `text`
TEXT_FIELD = "text_field"  # the hint that tells the cleaner which field of a JSON line is the text


class FieldsError(ValueError):
    """The settings file cannot be read; the message names the place and what is wrong."""


@dataclass(frozen=True, slots=True)
class BodyField:
    """The field that holds a record's text; `article.body` is a field of the object `article`."""

    name: str
    is_markup: bool
    is_usual: bool  # a recognised name at the top of the record


@dataclass(frozen=True, slots=True)
class FieldNames:
    """The field names of one file's records; `mapped` are the user's, best first, by what they hold."""

    mapped: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, key: str, record: Mapping[str, Any]) -> Iterator[str]:
        """The names of the fields that may hold this: the user's, the recognised, those inside."""
        yield from self.mapped.get(key, ())
        yield from RECOGNISED[key]
        for container in containers_in(record):
            yield from (f"{container}.{name}" for name in RECOGNISED[key])

    def body_of(self, record: Mapping[str, Any]) -> BodyField | None:
        """The field that holds the record's text.

        The user's before the recognised, those at the top before those inside, markup before text.
        """
        inner = tuple(containers_in(record))
        tables = [
            (self.mapped, False),
            (RECOGNISED, True),
            *(
                ({k: tuple(f"{one}.{name}" for name in RECOGNISED[k]) for k in BODIES}, False)
                for one in inner
            ),
        ]
        for table, is_usual in tables:
            for key in BODIES:
                for name in table.get(key, ()):
                    if text_in(value_at(record, name)):
                        return BodyField(name, key == "html", is_usual)
        return None

    def none_found(self, record: Mapping[str, Any]) -> str:
        """What to say of a record without a text: what was looked for, and what is there."""
        looked_for = (*self.mapped.get("text", ()), *self.mapped.get("html", ()))
        names = ", ".join((*looked_for, *BODY_FIELDS, *MARKUP_FIELDS))
        held = [str(name) for name in record if name is not None][:MOST_NAMES]
        return (
            f"none of the fields {names} holds a text; the record has {', '.join(held) or 'none'}; "
            f"{FILE_NAME} can name the one that does, as 'article.body' inside another"
        )

    def fingerprint(self) -> str:
        """A short hash of the user's names; empty where there are none."""
        return (
            sha256(repr(sorted(self.mapped.items())).encode()).hexdigest()[:12]
            if self.mapped
            else ""
        )


@dataclass(frozen=True, slots=True)
class FieldSettings:
    """crossclaim-fields.toml: one table a glob, in the order of the file."""

    tables: tuple[tuple[str, Mapping[str, tuple[str, ...]]], ...] = ()

    @classmethod
    def read(cls, folder: Path) -> "FieldSettings":
        """The settings at the top of the input folder; empty where there is no such file.

        Raises FieldsError where it is no TOML, has a key that is none of KEYS, or a value that is
        neither a name nor a list of names.
        """
        file = folder / FILE_NAME
        if not file.is_file():
            return cls()
        text = settings_text(file, FieldsError)
        try:
            content = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise FieldsError(f"{file} is no TOML: {error}") from None
        return cls(tuple((glob, _table(file, glob, table)) for glob, table in content.items()))

    def names_for(self, path: str) -> FieldNames:
        """The names for the records of the file at this path; `*` in a glob also matches `/`."""
        mapped: dict[str, tuple[str, ...]] = {}
        for glob, table in self.tables:
            if fnmatchcase(path, glob):
                for key, names in table.items():
                    mapped[key] = (*mapped.get(key, ()), *names)
        return FieldNames(mapped)


def _table(file: Path, glob: str, table: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        raise FieldsError(
            f"{file}: {glob!r} stands outside a table; write the glob of the files above it, "
            """as ["*.jsonl"]"""
        )
    found: dict[str, tuple[str, ...]] = {}
    for key, value in table.items():
        place = f"{file}, table {glob!r}, key {key!r}"
        if key not in KEYS:
            raise FieldsError(f"{place}: the key is none of {', '.join(KEYS)}")
        names = [value] if isinstance(value, str) else value
        if (
            not isinstance(names, list)
            or not names
            or not all(isinstance(name, str) and name for name in names)
        ):
            raise FieldsError(f"{place}: must be the name of a field or a list of names")
        held = "text" if key == "body" else key
        found[held] = (*found.get(held, ()), *names)
    return found
