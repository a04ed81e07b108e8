"""Which blocks of a page an extractor's text is made of.

Belongs here: finding passages of a text again in the page that it came from. Does not belong here:
judging blocks.

The extractor moves, joins and trims; what it cannot do is invent letters. So its passages are looked
up by their letters and digits in those of the page: long ones first, wherever they stand once, then
the rest between their neighbours.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

NO_LETTER = re.compile(r"[\W_]+")
LONG_ENOUGH = 25  # letters by which a passage is known again


def letters_of(text: str) -> str:
    """Letters and digits only."""
    return NO_LETTER.sub("", text)


def covered_shares(blocks: Sequence[str], passages: Sequence[str]) -> list[float]:
    """For each block, the share of its letters that the passages hold."""
    letters = [letters_of(block) for block in blocks]
    page = "".join(letters)
    marked = bytearray(len(page))
    wanted = [found for found in (letters_of(passage) for passage in passages) if found]
    places = _anchors(page, wanted)
    _place_rest(page, wanted, places)
    for place, passage in zip(places, wanted, strict=True):
        if place >= 0:
            marked[place : place + len(passage)] = b"\x01" * len(passage)
    ends = list(accumulate(len(block) for block in letters))
    return [
        marked.count(1, end - len(block), end) / len(block) if block else 0.0
        for block, end in zip(letters, ends, strict=True)
    ]


def _anchors(page: str, wanted: Sequence[str]) -> list[int]:
    """The places of the passages that stand in the page exactly once; -1 for the others."""
    places = []
    for passage in wanted:
        place = page.find(passage) if len(passage) >= LONG_ENOUGH else -1
        once = place >= 0 and page.find(passage, place + 1) < 0
        places.append(place if once else -1)
    return places


def _place_rest(page: str, wanted: Sequence[str], places: list[int]) -> None:
    """Look for the others behind the passage before them, near first; long ones anywhere."""
    following = [len(page)] * (len(wanted) + 1)
    for index in range(len(wanted) - 1, -1, -1):
        place = places[index]
        following[index] = place if place >= 0 else following[index + 1]
    cursor = 0
    for index, passage in enumerate(wanted):
        if places[index] >= 0:
            cursor = places[index] + len(passage)
            continue
        place = page.find(passage, cursor, max(cursor, following[index]))
        if place < 0 and len(passage) >= LONG_ENOUGH:
            place = page.find(passage)
        if place >= 0:
            places[index] = place
            cursor = place + len(passage)
