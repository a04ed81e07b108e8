"""Whether a clause is affirmed, how firmly, and in which tense.

Belongs here: polarity, modality and tense of one clause by its own words. Does not belong here: what
a cue of saying adds (the attribution's act).
"""

from typing import Literal

from pipeline.claims.attribution.records import FoundAttribution
from pipeline.claims.clauses import Clause
from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Word
from pipeline.records import Modality, Polarity

Tense = Literal["past", "present", "future"]

NEGATIONS = word_set(
    "not n't n’t never no none nobody nothing neither nor nowhere hardly scarcely barely without"
)
NEGATIVE_HEADS = word_set("fail refuse decline lack refrain cease stop neglect")
POSSIBLE = word_set("may might could can would should ought must")
HEDGES = word_set(
    "reportedly allegedly possibly perhaps maybe probably likely purportedly supposedly potentially apparently"
)
PLANNED_HEADS = word_set(
    "plan intend aim vow promise pledge agree prepare seek want hope expect schedule"
)
CONDITIONS = word_set("if unless whether provided until till")


MOOD_OF_ACT: dict[str, Modality] = {
    "deny": "denied",
    "refuse": "denied",
    "doubt": "possible",
    "fear": "possible",
    "ask": "question",
    "order": "planned",
    "hope": "planned",
    "plan": "planned",
}
"""How firmly somebody puts what he denies, doubts, asks or wants."""


REJECTIONS = word_set("deny reject dismiss refute dispute contest rebut repudiate debunk disprove")


def modality_of_act(found: FoundAttribution, is_finite: bool) -> Modality | None:
    """How firmly the act of saying puts its content; None where it is plainly said.

    What somebody 'orders' in a finite clause, he says: 'instructed reporters that it was over'.
    """
    if is_finite and found.act in ("order", "plan"):
        return None
    lemma = found.links[0].cue_lemma if found.links else None
    if found.is_negated and (lemma in REJECTIONS or found.act == "deny"):
        return "possible"
    if lemma in REJECTIONS and found.act in ("judge", "say", "deny"):
        return "denied"
    if found.act == "say" and found.is_negated:
        return "possible"
    return MOOD_OF_ACT.get(found.act)


def polarity_of(clause: Clause) -> Polarity:
    """Negated where the predicate is, or its subject or object begins with a word for none."""
    negated = False
    for word in clause.predicate:
        if word.lower_ in NEGATIONS:
            negated = not negated
    if _is_neither(clause.head):
        negated = True
    if clause.verbs and len(clause.verbs) > 1 and lemma_of(clause.verbs[0]) in NEGATIVE_HEADS:
        negated = not negated
    for part in (clause.subject, clause.object):
        at_least = len(part) > 1 and part[1].lower_ in ("fewer", "less", "more", "later", "sooner")
        if (
            part
            and not at_least
            and part[0].lower_ in ("no", "none", "nobody", "nothing", "neither")
        ):
            negated = not negated
    return "negated" if negated else "affirmed"


def modality_of(clause: Clause, text: str) -> Modality:
    """How firmly the clause's own words put it."""
    if text.rstrip("\"'”’) ").endswith("?") and clause.head.dep_ in ("ROOT", "conj"):
        return "question"
    if _is_conditional(clause.head):
        return "conditional"
    words = {word.lower_ for word in clause.predicate}
    if words & HEDGES or any(
        kid.lower_ in HEDGES for verb in clause.verbs for kid in verb.children
    ):
        return "possible"
    if "will" in words or "'ll" in words or "’ll" in words or "wo" in words:
        return "planned"
    if "would" in words and _is_reported(clause.head):
        return "planned"  # 'will' said in the past
    if words & (POSSIBLE - {"can"}):
        return "possible"
    if len(clause.verbs) > 1 and (
        lemma_of(clause.verbs[0]) in PLANNED_HEADS
        or clause.verbs[0].lower_ in ("going", "set", "due")
    ):
        return "planned"
    return "asserted"


def _is_reported(verb: Word) -> bool:
    """Whether the clause is what somebody said or believed in the past, with no 'if' of its own."""
    first = verb
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    has_condition = any(
        kid.dep_ == "advcl" and any(w.lower_ in CONDITIONS for w in kid.lefts)
        for kid in verb.children
    )
    return first.dep_ == "ccomp" and first.head.tag_ in ("VBD", "VBN") and not has_condition


def _is_neither(verb: Word) -> bool:
    """Whether the verb is one of 'neither confirmed nor denied'."""
    first = verb
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    return any(kid.lower_ == "neither" and kid.i < first.i for kid in first.children)


def _is_conditional(verb: Word) -> bool:
    return verb.dep_ in ("advcl", "pcomp") and any(
        kid.dep_ in ("mark", "prep", "advmod") and kid.lower_ in CONDITIONS for kid in verb.children
    )


def tense_of(clause: Clause) -> Tense | None:
    """The tense of the finite verb; None where there is none."""
    words = clause.predicate
    lower = {word.lower_ for word in words}
    if lower & {"will", "'ll", "’ll", "wo", "shall"}:
        return "future"
    for word in words:
        if word.tag_ == "VBD":
            return "past"
        if word.tag_ in ("VBZ", "VBP"):
            is_perfect = word.lower_ in ("has", "have", "'ve", "’ve") and len(words) > 1
            return "past" if is_perfect and word.dep_ == "aux" else "present"
        if word.tag_ == "MD":
            return "present"
    if words and words[-1].tag_ == "VBN":
        return "past"
    return None
