"""The clauses of a sentence as subject, predicate and objects, by its dependency tree.

Belongs here: which words make a statement, and which of them are its arguments. Does not belong
here: whether it is asserted (moods.py), who says it, what it is worth.

The clause types follow ClausIE (Del Corro and Gemulla 2013): a verb with its subject, verbs joined
to it, relative clauses and participles with the noun they tell of, appositions as copulas.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from pipeline.language.parser import lemma_of
from pipeline.language.tree import Tree, Word

ClauseKind = Literal["main", "subordinate", "relative", "participle", "apposition"]

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
COMPLEMENTS = frozenset(("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "dative"))
ADVERBIALS = frozenset(("prep", "agent", "npadvmod", "advmod"))
RELATIVES = frozenset(("who", "whom", "which", "that"))
CLAUSE_RELATIONS = frozenset(
    (
        "ROOT",
        "conj",
        "ccomp",
        "advcl",
        "relcl",
        "acl",
        "parataxis",
        "pcomp",
        "csubj",
        "dep",
        "appos",
    )
)
OUTSIDE = frozenset(("parataxis", "cc", "punct", "preconj", "mark", "intj", "meta", "dep"))
EDGE = frozenset(",.;:!?—–-…")


@dataclass(slots=True)
class Clause:
    """One statement: its head word and the words of its parts, each in order of the sentence.

    `words` are all that belong to it, without the subject where that stands elsewhere. `rest` are
    adverbials beside the object.
    """

    head: Word
    kind: ClauseKind
    subject: list[Word]
    predicate: list[Word]
    object: list[Word]
    rest: list[list[Word]]
    words: list[Word]
    verbs: list[Word] = field(default_factory=list)
    copula: str | None = None


def clauses_of(tree: Tree) -> list[Clause]:
    """The clauses of the sentence, in order of their heads."""
    found: list[Clause] = []
    for word in tree:
        if is_clause_head(word):
            clause = _verb_clause(word)
        elif word.dep_ == "appos":
            clause = _apposition(word)
        else:
            continue
        if clause is not None:
            found.append(clause)
    return found


def is_verbal(word: Word) -> bool:
    """Whether the word is a verb that is not an auxiliary of another."""
    return word.tag_[:2] in ("VB", "MD") and word.dep_ not in ("aux", "auxpass", "amod", "compound")


def is_clause_head(word: Word) -> bool:
    """Whether the verb makes a statement of its own: it has a subject, or shares or implies one."""
    if not is_verbal(word):
        return False
    if any(kid.dep_ in SUBJECTS for kid in word.children):
        return True
    if word.dep_ == "conj":
        return is_verbal(word.head) and not _is_infinitive(word)
    if word.dep_ in ("relcl", "acl", "advcl"):
        return word.tag_ in ("VBN", "VBG", "VBD", "VBZ", "VBP")
    return word.dep_ == "ROOT" and word.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _is_infinitive(verb: Word) -> bool:
    return any(kid.dep_ == "aux" and kid.tag_ == "TO" for kid in verb.children)


def subject_of(verb: Word) -> Word | None:
    """The head word of who does or is it: its own, its partner's, or the noun that it tells of."""
    steps = 0
    while steps < 12:
        own = next((kid for kid in verb.children if kid.dep_ in SUBJECTS), None)
        if own is not None:
            if verb.dep_ == "relcl" and own.lower_ in RELATIVES:
                return verb.head
            return own
        if verb.dep_ in ("relcl", "acl"):
            return verb.head
        if verb.dep_ not in ("conj", "advcl", "xcomp") or verb.head is verb:
            return None
        verb = verb.head
        if not is_verbal(verb):
            return None
        steps += 1
    return None


def _verb_clause(verb: Word) -> Clause | None:
    subject = subject_of(verb)
    verbs = _verb_chain(verb)
    predicate = _predicate_words(verbs)
    objects = _objects(verbs)
    if verb.dep_ == "relcl":
        objects = _with_antecedent(verb, objects)
    inside = _clause_words(verb) or [verb]
    named = noun_phrase(subject) if subject is not None else []
    object_, rest = _main_object(predicate, objects)
    if not named and not object_:
        return None
    kind: ClauseKind = "main"
    if verb.dep_ == "relcl":
        kind = "relative"
    elif verb.dep_ in ("acl", "advcl") and not any(k.dep_ in SUBJECTS for k in verb.children):
        kind = "participle"
    elif verb.dep_ in ("advcl", "ccomp", "pcomp", "csubj"):
        kind = "subordinate"
    return Clause(verb, kind, named, predicate, object_, rest, inside, verbs)


def _verb_chain(verb: Word) -> list[Word]:
    """The verb with the infinitives that complete it: 'plans to begin to build'."""
    chain = [verb]
    while True:
        last = chain[-1]
        has_object = any(kid.dep_ in ("dobj", "dative", "attr") for kid in last.children)
        following = next(
            (
                kid
                for kid in last.children
                if kid.dep_ == "xcomp" and kid.tag_[:2] == "VB" and kid.i > last.i
            ),
            None,
        )
        if following is None or has_object or len(chain) > 4:
            return chain
        chain.append(following)


def _predicate_words(verbs: list[Word]) -> list[Word]:
    words: set[Word] = set()
    for verb in verbs:
        words.add(verb)
        for kid in verb.children:
            if kid.dep_ in ("aux", "auxpass", "neg", "prt") or (
                kid.dep_ == "advmod"
                and kid.i < verb.i
                and kid.tag_ != "WRB"
                and not kid.children
                and kid.i > 0
                and kid.doc.words[kid.i - 1] in (*verb.children, verb)
            ):
                words.add(kid)
        if verb is not verbs[-1]:
            words.update(k for k in verb.children if k.dep_ == "acomp")
    return sorted(words, key=lambda word: word.i)


def _objects(verbs: list[Word]) -> list[Word]:
    """What completes the verbs and what else is said of them, in order of the sentence."""
    kids = [
        kid
        for verb in verbs
        for kid in verb.children
        if kid.dep_ in COMPLEMENTS | ADVERBIALS and kid not in verbs
    ]
    return sorted(kids, key=lambda word: word.i)


def _with_antecedent(verb: Word, objects: list[Word]) -> list[Word]:
    """A relative clause's objects, the relative pronoun among them made the noun that it stands for."""
    own = next((kid for kid in verb.children if kid.dep_ in SUBJECTS), None)
    if own is not None and own.lower_ in RELATIVES:
        return objects
    for number, kid in enumerate(objects):
        if kid.lower_ in RELATIVES:
            return [*objects[:number], verb.head, *objects[number + 1 :]]
    if any(kid.tag_ in ("WRB", "WDT", "WP", "WP$") for kid in verb.subtree if kid.i < verb.i):
        return objects
    return [verb.head, *objects] if not any(k.dep_ in COMPLEMENTS for k in objects) else objects


def _main_object(predicate: list[Word], objects: list[Word]) -> tuple[list[Word], list[list[Word]]]:
    """The words of the object, and of each further complement and adverbial.

    Where a preposition opens the object it joins the predicate.
    """
    behind = predicate[-1].i
    ranked = [kid for kid in objects if kid.dep_ in COMPLEMENTS or kid.dep_ == "relcl"]
    ranked += [kid for kid in objects if kid not in ranked and kid.i > behind]
    ranked += [kid for kid in objects if kid not in ranked and kid.dep_ not in ADVERBIALS]
    if not ranked:
        return [], [phrase(kid) for kid in objects if kid not in predicate]
    main = ranked[0]
    words = phrase(main) if main.dep_ != "relcl" else noun_phrase(main)
    others = [kid for kid in objects if kid is not main and kid not in predicate]
    if main.dep_ in ("prep", "agent") and len(words) > 1 and words[0] is main:
        predicate.append(main)
        words = words[1:]
    return words, [phrase(kid) for kid in others]


def noun_phrase(head: Word) -> list[Word]:
    """The words of a noun phrase without relative clauses, appositions and asides behind it."""
    if head.lower_ in RELATIVES and head.head.dep_ == "relcl":
        head = head.head.head
    return trimmed(_below(head, frozenset(("relcl", "appos", "parataxis", "advcl", "ccomp"))))


def phrase(head: Word) -> list[Word]:
    """The words of a complement or adverbial, without asides."""
    words = _below(head, frozenset(("parataxis",)))
    return trimmed([word for word in words if word is not head or not word.is_space])


def _below(head: Word, without: frozenset[str]) -> list[Word]:
    words = [head]
    for word in words:
        for kid in word.children:
            if kid.dep_ in without and (word is head or kid.dep_ == "relcl"):
                continue
            words.append(kid)
    words.sort(key=lambda word: word.i)
    return words


def _clause_words(verb: Word) -> list[Word]:
    """All words of the clause: the subtree less joined clauses and what links them."""
    words = [verb]
    for word in words:
        for kid in word.children:
            at_edge = kid.dep_ != "punct" or not verb.left_edge.i < kid.i < verb.right_edge.i
            if word is verb and kid.dep_ in OUTSIDE and at_edge:
                continue
            if kid.dep_ == "conj" and word is verb and is_verbal(kid):
                continue
            words.append(kid)
    words.sort(key=lambda word: word.i)
    return trimmed(words)


def trimmed(words: list[Word]) -> list[Word]:
    """The words without white space and loose punctuation at their ends."""
    start, end = 0, len(words)
    while start < end and (words[start].text in EDGE or words[start].is_space):
        start += 1
    while start < end and (words[end - 1].text in EDGE or words[end - 1].is_space):
        end -= 1
    return words[start:end]


def _apposition(word: Word) -> Clause | None:
    """'X, a Y': a noun beside a noun as what it is."""
    holder = word.head
    if {word.pos_, holder.pos_} - {"NOUN", "PROPN"} or holder.i > word.i:
        return None
    if (
        holder.pos_ == "PROPN"
        and word.pos_ == "PROPN"
        and not any(kid.dep_ in ("det", "poss") for kid in word.children)
    ):
        return None
    subject, said = noun_phrase(holder), trimmed(_below(word, frozenset(("conj", "cc"))))
    if len(said) < 2 or not subject:
        return None
    return Clause(word, "apposition", subject, [], said, [], [*subject, *said], [], "is")


def runs_of(words: Iterable[Word]) -> Iterator[list[Word]]:
    """The words cut where the sentence has others between them."""
    run: list[Word] = []
    for word in words:
        if run and run[-1].i + 1 != word.i:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def text_of(words: list[Word]) -> str:
    """The words as they stand in the sentence, runs joined by one space."""
    return " ".join(
        run[0].doc.text[run[0].idx : run[-1].idx + len(run[-1].text)] for run in runs_of(words)
    )


def lemma_head(clause: Clause) -> str:
    """The dictionary form of the clause's verb."""
    return lemma_of(clause.head)
