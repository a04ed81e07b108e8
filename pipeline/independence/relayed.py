"""Which statement of an outlet's own text does a claim pass on that credits the outlet?

Belongs here: finding that statement by its words. Does not belong here: what it rests on.

'Open Ledger reported that …' and the article of Open Ledger are one report. The article is looked for
among the outlet's documents that are not later than the relaying one, and in it the statement that
holds most of the claim's words, rare ones counting more (inverse document frequency, Spärck Jones 1972; of
English at large, so that no other document has a say in it).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from pipeline.comparing.rarity import FUNCTION_WORDS, rarity, stem
from pipeline.language.outlets import canonical_outlet, plain_name

LEAST_SHARE = 0.4  # of the weight of the claim's words that the statement must hold
LEAST_WORDS = 3  # shared ones; fewer are a coincidence
_COMMONEST = 2_000  # a word of more statements finds none
_WORD_PATTERN = r"\d[\d.,]*\d|\w+"
_WORD = re.compile(_WORD_PATTERN)
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class _Published:
    outlet: str
    earliest: datetime | None
    latest: datetime | None


class OwnStatements:
    """The statements of documents by the outlet that published them.

    Words of all statements are read columnwise; those of an outlet become a look-up when it is asked.
    """

    def __init__(
        self, claims: pl.DataFrame, documents: pl.DataFrame, outlets: Iterable[str]
    ) -> None:
        """Reads current claims and documents; only statements of `outlets` can be found."""
        wanted = {plain_name(canonical_outlet(name)) for name in outlets}
        self._documents = _published(documents)
        self._document_of = dict(claims.select("claim_id", "document_id").iter_rows())
        self._texts = dict(claims.select("claim_id", "text").iter_rows())
        published = pl.DataFrame(
            [(key, one.outlet) for key, one in self._documents.items() if one.outlet in wanted],
            schema={"document_id": pl.String, "outlet": pl.String},
            orient="row",
        )
        statements = claims.select("claim_id", "document_id", "text").join(
            published, on="document_id"
        )
        self._words = _words_of_statements(statements)
        self._holding: dict[str, dict[str, list[str]]] = {}

    def _holders(self, outlet: str) -> dict[str, list[str]]:
        """The statements of an outlet by each word that tells something."""
        if outlet not in self._holding:
            own = self._words.filter(pl.col("outlet") == outlet)
            lists = own.group_by("word").agg(pl.col("claim_id").sort())
            few = lists.filter(pl.col("claim_id").list.len() <= _COMMONEST)
            self._holding[outlet] = dict(few.iter_rows())
        return self._holding[outlet]

    def passed_on_by(self, claim: str, outlet: str) -> str | None:
        """The statement in the outlet's own documents that the claim passes on; None where none is found."""
        own = self._document_of[claim]
        name = plain_name(canonical_outlet(outlet))
        holding = self._holders(name)
        if not holding:
            return None
        words = sorted(words_of(self._texts[claim]))
        total = sum(_weight(word) for word in words)
        shared: dict[str, float] = defaultdict(float)
        counts: Counter[str] = Counter()
        for word in words:
            for other in holding.get(word, ()):
                shared[other] += _weight(word)
                counts[other] += 1
        fitting = [
            (-weight, other)
            for other, weight in shared.items()
            if counts[other] >= LEAST_WORDS
            and weight >= LEAST_SHARE * total
            and self._document_of[other] != own
            and self._is_not_later(self._document_of[other], own)
        ]
        return min(fitting)[1] if fitting else None

    def _is_not_later(self, one: str, other: str) -> bool:
        earliest, latest = self._documents[one].earliest, self._documents[other].latest
        return earliest is None or latest is None or earliest <= latest


def words_of(text: str) -> frozenset[str]:
    """The telling words of a statement in lower case: numbers, and words of four letters or more."""
    words = {word.lower() for word in _WORD.findall(text)} - FUNCTION_WORDS
    return frozenset(word for word in words if len(word) >= _SHORTEST or word[0].isdigit())


def _weight(word: str) -> float:
    return rarity(stem(word))


def _words_of_statements(statements: pl.DataFrame) -> pl.DataFrame:
    """`outlet`, `claim_id` and `word`, once each: `words_of` for many texts."""
    word = pl.col("word")
    return (
        statements.select(
            "outlet", "claim_id", pl.col("text").str.extract_all(_WORD_PATTERN).alias("word")
        )
        .explode("word")
        .with_columns(word.str.to_lowercase())
        .filter((word.str.len_chars() >= _SHORTEST) | word.str.contains(r"^\d"))
        .filter(~word.is_in(sorted(FUNCTION_WORDS)))
        .unique()
    )


def _published(documents: pl.DataFrame) -> Mapping[str, _Published]:
    columns = ("document_id", "source_name", "published_earliest", "published_latest")
    return {
        document: _Published(plain_name(canonical_outlet(name or "")), earliest, latest)
        for document, name, earliest, latest in documents.select(columns).iter_rows()
    }
