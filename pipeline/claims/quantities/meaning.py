"""What kind of count a quantity is, over which period, and of which event, place or population.

Belongs here: aggregation, period and scope. Does not belong here: the number and its unit.
"""

import re
from datetime import date

from pipeline.claims.quantities.counted import SUBJECTS
from pipeline.claims.times import FoundTime
from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Run, Word
from pipeline.records import Aggregation

RUNNING = re.compile(
    r"\bso\sfar\b|\bthus\sfar\b|\bto\sdate\b|\bin\s(?:all|total)\b(?!\sof)|\btotal(?:ed|led|s|ing)?\b|\bcumulative\b"
    r"|\b(?:death\s)?toll\b|\bup\suntil\snow\b|\b(?:has|have)\s(?:now\s)?(?:risen|climbed|grown|surpassed)\b"
    r"|\bbring(?:s|ing)?\s(?:the|its|their)\s(?:\w+\s){0,3}(?:number|count|tally)\b",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
NEVER_RUNNING = word_set("percent second minute hour day week month year decade century")
RATE_WORDS = word_set("annual annually daily hourly weekly monthly yearly nightly")
STATES = word_set(
    "be have remain stand own hold house contain include employ cost weigh measure live number"
)
SCOPE_PREPOSITIONS = word_set("in of among on from at across aboard against for within near")
LONGEST_SCOPE = 80
NO_SCOPE = re.compile(
    r"\W*\d|(?:the\s)?(?:play|ground|right|left|part|fact|addition|way|place|end|total|average|table|house)$"
    r"|.*\b(?:year|month|week|day|quarter|weekend|morning|afternoon|evening|night|decade|time|hours?)s?$"
    r"|(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|\w+day)\b",
    re.IGNORECASE,
)


def aggregation_of(text: str, span: Run, noun: Word | None, unit: str | None) -> Aggregation | None:
    """A rate, a running count, the number of one event, or a level at a time; None where unclear."""
    if unit and " per " in unit:
        return "rate"
    if any(child.lower_ in RATE_WORDS for child in (noun or span.root).children):
        return "rate"
    verb = _verb_over(span.root)
    if unit not in NEVER_RUNNING and (
        SINCE.search(_own_clause(text, verb)) or RUNNING.search(_clause_text(text, verb))
    ):
        return "cumulative"
    if verb is None:
        return None
    if unit == "percent" or _is_state(verb):
        return "level"
    return "event" if verb.tag_ in ("VB", "VBD", "VBN", "VBG", "VBZ") else None


def _verb_over(token: Word) -> Word | None:
    while token.pos_ not in ("VERB", "AUX"):
        if token.head.i == token.i:
            return None
        token = token.head
    return token


def _clause_text(text: str, verb: Word | None) -> str:
    if verb is None:
        return text
    last = verb.right_edge
    return text[verb.left_edge.idx : last.idx + len(last)]


def _own_clause(text: str, verb: Word | None) -> str:
    """The verb's clause without those joined to it; one with no subject shares the 'since' of its head's."""
    if verb is None:
        return text
    joined = [child for child in verb.children if child.dep_ == "conj" and child.i > verb.i]
    end = joined[0].left_edge.idx if joined else len(_clause_text(text, verb)) + verb.left_edge.idx
    own = text[verb.left_edge.idx : end]
    if verb.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in verb.children):
        return f"{_own_clause(text, verb.head)} {own}"
    return own


def _is_state(verb: Word) -> bool:
    """Whether the verb tells how things are: 'holds', 'are missing', 'were waiting'."""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    lasts = verb.tag_ == "VBG" and any(lemma_of(one) == "be" for one in verb.children)
    return not passive and (lasts or lemma_of(verb) in STATES)


def period_of(
    times: list[FoundTime],
    start: int,
    end: int,
    aggregation: Aggregation | None,
    published: date | None,
) -> tuple[date | None, date | None]:
    """The first and last day that the quantity between the characters is about, as far as known.

    `times` are those of the sentence; the nearest counts, but a running count keeps its 'since'.
    """
    outside = [time for time in times if time.end_char <= start or time.start_char >= end]
    if not outside:
        return None, None
    since = [time for time in outside if time.relation == "since"]
    if since and aggregation == "cumulative":
        return since[0].start, published
    nearest = min(outside, key=lambda time: (_distance(time, start, end), time.start_char))
    if nearest.relation in ("until", "before"):
        return None, nearest.end
    if nearest.relation in ("since", "after"):
        return nearest.start, None
    return nearest.start, nearest.end


def _distance(time: FoundTime, start: int, end: int) -> int:
    return max(time.start_char - end, start - time.end_char)


def scope_of(span: Run, noun: Word | None) -> str | None:
    """The words that limit the quantity to an event, a population or a place."""
    for holder in filter(None, (noun, span.root, _verb_over(span.root))):
        for child in holder.children:
            if (
                child.dep_ != "prep"
                or child.lower_ not in SCOPE_PREPOSITIONS
                or child.i < span.start
            ):
                continue
            words = _scope_words(child, span, noun)
            if words:
                return words
    return None


def _scope_words(preposition: Word, span: Run, noun: Word | None) -> str | None:
    for child in preposition.children:
        if child.dep_ != "pobj" or child.pos_ not in ("NOUN", "PROPN"):
            continue
        if span.start <= child.i < span.end or (noun is not None and child.i == noun.i):
            continue
        if child.right_edge.i - child.left_edge.i > LONGEST_SCOPE // 4:
            continue
        words = str(span.doc[child.left_edge.i : child.right_edge.i + 1].text)
        if len(words) <= LONGEST_SCOPE and not NO_SCOPE.match(words):
            return words
    return None
