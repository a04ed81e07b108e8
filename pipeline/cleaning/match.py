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
SEED_STEP = 5
MOST_FAILURES = 2_000  # bounds the search for a long text that is not on the page


def letters_of(text: str) -> str:
    """Letters and digits only."""
    return NO_LETTER.sub("", text)


def covered_shares(letters: Sequence[str], passages: Sequence[str]) -> list[float]:
    """For each block, given by its letters, the share of them that the passages hold."""
    page = "".join(letters)
    marked = bytearray(len(page))
    wanted = [found for found in (letters_of(passage) for passage in passages) if found]
    places = _anchors(page, wanted)
    _place_rest(page, wanted, places)
    for place, passage in zip(places, wanted, strict=True):
        parts = [(place, len(passage))] if place >= 0 else _broken_places(page, passage)
        for start, length in parts:
            marked[start : start + length] = b"\x01" * length
    ends = list(accumulate(len(block) for block in letters))
    return [
        marked.count(1, end - len(block), end) / len(block) if block else 0.0
        for block, end in zip(letters, ends, strict=True)
    ]


def _broken_places(page: str, passage: str) -> list[tuple[int, int]]:
    """Where the parts of a passage stand that the page interrupts, in the passage's order."""
    found: list[tuple[int, int]] = []
    at = cursor = failures = 0
    while at + LONG_ENOUGH <= len(passage) and failures < MOST_FAILURES:
        seed = passage[at : at + LONG_ENOUGH]
        place = page.find(seed, cursor)
        if place < 0:
            place = page.find(seed)
        if place < 0:
            failures += 1
            at += SEED_STEP
            continue
        length = _common_length(page, place, passage, at)
        found.append((place, length))
        at += length
        cursor = place + length
    return found


def _common_length(page: str, place: int, passage: str, at: int) -> int:
    """How far page and passage agree from these places on."""
    low, high = 0, min(len(page) - place, len(passage) - at)
    while low < high:
        middle = (low + high + 1) // 2
        if page[place + low : place + middle] == passage[at + low : at + middle]:
            low = middle
        else:
            high = middle - 1
    return low


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
