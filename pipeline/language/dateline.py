"""The dateline in front of an agency's first sentence: 'TARN, Norland, 4 March (NPA) — '.

Belongs here: where it ends. Does not belong here: what place, day or agency it names.

A dateline is no part of the sentence: read with it, the parser takes the place for the subject.
"""

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:,?\s{_MONTH}\s\d{{1,2}}|,?\s\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
_LAND = r"(?:,\s[A-ZÀ-Þ][\w.]*(?:\s[A-ZÀ-Þ][\w.]*){0,2}?){0,2}"
_AGENCY = r"\s\([A-ZÀ-Þ][\w .&/-]{1,40}\)"
_DASH = r"\s?(?:—|–|--|-)\s"
DATELINE = re.compile(
    rf"{_PLACE}{_LAND}(?:{_DAY})?(?:{_AGENCY}{_DASH}|{_AGENCY}\s(?=[A-Z“\"])|\s?(?:—|–|--)\s)(?=\S)"
)

BULLET = re.compile(r"[•●▪■◦‣·*–—-]\s+(?=\w)")


def dateline_end(text: str) -> int:
    """The offset behind the dateline or bullet that the text starts with; 0 where it starts with none."""
    bullet = BULLET.match(text)
    start = bullet.end() if bullet else 0
    found = DATELINE.match(text, start)
    return found.end() if found else start
