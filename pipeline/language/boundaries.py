"""Where sentences begin and end inside one block of text.

Belongs here: the rules that tell a full stop that ends a sentence from one that does not, and what a
line break means. Does not belong here: blocks, sections and ids.

A candidate is a run of terminal marks with the quotes and brackets that close behind it. The word
before it and the word after it decide (Grefenstette and Tapanainen 1994; Kiss and Strunk 2006 for
what makes an abbreviation), with tables in place of counts so that a text splits the same way
wherever it stands.
"""

import re

from pipeline.language.abbreviations import (
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    MAYBE_LAST,
    STARTERS,
)

Span = tuple[int, int]

TERMINAL = re.compile(r"\.(?:[  ]\.)+|[.!?…‽。！？।♥]+")
CLOSERS = re.compile(r"""(?:["'”’»)\]}]|''|\[\d{1,3}\])*""")
FOOTNOTE = re.compile(r"\d{1,2}(?:[ ,]\d{1,2})*(?=\s+[A-Z“\"])")
EMOTICON = re.compile(
    r"\s*(?:[:;=8xX][-o^']?[)(DPp\]\[/\\|3]+|<3+|[\U0001F300-\U0001FAFF☀-➿️]+)(?=\s|$)"
)
LONE_CLOSER = re.compile(r"""\s+["”’)\]](?=\s|$)""")
OPENING = re.compile(r"""\s*(?:["'“”‘’«(\[{*¿¡•–—-]|\.\.\.|``)*\s?""")
WORD_AHEAD = re.compile(r"[\w$£€#@][\w'’]*")
WORD_BEHIND = re.compile(r"[^\s\"“”‘«(\[{/—–]+$")
WEB_TOKEN = re.compile(r"(?i)@|://|www\.|\.(?:com|org|net|gov|edu|co|info|html?|php|pdf)\b")
ENUMERATOR = re.compile(r"\W*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\W*$")
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
CLOCK = re.compile(r"(?i)(?:a\.?m|p\.?m)$")
ZONES = frozenset(
    "ET EST EDT CT CST CDT MT MST PT PST PDT GMT BST CET IST UTC Eastern Pacific Central".split()
)
SPEECH_AHEAD = re.compile(
    r"(?:said|says|asked|asks|told|cried|shouted|yelled|added|is|was|has|and)\b"
)
LINE_BREAK = re.compile(r"[^\S\n]*(?:\r?\n\s*)+")
LIST_ITEM = re.compile(r"(?:[-*•·–—►▪◦]|\(?\w{1,3}[.)])\s")
WRAP_WIDTH = 45  # shorter lines are verse, lists or headings, not wrapped prose
LONGEST_ASIDE = 400


def split_block(text: str) -> list[Span]:
    """The sentences of one block, in order, without the white space around them.

    Together they hold every visible character.
    """
    cuts = sorted({*_terminal_cuts(text), *_line_cuts(text)})
    spans = []
    start = 0
    for cut in [*cuts, len(text)]:
        span = _trimmed(text, start, cut)
        if span:
            spans.append(span)
        start = cut
    return spans


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    inner = piece.strip()
    if not inner:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(inner)


def _terminal_cuts(text: str) -> list[int]:
    cuts = [0]
    position = 0
    while match := TERMINAL.search(text, position):
        position = match.end()
        end = _end_with_closers(text, match.end())
        if end >= len(text):
            break
        if _is_end(text, cuts[-1], match, end):
            end = _with_trailers(text, end)
            cuts.append(end)
        position = max(position, end)
    return cuts[1:]


def _end_with_closers(text: str, end: int) -> int:
    closers = CLOSERS.match(text, end)
    closed = closers.end() if closers else end
    # A straight quote with no space after it may as well open the next sentence.
    if (
        closed < len(text)
        and not text[closed].isspace()
        and text[closed - 1] in "\"'"
        and closed > end
    ):
        if text.count('"', 0, closed) % 2 == 1 and text[closed - 1] == '"':
            return closed - 1
    return closed


def _with_trailers(text: str, end: int) -> int:
    for trailer in (EMOTICON, LONE_CLOSER):
        match = trailer.match(text, end)
        if match and (trailer is EMOTICON or text.count('"', 0, match.end()) % 2 == 0):
            end = match.end()
    return end


def _is_end(text: str, start: int, mark: re.Match[str], end: int) -> bool:
    behind = WORD_BEHIND.search(text, max(start, mark.start() - 40), mark.start())
    word = behind.group() if behind else ""
    opening = OPENING.match(text, end)
    ahead_at = opening.end() if opening else end
    ahead = WORD_AHEAD.match(text, ahead_at)
    following = ahead.group() if ahead else ""
    spaced = text[end].isspace()
    if not spaced:
        return _is_end_without_space(text, mark, end, word, following)
    if not following:
        return False
    if _inside_aside(text, start, end):
        return False
    closed = end > mark.end()
    sign = mark.group()
    if sign[0] == "." and ("..." in sign or sign.count(".") > 2) or sign == "…":
        return not following[0].islower()
    if "." != sign:
        return _is_end_after_call(text, end, closed, following, sign, ahead_at)
    return _is_end_after_stop(text, start, mark, word, following, closed)


def _is_end_without_space(
    text: str, mark: re.Match[str], end: int, word: str, following: str
) -> bool:
    if not following or text[end : end + 1] in ",;:-–—.":
        return False
    chunk = re.match(r"\S*", text[end : end + 60])
    if WEB_TOKEN.search(word + mark.group() + (chunk.group() if chunk else "")):
        return False
    letters = re.search(r"[^\W\d_]+$", word)
    if not letters or not following[0].isupper():
        return False
    if mark.group() == ".":
        plain = letters.group()
        return (
            len(plain) > 2
            and plain[1:].islower()
            and (following[1:].islower() or following in STARTERS)
        )
    return len(letters.group()) > 1


def _inside_aside(text: str, start: int, end: int) -> bool:
    """Whether a bracket that was opened after the sentence began is still open."""
    opened = text.rfind("(", start, end)
    if opened < 0 or text.find(")", opened, end) >= 0:
        return False
    if not text[start:opened].strip(" \t\n\"'“‘(["):
        return False
    closing = text.find(")", end, end + LONGEST_ASIDE)
    return closing >= 0


def _is_end_after_call(
    text: str, end: int, closed: bool, following: str, sign: str, ahead_at: int
) -> bool:
    if not following[0].islower():
        return True
    if closed:
        return False
    return "?" in sign or not SPEECH_AHEAD.match(text, ahead_at)


def _is_end_after_stop(
    text: str, start: int, mark: re.Match[str], word: str, following: str, closed: bool
) -> bool:
    folded = word.rstrip(",;:").lower()
    if not closed and ENUMERATOR.fullmatch(text[start : mark.start()].strip()):
        return False
    if following[0].islower():
        return _is_end_before_lower(folded, closed)
    if closed:
        return True
    if following[0].isdigit() and folded in BEFORE_NUMBERS:
        return False
    starts = following in STARTERS
    if DOTTED.fullmatch(word) or folded in MAYBE_LAST:
        return _is_end_after_maybe(folded, following, starts)
    if folded in BEFORE_NAMES:
        return False
    if len(word) == 1 and word.isalpha():
        return starts and following != "I" and following != "A" if word.isupper() else True
    return True


def _is_end_after_maybe(folded: str, following: str, starts: bool) -> bool:
    if folded in BEFORE_NAMES and folded not in ("st", "dr", "sr"):
        return False
    if CLOCK.fullmatch(folded):
        return following not in ZONES and not following[0].isdigit()
    return starts


def _is_end_before_lower(folded: str, closed: bool) -> bool:
    if closed or len(folded) < 2 or "." in folded:
        return False
    if folded in MAYBE_LAST or folded in BEFORE_NAMES or folded in BEFORE_NUMBERS:
        return False
    return folded.isalpha() or folded.replace("'", "").replace("’", "").isalnum()


def _line_cuts(text: str) -> list[int]:
    cuts = []
    line_start = 0
    for gap in LINE_BREAK.finditer(text):
        line = text[line_start : gap.start()]
        if _is_break(text, line, gap):
            cuts.append(gap.end())
        line_start = gap.end()
    return cuts


def _is_break(text: str, line: str, gap: re.Match[str]) -> bool:
    if gap.end() >= len(text) or not line:
        return False
    if gap.group().count("\n") > 1 or LIST_ITEM.match(text, gap.end()):
        return True
    following = text[gap.end()]
    if following.islower() or following in ",;.)":
        return len(line) < WRAP_WIDTH and following.islower() and " " not in line.strip()[:1]
    return len(line) < WRAP_WIDTH or line.rstrip()[-1:] in '.!?:"”'
