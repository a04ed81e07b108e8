"""Speech set apart by layout: 'NAME: …' in transcripts, and a paragraph behind 'she added:'.

Belongs here: what a label or a colon at the end of a paragraph introduces. Does not belong here:
quotation marks (quotes.py).
"""

import re
from collections.abc import Iterator

from pipeline.claims.attribution import cues
from pipeline.claims.attribution.page import Page
from pipeline.claims.attribution.records import Span
from pipeline.claims.attribution.statements import Statement
from pipeline.claims.attribution.trees import (
    is_verb,
    source_words,
    span_of,
    speaker_of,
    trimmed,
    verb_group,
)
from pipeline.claims.names import Cast
from pipeline.language.parser import lemma_of

LABEL = re.compile(
    r"[\"“]?(?P<name>[A-Z][A-Z.'’ -]{2,40}|Q|A|Question|Answer)(?P<colon>:)\s+(?=\S)"
)
HEADLINE_LABEL = re.compile(
    r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?P<colon>:)\s+(?=\S)"
)
SPEAKERS = ("person", "outlet")
EVIDENCE_LABELS = frozenset(
    ("poll", "report", "study", "survey", "police", "official", "officials")
)
FEWEST_SAID = 3
FARTHEST_FROM_COLON = 8  # words
FEWEST_LABELS = 2
"""A transcript has several; one alone is a heading ('UPDATE: …')."""


def set_apart(page: Page, cast: Cast) -> Iterator[Statement]:
    """The statements that the layout tells, in order."""
    yield from _headline_labels(page, cast)
    labels = [
        (paragraph, match)
        for paragraph in page.paragraphs
        if (match := LABEL.match(page.text, *paragraph)) is not None
    ]
    if len(labels) >= FEWEST_LABELS:
        for paragraph, match in labels:
            sentence = page.sentence_at(match.end())
            yield _labelled(match, sentence, paragraph[1])
    for number, paragraph in enumerate(page.paragraphs[:-1]):
        found = _introduced(page, paragraph, page.paragraphs[number + 1])
        if found is not None:
            yield found


def _headline_labels(page: Page, cast: Cast) -> Iterator[Statement]:
    """'Reed: the dam was safe' as a headline: who speaks is a person or an outlet that the text names."""
    for number, each in enumerate(page.sentences):
        start, end = each.sentence.start_char, each.sentence.end_char
        is_line = any(start == first and end == last for first, last in page.paragraphs)
        if not is_line and each.sentence.section != "headline":
            continue
        match = HEADLINE_LABEL.match(page.text, start, end)
        if match is None or len(page.text[match.end() : end].split()) < FEWEST_SAID:
            continue
        mention = cast.resolve(*match.span("name"))
        kind = mention.figure.kind if mention is not None and mention.figure else None
        if kind not in SPEAKERS and match["name"].lower() not in EVIDENCE_LABELS:
            continue
        yield _labelled(match, number, end)


def _labelled(match: re.Match[str], sentence: int, end: int) -> Statement:
    """What stands behind a name and a colon, up to `end`."""
    return Statement(
        sentence=sentence,
        content=((match.end(), end),),
        cue=match.span("colon"),
        lemma=None,
        act="say",
        source=match.span("name"),
        speaker=None,
        is_beside=True,
    )


def _introduced(page: Page, paragraph: Span, following: Span) -> Statement | None:
    """The unquoted paragraph behind one that ends with a word of saying and a colon."""
    if page.text[paragraph[1] - 1] != ":" or page.is_quoted(following[0]):
        return None
    sentence = page.sentence_at(paragraph[1] - 1)
    offset = page.offset(sentence)
    words = page.words(sentence)
    verb = next(
        (word for word in reversed(words) if is_verb(word) and lemma_of(word) in cues.BESIDE_QUOTE),
        None,
    )
    if verb is None or len(words) - verb.i > FARTHEST_FROM_COLON:
        return None
    speaker = speaker_of(verb)
    named = trimmed(source_words(speaker, verb))
    if not named:
        return None
    lemma = lemma_of(verb)
    return Statement(
        sentence=sentence,
        content=(following,),
        cue=span_of(verb_group(verb), offset),
        lemma=lemma,
        act=cues.ACTS.get(lemma, "say"),
        source=span_of(named, offset),
        speaker=speaker,
        is_beside=True,
    )
