"""Where sentences begin and end inside one block of text, by punctuation.

Belongs here: the rules that tell a full stop that ends a sentence from one that does not. Does not
belong here: boundaries that the layout shows (layout.py); blocks, sections and ids.

A candidate is a run of terminal marks with the quotes and brackets that close behind it. The word
before it and the word after it decide (Grefenstette and Tapanainen 1994; Kiss and Strunk 2006 for
what makes an abbreviation), with tables in place of counts so that a text splits the same way
wherever it stands.
"""

import re
from dataclasses import dataclass

from pipeline.language.abbreviations import (
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    LAST_BEFORE_CAPITALS,
    MAYBE_LAST,
    STARTERS,
    STATES,
    TIME_ZONES,
    TITLES_AFTER_STATES,
)
from pipeline.language.layout import layout_cuts, list_markers

Span = tuple[int, int]

TERMINAL = re.compile(r"\.(?:[ \u00a0]\.)+(?!\.)|[.!?…‽。！？．।♥]+")
FULL_WIDTH = frozenset("。！？．")
CLOSERS = re.compile(r"""(?:["'”’»)\]}]|\[\d{1,3}\])*""")
NOTE_MARK = re.compile(r"\[\d{1,3}\]$")
FOOTNOTE = re.compile(r"\d{1,2}(?:[ ,]\d{1,2})*(?=\s+[A-Z“\"])")
FACE = r"[:;=8xX][-o^']?[)(DPp\]\[/\\|3]+|<3+|[\U0001F300-\U0001FAFF☀-➿\ufe0f]+"
EMOTICON = re.compile(rf"\s*(?:{FACE})(?=\s|$)")
LONE_DOTS = re.compile(r"\s+(?:\.\.\.|…)(?=\s+[\"“(]?[A-Z]|\s*$)")
TOWN = re.compile(r"[A-Z][\w.'’-]*, [A-Z][\w.]*$")
LONE_QUOTE = re.compile(r"""\s+["”](?=\s|$)""")
OPENING = re.compile(r"""\s*(?:["'“”‘’«(\[{*¿¡•–—-]|\.\.\.|``)*\s?""")
WORD_AHEAD = re.compile(r"[\w$£€#@][\w'’]*")
WORD_BEHIND = re.compile(r"[^\s\"“”‘«(\[{/—–]+$")
WEB_TOKEN = re.compile(r"(?i)@|://|www\.|\.(?:com|org|net|gov|edu|co|info|html?|php|pdf)\b")
ENUMERATOR = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\W*")
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
CLOCK = re.compile(r"[ap]\.?m")
TIME_OPENING = re.compile(
    r"(?:At|By|On|Around|About|Before|After|Since|From|Shortly)\b(?:\s\S+){0,6}$"
)
SPEECH_AHEAD = re.compile(r"(?:said|says|asked|asks|told|cried|shouted|yelled|added|is|was|has)\b")
ABBREVIATIONS = MAYBE_LAST | BEFORE_NAMES | BEFORE_NUMBERS | LAST_BEFORE_CAPITALS
SHORT_SENTENCE = 100
REACH_BEHIND = 40
LONGEST_ASIDE = 400
FURTHEST_BRACKET = 2_000  # characters back; bounds what a text of nothing but brackets costs
LONG_ASIDE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may end a sentence: its marks, and the words on both sides."""

    sentence: str  # the text from the start of the sentence to the mark, where it is short
    before: str  # the word in front of the mark
    mark: str
    closed: bool  # quotes or brackets close behind the mark
    opening: str  # what stands between the mark and the next word
    after: str
    in_town: bool = False  # the word in front is behind a town and a comma


def split_block(text: str) -> list[Span]:
    """The sentences of one block, in order, without the white space around them.

    Together they hold every visible character.
    """
    markers = list_markers(text)
    fixed = {*layout_cuts(text), *(start for start, _ in markers)}
    cuts = sorted({*_terminal_cuts(text, sorted(fixed), markers), *fixed})
    spans = []
    start = 0
    for cut in [*cuts, len(text)]:
        piece = text[start:cut]
        inner = piece.strip()
        if inner:
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(inner)))
        start = cut
    return spans


def _terminal_cuts(text: str, fixed: list[int], markers: list[Span]) -> list[int]:
    cuts: list[int] = []
    start = position = upcoming = 0
    while match := TERMINAL.search(text, position):
        while upcoming < len(fixed) and fixed[upcoming] <= match.start():
            start = max(start, fixed[upcoming])
            upcoming += 1
        end = _end_with_closers(text, match.end())
        position = max(match.end(), end)
        if end >= len(text):
            break
        if any(first <= match.start() < last for first, last in markers):
            continue
        if _is_end(text, start, match, end):
            start = position = _end_with_trailers(text, end)
            cuts.append(start)
    return cuts


def _end_with_closers(text: str, end: int) -> int:
    """Where the quotes, brackets and note marks that close behind the mark end."""
    closers = CLOSERS.match(text, end)
    closed = closers.end() if closers else end
    note = FOOTNOTE.match(text, closed)
    if note and not text[max(0, end - 2)].isdigit():
        return note.end()
    if (
        closed > end
        and closed < len(text)
        and not text[closed].isspace()
        and text[closed - 1] == '"'
    ):
        # A straight quote with no space after it may as well open the next sentence.
        opens = text.count('"', 0, closed) % 2 == 1
        return closed - 1 if opens else closed
    return closed


def _end_with_trailers(text: str, end: int) -> int:
    """Where a face, dots or a closing quote that stand alone, end behind the sentence."""
    if dots := LONE_DOTS.match(text, end):
        return dots.end()
    face = EMOTICON.match(text, end)
    if face:
        return face.end()
    quote = LONE_QUOTE.match(text, end)
    if quote and ("”" in quote.group() or text.count('"', 0, quote.end()) % 2 == 0):
        return quote.end()
    return end


def _is_end(text: str, start: int, match: re.Match[str], end: int) -> bool:
    mark = match.group()
    if mark[0] in FULL_WIDTH:
        return True
    opening = OPENING.match(text, end)
    ahead_at = opening.end() if opening else end
    ahead = WORD_AHEAD.match(text, ahead_at)
    reach = max(start, match.start() - REACH_BEHIND)
    behind = WORD_BEHIND.search(text, reach, match.start())
    candidate = Candidate(
        sentence=text[start : match.start()] if match.start() - start < SHORT_SENTENCE else "",
        before=behind.group() if behind else "",
        mark=mark,
        closed=end > match.end() or text[match.start() - 1 : match.start()] in ('"', "”"),
        opening=text[end:ahead_at],
        after=ahead.group() if ahead else "",
        in_town=TOWN.search(text, reach, match.start()) is not None,
    )
    if not text[end].isspace():
        return _is_end_without_space(candidate, text[end : end + 60])
    if (
        not candidate.after
        or _is_in_aside(text, start, end)
        or _closes_short_aside(text, start, end, candidate)
    ):
        return False
    if _opens_credit(candidate):
        return False
    if mark in ("…", "..") or "..." in mark or mark.count(".") > 2:
        return _is_end_after_dots(candidate)
    if mark != ".":
        return _is_end_after_call(candidate, text[ahead_at : ahead_at + 10])
    return _is_end_after_stop(candidate)


def _is_end_without_space(candidate: Candidate, rest: str) -> bool:
    after = candidate.after
    if not after or not after[0].isupper() or rest[0] in ",;:-–—.":
        return False
    if WEB_TOKEN.search(candidate.before + candidate.mark + rest.split(maxsplit=1)[0]):
        return False
    letters = re.search(r"[^\W\d_]+$", candidate.before)
    if not letters:
        return False
    if candidate.mark == "." and rest[0] not in '"“' and not candidate.closed:
        plain = letters.group()[1:].islower() and len(letters.group()) > 2
        return plain and (after[1:].islower() or after in STARTERS)
    return len(letters.group()) > 1


def _is_in_aside(text: str, start: int, end: int) -> bool:
    """Whether a bracket that was opened after the sentence began is still open."""
    start = max(start, end - FURTHEST_BRACKET)
    opened = text.rfind("(", start, end)
    if opened < 0 or text.find(")", opened, end) >= 0:
        return False
    if not text[start:opened].strip(" \t\n\"'“‘(["):
        return False
    return text.find(")", end, end + LONGEST_ASIDE) >= 0


def _closes_short_aside(text: str, start: int, end: int, candidate: Candidate) -> bool:
    """Whether the mark stands in a few bracketed words, as in '(Ind.)' or '[George W.] Bush'."""
    closer = text[end - 1]
    if closer not in ")]" or NOTE_MARK.search(text, end - 5, end):
        return False
    opened = text.rfind("(" if closer == ")" else "[", start, end)
    if opened < 0 or not text[start:opened].strip("\"'“‘ \n"):
        return False
    short = len(text[opened:end].split()) < LONG_ASIDE_WORDS
    return short or candidate.after not in STARTERS


def _opens_credit(candidate: Candidate) -> bool:
    """Whether a dash leads on to who said it: '… long game." - A. Writer'."""
    dash = candidate.opening.strip()[:1]
    return dash == "—" or (dash in ("-", "–") and candidate.closed)


def _is_end_after_dots(candidate: Candidate) -> bool:
    if "?" in candidate.mark or "!" in candidate.mark:
        return True
    # 'I' is always a capital, so it tells nothing.
    return not candidate.after[0].islower() and candidate.after.split("'")[0].split("’")[0] != "I"


def _is_end_after_call(candidate: Candidate, rest: str) -> bool:
    if not candidate.after[0].islower():
        return True
    if candidate.closed:
        return False
    if "?" in candidate.mark:
        return True
    in_name = candidate.before[:1].isupper() and not candidate.before.isupper()
    return not in_name and not SPEECH_AHEAD.match(rest)


def _is_end_after_stop(candidate: Candidate) -> bool:
    before = candidate.before.rstrip(",;:")
    folded = before.lower()
    if not candidate.closed and ENUMERATOR.fullmatch(candidate.sentence.strip()):
        return False
    if candidate.after[0].islower():
        return _is_end_before_lower(folded, candidate.closed)
    if candidate.closed:
        return True
    if candidate.after[0].isdigit() and folded in BEFORE_NUMBERS:
        return False
    starts = candidate.after in STARTERS or '"' in candidate.opening or "“" in candidate.opening
    if before in BEFORE_NAMES:
        return False
    if len(before) == 1 and before.isalpha():
        return not before.isupper() or (starts and candidate.after not in ("I", "A"))
    if CLOCK.fullmatch(folded):
        return _is_end_after_clock(candidate)
    if candidate.in_town and folded in STATES:
        return candidate.after not in TITLES_AFTER_STATES
    if DOTTED.fullmatch(before) or folded in MAYBE_LAST:
        return starts and folded not in ("e.g", "i.e")
    return folded not in BEFORE_NAMES


def _is_end_after_clock(candidate: Candidate) -> bool:
    if candidate.after in TIME_ZONES or candidate.after[0].isdigit():
        return False
    return not TIME_OPENING.fullmatch(candidate.sentence.strip())


def _is_end_before_lower(folded: str, closed: bool) -> bool:
    if closed:
        return not folded
    if len(folded) < 2 or "." in folded:
        return False
    if folded in ABBREVIATIONS:
        return False
    return folded.replace("'", "").replace("’", "").isalnum()
