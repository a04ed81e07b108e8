"""Numbers as they are written: in digits, in words, in fractions, or as vague as 'dozens'.

Belongs here: reading a value off its spelling. Does not belong here: units, comparators, and whether
the number counts anything.
"""

import re
from dataclasses import dataclass

from pipeline.cleaning.words import word_list

ONES = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
VALUES = {word: value for value, word in enumerate(ONES)}
VALUES |= {word: 10 * value for value, word in enumerate(TENS, start=2)}
MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "mln": 1e6,
    "mn": 1e6,
    "bln": 1e9,
    "bn": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "crore": 1e7,
    "lakh": 1e5,
}
LETTERS = {"m": 1e6, "b": 1e9, "k": 1e3, "t": 1e12}
"""Magnitudes that may as well be units; the word that follows, or a currency, decides."""

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
LARGEST = 1e300
LARGEST_WHOLE = 100  # 'one in 400' is a chance, but 'two in 2024' is not
MULTIPLES = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0}
ODD_AMOUNTS = {"half a": 0.5, "half an": 0.5, "a quarter of a": 0.25, "one and a half": 1.5}
LARGEST_VAGUE = 10.0  # 'hundreds' may be as many as a thousand
SEVERAL = {"several": (3, 9), "a few": (2, 5), "many": (3, 9)}

_ONES = "|".join(sorted(ONES, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(ONES[1:10])})\b)?|{_ONES})"
_SCALE = "(?:hundred|thousand|million|billion|trillion|dozen)"
_SHORT_SCALE = "(?:mln|mn|bln|bn|trn|tn|crore|lakh)"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+"

VAGUE = re.compile(
    r"\b(?:(?P<tens>tens|dozens|hundreds)\sof\s)?"
    r"(?P<plural>dozens|scores(?=\sof\b)|hundreds|thousands|millions|billions|trillions)\b"
    rf"|\b(?P<several>several|a\sfew|many)\s(?P<scale>{_SCALE})\b",
    re.IGNORECASE,
)
SHARE = re.compile(
    rf"\b(?P<some>{_SMALL}|\d+)\s(?:in|out\sof)(?:\severy)?\s(?P<whole>{_SMALL}|\d+)\b"
    rf"|\b(?P<above>{_SMALL}|an?|one)[-\s](?P<below>halves|thirds?|quarters?|fourths?|fifths?|sixths?"
    r"|eighths?|tenths?)(?=\s(?:of|the|all)\b)"
    r"|\bhalf(?=\sof\b)",
    re.IGNORECASE,
)
SPELLED = re.compile(
    rf"\b(?P<odd>an?|half\san?|a\squarter\sof\sa|one\sand\sa\shalf)[-\s](?P<of>{_SCALE})\b"
    rf"(?:\sand\s(?P<rest>{_SMALL})\b)?"
    rf"|(?<!\w-)\b(?P<words>{_SMALL}(?:(?:[-\s]{_SCALE})+(?:\s(?:and\s)?{_SMALL}(?![\w]))?)*)\b"
    rf"(?P<and_half>\sand\sa\shalf\b(?:\s(?P<half_scale>{_SCALE})\b)?)?",
    re.IGNORECASE,
)
WRITTEN = re.compile(
    r"(?P<sign>(?:(?<=[\s($])|^)[-−+]|\bminus[-\s])?"
    r"(?:(?<![\w.,/:])|(?<=[A-Z$][A-Z])|(?<=Rs))"
    r"(?:(?P<over>\d+)\s?[/⁄]\s?(?P<under>[1-9]\d*)(?![/\d])"
    rf"|(?P<digits>{_DIGITS})(?P<glyph>\s?[½¼¾⅓⅔⅛]|\s[1-7]/[2-8]\b)?(?:\s?[×x]\s?10\^?(?P<power>[-−]?\d+))?"
    rf"(?:[-\s]?(?P<scale>(?i:(?:hundred\s)?{_SCALE}|{_SHORT_SCALE}))\b"
    r"|(?P<letter>[mbkMBKT])(?![\w²³/]))?"
    r"|(?P<alone>[½¼¾⅓⅔⅛]))"
)
MULTIPLE = re.compile(
    rf"\b(?:(?P<fold>{_SMALL}|\d+)-?fold|(?P<verb>doubled|tripled|trebled|quadrupled)|twice(?=\sas\b|\sthe\b))\b",
    re.IGNORECASE,
)
ANY = re.compile(
    rf"\d|[½¼¾⅓⅔⅛]|\b(?:half|twice|doubled|tripled|quadrupled|{_SCALE}|{_SMALL})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at a place in the text; `low`/`high` differ only for the vague ones.

    `scale` is the factor that a word or letter gave, `letter` the letter if it was one.
    """

    start: int
    end: int
    low: float
    high: float
    scale: float = 1.0
    letter: str = ""
    is_share: bool = False
    is_multiple: bool = False
    is_spelled: bool = False

    @property
    def is_vague(self) -> bool:
        """Whether the words name no single number."""
        return self.low != self.high


def find_numbers(text: str) -> list[Number]:
    """All numbers in the text, in order, whatever they stand for."""
    if not ANY.search(text):
        return []
    found: list[Number] = []
    taken = bytearray(len(text))
    for pattern, read in (
        (SHARE, _share),
        (MULTIPLE, _multiple),
        (VAGUE, _vague),
        (WRITTEN, _digits),
        (SPELLED, _spelled),
    ):
        for match in pattern.finditer(text):
            number = read(match)
            if number and taken.find(1, number.start, number.end) < 0:
                taken[number.start : number.end] = b"\x01" * (number.end - number.start)
                found.append(number)
    return sorted(found, key=lambda number: number.start)


def _vague(match: re.Match[str]) -> Number:
    if match["several"]:
        few, many = SEVERAL[" ".join(match["several"].lower().split())]
        unit = MAGNITUDES[match["scale"].lower()]
        return Number(*match.span(), few * unit, many * unit, unit, is_spelled=True)
    word = match["plural"].lower().removesuffix("s")
    unit = 20.0 if word == "score" else MAGNITUDES[word]
    if match["tens"]:
        tens = match["tens"].lower()
        unit *= 10.0 if tens == "tens" else MAGNITUDES[tens.removesuffix("s")]
    return Number(*match.span(), unit, unit * LARGEST_VAGUE, unit, is_spelled=True)


def _share(match: re.Match[str]) -> Number | None:
    """'One in five' and 'two-thirds of' as a percentage; None where they are something else."""
    if match["whole"]:
        some, whole = _plain(match["some"]), _plain(match["whole"])
        if not 0 < some < whole <= LARGEST_WHOLE:
            return None
    elif match["below"]:
        below = match["below"].lower()
        some = 1.0 if match["above"].lower() in ("a", "an") else _plain(match["above"])
        whole = PARTS["half" if below == "halves" else below.removesuffix("s")]
    else:
        some, whole = 1.0, 2.0
    share = 100.0 * some / whole
    return Number(*match.span(), share, share, is_share=True, is_spelled=True)


def _multiple(match: re.Match[str]) -> Number:
    """'Sixfold', 'tripled' and 'twice as' as how many times as much."""
    times = (
        _plain(match["fold"])
        if match["fold"]
        else MULTIPLES.get((match["verb"] or "").lower(), 2.0)
    )
    return Number(*match.span(), times, times, is_multiple=True, is_spelled=True)


def _spelled(match: re.Match[str]) -> Number:
    if match["odd"]:
        scale = MAGNITUDES[match["of"].lower()]
        times = ODD_AMOUNTS.get(" ".join(match["odd"].lower().split()), 1.0)
        value = times * scale + (_value(match["rest"].lower()) if match["rest"] else 0.0)
        return Number(*match.span(), value, value, scale, is_spelled=True)
    text = match["words"].lower()
    scale = MAGNITUDES[match["half_scale"].lower()] if match["half_scale"] else 1.0
    value = (_value(text) + (0.5 if match["and_half"] else 0.0)) * scale
    scales = [MAGNITUDES[word] for word in re.split(r"[-\s]", text) if word in MAGNITUDES]
    return Number(*match.span(), value, value, max(scales, default=scale), is_spelled=True)


def _plain(text: str) -> float:
    return float(text) if text.isdigit() else _value(text.lower())


def _value(words: str) -> float:
    """The value of a number in words: 'two hundred and five thousand' is 205,000."""
    total = current = 0.0
    for word in re.findall(r"[a-z]+", words):
        if word in VALUES:
            current += VALUES[word]
        elif word == "hundred":
            current = max(current, 1.0) * 100
        elif word in MAGNITUDES:
            total += max(current, 1.0) * MAGNITUDES[word]
            current = 0.0
    return total + current


def _digits(match: re.Match[str]) -> Number | None:
    negative = (match["sign"] or "").lower()[:1] in ("-", "−", "m") and bool(match["sign"])
    sign = -1.0 if negative else 1.0
    scale = 1.0
    if match["over"]:
        value = float(match["over"]) / float(match["under"])
    elif match["alone"]:
        value = FRACTIONS[match["alone"]]
    else:
        value = float(match["digits"].replace(",", "")) + _glyph(match["glyph"])
        if match["power"]:
            scale = 10.0 ** min(300, max(-300, int(match["power"].replace("−", "-"))))
        for word in (match["scale"] or "").lower().split():
            scale *= MAGNITUDES[word]
    value *= sign * scale
    if abs(value) > LARGEST:
        return None
    return Number(*match.span(), value, value, scale, letter=match["letter"] or "")


def _glyph(glyph: str | None) -> float:
    if not glyph:
        return 0.0
    above, _, below = glyph.strip().partition("/")
    return float(above) / float(below) if below else FRACTIONS[above]
