"""Which outlets does a document credit with what it says? Fills `upstream_credits`.

Belongs here: phrases that name another outlet as the one that a text, or a statement in it, was taken
from. Does not belong here: speakers who are no outlets, and what the credits mean for origins.

`found_in` tells how far a credit reaches: 'byline' speaks for the whole text (a byline, an agency's
mark in the dateline, a line such as 'originally appeared at'), 'text' for the sentence around it,
'claim' for the claim whose chain names it. An outlet's own name in its own text is no upstream, nor
is the credit line of a photograph.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from pipeline.language.outlets import (
    AMBIGUOUS,
    OutletNames,
    canonical_outlet,
    plain_name,
    same_outlet,
)

SCHEMA = {
    "document_id": pl.String,
    "upstream": pl.String,
    "upstream_source_id": pl.String,
    "start_char": pl.Int32,
    "end_char": pl.Int32,
    "found_in": pl.String,
}
_DATELINE_REACH = 120
_LOOK_AROUND = 70
# Who a whole text is from stands above it or below it.
_EDGE = 600

# Last words of outlets' names that nobody calls them by.
_NO_SHORT_NAMES = frozenset(
    {
        "News",
        "Agency",
        "Press",
        "Network",
        "Today",
        "Radio",
        "Channel",
        "Magazine",
        "Service",
        "Report",
    }
)
# '... originally appeared at X', 'Reprinted from X', 'Source: X': the name may be one nobody knows.
_WHOLE_TEXT = re.compile(
    r"(?:(?:[Oo]riginally|[Ff]irst) (?:appeared|published|posted|ran|aired)"
    r"|(?:[Rr]e-?published|[Rr]eprinted|[Ss]yndicated)"
    r"(?: here)?(?: with (?:kind )?permission)?)"
    r" (?:at|on|in|by|from|of)(?: the website)?(?: the)? "
    r"(?P<a>[A-Z][\w.&’'!-]*(?: (?:of |and |the )?[A-Z(][\w.&’'!()-]*){0,5})"
    r"|^(?:Source|From|Courtesy of|Read (?:the )?(?:full|original) (?:story|article) (?:at|on|in))[: ]+"
    r"(?P<b>[A-Z][^\n]{1,48}?)\.?$"
    r"|^(?:\([cC]\)|©|Copyright)(?: \d{4})?,? (?P<c>[A-Z][^\n]{1,48}?)\. All rights reserved\b",
    re.MULTILINE,
)
_BEFORE = re.compile(
    r"(?:\btold(?: the)?|\baccording to(?: an?| the)?(?: new| recent| exclusive)?"
    r"(?: (?:report|story|article|analysis|investigation)s?)?(?: (?:by|in|from|on))?(?: the)?"
    r"|\b(?:report(?:ed|s|ing)?|article|story|investigation|interview|published|obtained|reviewed|seen|revealed"
    r"|broken|aired|quoted|cited|surfaced)(?: first)? (?:by|in|from|with|on)(?: the)?"
    r"|\b(?:citing|cites|cited|quoting)(?: an?| the)?|\bvia|\bas(?: first)? told to|\bstatement to(?: the)?"
    r"|\bspeaking to(?: the)?|\bspoke to(?: the)?|\bwrote in(?: the)?|\bemail to(?: the)?) ?[“\"]?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[’']s [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2},?)? ?"
    r"(?:(?:first|also|later|previously|earlier|has|had|separately|exclusively|itself) )*"
    r"(?:report(?:s|ed|ing)\b|wrote\b|writes\b|revealed\b|reveals\b|disclosed\b|broke the (?:story|news)\b"
    r"|said\b|says\b"
    r"|obtained\b|cited\b|quoted\b|published\b|noted\b"
    r"|(?:[’']s )?(?:report|story|article|investigation|exclusive|interview)\b)",
)
_ALONE = re.compile(
    r"\s*(?:\(?(?:photo|image|picture|video|file|handout)s?\b[^\n]*|via [^\n]{0,60}|[^\n]{0,12})$",
    re.I,
)
# 'Boats in the harbour. Via X' at the end of a line: a caption and its credit run together.
_CAPTION_END = re.compile(r"[.!?)”\"]\s*via(?: the)? $", re.IGNORECASE)
_PHOTO = re.compile(r"\b(?:photo|image|picture|video|getty|file)\b|/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """One place that credits an outlet."""

    outlet: str
    start_char: int | None
    end_char: int | None
    found_in: str


def find_credits(
    documents: pl.DataFrame,
    claims: pl.DataFrame,
    attributions: pl.DataFrame,
    sentences: pl.DataFrame,
) -> pl.DataFrame:
    """Rows of `upstream_credits`, sorted; one for each place that credits an outlet.

    The two steps below in a row. `upstream_source_id` is given where the outlet is a source of these
    documents.
    """
    names = documents["source_name"].drop_nulls().unique()
    outlets = attributions.filter(pl.col("is_outlet") & pl.col("source_name").is_not_null())
    chains = outlets.join(claims.select("claim_id", "document_id"), on="claim_id").select(
        "document_id", "source_name", "source_start", "source_end"
    )
    return with_chains(credits_of_texts(documents, sentences, names), chains, documents)


def credits_of_texts(
    documents: pl.DataFrame, sentences: pl.DataFrame, names: pl.Series
) -> pl.DataFrame:
    """What the words and bylines of the documents credit; `names` are those of all sources.

    Columns of `upstream_credits` without `upstream_source_id`. A function of each document and the names.
    """
    outlets = OutletNames(names.sort())
    first_body = _first_body(sentences)
    rows = []
    columns = ("document_id", "source_name", "byline", "text")
    for document, source_name, byline, text in documents.select(columns).iter_rows():
        # Of a document whose publisher nobody names, an outlet in the byline is most likely that.
        credited = byline if source_name else None
        found = _credits_of(text, credited, first_body.get(document, 0), outlets)
        rows += [
            (document, one.outlet, one.start_char, one.end_char, one.found_in)
            for one in _without_doubles(found)
            if plain_name(one.outlet) and not (source_name and same_outlet(one.outlet, source_name))
        ]
    schema = {name: kind for name, kind in SCHEMA.items() if name != "upstream_source_id"}
    return pl.DataFrame(rows, schema=schema, orient="row").unique().sort(list(schema))


def with_chains(
    of_texts: pl.DataFrame, chains: pl.DataFrame, documents: pl.DataFrame
) -> pl.DataFrame:
    """Rows of `upstream_credits`: those of texts, and the outlets in chains that no text credits there.

    `chains` has document_id, source_name, source_start and source_end of outlets in chains; of the
    documents only document_id, source_id and source_name are read.
    """
    named = documents.select("document_id", publisher="source_name")
    of_chains = (
        chains.unique()
        .join(named, on="document_id")
        .with_columns(upstream=_mapped("source_name", canonical_outlet))
        .filter(~_is_own())
        .select(
            "document_id",
            "upstream",
            start_char=pl.col("source_start").cast(pl.Int32),
            end_char=pl.col("source_end").cast(pl.Int32),
            found_in=pl.lit("claim"),
        )
        .with_row_index("number")
    )
    doubled = of_chains.join(of_texts, on=["document_id", "upstream"], suffix="_text").filter(
        (pl.col("start_char") < pl.col("end_char_text"))
        & (pl.col("start_char_text") < pl.col("end_char"))
    )
    found = pl.concat(
        [of_texts, of_chains.join(doubled, on="number", how="anti").drop("number")]
    ).unique()
    sources = pl.DataFrame(
        list(_sources_by_outlet(documents).items()),
        schema={"plain": pl.String, "upstream_source_id": pl.String},
        orient="row",
    )
    return (
        found.with_columns(plain=_mapped("upstream", plain_name))
        .join(sources, on="plain", how="left")
        .select(*SCHEMA)
        .sort(*SCHEMA)
    )


def _mapped(column: str, function: Callable[[str], str]) -> pl.Expr:
    return pl.col(column).map_elements(function, return_dtype=pl.String)


def _is_own() -> pl.Expr:
    return pl.struct("upstream", "publisher").map_elements(
        # Asked for every row, also where the publisher is not known.
        lambda row: bool(row["publisher"]) and same_outlet(row["upstream"], row["publisher"]),
        return_dtype=pl.Boolean,
    )


def credits_in(text: str, names: OutletNames, body_start: int = 0) -> list[Credit]:
    """The credits that a text gives by its words alone, in order."""
    found = []
    tail = max(body_start + _EDGE, len(text) - _EDGE)
    for match in (
        *_WHOLE_TEXT.finditer(text, 0, body_start + _EDGE),
        *_WHOLE_TEXT.finditer(text, tail),
    ):
        group = next(name for name in "abc" if match.group(name))
        name = re.sub(r"[.,;:]+$", "", match.group(group))
        found.append(
            Credit(
                canonical_outlet(name), match.start(group), match.start(group) + len(name), "byline"
            )
        )
    mentions = names.mentions(text)
    for start, end, outlet in [*mentions, *_short_mentions(text, mentions)]:
        reach = _reach(text, start, end, body_start)
        if reach:
            found.append(Credit(outlet, start, end, reach))
    return found


def _short_mentions(
    text: str, mentions: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """Where 'the Times' stands for the one outlet of that name that the text has mentioned in full."""
    by_last: dict[str, set[str]] = defaultdict(set)
    for _, _, outlet in mentions:
        first, _, last = outlet.rpartition(" ")
        if first and last not in _NO_SHORT_NAMES:
            by_last[last].add(outlet)
    taken = [(start, end) for start, end, _ in mentions]
    for last, outlets in sorted(by_last.items()):
        if len(outlets) > 1:
            continue
        if f"he {last}" not in text:
            continue
        for match in re.finditer(rf"\b[Tt]he ({re.escape(last)})\b(?! of\b| [A-Z])", text):
            start, end = match.span(1)
            if not any(low < end and start < high for low, high in taken):
                yield start, end, next(iter(outlets))


def _reach(text: str, start: int, end: int, body_start: int) -> str | None:
    """How far the mention credits: the whole text, the sentence, or not at all."""
    line_start = text.rfind("\n", 0, start) + 1
    before = text[max(line_start, start - _LOOK_AROUND) : start]
    after = text[end : end + _LOOK_AROUND].partition("\n")[0]
    if before.endswith("(") and after.startswith(")"):
        in_dateline = start - max(line_start, body_start) <= _DATELINE_REACH
        return "byline" if in_dateline and start <= body_start + 3 * _DATELINE_REACH else "text"
    if _PHOTO.search(after[:8]):
        return None
    if start - line_start < 24 and _ALONE.match(before + after[:1]) and not after.strip(" .)"):
        return None
    if _CAPTION_END.search(before) and not after.strip(" .)"):
        return None
    if _BEFORE.search(before):
        return "text"
    if _AFTER.match(after):
        spelling = text[start:end]
        is_subject = not (spelling in AMBIGUOUS and re.match(r" (?:said|says)\b", after))
        return "text" if is_subject else None
    return None


def _credits_of(
    text: str, byline: str | None, body_start: int, names: OutletNames
) -> Iterator[Credit]:
    yield from credits_in(text, names, body_start)
    for _, _, outlet in names.mentions(byline or ""):
        yield Credit(outlet, None, None, "byline")


def _first_body(sentences: pl.DataFrame) -> Mapping[str, int]:
    body = sentences.filter(pl.col("section") == "body")
    return dict(body.group_by("document_id").agg(pl.col("start_char").min()).iter_rows())


def _sources_by_outlet(documents: pl.DataFrame) -> dict[str, str]:
    """Sources by the plain form of their canonical name; of several the first by id."""
    named = (
        documents.select("source_name", "source_id")
        .drop_nulls()
        .unique()
        .sort("source_id", descending=True)
    )
    return {plain_name(canonical_outlet(name)): source for name, source in named.iter_rows()}


def _without_doubles(found: Iterable[Credit]) -> list[Credit]:
    """One credit of an outlet at one place: the one that reaches farthest."""
    order = {"byline": 0, "text": 1, "claim": 2}
    kept: list[Credit] = []
    for credit in sorted(found, key=lambda c: (order[c.found_in], c.start_char or 0, c.outlet)):
        if not any(_same_place(credit, other) for other in kept):
            kept.append(credit)
    return kept


def _same_place(one: Credit, other: Credit) -> bool:
    if one.outlet != other.outlet:
        return False
    if (
        one.start_char is None
        or other.start_char is None
        or one.end_char is None
        or other.end_char is None
    ):
        return one.start_char is None and other.start_char is None
    return one.start_char < other.end_char and other.start_char < one.end_char
