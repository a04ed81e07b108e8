"""Phrases that credit an outlet: where a text names one, and how far that reaches.

Belongs here: the words and places of credits in one text. Does not belong here: frames of documents, and what
a credit means.

`found_in` tells how far a credit reaches: 'byline' speaks for the whole text, 'text' for the sentence around
it. The credit line of a photograph is none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.language.outlets import (
    AMBIGUOUS,
    OutletNames,
    canonical_outlet,
)

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


def credits_of(
    text: str, byline: str | None, body_start: int, names: OutletNames
) -> Iterator[Credit]:
    """The credits of a text and its byline, some of them twice."""
    yield from credits_in(text, names, body_start)
    for _, _, outlet in names.mentions(byline or ""):
        yield Credit(outlet, None, None, "byline")


def without_doubles(found: Iterable[Credit]) -> list[Credit]:
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
