"""The cue that stands beside a quote, by what touches its marks.

Belongs here: '"…," X said', 'said X', 'X said: "…"', '"…" — X', 'X: "…"'. The tree of a sentence with a
quote in it is often wrong, so that what stands next to the marks comes first and the tree second.
Does not belong here: which quotes go together (direct.py).
"""

import re
from collections.abc import Iterator

from pipeline.claims.attribution import cues
from pipeline.claims.attribution.page import Page
from pipeline.claims.attribution.quotes import Quote
from pipeline.claims.attribution.records import Span
from pipeline.claims.attribution.statements import Statement
from pipeline.claims.attribution.trees import (
    SUBJECTS,
    is_negated,
    is_verb,
    source_words,
    span_of,
    speaker_of,
    trimmed,
    verb_group,
    voice_of,
)
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Word

BETWEEN = re.compile(r"[\s,.;:—–―…\-]*")
DASHES = re.compile(r"\s*(?P<dash>--|[-—–―~])\s*(?=[A-Z@])")
LONGEST_NAME_LINE = 90
SPEAKER_LABEL = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’()-]*){0,4}")
LABEL_BEFORE = re.compile(
    rf"(?:^|\s[-–—]\s)(?P<name>{SPEAKER_LABEL.pattern}(?: and {SPEAKER_LABEL.pattern})?):\s*$"
)
NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD")
FARTHEST_CUE_BEFORE = 12
"""Words between a cue and the quote that it opens: 'told reporters in Ohio on Tuesday, "…"'."""


def cue_beside(page: Page, quote: Quote) -> Statement | None:
    """The statement whose cue stands beside the quote; its content is the quote alone."""
    for find in (_cue_after, _cue_before, _dash_after, _label_before, _colon_before):
        found = find(page, quote)
        if found is not None:
            return found
    return None


def _statement(
    page: Page,
    sentence: int,
    quote: Quote,
    verb: Word,
    source: list[Word],
    speaker: Word | None,
    cue: list[Word] | None = None,
) -> Statement | None:
    offset = page.offset(sentence)
    named = trimmed([word for word in source if not page.is_quoted(offset + word.idx)])
    lemma = lemma_of(verb)
    return Statement(
        sentence=sentence,
        content=((quote.start, quote.end),),
        cue=span_of(cue or verb_group(verb), offset),
        lemma=lemma,
        act=cues.ACTS.get(lemma, "say"),
        source=span_of(named, offset) if named else None,
        speaker=speaker if named else None,
        is_negated=is_negated(verb),
        is_beside=True,
    )


def _cue_verbs(page: Page, sentence: int, start: int, end: int) -> Iterator[Word]:
    """The verbs of saying between the places, outside quotes, in order."""
    offset = page.offset(sentence)
    for word in page.words(sentence):
        at = offset + word.idx
        if at < start or at >= end or not is_verb(word) or word.dep_ in ("aux", "auxpass"):
            continue
        if lemma_of(word) in cues.BESIDE_QUOTE and not page.is_quoted(at):
            yield word


def _cue_after(page: Page, quote: Quote) -> Statement | None:
    """'"…," said X' and '"…," X, who …, said'."""
    touching = BETWEEN.match(page.text, quote.end)
    place = touching.end() if touching else quote.end
    paragraph_end = page.paragraphs[page.paragraph_at(quote.start)][1]
    if place >= paragraph_end or page.is_quoted(place):
        return None
    if page.text[quote.end - 2 : quote.end - 1] in ".…" and "." in page.text[quote.end : place]:
        return None
    sentence = page.sentence_at(place)
    offset = page.offset(sentence)
    end = page.sentences[sentence].sentence.end_char
    first = next((w for w in page.words(sentence) if offset + w.idx >= place), None)
    if first is None:
        return None
    verb = next(_cue_verbs(page, sentence, place, end), None)
    if verb is None:
        return None
    if verb_group(verb)[0].i <= first.i:
        source = _behind(page, sentence, verb)
        return _statement(page, sentence, quote, verb, source, _head_of(source)) if source else None
    source = _before(page, sentence, verb, first)
    if not source:
        return None
    return _statement(page, sentence, quote, verb, source, _head_of(source))


def _before(page: Page, sentence: int, verb: Word, first: Word) -> list[Word]:
    """The words between the quote and its cue, if they are the cue's subject."""
    offset = page.offset(sentence)
    start = verb_group(verb)[0].i
    words = page.words(sentence)[first.i : start]
    if any(page.is_quoted(offset + word.idx) for word in words):
        return []
    subject = next(
        (kid for kid in verb.children if kid.dep_ in SUBJECTS and first.i <= kid.i < start), None
    )
    if subject is not None:
        begin = min(word.i for word in subject.subtree if word.i >= first.i)
        if begin > first.i and any(is_verb(word) for word in words[: begin - first.i]):
            return []
        return [word for word in subject.subtree if first.i <= word.i < start]
    return (
        words
        if first.tag_ in (*NOUN_TAGS, "JJ", "PRP$") and len(words) <= LONGEST_NAME_LINE
        else []
    )


def _behind(page: Page, sentence: int, verb: Word) -> list[Word]:
    """The noun phrase that follows the cue: 'said Ann Writer, a nurse in Ohio'."""
    offset = page.offset(sentence)
    words = page.words(sentence)
    head = next((word for word in words[verb.i + 1 :] if word.tag_ in NOUN_TAGS), None)
    if (
        head is None
        or head.i > verb.i + 6
        or any(w.tag_ in ("IN", "TO") for w in words[verb.i + 1 : head.i])
    ):
        return []
    subject = next((kid for kid in verb.children if kid.dep_ in SUBJECTS), None)
    if subject is not None and not page.is_quoted(offset + subject.idx) and subject.i < verb.i:
        return []
    while head.head.i > verb.i and head.head is not head and not is_verb(head.head):
        head = head.head
    return [
        word for word in head.subtree if word.i > verb.i and not page.is_quoted(offset + word.idx)
    ]


def _head_of(words: list[Word]) -> Word | None:
    inside = {word.i for word in words}
    return next(
        (word for word in words if word.head.i not in inside and word.tag_ in NOUN_TAGS), None
    )


def _cue_before(page: Page, quote: Quote) -> Statement | None:
    """'X said: "…"', 'X told reporters, "…"', and with the cue in the sentence before a colon."""
    sentence = page.sentence_at(quote.start)
    offset = page.offset(sentence)
    if page.is_blank(offset, quote.start):
        if sentence == 0 or not page.text[:offset].rstrip().endswith(":"):
            return None
        sentence -= 1
        offset = page.offset(sentence)
    lead = page.text[offset : quote.start].rstrip()
    words = [word for word in page.words(sentence) if offset + word.idx < quote.start]
    verbs = list(_cue_verbs(page, sentence, offset, quote.start))
    verb = verbs[-1] if verbs else None
    if verb is None:
        return None
    gap = words[verb.i + 1 :]
    opens = _opens_a_sentence(page, quote)
    if not gap and not (opens or _closes(page, quote)):
        return None  # 'said "the stakes" are high'
    if not gap or (lead.endswith((",", ":")) and opens and len(gap) <= FARTHEST_CUE_BEFORE):
        voice = voice_of(verb)
        if voice.speaker is None or page.is_quoted(offset + voice.speaker.idx):
            return None
        if gap and not opens:
            return None
        inside = {word.i for word in voice.cue}
        source = [word for word in voice.source if word.i not in inside]
        return _statement(page, sentence, quote, verb, source, voice.speaker, voice.cue)
    return None


def _colon_before(page: Page, quote: Quote) -> Statement | None:
    """'Ann Reed made this comment: "…"': a colon hands the quote to the clause that it closes."""
    if not _opens_a_sentence(page, quote):
        return None
    before = page.text[: quote.start].rstrip()
    if not before.endswith(":"):
        return None
    sentence = page.sentence_at(len(before) - 1)
    offset = page.offset(sentence)
    words = [word for word in page.words(sentence) if offset + word.idx < len(before)]
    root = next((word for word in words if word.head is word), None)
    if root is None or page.is_quoted(offset + root.idx):
        return None
    if root.tag_ in NOUN_TAGS:  # 'Full statement of the ministry:'
        named = trimmed([word for word in root.subtree if offset + word.idx < len(before)])
        return _bare(page, quote, (len(before) - 1, len(before)), span_of(named, offset))
    verb, speaker = root, speaker_of(root) if is_verb(root) else None
    if speaker is None:
        return None
    source = [word for word in source_words(speaker, verb) if word.i < verb.i]
    return _statement(page, sentence, quote, verb, source, speaker) if source else None


def _opens_a_sentence(page: Page, quote: Quote) -> bool:
    """Whether the quote begins with a capital, and so is no part of the sentence around it."""
    inside = page.text[quote.start : quote.end].lstrip("“”\"'‘’`«„[( …")
    return inside[:1].isupper() or inside[:1].isdigit()


def _closes(page: Page, quote: Quote) -> bool:
    """Whether the quote ends with its sentence, or with a comma that closes what is said."""
    sentence = page.sentences[page.sentence_at(quote.end - 1)].sentence
    if page.is_blank(quote.end, sentence.end_char):
        return True
    return page.text[quote.end - 2 : quote.end - 1] in ".,!?"


def _dash_after(page: Page, quote: Quote) -> Statement | None:
    """'"…" — Ann Writer, 34' at the end of a paragraph or in the next one."""
    paragraph = page.paragraph_at(quote.start)
    end = page.paragraphs[paragraph][1]
    place = quote.end
    if (
        page.is_blank(place, end)
        and paragraph + 1 < len(page.paragraphs)
        and not page.text[place:end].strip()
    ):
        place, end = page.paragraphs[paragraph + 1]
    dash = DASHES.match(page.text, place, end)
    if dash is None or end - dash.end() > LONGEST_NAME_LINE or page.is_quoted(dash.start("dash")):
        return None
    named = SPEAKER_LABEL.match(page.text, dash.end(), end)
    if named is None or " " not in named[0] or page.text[dash.end() : end].count(".") > 2:
        return None
    return _bare(page, quote, dash.span("dash"), named.span())


def _label_before(page: Page, quote: Quote) -> Statement | None:
    """'Ann Writer: "…"' at the beginning of the paragraph or behind a dash."""
    start = page.paragraphs[page.paragraph_at(quote.start)][0]
    label = LABEL_BEFORE.search(page.text[start : quote.start])
    if label is None:
        return None
    source = (start + label.start("name"), start + label.end("name"))
    return _bare(page, quote, (source[1], source[1] + 1), source)


def _bare(page: Page, quote: Quote, cue: Span, source: Span) -> Statement:
    """A statement with a mark for its cue."""
    sentence = page.sentence_at(source[0])
    offset = page.offset(sentence)
    speaker = next(
        (word for word in page.words(sentence) if offset + word.idx + len(word) == source[1]), None
    )
    return Statement(
        sentence=sentence,
        content=((quote.start, quote.end),),
        cue=cue,
        lemma=None,
        act="say",
        source=source,
        speaker=speaker,
        is_beside=True,
    )
