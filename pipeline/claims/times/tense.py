"""Whether what is said of a time lies before or after the publication.

Belongs here: the tense of the verb that governs a time. Does not belong here: dates.
"""

import re
from bisect import bisect_right
from typing import Literal

from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Tree, Word

Tense = Literal["past", "present", "future"]

POSSESSIVE = re.compile(
    r"['’]s\s(?:[\w-]+\s){0,3}?(?P<event>(?:election|primary|debate|vote|hearing|summit|meeting|game|match"
    r"|referendum|runoff|deadline)\b)?"
)
SINCE_AHEAD = re.compile(r"\bsince\s(?:the\s)?$", re.IGNORECASE)
AHEAD = word_set(
    "scheduled planned set due expected slated plan plans planning expect expects hope hopes hoping aim "
    "aims intend intends agree agreed vow vowed vows promise promised pledge pledged want wants decide "
    "decided threaten threatened prepare preparing urge urged urging seek seeks ready bound likely hoped "
    "wanted intended aimed forecast predicted"
)
"""Words whose infinitive, or whose date, lies after them."""

FUTURE_AUXILIARIES = word_set("will 'll ’ll shall wo would could may might should must can")
PAST_AUXILIARIES = word_set("had was were did")
STATES = word_set(
    "be remain say have show stand know think believe report support oppose find suggest note tell "
    "continue keep want need seem appear"
)
"""Verbs whose present goes with a day that has come: 'officials say Monday'."""


def tense_at(doc: Tree, text: str, start: int, end: int) -> Tense:
    """The side of the publication that the verb over the time names; the past where nothing tells.

    `start` and `end` are the time's place in `text`, the sentence.
    """
    if SINCE_AHEAD.search(text[max(0, start - 12) : start]):
        return "past"
    token = doc[max(0, bisect_right([token.idx for token in doc], end - 1) - 1)]
    possessive = POSSESSIVE.match(text, end)
    if possessive and not possessive["event"]:
        return "past"
    while token.head.i != token.i:
        if token.lower_ == "from" and token.head.pos_ in ("NOUN", "PROPN"):
            return "past"  # 'a letter from January'
        token = token.head
        if token.pos_ in ("VERB", "AUX") or token.lower_ in AHEAD:
            break
    return _tense_of(token)


def _tense_of(verb: Word) -> Tense:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.lower_ in AHEAD and verb.tag_ != "VBD":
        return "past" if "had" in auxiliaries else "future"
    if "to" in auxiliaries and verb.head.i != verb.i:
        if verb.dep_ in ("relcl", "acl") and "be" in auxiliaries:
            return "future"  # 'parts to be settled by June'
        is_to = verb.head.lower_ in ("is", "are") and verb.dep_ == "xcomp"  # 'is to debate'
        return "future" if is_to or verb.head.lower_ in AHEAD else _tense_of(verb.head)
    if auxiliaries & FUTURE_AUXILIARIES:
        return "future"
    if verb.tag_ in ("VBD", "VBN") or auxiliaries & PAST_AUXILIARIES:
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or auxiliaries & {"is", "are"}:
        return "past" if lemma_of(verb) in STATES else "present"
    return "past"
