"""Verbs that 'and' joins to what is said though they tell what the speaker does.

Belongs here: 'critics said the price was low and promised to sue', where the tree joins 'promised' to
'was'. Does not belong here: any other reading of a tree.
"""

from pipeline.claims.attribution import cues
from pipeline.claims.relations import has_own_subject, is_verbal, own_subject
from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Tree, Word

PEOPLE = word_set(
    """
    man woman person people official minister president chief group firm company party government
    police court judge lawyer union bank council board agency army ministry leader candidate member
    worker voter critic
    """
)
"""Who may say things, so that the joined verb may be theirs."""
THINGS = frozenset(("NN", "NNS", "EX", "DT"))
STANDS = frozenset(("say", "order", "plan", "deny", "ask", "judge", "refuse"))


def rejoined(tree: Tree) -> None:
    """Hangs a second act of the speaker on the first, in place."""
    for verb in tree.words:
        if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ", "VBP") or has_own_subject(verb):
            continue
        said = verb.head
        while said.dep_ == "conj" and is_verbal(said.head):
            said = said.head
        host = _sayer(said)
        if host is not None and verb.tag_ == host.tag_ and _is_hosts(verb, said):
            _hang(verb, host)


def _sayer(said: Word) -> Word | None:
    """The finite verb of saying over the clause, also over 'a statement saying that …'."""
    if said.dep_ != "ccomp" or said.head.i > said.i or lemma_of(said.head) not in cues.ACTS:
        return None
    host = said.head
    while host.tag_ == "VBG" and host.dep_ in ("acl", "advcl") and host.head is not host:
        host = host.head
        while host.tag_[:2] != "VB" and host.head is not host:
            host = host.head
    return host if host.tag_ in ("VBD", "VBZ", "VBP") else None


def _is_hosts(verb: Word, said: Word) -> bool:
    """Whether the joined verb agrees with the speaker's verb and not with what is said."""
    if _tense(said) != verb.tag_:
        return True  # 'says it fell and wants'
    first = verb.left_edge.i
    is_apart = first > 1 and [word.text for word in verb.doc.words[first - 2 : first]] == [
        ",",
        "and",
    ]
    if said.tag_ == "VBN" and is_apart and any(kid.lower_ == "had" for kid in said.children):
        return True  # 'said they had written, and handed over a copy'
    subject = own_subject(said)
    if subject is None or cues.ACTS.get(lemma_of(verb)) not in STANDS:
        return False
    return (subject.tag_ in THINGS or subject.lower_ == "it") and lemma_of(subject) not in PEOPLE


def _tense(verb: Word) -> str:
    finite = next((kid for kid in verb.children if kid.dep_ in ("aux", "auxpass")), verb)
    return finite.tag_


def _hang(verb: Word, host: Word) -> None:
    partner = verb.head
    moved = [verb]
    joint = [kid for kid in partner.children if kid.dep_ in ("cc", "punct") and kid.i < verb.i]
    if joint and joint[-1].dep_ == "cc" and joint[-1].i == verb.left_edge.i - 1:
        moved.append(joint[-1])
    for word in moved:
        partner.children.remove(word)
        word.head = host
    host.children = sorted([*host.children, *moved], key=lambda word: word.i)
    verb.doc.reset()
