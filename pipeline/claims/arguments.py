"""Predicate and objects of a verb.

Belongs here: verb groups, complements, adverbials, and which of them completes the statement. Does
not belong here: subjects, and which verbs make statements.
"""

from dataclasses import dataclass

from pipeline.claims.phrases import below, closed_up, number
from pipeline.claims.relations import RELATIVES, SUBJECTS, mark_of, own_subject
from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Word

COMPLEMENTS = frozenset(("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp"))
ADVERBIALS = frozenset(("prep", "agent", "npadvmod", "advmod", "dative"))
LONGEST_CHAIN = 5
ATTRIBUTING = frozenset(("according", "per"))
PARTICLES = word_set("back away out up down off over apart forward together aside")
IDIOMS = frozenset(
    (
        ("give", "way"), ("give", "birth"), ("give", "rise"), ("take", "place"), ("take", "part"),
        ("take", "effect"), ("take", "office"), ("take", "care"), ("take", "control"),
        ("take", "hold"), ("take", "shape"), ("lose", "control"), ("lose", "sight"),
        ("make", "way"), ("make", "use"), ("pay", "attention"), ("catch", "fire"), ("set", "fire"),
    )
)  # fmt: skip
LINKING_ADVERBS = word_set(
    "so then now also however therefore thus meanwhile instead moreover furthermore yet still too even "
    "just only when where why how"
)
"""Adverbs that tie a sentence to others or weigh a word; no part of the predicate at its edge."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The words of predicate and object, and of each further complement or adverbial."""

    predicate: list[Word]
    object: list[Word]
    further: list[list[Word]]


def verb_chain(verb: Word) -> list[Word]:
    """The verb with the infinitives and participles that complete it: 'plans to begin building'."""
    chain = [verb]
    while len(chain) < LONGEST_CHAIN:
        last = chain[-1]
        if any(kid.dep_ in ("dobj", "dative", "attr") for kid in last.children):
            break
        following = next(
            (
                kid
                for kid in last.children
                if kid.dep_ == "xcomp" and kid.tag_[:2] == "VB" and kid.i > last.i
            ),
            None,
        )
        if following is None or any(kid.dep_ in SUBJECTS for kid in following.children):
            break
        chain.append(following)
    return chain


def arguments_of(
    verb: Word, verbs: list[Word], relative: Word | None, asides: frozenset[int]
) -> Arguments:
    """The predicate of the verbs and what follows it; a preposition before the object joins it."""
    predicate = _predicate(verbs)
    kids = sorted(
        (
            kid
            for each in verbs
            for kid in each.children
            if kid.dep_ in COMPLEMENTS | ADVERBIALS
            and kid.lower_ not in ATTRIBUTING
            and kid not in verbs
            and kid not in predicate
            and kid.i not in asides
            and kid.tag_ != "WRB"
        ),
        key=number,
    )
    antecedent = _object_gap(verb, relative, kids)
    if antecedent is not None:
        kids = [kid for kid in kids if kid.lower_ not in RELATIVES]
        stranded = next((kid for kid in kids if kid.dep_ == "prep" and not kid.children), None)
        if stranded is not None:
            kids.remove(stranded)
            predicate = [*predicate, stranded]
        return Arguments(predicate, antecedent, [closed_up(below(kid, asides)) for kid in kids])
    main = _main_of(kids, verbs)
    if main is not None and _is_idiom(verbs[-1], main):
        kids = sorted([*(kid for kid in kids if kid is not main), *_behind(main)], key=number)
        predicate = sorted([*predicate, main], key=number)
        main = _main_of(kids, verbs)
    if main is None:
        return Arguments(predicate, [], [closed_up(below(kid, asides)) for kid in kids])
    words = closed_up(below(main, asides))
    completing = _completing(main, kids)
    if completing is not None:
        words = closed_up(sorted({*words, *below(completing, asides)}, key=number))
    others = [
        closed_up(below(kid, asides)) for kid in kids if kid is not main and kid is not completing
    ]
    if main.dep_ in ("prep", "agent") and main in words[:2] and words[-1] is not main:
        at = words.index(main) + 1  # 'found only on | two islands'
        predicate = [*predicate, *words[:at]]
        words = words[at:]
    return Arguments(predicate, words, [each for each in others if each])


def _is_idiom(verb: Word, thing: Word) -> bool:
    """'Gave way', 'took place': the noun is part of the verb."""
    lefts = [kid for kid in thing.children if kid.i < thing.i]
    return thing.dep_ == "dobj" and not lefts and (lemma_of(verb), thing.lower_) in IDIOMS


def _behind(noun: Word) -> list[Word]:
    return [kid for kid in noun.children if kid.dep_ == "prep"]


def _completing(main: Word, kids: list[Word]) -> Word | None:
    """What completes an object: 'to leave' in 'ordered them to leave', 'a liar' in 'called him a liar'."""
    if main.dep_ != "dobj":
        return None
    return next(
        (kid for kid in kids if kid.dep_ in ("xcomp", "oprd", "ccomp") and kid.i > main.i), None
    )


def _predicate(verbs: list[Word]) -> list[Word]:
    """The verb groups: auxiliaries, negation, particles and the adverbs between and before them."""
    words: set[Word] = set()
    for verb in verbs:
        words.add(verb)
        words.update(_group(verb))
        if verb is not verbs[-1]:
            words.update(
                kid for kid in verb.children if kid.dep_ == "acomp" and kid.i < verbs[-1].i
            )
    ordered = sorted(words, key=number)
    while len(ordered) > 1 and ordered[0].dep_ == "advmod" and ordered[0].lower_ in LINKING_ADVERBS:
        ordered.pop(0)
    return ordered


def _group(verb: Word) -> list[Word]:
    group = [kid for kid in verb.children if kid.dep_ in ("aux", "auxpass", "neg", "prt")]
    if verb.dep_ == "conj" and not any(kid.dep_ in ("aux", "auxpass") for kid in group):
        group += _shared_auxiliaries(verb)
    first = min([verb.i, *(kid.i for kid in group)])
    before = {kid.i: kid for kid in verb.children if kid.dep_ == "advmod" and not kid.children}
    while first - 1 in before:
        first -= 1
    group += [kid for place, kid in before.items() if first <= place < verb.i]
    for kid in verb.children:
        if kid.dep_ == "advmod" and kid.lower_ == "longer" and kid.i < verb.i:
            group += kid.subtree  # 'no longer'
        elif kid.dep_ == "advmod" and kid.i == verb.i + 1 and kid.lower_ in PARTICLES:
            group.append(kid)
    return group


def _shared_auxiliaries(verb: Word) -> list[Word]:
    """The auxiliaries that a joined verb leaves to the one before: 'was arrested and charged'."""
    if verb.tag_ not in ("VB", "VBN", "VBG") or any(kid.dep_ in SUBJECTS for kid in verb.children):
        return []
    partner = verb
    while partner.dep_ == "conj":
        partner = partner.head
        if partner.tag_ == verb.tag_:
            found = [
                kid
                for kid in partner.children
                if kid.dep_ in ("aux", "auxpass") and kid.tag_ != "TO" and kid.i < partner.i
            ]
            if found:
                return found
    return []


def _object_gap(verb: Word, relative: Word | None, kids: list[Word]) -> list[Word] | None:
    """The noun that a relative clause tells of, where it is the clause's object."""
    if verb.dep_ not in ("relcl", "acl") or (
        relative is not None and relative.lower_ not in RELATIVES
    ):
        return None
    own = own_subject(verb)
    if own is None or own.lower_ in RELATIVES or mark_of(verb) in ("whether", "if"):
        return None
    if mark_of(verb) == "that" and any(
        kid.dep_ in COMPLEMENTS or kid.dep_ == "prep" for kid in kids
    ):
        return None  # 'the claim that he left the city', which needs no object
    if relative is not None and (relative in own.subtree or relative.dep_ == "pobj"):
        return None
    stands_in = [kid for kid in kids if kid.lower_ in RELATIVES]
    if not stands_in and any(kid.dep_ in COMPLEMENTS for kid in kids):
        return None
    left_out = frozenset(kid.i for kid in verb.head.children if kid is verb or kid.dep_ == "appos")
    return closed_up(below(verb.head, left_out))


def _main_of(kids: list[Word], verbs: list[Word]) -> Word | None:
    last = verbs[-1].i
    behind = [kid for kid in kids if kid.i > verbs[0].i]
    for relations in (
        ("dobj", "attr", "acomp", "oprd"),
        ("ccomp", "xcomp"),
        ("prep", "agent", "dative"),
    ):
        found = next((kid for kid in behind if kid.dep_ in relations), None)
        if found is not None:
            return found
    found = next(
        (kid for kid in kids if kid.dep_ in COMPLEMENTS and kid.lower_ not in RELATIVES), None
    )
    if found is not None:
        return found
    return next(
        (
            kid
            for kid in behind
            if kid.i > last and (kid.dep_ == "npadvmod" or kid.lower_ not in LINKING_ADVERBS)
        ),
        None,
    )
