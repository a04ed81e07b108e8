"""What a verb of saying reports, by the tree: clauses, infinitives, what is judged.

Belongs here: from a cue verb to the words of its content. Does not belong here: whether the verb is a
cue and who speaks (verbs.py), quotes (direct.py).
"""

from pipeline.claims.attribution import cues
from pipeline.claims.attribution.trees import (
    SUBJECTS,
    child,
    is_verb,
    relative_of,
    subject_of,
    words_of,
)
from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Word

COMPLEMENTS = ("ccomp", "xcomp", "oprd", "pcomp")
GOING_ON = ("ccomp", "dep", "acl", "relcl", "acomp", "attr")
GOING_ON_WITH = word_set("as to by than compared of from for against into without")
CLOSING = frozenset(("''", '"', "”", "’", ","))
OCCASIONS = word_set("rally debate speech hearing event forum post tweet ad appearance")
WEEKDAYS = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))
REASONS = word_set("because unless until if")
INSERTED = cues.SAY | cues.BELIEVE | cues.SHOW | {"point out"}
FEWEST_BEFORE = 4
"""Words before ', he said' that can be a clause."""
REFLEXIVES = word_set("himself herself themselves itself myself ourselves")
NO_CONTENT = word_set("this that so what which who")


def content_of(verb: Word, lemma: str) -> tuple[list[Word], list[Word]]:
    """The words of what is said, and words that lengthen the cue."""
    if child(verb, "nsubjpass") is not None:
        return _passive_content(verb, lemma), []
    clause = _clause_content(verb, lemma)
    if clause:
        return clause, []
    if lemma in INSERTED:
        if _is_inserted(verb):
            return _host_clause(verb), []
        if _closes_sentence(verb):
            return list(verb.doc[: verb.left_edge.i]), []
    if lemma in cues.TAKES_OBJECT | cues.NEEDS_ROLE and not _is_to_infinitive(verb):
        judged = _judged_content(verb, lemma)
        if judged:
            return judged, []
    return _prepositional_content(verb, lemma)


def _clause_content(verb: Word, lemma: str) -> list[Word]:
    clause = child(verb, "ccomp") if lemma in cues.TAKES_CLAUSE else None
    infinitive = (
        child(verb, "xcomp") if lemma in cues.TAKES_INFINITIVE | cues.SMALL_CLAUSE else None
    )
    complement = clause or infinitive
    if complement is None and relative_of(verb) is not None and lemma in cues.SAY:
        complement = child(verb, "xcomp", "conj")  # 'which she said fell'
    if complement is None:
        complement = _hung_elsewhere(verb) if lemma in cues.TELLS_THAT else None
        if complement is None:
            return []
        return [word for word in complement.subtree if word.i > verb.i]
    if complement.i < verb.i:
        return _around(complement, verb)
    words = [word for word in _less_second_cue(complement, verb) if word.i > verb.i]
    words += _continued(words, verb)
    relative = relative_of(verb)
    if relative is not None and relative.dep_ in SUBJECTS:
        words = [relative, *words]
    if infinitive is not None and clause is None:
        thing = child(verb, "dobj")
        if thing is not None:
            words = [*thing.subtree, *words]
    return words


def _hung_elsewhere(verb: Word) -> Word | None:
    """The clause that the tree hangs on a noun behind the cue: 'told a meeting of nurses that it fell'."""
    for kid in verb.rights:
        if kid.dep_ not in ("dobj", "dative", "prep") or _is_noun_cue(kid):
            continue
        for word in kid.subtree:
            if word.dep_ in ("acl", "relcl", "ccomp") and is_verb(word):
                first = word.left_edge
                subject = child(word, *SUBJECTS)
                is_that = first.lower_ == "that" and first.dep_ in ("mark", "advmod")
                if is_that and subject is not None and subject is not first:
                    return word
    return None


def _is_noun_cue(kid: Word) -> bool:
    """'In a statement', whose clause the noun gives (nouns.py)."""
    thing = child(kid, "pobj") if kid.dep_ == "prep" else kid
    return thing is not None and lemma_of(thing) in cues.NOUNS


def _closes_sentence(verb: Word) -> bool:
    """Whether the cue and its subject end the sentence behind a comma: '…, the poll found.'"""
    if verb.dep_ not in ("relcl", "ccomp", "acl", "advcl", "appos", "conj", "dep"):
        return False
    first, last = verb.left_edge, verb.right_edge
    own = child(verb, "nsubj")
    if own is None or own.left_edge is not first or own.tag_ in ("WDT", "WP"):
        return False
    words = verb.doc.words
    if first.i < FEWEST_BEFORE or words[first.i - 1].text not in CLOSING:
        return False
    return all(word.dep_ == "punct" for word in words[last.i + 1 :])


def _less_second_cue(complement: Word, verb: Word) -> list[Word]:
    """The complement without a further cue that the tree joins to its verb: 'said A left and urged B'.

    A joined verb that has no subject, is a cue, and has the form of the first cue and not that of the
    complement's verb is the speaker's second act.
    """
    cut = frozenset(
        kid.i
        for kid in complement.children
        if kid.dep_ == "conj"
        and kid.tag_ == verb.tag_ != complement.tag_
        and child(kid, *SUBJECTS) is None
        and lemma_of(kid) in cues.ACTS
    )
    words = words_of(complement, without=cut)
    while cut and words and (words[-1].dep_ in ("cc", "punct")):
        words.pop()
    return words


def _continued(words: list[Word], verb: Word) -> list[Word]:
    """What goes on straight behind the clause though the tree hangs it on the cue."""
    more: list[Word] = []
    last = words[-1] if words else verb
    for kid in verb.rights:
        between = verb.doc.words[last.i + 1 : kid.left_edge.i]
        is_next = kid.left_edge.i > last.i and all(word.text in CLOSING for word in between)
        if is_next and (
            kid.dep_ in GOING_ON
            or (kid.dep_ == "prep" and kid.lower_ in GOING_ON_WITH)
            or (kid.dep_ == "advcl" and kid.left_edge.lower_ in REASONS)
        ):
            more.extend(kid.subtree)
            last = kid.right_edge
    return more


def _around(complement: Word, verb: Word) -> list[Word]:
    """The clause before its cue, with what goes on behind an inserted 'he said' that commas close."""
    before = [word for word in complement.subtree if word.i < verb.i]
    behind = [word for word in complement.subtree if word.i > verb.i]
    if not behind or behind[0].i == 0:
        return before
    closing = behind[0] if behind[0].text == "," else behind[0].doc[behind[0].i - 1]
    return [*before, *behind] if closing.text == "," else before


def _judged_content(verb: Word, lemma: str) -> list[Word]:
    thing = child(verb, "dobj")
    if thing is None:
        return []
    if lemma == "find" and not _is_evidence(subject_of(verb)):
        return []  # 'found a job'
    roles = [
        kid for kid in verb.rights if kid.i > thing.i and (kid.dep_ in COMPLEMENTS or _is_role(kid))
    ]
    if not roles and (
        thing.lower_ in NO_CONTENT | REFLEXIVES or thing.tag_ == "WP" or lemma in cues.NEEDS_ROLE
    ):
        return []
    words = [*thing.subtree, *(word for role in roles for word in role.subtree)]
    return _less_occasion(sorted(words, key=lambda word: word.i))


def _less_occasion(words: list[Word]) -> list[Word]:
    """The words without when and where it was said, and without a dash's aside, at their end."""
    for number, word in enumerate(words):
        if number == 0:
            continue
        is_end = word.dep_ == "prep" and word.right_edge.i >= words[-1].i
        if is_end and (word.lower_ == "during" or _is_occasion(word)):
            return words[:number]
        if word.text in ("—", "–", "--"):
            return words[:number]
    return words


def _is_occasion(preposition: Word) -> bool:
    """'In an interview', 'at a rally', 'on Tuesday'."""
    if preposition.lower_ not in ("in", "at", "on"):
        return False
    thing = child(preposition, "pobj")
    return thing is not None and (
        thing.lower_ in cues.TALKS or thing.lower_ in OCCASIONS or thing.text in WEEKDAYS
    )


def _is_evidence(source: Word | None) -> bool:
    return source is not None and lemma_of(source) in cues.EVIDENCE


def _is_role(word: Word) -> bool:
    if word.dep_ != "prep":
        return False
    return word.lower_ in ("as", "for", "of", "over") or (
        word.lower_ in cues.OBJECT_AND.get(lemma_of(word.head), ())
    )


def _prepositional_content(verb: Word, lemma: str) -> tuple[list[Word], list[Word]]:
    allowed = cues.PREPOSITIONAL.get(lemma)
    if not allowed:
        return [], []
    for kid in verb.rights:
        if kid.dep_ in ("prep", "prt") and kid.lower_ in allowed:
            inner = child(kid, "prep") if kid.dep_ == "prep" else None
            last = inner if inner is not None and inner.lower_ in allowed else kid
            words = [word for word in last.subtree if word.i > last.i]
            if words:
                return words, [kid, last] if last is not kid else [kid]
    return [], []


def _passive_content(verb: Word, lemma: str) -> list[Word]:
    clause = child(verb, "ccomp", "xcomp", "oprd")
    subject = child(verb, "nsubjpass")
    if subject is None:
        return []
    if clause is not None and (lemma in cues.OBJECT_IS_ADDRESSEE or subject.lower_ == "it"):
        return words_of(clause)
    if clause is not None and lemma in cues.REPORTED_PASSIVE | cues.SMALL_CLAUSE | cues.ORDER:
        return [*subject.subtree, *clause.subtree]
    if lemma == "question":
        return []  # 'was questioned by police'
    if lemma in cues.JUDGE_PASSIVE or (lemma in cues.JUDGE and child(verb, "agent") is not None):
        roles = [kid for kid in verb.rights if _is_role(kid)]
        return [*subject.subtree, *(word for role in roles for word in role.subtree)]
    return []


def _is_to_infinitive(verb: Word) -> bool:
    return any(kid.dep_ == "aux" and kid.lower_ == "to" for kid in verb.children)


def _is_inserted(verb: Word) -> bool:
    """Whether the verb stands in or behind the clause that it reports: ', he said', 'as X reported'."""
    thing = child(verb, "dobj", "xcomp", "ccomp")
    if thing is not None and thing.lower_ not in ("it", "so", "you"):
        return False  # 'as the judge read his decision'
    if verb.dep_ == "parataxis":
        return True
    if verb.dep_ not in ("advcl", "prep", "acl"):
        return False
    starts_with_as = any(kid.lower_ == "as" and kid.i < verb.i for kid in verb.children) or (
        verb.head.lower_ == "as"
    )
    return starts_with_as and child(verb, "nsubj", "agent") is not None


def _host_clause(verb: Word) -> list[Word]:
    host = verb.head.head if verb.head.lower_ == "as" else verb.head
    return [word for word in words_of(host, without=frozenset((verb.i,))) if word.lower_ != "as"]
