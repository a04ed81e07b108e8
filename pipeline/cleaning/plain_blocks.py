"""The blocks of plain text: what each line is, and which lines are no part of the document.

Belongs here: splitting text into blocks, and judging lines by where they stand. Does not belong
here: judging a line by its own words (furniture.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.cleaning.blocks import CleanBlock
from pipeline.cleaning.furniture import judge_line
from pipeline.cleaning.match import letters_of
from pipeline.cleaning.source_text import Piece, SourceText, folded

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
DATE_PREFIX = re.compile(r"\s*date:? \d{4}-\d\d-\d\d(?=\s+\S)")
MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
WRAPPED_AT_LEAST = 45  # shorter lines are headings, verse or lists
WRAPPED_AT_MOST = 120  # no one wraps prose wider
LONGEST_HEADLINE = 220
NEAR = 2  # blocks below a headline, one of which is prose
LONGEST_SUBHEAD_WORDS = 14
LONGEST_SUBHEAD = 100
FEWEST_LINKS = 3  # headlines in a row below the text that are a list of links
SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
LIST_MARKER = re.compile(r"(?:[-*•·–—►▪◦⁃]|\(?\w{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class _Line:
    pieces: tuple[Piece, ...]
    text: str
    stands_alone: bool  # an empty line, or the start of the text, is above it


def text_blocks(source: SourceText, markdown: bool = False) -> list[CleanBlock]:
    """Every block of the text in order, those that are left out with their reason."""
    lines = _lines(source, markdown)
    blocks = [_judged(group) for group in _wrapped_groups(lines)]
    blocks = _without_repeats(blocks)
    blocks = _without_trailing_links(blocks)
    return _with_headings(blocks)


def _lines(source: SourceText, markdown: bool) -> list[_Line]:
    lines: list[_Line] = []
    end_of_last = 0
    for match in LINE.finditer(source.text):
        start = match.start()
        parts = [(start, match.end())]
        prefix = DATE_PREFIX.match(match.group()) if not lines else None
        if prefix:
            parts = [(start, start + prefix.end()), (start + prefix.end(), match.end())]
        elif markdown and (heading := MARKDOWN_HEADING.match(match.group())):
            parts = [(start + heading.end(), match.end())]
        for first, last in parts:
            pieces = folded([Piece(source.text[first:last], first, last)])
            if pieces:
                between = source.text[end_of_last:first]
                alone = (
                    not lines or len(re.findall(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]", between)) > 1
                )
                lines.append(_Line(tuple(pieces), "".join(p.text for p in pieces), alone))
                end_of_last = last
    return lines


def _wrapped_groups(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines that go on in the next one, as prose wrapped at a margin does, belong together."""
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and not line.stands_alone and _goes_on(groups[-1][-1].text, line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(text: str, following: str) -> bool:
    if max(len(text), len(following)) > WRAPPED_AT_MOST or LIST_MARKER.match(following):
        return False
    if following[0].islower() or following[0] in ",;.)":
        return True
    if len(text) < WRAPPED_AT_LEAST or text[-1] in '.!?:"”':
        return False
    return judge_line(text) is None and judge_line(following) is None


def _judged(group: Sequence[_Line]) -> CleanBlock:
    pieces: list[Piece] = []
    for line in group:
        if pieces:
            pieces.append(Piece("\n", pieces[-1].end, line.pieces[0].start))
        pieces += line.pieces
    text = "\n".join(line.text for line in group)
    verdict = judge_line(" ".join(line.text for line in group))
    if verdict is None:
        return CleanBlock(pieces, text, "body")
    return CleanBlock(pieces, text, verdict.section, verdict.reason)


def _without_repeats(blocks: Sequence[CleanBlock]) -> list[CleanBlock]:
    """A headline or caption that stands twice, one right behind the other, counts once."""
    result: list[CleanBlock] = []
    last = ""
    for block in blocks:
        letters = letters_of(block.text)
        if letters and letters == last and block.section is not None:
            result.append(replace(block, section=None, reason="repeated"))
        else:
            result.append(block)
            if block.section is not None:
                last = letters
    return result


def _without_trailing_links(blocks: Sequence[CleanBlock]) -> list[CleanBlock]:
    """Headlines in a row below the prose are links to other documents."""
    last_prose = max(
        (n for n, block in enumerate(blocks) if block.section == "body" and _is_prose(block.text)),
        default=-1,
    )
    trailing = [n for n in range(last_prose + 1, len(blocks)) if blocks[n].section == "body"]
    if last_prose < 0 or len(trailing) < FEWEST_LINKS:
        return list(blocks)
    result = list(blocks)
    for n in trailing:
        if not LIST_MARKER.match(blocks[n].text):
            result[n] = replace(blocks[n], section=None, reason="related")
    return result


def _with_headings(blocks: Sequence[CleanBlock]) -> list[CleanBlock]:
    """The first block that reads as a headline above prose is one; later ones are subheads."""
    result = list(blocks)
    body = [n for n, block in enumerate(blocks) if block.section == "body"]
    if len(body) < 2:
        return result
    first = body[0]
    for place, n in enumerate(body):
        text = blocks[n].text
        following = blocks[body[place + 1]].text if place + 1 < len(body) else ""
        if n == first:
            if _heads(blocks, body, text):
                result[n] = replace(blocks[n], section="headline")
        elif following and _is_subhead(text) and _is_prose(following):
            result[n] = replace(blocks[n], section="subhead")
    return result


def _heads(blocks: Sequence[CleanBlock], body: Sequence[int], text: str) -> bool:
    """Whether the first body block is a headline: a credit line or prose comes right behind it."""
    if len(text) > LONGEST_HEADLINE or "\n" in text:
        return False
    behind = next((block for block in blocks[body[0] + 1 :] if block.section), None)
    if behind and behind.section == "credit":
        return True
    near = [blocks[n].text for n in body[1 : 1 + NEAR]]
    return _is_headline(text) and any(_is_prose(one) for one in near)


def _is_prose(text: str) -> bool:
    return len(text) > LONGEST_SUBHEAD or (SENTENCE_END.search(text) is not None and len(text) > 30)


def _is_headline(text: str) -> bool:
    if (
        len(text) > LONGEST_HEADLINE
        or "\n" in text
        or (not text[0].isalnum() and text[0] not in "“\"'‘")
    ):
        return False
    return not re.search(r"[.;,:][\"'”’)]*$", text)


def _is_subhead(text: str) -> bool:
    return (
        len(text) <= LONGEST_SUBHEAD
        and len(text.split()) <= LONGEST_SUBHEAD_WORDS
        and "\n" not in text
        and not re.search(r"[.!;,:…][\"'”’)]*$", text)
        and not LIST_MARKER.match(text)
        and (text[0].isupper() or not text[0].isalpha())
    )
