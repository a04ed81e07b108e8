"""When each post of a live report was written: pages and texts of several dated posts.

Belongs here: telling a live report, and giving each block the time of its post. Does not belong
here: when the document as a whole was published (publication.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import islice, pairwise

from pipeline.cleaning.blocks import CleanBlock
from pipeline.cleaning.dates import clock_of, moments
from pipeline.cleaning.html_blocks import is_aside
from pipeline.cleaning.markup import Element, Page
from pipeline.records import Block

FEWEST_POSTS = 3
LIVE_WORDS = re.compile(
    r"(?i)live[-_]?(?:blog|post|update|feed|coverage|entry|event)|blog[-_]post\b"
)
POST_REACH = 12  # elements around a time within which its post is named
TIME_REACH = 300  # characters from a time element to the words that it shows


@dataclass(frozen=True, slots=True)
class _Stamp:
    """The time above a post: the clock, and the day where it is given."""

    clock: time
    day: datetime | None


def with_post_times(
    blocks: Sequence[Block],
    cleaned: Sequence[CleanBlock],
    page: Page | None,
    published_at: datetime | None,
) -> tuple[Block, ...]:
    """The kept blocks, those of a live report with the time of the post that they stand in.

    `cleaned` are all blocks of the document in order; those with a section are `blocks`. A report is
    live where three clocks or more stand on lines of their own, or in time elements of posts that
    the markup calls live. Clocks without a day count on from the day of publication.
    """
    stamps = _stamps(cleaned, page)
    if len(stamps) < FEWEST_POSTS:
        return tuple(blocks)
    times = dict(zip(stamps, _resolved(list(stamps.values()), published_at), strict=True))
    result: list[Block] = []
    current: datetime | None = None
    kept = iter(blocks)
    for n, one in enumerate(cleaned):
        current = times.get(n, current)
        if one.section is not None and one.pieces:
            result.append(replace(next(kept), posted_at=current))
    return tuple(result)


def _stamps(cleaned: Sequence[CleanBlock], page: Page | None) -> dict[int, _Stamp]:
    """The times above posts, by the number of the block that shows them."""
    marked = _marked_times(cleaned, page) if page else {}
    if len(marked) >= FEWEST_POSTS:
        return marked
    found: dict[int, _Stamp] = {}
    for n, block in enumerate(cleaned):
        if block.section == "credit" and (stamp := _stamp_of(block.text)):
            found[n] = stamp
    return found


def _stamp_of(text: str) -> _Stamp | None:
    if clock := clock_of(text):
        return _Stamp(clock, None)
    dated = [moment for moment in moments(text) if not moment.is_day]
    return _Stamp(dated[0].at.time(), dated[0].at) if len(dated) == 1 else None


def _marked_times(cleaned: Sequence[CleanBlock], page: Page) -> dict[int, _Stamp]:
    """The time elements inside posts that the markup calls live."""
    found: dict[int, _Stamp] = {}
    n = 0
    for element in page.times:
        if not _is_in_live_post(element):
            continue
        moment = next(iter(moments(element.attributes.get("datetime", ""))), None)
        while n < len(cleaned) and (
            not cleaned[n].pieces or cleaned[n].pieces[0].start < element.start
        ):
            n += 1
        if n == len(cleaned):
            break
        if moment and not moment.is_day and cleaned[n].pieces[0].start - element.start < TIME_REACH:
            found.setdefault(n, _Stamp(moment.at.time(), moment.at))
    return found


def _is_in_live_post(element: Element) -> bool:
    around = list(islice(element.ancestors(), POST_REACH))
    return any(LIVE_WORDS.search(one.written) for one in around) and not any(
        is_aside(one) for one in around if not LIVE_WORDS.search(one.written)
    )


def _resolved(stamps: Sequence[_Stamp], published_at: datetime | None) -> list[datetime | None]:
    """The times of posts in their order on the page, newest or oldest first."""
    if all(stamp.day for stamp in stamps):
        return [stamp.day for stamp in stamps]
    if published_at is None:
        return [stamp.day for stamp in stamps]
    falls = sum(b.clock < a.clock for a, b in pairwise(stamps))
    newest_first = 2 * falls >= len(stamps) - 1
    in_time = list(reversed(stamps)) if newest_first else list(stamps)
    day = published_at.date()
    times: list[datetime | None] = []
    last: time | None = None
    for stamp in in_time:
        if stamp.day:
            day = stamp.day.date()
        elif last is not None and stamp.clock < last:
            day += timedelta(days=1)
        last = stamp.clock
        times.append(datetime.combine(day, stamp.clock))
    return list(reversed(times)) if newest_first else times
