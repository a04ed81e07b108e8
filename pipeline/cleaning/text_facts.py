"""What the text of a document says of itself: headline, byline, outlet and date lines, datelines.

Belongs here: reading credits and the lines around the headline. Does not belong here: markup.
"""

import re
from collections.abc import Sequence

from pipeline.cleaning.blocks import CleanBlock
from pipeline.cleaning.dates import Moment, Order, Published, first_moment, moments, published
from pipeline.cleaning.families import known_publishers
from pipeline.cleaning.furniture import is_date_line
from pipeline.cleaning.publishers import is_name, make_source, squeezed
from pipeline.records import Source

HEAD_BLOCKS = 8  # how far down the lines reach that stand above the text
TAIL_BLOCKS = 4
LONGEST_HEAD_LINE = 200
LONGEST_NOTE = 400
BYLINE = re.compile(
    r"(?:(?:Written|Reported|Posted|Story|Text|Analysis|Opinion|Reporting|Review) )?(?:by|By|BY)\s?:?\s+(?P<names>.+)"
)
BYLINE_END = re.compile(
    r"\s*(?:[|•·—–]|\s-\s|,\s*(?=[A-Z][^,]*(?:Press|News|Times|Post|Staff|CNN|Reuters)\b)|\(|"
    r"\b(?:Published|Posted|Updated)\b|"
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d).*"
)
OUTLET_AND_DATE = re.compile(
    r"(?P<outlet>[^\d|•·—–]{2,60}?)\s*(?:,|\||•|·|—|–|\s-)\s*(?P<rest>.*\d.*)"
)
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|Copyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?(?:by\s+)?(?P<name>[A-Z][^.,|©\d\n]{1,50}?)"
    r"(?:\s*(?:[.,|]|\d{4}|All [Rr]ights|$))"
)
DATELINE = re.compile(
    r"^[\"“]?(?P<place>[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][\w. ]{1,30})?)"
    r"(?:,\s*(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?))?"
    r"(?:\s*\((?P<agency>[A-Z][\w .&-]{1,40})\))?\s*(?:—|–|--|-)\s"
)
DATE_PREFIX = re.compile(r"^date:? (?P<date>\d{4}-\d\d-\d\d)\b")
LABELLED = re.compile(r"(?i)\b(?:published|posted|date|issued|released|originally created)\b")
FIRST_PUBLISHED = re.compile(
    r"(?i)\b(?:first|originally) (?:published|posted|appeared|created)\b|"
    r"\bthis (?:entry|post|article|story) was (?:posted|published)\b"
)
LABEL_REACH = 30
UPDATED = re.compile(r"(?i)\b(?:updated|modified|last (?:update|modif|review)|reviewed)\b")


def head_blocks(blocks: Sequence[CleanBlock]) -> list[CleanBlock]:
    """The lines at the top that may tell of the document, its prose left out."""
    kept = [block for block in blocks if block.section is not None][:HEAD_BLOCKS]
    return [block for block in kept if block.section in ("headline", "credit", "subhead")]


def byline_in_text(blocks: Sequence[CleanBlock]) -> str | None:
    """The names behind 'By' above the text."""
    for block in head_blocks(blocks):
        match = BYLINE.match(block.text) if block.section == "credit" else None
        if match:
            names = BYLINE_END.sub("", match["names"]).strip(" ,.")
            if names and len(names) < LONGEST_HEAD_LINE:
                return names
    return None


def outlets_beside_names(blocks: Sequence[CleanBlock]) -> list[str]:
    """What stands behind the last comma of the bylines above the text; not all are outlets."""
    return [
        block.text.rpartition(",")[2].strip()
        for block in head_blocks(blocks)
        if block.section == "credit" and "," in block.text and BYLINE.match(block.text)
    ]


def published_in_text(blocks: Sequence[CleanBlock], order: Order | None) -> Published | None:
    """The date in the lines above the text, behind 'date', in the dateline, or below the text."""
    kept = [block for block in blocks if block.section is not None]
    for block in kept[:HEAD_BLOCKS]:
        prefix = DATE_PREFIX.match(block.text)
        if prefix and (moment := first_moment(prefix["date"])):
            return published(moment, "text")
    lines = [
        b.text
        for b in kept[:HEAD_BLOCKS]
        if b.section == "credit" and len(b.text) <= LONGEST_HEAD_LINE
    ]
    lines += [
        b.text for b in kept[-TAIL_BLOCKS:] if b.section == "credit" and LABELLED.search(b.text)
    ]
    notes = [
        block.text
        for block in blocks
        if len(block.text) <= LONGEST_NOTE and FIRST_PUBLISHED.search(block.text)
    ]
    lines += notes if len(notes) == 1 else []
    if moment := best_dated_line(lines, order):
        return published(moment, "text")
    for block in kept[:HEAD_BLOCKS]:
        dateline = DATELINE.match(block.text)
        if dateline and dateline["date"] and (moment := first_moment(dateline["date"])):
            return published(moment, "dateline")
    return None


def _first_prose(kept: Sequence[CleanBlock]) -> int:
    return next((n for n, block in enumerate(kept) if block.section == "body"), len(kept))


def best_dated_line(lines: Sequence[str], order: Order | None) -> Moment | None:
    """The date that is called the first, else that is called one of publication, else the first.

    A date behind 'updated' tells nothing of when the document was first published.
    """
    dated = [
        (line, moment)
        for line in lines
        if is_date_line(line) or LABELLED.search(line)
        for moment in moments(line, order)
        if not UPDATED.search(line[: moment.start][-LABEL_REACH:])
    ]
    for label in (FIRST_PUBLISHED, LABELLED):
        for line, moment in dated:
            if label.search(line[: moment.start][-LABEL_REACH:]):
                return moment
    return dated[0][1] if dated else None


def updated_in_text(blocks: Sequence[CleanBlock], order: Order | None) -> Moment | None:
    """The day of the last change, where the lines above the text give one."""
    kept = [block for block in blocks if block.section is not None]
    for block in kept[: _first_prose(kept) + 2]:
        if block.section == "credit" and is_date_line(block.text):
            for moment in moments(block.text, order):
                if UPDATED.search(block.text[: moment.start][-LABEL_REACH:]):
                    return moment
    return None


def publisher_in_text(blocks: Sequence[CleanBlock]) -> Source | None:
    """The outlet beside the date above the text, or that of a copyright line below it.

    A copyright line names the owner of the text, which is the publisher only where it is not an
    agency's; so it counts only where the table of publishers does not know it as one.
    """
    for block in head_blocks(blocks):
        if block.section != "credit" or not is_date_line(block.text):
            continue
        match = OUTLET_AND_DATE.match(block.text)
        if match and first_moment(match["rest"]) and is_outlet_name(match["outlet"]):
            return make_source(outlet_name(match["outlet"]), None, "text")
    tail = [block for block in blocks[-TAIL_BLOCKS:] if block.section == "credit"]
    for block in tail:
        match = COPYRIGHT.match(block.text)
        if match and is_name(match["name"]) and squeezed(match["name"]) not in AGENCIES:
            return make_source(match["name"].strip(), None, "text")
    return None


AGENCIES = frozenset(
    ("associatedpress", "ap", "reuters", "thomsonreuters", "afp", "agencefrancepresse", "upi",
     "bloomberg", "unitedpressinternational", "press association")
)  # fmt: skip
NO_OUTLET = re.compile(
    r"(?i)\b(?:by|published|posted|updated|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
)


def outlet_name(text: str) -> str:
    """The name without what stands in brackets behind it, as in 'Daily Mail (online)'."""
    return re.sub(r"\s*\([^)]*\)$", "", text.strip())


def is_outlet_name(text: str) -> bool:
    """Whether the words in front of a date can be an outlet's name: a known one, or a title."""
    name = outlet_name(text)
    if squeezed(name) in known_publishers():
        return True
    words = name.split()
    return (
        is_name(name)
        and len(words) <= 6
        and not NO_OUTLET.search(name)
        and all(
            word[0].isupper() or word in ("of", "the", "and", "&", "for", "on", "in")
            for word in words
        )
    )
