"""Whether what is said over a time lies before or after the publication.

Belongs here: the tense of the verb that governs a time. Does not belong here: dates.
"""

import re
from bisect import bisect_right

from spacy.tokens import Doc, Token

from pipeline.claims.times.resolve import Tense
from pipeline.language.words import word_set

POSSESSIVE = re.compile(r"['’]s\s")
FUTURE_WORDS = word_set(
    "scheduled planned set due expected slated plan plans expects expect hopes aims"
)


def tense_at(doc: Doc, start: int, end: int) -> Tense:
    """The side of the publication that the verb over the time names; the past where nothing tells."""
    if re.search(r"\bsince\s(?:the\s)?$", doc.text[max(0, start - 12) : start], re.IGNORECASE):
        return "past"
    token = _token_at(doc, end - 1)
    if POSSESSIVE.match(doc.text, end):
        return "past"
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX") or token.lower_ in FUTURE_WORDS:
            return _tense_of(token)
    return _tense_of(token)


def _token_at(doc: Doc, char: int) -> Token:
    return doc[max(0, bisect_right([token.idx for token in doc], char) - 1)]


def _tense_of(verb: Token) -> Tense:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.lower_ in FUTURE_WORDS:
        return "past" if "had" in auxiliaries else "future"
    if auxiliaries & {"will", "'ll", "’ll", "shall", "wo"}:
        return "future"
    if auxiliaries & {"to"} and verb.tag_ == "VB":
        return (
            "future"
            if verb.head.lower_ in FUTURE_WORDS or verb.dep_ != "xcomp"
            else _tense_of(verb.head)
        )
    if verb.tag_ in ("VBD", "VBN") or auxiliaries & {"had", "was", "were", "did"}:
        return "past"
    if auxiliaries & {"would", "could", "may", "might", "should", "must", "can"}:
        return "future"
    if verb.tag_ in ("VBZ", "VBP") or auxiliaries & {"is", "are"}:
        return "future"
    return "past"
