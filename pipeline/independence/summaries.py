"""Which statement of its own document does a headline sum up?

Belongs here: finding that statement by its words, and whether a text says what its headline says. Does not
belong here: what the statement rests on.

Headlines are written last, from the text below them, often by somebody else. What they say in that text's
stead is no report of their own: it rests on what the text rests on. A headline that says what its text does
not, or denies ('arrested' over 'not under arrest'), stands for itself.

Words count by how much they tell whatever the documents (the weights of `comparing.lexicon`); numbers
count double, for a text has few of one value.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from pipeline.comparing.lexicon import is_among, lemma_of_word, vector_of
from pipeline.comparing.words import FUNCTION, NUMBER_WORDS, REPORTING, Kind, read_words

SUMMARY_SECTIONS = ("headline", "subhead")
# Of the headline's weight the statement must hold so much; beside a number that they share less will do.
LEAST_SHARE, LEAST_SHARE_WITH_NUMBER = 0.75, 1 / 3
_LEAST_WORDS = 2
_LEAST_SAID = 1 / 3
_NUMBER_WEIGHT = 2.0
_TELLING_NUMBER = 10.0  # smaller ones are in every text
_YEAR = re.compile(r"1[2-9]\d\d|20\d\d")
_WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?”\"’])\s+|\n")


@dataclass(frozen=True, slots=True)
class SummedUp:
    """The statement that a headline sums up, and how much of the headline's weight it holds."""

    claim_id: str
    share: float


@dataclass(frozen=True, slots=True)
class _Body:
    claim_ids: list[str]
    texts: list[str]
    polarities: list[str]


@dataclass(frozen=True, slots=True)
class _Summary:
    document_id: str
    text: str
    polarity: str
    modality: str
    end: int


class Summaries:
    """The headlines of documents beside the statements below them."""

    def __init__(self, claims: pl.DataFrame, texts: Mapping[str, str]) -> None:
        """Reads claim_id, document_id, section, text, polarity, modality and offsets of claims."""
        is_summary = pl.col("section").is_in(SUMMARY_SECTIONS)
        columns = ("claim_id", "document_id", "text", "polarity", "modality", "end_char")
        self._summaries = {
            claim: _Summary(*row)
            for claim, *row in claims.filter(is_summary).select(columns).iter_rows()
        }
        headed = claims.filter(is_summary).select("document_id").unique()
        bodies = (
            claims.filter(pl.col("section") == "body")
            .join(headed, on="document_id", how="semi")
            .sort("document_id", "start_char", "claim_id")
            .group_by("document_id")
            .agg("claim_id", "text", "polarity")
        )
        self._bodies = {document: _Body(*row) for document, *row in bodies.iter_rows()}
        self._texts = texts

    def __contains__(self, claim_id: str) -> bool:
        """Whether the claim stands in a headline or a heading."""
        return claim_id in self._summaries

    def summed_up(self, claim_id: str) -> SummedUp | None:
        """The statement below that holds most of the headline's weight; None where none holds enough."""
        summary = self._summaries[claim_id]
        body = self._bodies.get(summary.document_id)
        wanted = telling(summary.text)
        total = sum(wanted.values())
        is_question = summary.modality == "question" or "?" in summary.text
        if body is None or is_question or len(wanted) < _LEAST_WORDS:
            return None
        numbers = {word for word, weight in wanted.items() if weight == _NUMBER_WEIGHT}
        best: SummedUp | None = None
        for other, text, polarity in zip(body.claim_ids, body.texts, body.polarities, strict=True):
            if polarity != summary.polarity:
                continue
            common = wanted.keys() & telling(text).keys()
            share = sum(wanted[word] for word in sorted(common)) / total
            least = LEAST_SHARE_WITH_NUMBER if numbers & common else LEAST_SHARE
            if share >= least and (best is None or share > best.share):
                best = SummedUp(other, share)
        return best

    def is_said_below(self, claim_id: str) -> bool:
        """Whether the text below has the headline's numbers, and a third of its words but names undenied."""
        summary = self._summaries[claim_id]
        words = read_words(summary.text)
        below = _said(self._texts[summary.document_id][summary.end :], summary.polarity)
        wanted = [
            (lemma, vector_of(lemma)[1])
            for lemma, kind in zip(words.lemmas, words.kinds, strict=True)
            if kind in (Kind.NOUN, Kind.VERB, Kind.MODIFIER, Kind.OTHER)
        ]
        values = {
            value
            for value, kind in zip(words.values, words.kinds, strict=True)
            if kind == Kind.NUMBER
        }
        said = sum(weight for lemma, weight in wanted if is_among(lemma, below.lemmas))
        total = sum(weight for _, weight in wanted)
        return values <= below.values and total > 0 and said >= _LEAST_SAID * total


@lru_cache(maxsize=65_536)
def telling(text: str) -> Mapping[str, float]:
    """The words of a text that tell something, by dictionary form, and numbers, with their weights."""
    found: dict[str, float] = {}
    for word in _WORD.findall(text.lower()):
        if word[0].isdigit() or word in NUMBER_WORDS:
            value = NUMBER_WORDS[word] if word in NUMBER_WORDS else float(word.replace(",", ""))
            is_telling = value >= _TELLING_NUMBER and not _YEAR.fullmatch(word)
            found[f"{value:g}"] = _NUMBER_WEIGHT if is_telling else 1.0
        elif word not in FUNCTION and word not in REPORTING:
            lemma = lemma_of_word(word)
            found[lemma] = vector_of(lemma)[1]
    return found


@dataclass(frozen=True, slots=True)
class _Said:
    lemmas: frozenset[str]
    values: frozenset[float]


def _said(text: str, polarity: str) -> _Said:
    """The words and numbers of a text; for what is affirmed without what a negation takes with it."""
    lemmas: set[str] = set()
    values: set[float] = set()
    for sentence in _SENTENCE_END.split(text):
        words = read_words(sentence)
        values.update(words.values)
        for lemma, is_negated in zip(words.lemmas, words.negated, strict=True):
            if polarity == "negated" or not is_negated:
                lemmas.add(lemma)
    return _Said(frozenset(lemmas), frozenset(values))
