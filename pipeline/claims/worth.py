"""How much a claim deserves checking.

Belongs here: one score of a draft, from features of its words. Does not belong here: finding those,
and how sure the extraction is (confidence.py).

What raises it and what lowers it follows studies of what fact-checkers pick (ClaimBuster, Hassan et
al. 2017; CheckThat!, Barrón-Cedeño et al. 2020): numbers, names and finished events up; opinions,
questions, intentions, small talk and what cannot be understood alone down.
"""

from pipeline.claims.clauses import Clause
from pipeline.claims.drafts import ACTS_THAT_HAPPEN, Draft
from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.records import Section

CHECK_WORTHY = 0.5
"""Propositions, relations and the page use claims of at least this check_worthiness."""

NO_CLAUSE = 0.15
ALONE_NO_CLAUSE = 0.5  # a headline without a verb is all that its document says
NUMBER_TOLD = 0.55  # 'they report a profit of 40 million'
FURTHER = 0.25
SHOUTED = 0.4
BASE = 0.6

UNRESOLVED = word_set("it this that these those they he she we you i one which who there")
TALK = word_set(
    "say tell ask speak talk add note think feel believe seem appear want wish wonder mean hear see look "
    "hope like love hate thank let try guess suppose remember imagine worry care need wait happen come go "
    "describe discuss mention cite address respond comment answer reply call"
)
"""Verbs that state little that could be checked, unless what follows does."""

MOTION = word_set("come go happen")
"""Of these, what a number makes a statement: 'the gap comes to 40 million'."""

DOING = word_set(
    "declare announce promise pledge propose approve authorize authorise reject confirm deny predict forecast "
    "unveil disclose reveal impose report"
)
"""Cues that are events too, where what is said is no clause."""

OPINION = word_set("should must ought better shall")
JUDGING = word_set(
    "good bad great terrible important right wrong best worst better worse nice beautiful sad happy clear "
    "obvious surprising interesting crucial vital essential serious difficult hard easy true possible "
    "impossible likely unlikely fair unfair amazing ridiculous stupid sure certain ready able glad proud"
)
BY_SECTION: dict[Section, float] = {"headline": -0.03, "subhead": -0.25, "embed": -0.1}
LIGHTER: dict[str, float] = {
    "question": -0.45,
    "conditional": -0.3,
    "possible": -0.1,
    "planned": -0.05,
    "denied": 0.0,
    "asserted": 0.0,
}


def worth_of(
    draft: Draft, numbers: int, names: int, has_time: bool, is_alone: bool, section: Section
) -> float:
    """How much a fact-checker gains from looking at the claim, 0..1.

    `numbers` and `names` are how many of them the claim holds; `is_alone` tells that its document
    says hardly more than it.
    """
    clause = draft.clause
    if clause is None:
        return _without_clause(draft, numbers, names, is_alone)
    if draft.further or draft.subject is None:
        return FURTHER
    worth = BASE + 0.12 * (numbers > 0) + 0.06 * (names > 0) + 0.03 * has_time
    worth += LIGHTER[draft.modality] + _by_parts(draft, clause, numbers)
    if draft.found is None or not numbers:  # a number that somebody gives is no aside
        worth += _by_kind(clause)
    if draft.found is not None and draft.found.act in ("ask", "order", "hope"):
        worth -= 0.3
    if draft.found is not None and draft.found.act in ("judge", "fear", "doubt", "believe"):
        worth -= 0.1
    if draft.act is not None:
        worth -= 0.12
    worth += BY_SECTION.get(section, 0.0)
    if _is_shouted(clause) and not is_alone:
        worth = min(worth, SHOUTED)
    if is_alone and draft.modality not in ("question", "conditional"):
        worth = max(worth, CHECK_WORTHY)  # a statement is one, wherever it stands
    return round(min(1.0, max(0.02, worth)), 3)


def _is_shouted(clause: Clause) -> bool:
    """Whether all its words are capitals, which no parser reads well."""
    return len(clause.words) > 3 and all(word.text.upper() == word.text for word in clause.words)


def _without_clause(draft: Draft, numbers: int, names: int, is_alone: bool) -> float:
    """What is said in no clause; 'declared three days of mourning' does what it says."""
    if draft.found is None or (is_alone and draft.subject is not None):
        return ALONE_NO_CLAUSE if is_alone else NO_CLAUSE
    does = (
        draft.act is not None and draft.act.act not in ACTS_THAT_HAPPEN and draft.object is not None
    )
    if does and numbers:
        return NUMBER_TOLD
    if not does or not draft.found.links or draft.found.links[0].cue_lemma not in DOING:
        return NO_CLAUSE
    return BASE - 0.08 + 0.12 * (numbers > 0) + 0.06 * (names > 0)


def _by_parts(draft: Draft, clause: Clause, numbers: int) -> float:
    lost = 0.0
    head = clause.subject_head
    is_unresolved = head is not None and head.lower_ in UNRESOLVED and head.dep_ != "expl"
    if is_unresolved and not draft.is_named:
        lost -= 0.2
    if not clause.object and not numbers:  # 'five patients have died' says all
        is_passive = any(word.dep_ == "auxpass" for word in clause.head.children)
        is_short = not clause.further and len(clause.words) <= 4
        lost -= 0.06 if is_passive else 0.25 if is_short else 0.12
    head_verb = clause.verbs[-1] if clause.verbs else clause.head
    verb = lemma_of(head_verb) if clause.verbs else "be"
    is_other_verb = any(kid.dep_ == "prt" for kid in head_verb.children)  # 'called off'
    if verb in TALK and not is_other_verb and not (numbers and verb in MOTION):
        lost -= 0.25
    if any(word.lower_ in OPINION for word in clause.predicate):
        lost -= 0.2
    if verb == "be" and any(word.lower_ in JUDGING for word in clause.object[:3]):
        lost -= 0.2
    return lost


def _by_kind(clause: Clause) -> float:
    """What the form of the clause takes away: what is said by the way is known or small."""
    if clause.kind in ("relative", "participle"):
        return -0.08 if clause.is_aside else -0.25
    if clause.kind == "apposition":
        return -0.05
    if clause.kind == "subordinate" and clause.head.dep_ in ("advcl", "pcomp", "csubj"):
        return -0.12
    return 0.0
