"""Quotation marks, paired over a whole document, with local repair of broken ones.

Belongs here: where a quote begins and ends. Does not belong here: who says it.

A paragraph is paired by itself. A mark that could open or close goes by the white space around it.
A quote that its paragraph does not close runs on where the next paragraph opens with a mark again
(the typographers' rule for long quotes); otherwise to the end of its paragraph where it began it,
else to the end of its sentence. A closing mark that nothing opened, behind a comma or stop, closes a
quote that began with its paragraph. Nothing outside the paragraph is ever affected.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.claims.attribution.records import Span

MARK = re.compile(
    r"[“”«»„\"]|''|``|(?<![\w'])'(?=[\w\[$])|(?<=[\w.,!?…])'(?![\w'])|(?<!\w)‘(?=[\w\[$])|(?<=[\w.,!?…—])’(?!\w)"
)
ALWAYS_OPENS, ALWAYS_CLOSES = frozenset("“«„`‘"), frozenset("”»’")
STOP = re.compile(r"[.!?…](?=\s|$)")
INCHES = re.compile(r"\d\"")


@dataclass(frozen=True, slots=True)
class Quote:
    """One quoted passage with its marks; `continues` tells that it goes on in the next paragraph."""

    start: int
    end: int
    continues: bool = False


def find_quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Quote, ...]:
    """The outermost quotes of the document, in order."""
    quotes: list[Quote] = []
    for number, (start, end) in enumerate(paragraphs):
        found, left_open = pair_marks(text, start, end)
        quotes += [Quote(*span) for span in found]
        if left_open is None:
            continue
        goes_on = number + 1 < len(paragraphs) and _opens_with_mark(text, paragraphs[number + 1])
        quotes.append(
            Quote(left_open, _repaired_end(text, left_open, start, end, goes_on), goes_on)
        )
    return tuple(quotes)


def pair_marks(text: str, start: int, end: int) -> tuple[list[Span], int | None]:
    """The closed quotes of a paragraph, and where one begins that it does not close."""
    double = [mark for mark in MARK.finditer(text, start, end) if not _is_single(mark[0])]
    marks = double or _single_pairs(text, start, end)
    spans: list[Span] = []
    opened: int | None = None
    for mark in marks:
        if opened is None:
            if _can_open(text, mark, start, end):
                opened = mark.start()
            elif not spans and _ends_a_statement(text, mark):
                spans.append((start, mark.end()))
        elif _can_close(text, mark, start, end):
            spans.append((opened, mark.end()))
            opened = None
        elif mark[0] in ALWAYS_OPENS:
            spans.append((opened, _sentence_end(text, opened, mark.start())))
            opened = mark.start()
    return spans, opened


def _is_single(mark: str) -> bool:
    return mark in ("'", "‘", "’")


def _single_pairs(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Single marks count only where the paragraph holds no double ones and they come in pairs."""
    marks = list(MARK.finditer(text, start, end))
    opening = [m for m in marks if _side(text, m, start, end) > 0]
    closing = [m for m in marks if _side(text, m, start, end) < 0]
    return marks if opening and len(opening) == len(closing) else []


def _side(text: str, mark: re.Match[str], start: int, end: int) -> int:
    """+1 where the mark looks opening, -1 closing, 0 either."""
    if mark[0][0] in ALWAYS_OPENS:
        return 1
    if mark[0] in ALWAYS_CLOSES:
        return -1
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    loose_before = before.isspace() or before in "([{—–-/"
    loose_after = after.isspace() or after in ")]}.,;:!?—–-/"
    return int(loose_before) - int(loose_after)


def _can_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if mark[0] == '"' and text[mark.start() - 1 : mark.start()].isdigit():
        return False  # inches
    side = _side(text, mark, start, end)
    return side > 0 or (side == 0 and mark[0] not in ALWAYS_CLOSES)


def _can_close(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    return _side(text, mark, start, end) <= 0


def _ends_a_statement(text: str, mark: re.Match[str]) -> bool:
    return text[mark.start() - 1 : mark.start()] in set(".,!?")


def _opens_with_mark(text: str, paragraph: Span) -> bool:
    return text[paragraph[0]] in '“"«„' or text.startswith(("''", "``"), paragraph[0])


def _repaired_end(text: str, opened: int, start: int, end: int, goes_on: bool) -> int:
    if goes_on or opened - start <= 1:
        return end
    return _sentence_end(text, opened, end)


def _sentence_end(text: str, opened: int, limit: int) -> int:
    stop = STOP.search(text, opened, limit)
    return stop.end() if stop else len(text[:limit].rstrip())
