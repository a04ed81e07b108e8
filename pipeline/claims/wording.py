"""A claim's sentence that reads with no context.

Belongs here: putting a clause's words in order, with the small words that a sentence of its own
needs, and mending their spelling of characters. Does not belong here: who is meant and which day
(references.py).
"""

import re
from collections.abc import Mapping, Sequence

import ftfy

from pipeline.claims.clauses import Clause
from pipeline.claims.inflection import past_of, present_of
from pipeline.claims.phrases import below, closed_up, text_of
from pipeline.claims.relations import RELATIVES
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Word

Part = Word | str
SPACE = re.compile(r"\s+")
SPACE_BEFORE = re.compile(r"\s+([,.;:!?])")
EMPTY_MARKS = re.compile(r"“\s*”|\"\s*\"|‘\s*’")
COMMAS = re.compile(r",(?:\s*,)+")
ASCII_ONLY = re.compile(r"[\x00-\x7f‘’“”–—…]*")
DOUBLE_MARKS = re.compile(r"[“”\"]|``|''")


def parts_of(clause: Clause, words: Sequence[Word]) -> list[Part]:
    """The words of the clause's sentence in reading order; `words` are those of it to be used."""
    if clause.joiner is not None:
        opening, *others = clause.object
        is_article = opening.tag_ in ("DT", "PRP$")
        return [*clause.subject, _be(clause), opening.lower_ if is_article else opening, *others]
    if clause.kind == "participle" or _is_bare(clause):
        return [*clause.subject, *_participle(clause, words)]
    if clause.kind == "relative":
        return _relative(clause, words)
    if len(words) > 2 and words[1].tag_ == "WDT" and words[0].dep_ == "prep":
        words = words[2:]  # 'with which it waged war'
    subject = clause.subject
    if subject and (subject[0] in words or clause.subject_head in words):
        is_cut = subject[0] not in words and subject[0].i < words[0].i  # 'mails' of 'e-mails'
        return [*subject, *(w for w in words if w.i > subject[-1].i)] if is_cut else list(words)
    first = clause.predicate[0].i if clause.predicate else 0
    shared = [word for word in clause.predicate if word not in words and word.i < words[0].i]
    before = [word for word in words if word.i < first and not shared]
    return [*subject, *shared, *(word for word in words if word not in before)]


def _is_bare(clause: Clause) -> bool:
    """Whether a verb joined to a participle is one too: 'raising prices and cutting jobs'."""
    if clause.kind != "joined" or clause.head.tag_ not in ("VBG", "VBN"):
        return False
    return not any(word.dep_ in ("aux", "auxpass") for word in clause.predicate)


def _relative(clause: Clause, words: Sequence[Word]) -> list[Part]:
    behind = [
        kid.i
        for kid in clause.head.children
        if kid.dep_ == "prep"
        and kid.i < clause.head.i
        and any(word.tag_ in ("WDT", "WP") for word in kid.subtree)
    ]
    own = [
        word
        for word in words
        if (word.lower_ not in RELATIVES or word.i > clause.head.i) and word.i not in behind
    ]
    gap = _filled_gap(clause, own)
    if gap is not None:
        return gap
    if words and words[0].tag_ == "WP$":
        owner = [w for w in noun_words(clause.head.head) if w.i < words[0].i]
        return [f"{text_of(owner)}’s", *words[1:]]
    if any(word.i < clause.predicate[0].i and word.tag_ in ("WDT", "WP") for word in words):
        inner = [word for word in own if word.i >= clause.predicate[0].i]
        if clause.subject_head in words:
            return [*clause.subject, *inner]
    if not any(word in own for word in clause.subject):
        first = clause.predicate[0].i
        return [*clause.subject, *(word for word in own if word.i >= first)]
    return [word for word in own if word.tag_ != "WRB" or word.i > clause.head.i]


def _filled_gap(clause: Clause, own: Sequence[Word]) -> list[Part] | None:
    """'They shelved the ban this year' for 'the ban, which they shelved this year'."""
    if not (clause.object and clause.predicate and clause.subject):
        return None
    if clause.object[-1].i > clause.head.i or clause.object[0].i > clause.subject[0].i:
        return None
    further = {word for each in clause.further for word in each}
    rest = [word for word in own if word in further and word.i > clause.head.i]
    before = [word for word in clause.predicate if word.i <= clause.verbs[-1].i]
    after = [word for word in clause.predicate if word not in before]
    return [*clause.subject, *before, *after, *clause.object, *rest]


def noun_words(noun: Word) -> list[Word]:
    """The noun with what stands before it."""
    return closed_up([word for word in below(noun) if word.i <= noun.i])


def _participle(clause: Clause, words: Sequence[Word]) -> list[Part]:
    verb = clause.head
    own = [word for word in words if word not in clause.subject]
    if verb.tag_ == "VBG" and (clause.is_aside or verb.dep_ in ("advcl", "conj")):
        if any(word.dep_ == "aux" for word in clause.predicate):
            return list(own)
        verb_form = _finite(clause)
        return [verb_form if word is verb else word for word in own]
    lowered: list[Part] = [
        word.lower_ if word.i == 0 and word.pos_ != "PROPN" else word for word in own
    ]
    return [_be(clause), *lowered]


def _finite(clause: Clause) -> str:
    lemma = lemma_of(clause.head)
    if is_past(clause):
        return past_of(lemma)
    return present_of(lemma, is_plural(clause.subject_head))


def _be(clause: Clause) -> str:
    plural = is_plural(clause.subject_head)
    if clause.kind != "apposition" and is_past(clause):
        return "were" if plural else "was"
    return "are" if plural else "is"


def is_past(clause: Clause) -> bool:
    """Whether the clause around it tells of the past."""
    verb = clause.head
    for _ in range(12):
        if verb.head is verb:
            break
        verb = verb.head
        if verb.tag_ in ("VBZ", "VBP"):
            return False
        if verb.tag_[:2] == "VB":
            kids = {kid.tag_ for kid in verb.children if kid.dep_ in ("aux", "auxpass")}
            if verb.tag_ == "VBD" or kids & {"VBD", "VBZ", "VBP", "MD"}:
                is_perfect = verb.tag_ == "VBN" and any(
                    kid.lower_ in ("has", "have") for kid in verb.children if kid.dep_ == "aux"
                )
                return verb.tag_ == "VBD" or "VBD" in kids or is_perfect
    return True


def is_plural(noun: Word | None) -> bool:
    """Whether the subject takes a plural verb."""
    if noun is None:
        return False
    return (
        noun.tag_ in ("NNS", "NNPS")
        or noun.lower_ in ("they", "we", "these", "those", "many")
        or any(kid.dep_ == "conj" for kid in noun.children)
    )


def wording_of(parts: Sequence[Part], instead: Mapping[int, tuple[int, str]]) -> str:
    """The parts as a sentence: capital first letter, full stop, characters repaired.

    `instead` gives, by the number of a first word, the last word and the text to read in their place.
    """
    text: list[str] = []
    skip_to = -1
    before: Word | None = None
    for part in parts:
        if isinstance(part, str):
            text += [" ", part, " "]
            before = None
            continue
        if before is not None and part.i != before.i + 1:
            skip_to = -1
            text.append(" ")
        if before is None:
            skip_to = -1
            text.append(" ")
        before = part
        if part.i <= skip_to:
            continue
        if part.i in instead:
            skip_to, said = instead[part.i]
            text += [said, part.doc.words[skip_to].whitespace_]
        else:
            text += [part.text, part.whitespace_]
    return as_sentence("".join(text))


def readable(text: str) -> str:
    """One line of text with mojibake and ligatures repaired and white space folded."""
    text = SPACE.sub(" ", text).strip()
    return text if ASCII_ONLY.fullmatch(text) else str(ftfy.fix_text(text, uncurl_quotes=False))


def as_sentence(text: str) -> str:
    """The text as one readable sentence."""
    text = _without_open_marks(EMPTY_MARKS.sub("", readable(text)))
    text = COMMAS.sub(",", SPACE_BEFORE.sub(r"\1", text)).strip(" ,;:–—-")
    if not text:
        return text
    first = next((place for place, letter in enumerate(text) if letter.isalnum()), 0)
    if text[first].islower() and first <= 1 and not _is_brand(text[first:]):
        text = text[:first] + text[first].upper() + text[first + 1 :]
    is_closed = text[-1] in ".!?…" or (text[-1] in "\"”’'" and text[-2:-1] in (".", "!", "?"))
    return text if is_closed else text + "."


def _is_brand(text: str) -> bool:
    """'iPhone': a capital straight behind a small first letter."""
    return text[1:2].isupper()


def _without_open_marks(text: str) -> str:
    """The text without double quotation marks where they do not come in pairs, or span all of it."""
    marks = DOUBLE_MARKS.findall(text)
    if text[:1] == "‘" and "’" not in text:
        text = text[1:].strip()
    opens = sum(mark in ("“", "``") for mark in marks)
    closes = sum(mark in ("”", "''") for mark in marks)
    straight = len(marks) - opens - closes
    if opens != closes or straight % 2:
        return DOUBLE_MARKS.sub("", text).strip()
    whole = len(marks) == 2 and text[:1] in '“"' and text.rstrip(".!?,")[-1:] in '”"'
    return DOUBLE_MARKS.sub("", text).strip() if whole else text
