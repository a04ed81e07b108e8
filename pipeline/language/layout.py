"""Sentence boundaries that the layout shows, with or without a full stop.

Belongs here: line breaks, list markers, rules, links, time stamps, captions and sign-offs. Does not
belong here: punctuation (boundaries.py).
"""

import re
from collections.abc import Iterator

from pipeline.language.abbreviations import BEFORE_NUMBERS

LINE_BREAK = re.compile(r"[^\S\n]*\n\s*")
WRAP_WIDTH = 45  # shorter lines are verse, lists or headings, not wrapped prose
LIST_ITEM = re.compile(r"(?:[-*•·–—►▪◦⁃]|\(?\w{1,3}[.)])\s")
MARKER = re.compile(r"(?<!\S)[•⁃*]?\s?\(?(?P<rank>\d{1,2}|[a-z])(?P<end>\.\)|[.)])(?=\s)")
BULLET = re.compile(r"(?<=\s)[•⁃►▪◦](?=\s?\S)")
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
LINK = r"(?<![^\s(<\"“\[])(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]\"'”’]"
MAIL = r"(?<![\w.+-])<?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}>?"
RULES = ("_____", "*****", "-----", "=====")
STAMP = r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?:\s{0,2}[AP]M)?"
Hinted = tuple[tuple[str, ...], re.Pattern[str]]
CUTS_AFTER: tuple[Hinted, ...] = (
    (("://", "www."), re.compile(rf"{LINK}(?=\s+(?:[A-Z\"“]|{LINK}))")),
    (("@",), re.compile(rf"{MAIL}(?=\s+(?:[A-Z\"“]|{LINK}))")),
    (("/",), re.compile(rf"{STAMP}(?=\s)")),
    (
        ("day, ",),
        re.compile(
            rf"(?<![\w,] ){WEEKDAY}, (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}),? \d{{4}}(?=\s[A-Z])"
        ),
    ),
    (RULES, re.compile(r"(?:_{5,}+|\*{5,}+|-{5,}+|={5,}+)(?=\s)")),
    (
        ("egards,",),
        re.compile(
            r"(?<=\s)(?:(?:[Bb]est|[Kk]ind(?:est)?|[Ww]arm(?:est)?) )?[Rr]egards,(?=\s[A-Z])"
        ),
    ),
    (
        ("Sincerely,", "Cheers,", "Thanks,", "Thank you,", "Best,", "Yours truly,"),
        re.compile(
            r"(?<=[.!?] )(?:Sincerely|Cheers|Thanks|Thank you|Best|Yours truly),(?=\s[A-Z])"
        ),
    ),
    (("[...]", "[…]"), re.compile(r"(?<=[.!?] )\[(?:\.\.\.|…)\](?=\s[A-Z\"“])")),
    (
        (":-)", ":)", ";-)", ";)", ":-(", ":(", ":D"),
        re.compile(r"[^\W\d_]\s(?::-?\)|;-?\)|:-?\(|:D)(?=\s+[A-Z])"),
    ),
)
DATE_AHEAD = re.compile(rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}),? \d{{4}}(?=\s[A-Z])")
CUTS_BEFORE: tuple[Hinted, ...] = (
    (("/",), re.compile(rf"(?<!\bon)(?<!\bat)(?<!\A)\s{STAMP}")),
    (("://", "www."), re.compile(rf"(?<=[.!?…] ){LINK}(?=\s|$)")),
    (RULES, re.compile(r"(?<=\s)(?:_{5,}|\*{5,}|-{5,}|={5,})")),
    (
        ("Image", "Photo", "Picture"),
        re.compile(r"(?<=\s)(?:Image|Photo|Picture|Photograph)(?: credit)?: (?=[A-Z])"),
    ),
    (("-- Posted by",), re.compile(r"(?<=-- )Posted by\b")),
)


def layout_cuts(text: str) -> set[int]:
    """The places in the block where its layout begins a new sentence."""
    cuts = {match.end() for match in _hinted(CUTS_AFTER, text)}
    cuts |= {match.start() for match in _hinted(CUTS_BEFORE, text)}
    if ahead := DATE_AHEAD.match(text):
        cuts.add(ahead.end())
    if not text.isascii():
        cuts |= {match.start() for match in BULLET.finditer(text)}
    if "\n" in text:
        cuts |= _line_cuts(text)
    return cuts


def _hinted(patterns: tuple[Hinted, ...], text: str) -> Iterator[re.Match[str]]:
    """The matches of those patterns of which the text holds a part that each match has."""
    for hints, pattern in patterns:
        if any(hint in text for hint in hints):
            yield from pattern.finditer(text)


def list_markers(text: str) -> list[tuple[int, int]]:
    """The markers of numbered or lettered items, at least two of which follow each other."""
    markers: list[tuple[int, int]] = []
    previous: re.Match[str] | None = None
    for match in MARKER.finditer(text):
        if previous and _follows(previous, match):
            markers += [previous.span(), match.span()]
            previous = match
        elif _rank(match) == 1 or previous is None:
            previous = match if _may_open_list(text, match.start()) else None
    return sorted(set(markers))


def _may_open_list(text: str, start: int) -> bool:
    """Whether a first item may stand here: not behind 'No.' or in the middle of a sentence."""
    ahead = text[max(0, start - 20) : start].rstrip()
    if not ahead:
        return True
    word = ahead.split()[-1].lower()
    return ahead[-1] in '.:;!?)"”' and word.rstrip(".") not in BEFORE_NUMBERS


def _rank(marker: re.Match[str]) -> int:
    rank = marker["rank"]
    return int(rank) if rank.isdigit() else ord(rank) - ord("a") + 1


def _follows(first: re.Match[str], second: re.Match[str]) -> bool:
    return (
        first["end"] == second["end"]
        and first["rank"].isdigit() == second["rank"].isdigit()
        and _rank(second) == _rank(first) + 1
    )


def _line_cuts(text: str) -> set[int]:
    cuts = set()
    line_start = 0
    for gap in LINE_BREAK.finditer(text):
        line = text[line_start : gap.start()].strip()
        if line and gap.end() < len(text) and _is_break(text, line, gap):
            cuts.add(gap.end())
        line_start = gap.end()
    return cuts


def _is_break(text: str, line: str, gap: re.Match[str]) -> bool:
    """Whether the line ends there for a reason, and is not merely wrapped at the margin."""
    if gap.group().count("\n") > 1 or LIST_ITEM.match(text, gap.end()):
        return True
    following = text[gap.end()]
    if following in ",;.)":
        return False
    if following.islower():
        return len(line) < WRAP_WIDTH and line[0].islower()
    return len(line) < WRAP_WIDTH or line[-1] in '.!?:"”'
