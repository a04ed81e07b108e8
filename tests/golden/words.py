"""When two names, or what two numbers count, are the same to a reader.

Belongs here: comparing words. Does not belong here: which are compared.
"""

import re

from tests.golden.expected import Figure
from tests.golden.found import Row

_LITTLE = set(re.findall(r"\w+", "a an the of at to for in its his her their from with and who"))


def same_name(wanted: str, row: Row) -> bool:
    """Whether a link of a chain names whom the reader names.

    A named one must be called by the last word of the name or more; an anonymous one ('?') must be
    marked so and share half of the words; one who speaks for others ('~') must share half of them.
    """
    words = _words(wanted.rstrip("?~"))
    said = _words(f"{row['source_name'] or ''} {row['source_text'] or ''}")
    if wanted.endswith(("?", "~")):
        is_marked = bool(row["is_anonymous"]) or wanted.endswith("~")
        return is_marked and 2 * len(words & said) >= len(words)
    last = [word for word in re.findall(r"\w+", wanted.lower()) if word in words][-1]
    return not row["is_anonymous"] and last in _words(row["source_name"] or "")


def same_measure(figure: Figure, row: Row) -> list[str]:
    """What a quantity gets wrong: unit, what is counted, how it is meant, since when."""
    faults = []
    if (row["unit"] or "") != (figure.unit or "") and not (figure.unit is None and row["unit"]):
        faults.append(f"unit {row['unit']}")
    if figure.counts and not figure.counts & _stems(row["measures"] or ""):
        faults.append(f"counts {row['measures']}")
    if (row["aggregation"] or "none") not in figure.aggregation:
        faults.append(f"aggregation {row['aggregation']}")
    since = str(row["period_start"]) if row["period_start"] else None
    if figure.since and since != figure.since:
        faults.append(f"since {since}")
    return faults


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - _LITTLE


def _stems(text: str) -> set[str]:
    words = _words(text)
    return words | {word.removesuffix("s") for word in words}
