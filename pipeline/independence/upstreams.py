"""Which outlet does a group of copies come from, where its own text is not there?

Belongs here: choosing one name from the credits of a group. Does not belong here: finding credits, and
whether the original is absent.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import polars as pl

from pipeline.independence.names import text_origin_id

Names = Mapping[str, Counter[str]]


class Upstreams:
    """The outlets that documents credit: for their whole text, or anywhere."""

    def __init__(self, credits: pl.DataFrame) -> None:
        """Reads rows of `upstream_credits`."""
        self._of_text = _counted(credits.filter(pl.col("found_in") == "byline"))
        self._anywhere = _counted(credits)

    def credits_whole_text(self, document: str) -> bool:
        """Whether the document says that its text is another outlet's."""
        return document in self._of_text

    def common_name(self, root: str, members: Iterable[str]) -> str | None:
        """The outlet that the root, else all together, credit most; None where they credit none."""
        members = sorted(members)
        for found in (
            self._of_text.get(root, Counter()),
            sum((self._of_text.get(one, Counter()) for one in members), Counter[str]()),
            sum((self._anywhere.get(one, Counter()) for one in members), Counter[str]()),
        ):
            if found:
                return min(found, key=lambda name: (-found[name], name))
        return None


def _counted(credits: pl.DataFrame) -> Names:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for document, upstream in credits.select("document_id", "upstream").iter_rows():
        found[document][upstream] += 1
    return found


def absent_outlets(document_origins: pl.DataFrame, credits: pl.DataFrame) -> Mapping[str, str]:
    """The outlet behind each origin of texts whose original is absent and credited."""
    upstreams = Upstreams(credits)
    members: dict[str, list[str]] = defaultdict(list)
    absent: dict[str, str] = {}
    for document, origin, reason in document_origins.select(
        "document_id", "origin_id", "reason"
    ).iter_rows():
        members[origin].append(document)
        if origin == text_origin_id(document) and reason != "own":
            absent[origin] = document
    named = {
        origin: upstreams.common_name(root, members[origin]) for origin, root in absent.items()
    }
    return {origin: name for origin, name in named.items() if name}
