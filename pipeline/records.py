"""The record types that every room shares, and how ids are made.

Belongs here: plain frozen records and the hash that names them. Does not belong here: anything that
reads, parses, decides or stores.

All offsets are 0-based and end-exclusive, in code points: `start_char`/`end_char` into the clean text
of a document, `raw_start`/`raw_end` into its raw content as decoded with `encoding`.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Section = Literal["headline", "subhead", "body", "credit", "embed"]
RejectionReason = Literal[
    "empty",
    "too_large",
    "binary",
    "undecodable",
    "malformed",
    "no_text",
    "unsupported",
    "outside",
    "unreadable",
    "vanished",
    "timeout",
    "crashed",
]
NamedBy = Literal["manifest", "metadata", "text", "file_name", "unknown"]
PublishedBy = Literal["metadata", "dateline", "text", "manifest", "path"]
Analysis = Literal["full", "no_parser", "stub"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "possible", "planned", "conditional", "question", "denied"]
AttributionKind = Literal["narrated", "direct", "indirect", "mixed"]
Comparator = Literal["=", ">", ">=", "<", "<=", "~"]
Aggregation = Literal["event", "cumulative", "level", "rate"]


def stable_id(*parts: object) -> str:
    """A 20-digit hexadecimal id of the parts in this order; the same on any machine at any time."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def document_id_of(path: str, content_sha256: str) -> str:
    """The id of one version of one raw item: a hash of where it lies and of its bytes."""
    return stable_id("document", path, content_sha256)


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One raw item: `content` is what a text reader sees once container and compression are undone.

    `content` decodes strictly with `encoding`. `hints` are what the container said of the item
    (title, url, date, publisher, byline), by those names; empty for plain files.
    """

    document_id: str
    path: str
    media_type: str
    encoding: str
    byte_size: int
    content_sha256: str
    content: bytes
    hints: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The raw text that raw offsets count in: no newline translation, a BOM is a character."""
        return self.content.decode(self.encoding)


@dataclass(frozen=True, slots=True)
class Rejection:
    """One raw item, or stage of one, that could not be used, and why."""

    path: str
    content_sha256: str
    stage: str
    reason: RejectionReason
    detail: str


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A line of crossclaim-sources.csv: what the user knows of the files that match `glob`."""

    glob: str
    source: str | None = None
    url: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One publisher."""

    source_id: str
    name: str
    domain: str | None
    family: str
    named_by: NamedBy


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of clean text that was copied from a run of raw text."""

    start_char: int
    end_char: int
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, credit or embedded post of the clean text.

    `posted_at` is the time of the post that it stands in, where the document is a live report.
    """

    start_char: int
    end_char: int
    section: Section
    posted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Omission:
    """A passage of the raw text that the clean text leaves out, and why."""

    raw_start: int
    raw_end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One readable document, cleaned. `text_map` covers all of `text` but white space between blocks."""

    document_id: str
    path: str
    source: Source
    title: str | None
    byline: str | None
    published_at: datetime | None
    published_earliest: datetime | None
    published_latest: datetime | None
    published_by: PublishedBy | None
    language: str | None
    analysis: Analysis
    text: str
    word_count: int
    blocks: tuple[Block, ...]
    text_map: tuple[TextRun, ...]
    omissions: tuple[Omission, ...] = ()
    title_by: str | None = None
    byline_by: str | None = None
    language_by: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `text` is exactly the slice of the document's text, and may hold line breaks."""

    sentence_id: str
    document_id: str
    ordinal: int
    start_char: int
    end_char: int
    text: str
    section: Section
    language: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that a document makes or reports, at one place."""

    claim_id: str
    document_id: str
    sentence_id: str
    ordinal: int
    text: str
    start_char: int
    end_char: int
    raw_start: int
    raw_end: int
    subject: str | None
    predicate: str | None
    object: str | None
    standalone_text: str
    polarity: Polarity
    modality: Modality
    attribution: AttributionKind
    speaker: str | None
    event_start: date | None
    event_end: date | None
    check_worthiness: float
    confidence: float
    tense: Literal["past", "present", "future"] | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of a claim's chain of who says so; level 1 said it, level 2 reported that, …"""

    claim_id: str
    level: int
    source_text: str | None
    source_name: str | None
    source_start: int | None
    source_end: int | None
    source_raw_start: int | None
    source_raw_end: int | None
    cue_text: str | None
    cue_start: int | None
    cue_end: int | None
    cue_raw_start: int | None
    cue_raw_end: int | None
    is_anonymous: bool
    is_outlet: bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number in a claim; `low`/`high` is the interval that the wording admits (None: open)."""

    claim_id: str
    text: str
    start_char: int
    end_char: int
    stated: float | None
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str | None
    measures: str | None
    aggregation: Aggregation | None
    period_start: date | None
    period_end: date | None
    scope: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """One mention of a named thing in a claim; `entity` is its canonical name."""

    claim_id: str
    text: str
    start_char: int
    end_char: int
    kind: str
    entity: str


@dataclass(frozen=True, slots=True)
class DocumentClaims:
    """All that the claims stage finds in one document."""

    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    entities: tuple[Entity, ...] = ()
