"""Values inside records: at the top, in an object inside, and texts that are lists of paragraphs.

Belongs here: finding a value by a name such as 'article.body'. Does not belong here: which names are
looked for (fields.py).
"""

from collections.abc import Iterator, Mapping
from typing import Any

BETWEEN_PARAGRAPHS = "\n\n"
# Objects that hold an article or what is known of it. Others hold an author, a picture, a link.
CONTAINERS = (
    "article",
    "_source",
    "document",
    "doc",
    "item",
    "record",
    "story",
    "post",
    "page",
    "news",
    "data",
    "attributes",
    "fields",
    "content",
    "meta",
    "metadata",
)
DEEPEST = 3


def value_at(record: Mapping[str, Any], name: str) -> Any:
    """The value of a field; of one whose name has dots also that inside objects; None without."""
    if name in record:
        return record[name]
    value: Any = record
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def containers_in(record: Mapping[str, Any], depth: int = 1) -> Iterator[str]:
    """The dotted names of the objects that may hold the article, outer ones first."""
    for name in CONTAINERS:
        inner = record.get(name)
        if isinstance(inner, Mapping):
            yield name
            if depth < DEEPEST:
                yield from (f"{name}.{one}" for one in containers_in(inner, depth + 1))


def text_in(value: Any) -> str | None:
    """A string, or the strings of a list as paragraphs; None where there is no word."""
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        value = BETWEEN_PARAGRAPHS.join(value)
    return value if isinstance(value, str) and value.strip() else None
