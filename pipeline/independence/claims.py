"""What does each claim rest on? Fills `claim_origins`, and the rest of `origins`.

Belongs here: choosing the origin of a claim. Does not belong here: the origins of whole texts, and any
judgement of whether a claim is true.

An origin is the innermost link of the claim's chain that can be told apart: a named speaker, else the
outlet that an unnamed one spoke to, in the chain or beside it; where that outlet's own article is among
the documents, what the statement there rests on. Unnamed sources with no outlet are one origin for each
text that they stand in. A claim with no chain rests on the text around it, and where that was taken from
another document, on what it rests on there: a copied passage carries its origin along, credited or not.
A headline rests on what the statement below it does that it sums up.

`reason` keeps two relations of W3C PROV-O apart: 'chain' is `hadPrimarySource` (somebody said it),
'copied_text' is `wasDerivedFrom` (the words come from there), 'own' is neither.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from pipeline.independence.chains import Link, chains_of, publishers
from pipeline.independence.inheritance import Passages, Place, standing_of
from pipeline.independence.names import (
    ORIGIN_SCHEMA,
    anonymous_origin_id,
    is_unnamed,
    outlet_origin_id,
    refers_to_outlet,
    speaker_kind,
    speaker_origin_id,
    text_origin_id,
)
from pipeline.independence.relayed import OwnStatements
from pipeline.independence.summaries import LEAST_SHARE, SUMMARY_SECTIONS, Summaries
from pipeline.independence.upstreams import absent_outlets
from pipeline.language.outlets import canonical_outlet, known_outlet

SCHEMA = {
    "claim_id": pl.String,
    "origin_id": pl.String,
    "reason": pl.String,
    "probability": pl.Float64,
}
# How often a link of the chain is the one that a reader names; past an unnamed source less often.
_NAMED = 0.9
_PAST_ANONYMOUS = 0.8
_ANONYMOUS = 0.6
_CREDIT_BESIDE = 0.7
_OWN = 0.9
# A headline that has most words of the statement below, that has some, or that has words of the text.
_SUMMARY, _LIKELY_SUMMARY, _HEADLINE_OF_COPY = 0.9, 0.8, 0.7
_MOST_RELAYS = 4  # outlets that pass on each other's reports in a row
# Of two statements of one passage, so many words are common to those that are the same one.
_LEAST_COMMON_WORDS = 0.4
_SAME_SPEAKER = 0.5  # one surname on both sides is worth half of the words

_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[\"“‘(]?[A-Z])|\n")


@dataclass(frozen=True, slots=True)
class _Origin:
    """One origin, and the chance that it is the claim's."""

    origin_id: str
    name: str
    kind: str
    document_id: str | None
    reason: str
    probability: float


@dataclass(frozen=True, slots=True)
class _Statement:
    claim_id: str
    place: Place


def trace_claim_origins(
    claims: pl.DataFrame,
    attributions: pl.DataFrame,
    documents: pl.DataFrame,
    reuse_spans: pl.DataFrame,
    document_origins: pl.DataFrame,
    credits: pl.DataFrame,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(`claim_origins`, the `origins` they name that are no document's), sorted by id.

    Each claim has one row. The same for any order of rows.
    """
    tracer = _Tracer(claims, attributions, documents, reuse_spans, document_origins, credits)
    plain = tracer.told_plainly(claims)
    texts = {document: tracer.own_text(document) for document in plain["document_id"].unique()}
    rest = claims.select("claim_id").join(plain, on="claim_id", how="anti")["claim_id"].sort()
    origins = {claim: tracer.origin_of(tracer.statement(claim)) for claim in rest}
    known = set(document_origins["origin_id"])
    further = {
        (one.origin_id, one.name, one.kind, one.document_id)
        for one in (*origins.values(), *texts.values())
        if one.origin_id not in known
    }
    by_id = {row[0]: row for row in sorted(further, key=repr, reverse=True)}
    return (
        pl.concat(
            [
                _rows(origins, "claim_id"),
                plain.join(_rows(texts, "document_id"), on="document_id").select(list(SCHEMA)),
            ]
        ).sort("claim_id"),
        pl.DataFrame([by_id[one] for one in sorted(by_id)], schema=ORIGIN_SCHEMA, orient="row"),
    )


def _rows(origins: Mapping[str, _Origin], key: str) -> pl.DataFrame:
    """The origins as rows, each with what it is the origin of."""
    schema = {key: pl.String, **{name: SCHEMA[name] for name in list(SCHEMA)[1:]}}
    rows = [
        (of, one.origin_id, one.reason, round(one.probability, 4)) for of, one in origins.items()
    ]
    return pl.DataFrame(rows, schema=schema, orient="row")


class _Tracer:
    """The look-ups that tracing needs, made once."""

    def __init__(
        self,
        claims: pl.DataFrame,
        attributions: pl.DataFrame,
        documents: pl.DataFrame,
        reuse_spans: pl.DataFrame,
        document_origins: pl.DataFrame,
        credits: pl.DataFrame,
    ) -> None:
        self._chains = chains_of(attributions, publishers(documents))
        self._texts = dict(documents.select("document_id", "text").iter_rows())
        self._labels = dict(
            documents.select("document_id", pl.coalesce("title", "path").alias("label")).iter_rows()
        )
        self._text_origins = {
            document: (origin, reason)
            for document, origin, reason in document_origins.select(
                "document_id", "origin_id", "reason"
            ).iter_rows()
        }
        self._absent = absent_outlets(document_origins, credits)
        self._own = OwnStatements(claims, documents, _credited(attributions, credits))
        self._credits = _credits_by_document(credits)
        self._passages = Passages(reuse_spans, standing_of(documents, credits), self._texts)
        self._summaries = Summaries(claims, self._texts)
        self._by_id = {statement.claim_id: statement for statement in _statements(claims)}
        self._by_document: dict[str, list[_Statement]] = defaultdict(list)
        for statement in self._by_id.values():
            if self._passages.is_involved(statement.place.document_id):
                self._by_document[statement.place.document_id].append(statement)

    def statement(self, claim_id: str) -> _Statement:
        """The claim and its place."""
        return self._by_id[claim_id]

    def told_plainly(self, claims: pl.DataFrame) -> pl.DataFrame:
        """The claims with no chain in documents that credit nobody and share no passage.

        `claim_id` and `document_id`. Such a claim rests on its document's own text. Headlines are none
        where the text below names speakers or is a copy.
        """
        documents = claims["document_id"].unique()
        plain = [
            one
            for one in documents
            if not self._credits.get(one) and not self._passages.is_involved(one)
        ]
        chained = pl.DataFrame({"claim_id": list(self._chains)}, schema={"claim_id": pl.String})
        quoting = claims.join(chained, on="claim_id", how="semi")["document_id"].to_list()
        copies = [one for one, (_, reason) in self._text_origins.items() if reason != "own"]
        headed = pl.Series([*quoting, *copies], dtype=pl.String).unique().implode()
        return (
            claims.filter(pl.col("document_id").is_in(pl.Series(plain, dtype=pl.String).implode()))
            .filter(
                ~(pl.col("section").is_in(SUMMARY_SECTIONS) & pl.col("document_id").is_in(headed))
            )
            .select("claim_id", "document_id")
            .join(chained, on="claim_id", how="anti")
        )

    def own_text(self, document_id: str) -> _Origin:
        """What a claim rests on that its document tells in words of its own."""
        place = Place(document_id, 0, 0)
        return self._text_origin(_Statement("", place), place)

    def origin_of(self, statement: _Statement, relays: int = 0) -> _Origin:
        """What the claim rests on; `relays` counts the outlets that were followed already."""
        source = self._passages.first_place(statement.place)
        is_taken = source.document_id != statement.place.document_id
        asked = self._same_statement(statement, source) if is_taken else None
        if asked is None or asked.claim_id not in self._chains:
            asked = statement
        chain = self._chains.get(asked.claim_id, ())
        named = self._by_name(chain, asked, relays) or self._summed_up(asked, relays)
        if named:
            return named
        credited = self._credit_beside(source) or self._credit_beside(statement.place)
        if credited:
            return self._of_outlet(statement, credited, _CREDIT_BESIDE, relays)
        text_origin = self._text_origin(statement, source)
        if chain:
            origin = anonymous_origin_id(text_origin.origin_id)
            name = f"unnamed sources in {text_origin.name}"
            return _Origin(origin, name, "anonymous", None, "chain", _ANONYMOUS)
        return text_origin

    def _by_name(self, chain: Sequence[Link], asked: _Statement, relays: int) -> _Origin | None:
        """The innermost link that can be told apart from others."""
        for depth, link in enumerate(chain):
            probability = _NAMED if depth == 0 else _PAST_ANONYMOUS
            outlet = self._outlet_of(link, asked.place)
            if outlet:
                return self._of_outlet(asked, outlet, probability, relays)
            if link.name and not link.is_anonymous and not is_unnamed(link.name):
                origin, kind = speaker_origin_id(link.name), speaker_kind(link.name)
                return _Origin(origin, link.name, kind, None, "chain", probability)
        return None

    def _summed_up(self, headline: _Statement, relays: int) -> _Origin | None:
        """What the statement rests on that the headline sums up; None where it is the text itself."""
        if headline.claim_id not in self._summaries:
            return None
        below = self._summaries.summed_up(headline.claim_id)
        if below is None:
            return None
        found = self.origin_of(self._by_id[below.claim_id], relays)
        is_unnamed_here = headline.claim_id in self._chains
        if found.reason == "own" or (is_unnamed_here and found.kind not in ("anonymous", "outlet")):
            return None
        doubt = _SUMMARY if below.share >= LEAST_SHARE else _LIKELY_SUMMARY
        return replace(found, probability=doubt * found.probability)

    def _of_outlet(
        self, statement: _Statement, outlet: str, probability: float, relays: int
    ) -> _Origin:
        """What the outlet's own statement rests on where it is there, else the outlet."""
        name = canonical_outlet(outlet)
        own = self._own.passed_on_by(statement.claim_id, name) if relays < _MOST_RELAYS else None
        if own is None:
            return _Origin(outlet_origin_id(name), name, "outlet", None, "chain", probability)
        found = self.origin_of(self._by_id[own], relays + 1)
        return replace(found, reason="chain", probability=probability * found.probability)

    def _outlet_of(self, link: Link, place: Place) -> str | None:
        """The outlet that the link is: by name, by the credit at its place, or named before."""
        if not link.name or link.is_anonymous:
            return None
        if link.is_outlet or known_outlet(link.name):
            return link.name
        credits = self._credits.get(place.document_id, ())
        if link.start is not None and link.end is not None:
            for start, end, upstream in credits:
                if start < link.end and link.start < end:
                    return upstream
        if refers_to_outlet(link.name):
            before = [(start, upstream) for start, _, upstream in credits if start < place.end]
            return max(before)[1] if before else None
        return None

    def _text_origin(self, statement: _Statement, source: Place) -> _Origin:
        """The origin of the text that the claim stands in, or that it heads."""
        own, document = statement.place.document_id, source.document_id
        origin, reason = self._text_origins.get(document, (text_origin_id(document), "own"))
        is_taken = document != own
        probability = source.certainty if is_taken else _OWN
        if statement.claim_id in self._summaries and not is_taken and reason != "own":
            if self._summaries.is_said_below(statement.claim_id):
                probability = _HEADLINE_OF_COPY
            else:
                origin, reason = text_origin_id(document), "own"
        elif reason == "copy" and origin not in self._absent:
            # What a copy holds and its source lacks is the copier's own.
            origin, reason = text_origin_id(document), "own"
        why = "copied_text" if is_taken or reason != "own" else "own"
        if origin in self._absent and reason != "own":
            name = self._absent[origin]
            return _Origin(outlet_origin_id(name), name, "outlet", None, why, probability)
        label = self._labels.get(document) or document
        return _Origin(origin, label, "document", document, why, probability)

    def _same_statement(self, statement: _Statement, source: Place) -> _Statement | None:
        """The claim at the place in the source that has most words of the place that took it."""
        taken = statement.place
        words = _words(self._texts.get(taken.document_id, "")[taken.start : taken.end])
        text = self._texts.get(source.document_id, "")
        surname = self._surname(statement)
        best, most = None, _LEAST_COMMON_WORDS
        for one in self._by_document[source.document_id]:
            if one.place.end <= source.start or one.place.start >= source.end:
                continue
            others = _words(text[one.place.start : one.place.end])
            common = 2 * len(words & others) / max(1, len(words) + len(others))
            if surname and self._surname(one) == surname:
                common += _SAME_SPEAKER
            if common > most:
                best, most = one, common
        return best

    def _surname(self, statement: _Statement) -> str | None:
        """The last word of who is named as having said it."""
        chain = self._chains.get(statement.claim_id)
        name = chain[0].name if chain else None
        return name.split()[-1].lower() if name else None

    def _credit_beside(self, place: Place) -> str | None:
        """The outlet that the sentence around the place credits."""
        text = self._texts.get(place.document_id, "")
        for start, end, upstream in self._credits.get(place.document_id, ()):
            low, high = sorted(((place.start, place.end), (start, end)))
            if low[1] >= high[0] or not _SENTENCE_END.search(text, low[1], high[0] + 2):
                return upstream
        return None


def _credited(attributions: pl.DataFrame, credits: pl.DataFrame) -> set[str]:
    """Every name that a chain or a credit may mean an outlet by."""
    return {name for name in (*attributions["source_name"], *credits["upstream"]) if name}


def _words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", text)}


def _statements(claims: pl.DataFrame) -> list[_Statement]:
    columns = ("claim_id", "document_id", "start_char", "end_char")
    return [
        _Statement(claim, Place(document, start, end))
        for claim, document, start, end in claims.select(columns).sort("claim_id").iter_rows()
    ]


def _credits_by_document(credits: pl.DataFrame) -> Mapping[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    inside = credits.filter((pl.col("found_in") != "byline") & pl.col("start_char").is_not_null())
    columns = ("document_id", "start_char", "end_char", "upstream")
    for document, start, end, upstream in inside.select(columns).sort(columns).iter_rows():
        found[document].append((start, end, upstream))
    return found
