"""The clauses of a sentence: which of its verbs and appositions make a statement, and of what.

Belongs here: finding the heads of statements, their subjects, and the words of each. Does not belong
here: predicate and objects (arguments.py), how firmly it is said (moods.py), who says it.

The clause types follow ClausIE (Del Corro and Gemulla 2013): a verb with its subject, verbs joined
to it, relative clauses and participles with the noun that they tell of, appositions as copulas.
"""

from dataclasses import dataclass
from typing import Literal

from pipeline.claims.appositions import apposition_of, sums_up
from pipeline.claims.arguments import Arguments, arguments_of, verb_chain
from pipeline.claims.phrases import below, closed_up, number
from pipeline.claims.relations import (
    CONTRASTS,
    RELATIVES,
    has_own_subject,
    is_infinitive,
    is_verbal,
    mark_of,
    own_subject,
    relative_in,
)
from pipeline.cleaning.words import word_set
from pipeline.language.tree import Tree, Word

ClauseKind = Literal["main", "joined", "subordinate", "relative", "participle", "apposition"]
SAYING_PARTICIPLES = word_set(
    "asked told pressed questioned quizzed saying adding citing noting telling referring speaking writing warning "
    "asking arguing claiming stating insisting explaining quoting asserting according depending"
)
"""Participles that belong to who says what, or tie sentences; no statements of their own."""

NAMING = word_set("known called named dubbed nicknamed titled entitled")
"""Participles that tell of the noun right before them: 'the ban, also known as …'."""
MONTHS = frozenset(
    (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    )
)  # fmt: skip
NOT_OF_THE_CLAUSE = frozenset(("parataxis", "cc", "preconj", "mark", "intj", "meta"))


@dataclass(slots=True)
class Clause:
    """One statement: its head word and the words of its parts, each in order of the sentence.

    `words` are all that belong to it, less asides that are statements of their own, and without the
    subject where that stands elsewhere. `further` are complements and adverbials beside the object.
    `host` is the verb of the clause that it tells more of; `is_aside` tells that commas part it off.
    `joiner` is a word that the sentence leaves out: 'is' between 'X' and 'a Y'.
    """

    head: Word
    kind: ClauseKind
    subject_head: Word | None
    subject: list[Word]
    predicate: list[Word]
    object: list[Word]
    further: list[list[Word]]
    words: list[Word]
    verbs: list[Word]
    is_aside: bool = False
    joiner: str | None = None


def clauses_of(tree: Tree) -> list[Clause]:
    """The clauses of the sentence, in order of their heads."""
    found: list[Clause] = []
    for word in tree.words:
        clause = None
        if word.tag_[:2] in ("VB", "MD") and is_statement(word):
            clause = _verb_clause(word)
        elif word.dep_ == "appos":
            clause = _apposition(word)
        if clause is not None:
            found.append(clause)
    return found


def is_statement(verb: Word) -> bool:
    """Whether the verb states something: it has a subject, or shares or implies one."""
    if not is_verbal(verb) or is_infinitive(verb):
        return False
    if has_own_subject(verb):
        return verb.tag_ not in ("VB", "VBG") or _has_auxiliary(verb) or verb.dep_ == "ROOT"
    if verb.dep_ == "conj":
        return is_verbal(verb.head) and not is_infinitive(verb.head)
    if verb.dep_ == "acl":
        return verb.tag_ in ("VBN", "VBG")
    if verb.dep_ == "advcl":
        return verb.tag_ in ("VBN", "VBG") and mark_of(verb) is None
    return verb.dep_ == "ROOT" and verb.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _has_auxiliary(verb: Word) -> bool:
    return any(kid.dep_ in ("aux", "auxpass") and kid.tag_ != "TO" for kid in verb.children)


def subject_of(verb: Word) -> Word | None:
    """The head word of who does or is it: its own, its partner's, or the noun that it tells of."""
    for _ in range(12):
        own = own_subject(verb)
        if own is not None:
            is_stand_in = verb.dep_ == "relcl" and own.lower_ in RELATIVES
            return _agreeing(_told_of(verb.head), verb) if is_stand_in else own
        if verb.dep_ in ("relcl", "acl"):
            return _told_of(verb.head)
        if verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.lower_ in NAMING:
            return _noun_before(verb) or subject_of(verb.head)
        if verb.dep_ not in ("conj", "advcl", "xcomp") or not is_verbal(verb.head):
            return None
        verb = verb.head
    return None


def _noun_before(verb: Word) -> Word | None:
    """The head of the noun phrase that a comma parts from the participle."""
    at = verb.left_edge.i - 2
    if at < 0 or verb.doc.words[at + 1].text != ",":
        return None
    noun = verb.doc.words[at]
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def _told_of(noun: Word) -> Word:
    """The name that a noun beside it tells of: Reed for 'Ann Reed, a doctor who …'."""
    is_beside_name = noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN"
    return noun.head if is_beside_name else noun


def _agreeing(noun: Word, verb: Word) -> Word:
    """The noun that a relative clause tells of by number: the list of 'a list of names that was sent'."""
    finite = next((kid for kid in verb.children if kid.dep_ in ("aux", "auxpass")), verb)
    singular = finite.lower_ in ("is", "was", "has") or finite.tag_ == "VBZ"
    plural = finite.lower_ in ("are", "were", "have") or finite.tag_ == "VBP"
    holder = noun.head.head
    if (
        noun.dep_ != "pobj"
        or noun.head.lower_ not in ("of", "for", "with", "by", "in")
        or not (holder.tag_ in ("NN", "NNS") and holder.i < noun.i)
    ):
        return noun
    is_wrong = (singular and noun.tag_ == "NNS") or (plural and noun.tag_ in ("NN", "NNP"))
    is_right = (singular and holder.tag_ == "NN") or (plural and holder.tag_ == "NNS")
    return holder if is_wrong and is_right else noun


def _verb_clause(verb: Word) -> Clause | None:
    is_relative = verb.dep_ == "relcl" or (verb.dep_ == "acl" and has_own_subject(verb))
    relative = relative_in(verb) if is_relative else None
    if (
        any(kid.tag_ == "WP" and kid.lower_ == "what" for kid in verb.children)
        and verb.dep_ != "ROOT"
    ):
        return None
    subject_head = subject_of(verb)
    if subject_head is not None and (
        subject_head.lower_ in ("what", "whatever", "whoever") or _is_date(subject_head)
    ):
        return None
    if (
        _is_part_of_word(verb)
        or _asks(verb)
        or (not has_own_subject(verb) and verb.lower_ in SAYING_PARTICIPLES)
    ):
        return None
    verbs = verb_chain(verb)
    asides = _asides(verb)
    words = _words(verb, asides)
    own = own_subject(verb) is not None and subject_head is own_subject(verb)
    subject = _subject_words(subject_head, verb) if subject_head is not None else []
    is_inside = relative is not None and relative is not subject_head and relative.tag_ != "WP$"
    if is_inside and relative is not None and relative in subject:
        subject = _with_antecedent(subject, relative, verb)
    arguments = arguments_of(verb, verbs, relative, asides)
    if not own:
        words = [word for word in words if word.lower_ not in RELATIVES or word.i > verb.i]
    opening = next((kid.i for kid in verb.children if kid.dep_ == "mark" and kid.i < verb.i), -1)
    if verb.dep_ in ("advcl", "ccomp", "relcl"):
        words = [word for word in words if word.i > opening]  # 'weeks before it fell'
    if words and words[0].tag_ == "WRB":
        words = words[1:]
    if not words or not subject:
        return None  # an order, or a subject behind its verb that the tree does not show
    if any(word.lower_ == "what" for word in arguments.object[:2]) and verb.dep_ != "ROOT":
        return None
    if _says_nothing(verb, subject_head, arguments):
        return None
    return Clause(
        head=verb,
        kind=_kind(verb),
        subject_head=subject_head,
        subject=subject,
        predicate=arguments.predicate,
        object=arguments.object,
        further=arguments.further,
        words=words,
        verbs=verbs,
        is_aside=_is_behind_comma(verb),
    )


def _says_nothing(verb: Word, subject: Word | None, arguments: Arguments) -> bool:
    """'As it seems', 'wherever they are', 'who’ve': nothing that could be true or false alone."""
    if arguments.object:
        return False
    is_pronoun = subject is None or subject.tag_ in ("PRP", "DT", "WP", "WDT", "EX")
    is_bare_auxiliary = verb.pos_ == "AUX" or verb.lower_ in (
        "has",
        "have",
        "'ve",
        "’ve",
        "does",
        "do",
    )
    return is_bare_auxiliary or (is_pronoun and verb.dep_ != "ROOT" and not arguments.further)


def _is_date(noun: Word) -> bool:
    """Whether a misread subject is a day: '20 February' of 'since 20 February has risen'."""
    return noun.text in MONTHS and any(kid.tag_ == "CD" for kid in noun.children)


def _is_part_of_word(verb: Word) -> bool:
    """Whether a hyphen ties the word to the next one: 're' of 're-issued'."""
    words = verb.doc.words
    following = words[verb.i + 1] if verb.i + 1 < len(words) else None
    return (
        following is not None
        and following.text == "-"
        and not (verb.whitespace_ or following.whitespace_)
    )


def _asks(verb: Word) -> bool:
    """Whether the clause is a question within a sentence: 'why it fell', 'whether they met'."""
    if verb.dep_ not in ("ccomp", "pcomp", "xcomp", "csubj", "acl"):
        return False
    return any(
        (kid.dep_ == "advmod" and kid.tag_ == "WRB")
        or (kid.dep_ == "mark" and kid.lower_ in ("whether", "if"))
        for kid in verb.children
        if kid.i < verb.i
    )


def _kind(verb: Word) -> ClauseKind:
    if verb.dep_ == "relcl" or (verb.dep_ == "acl" and has_own_subject(verb)):
        return "relative"
    if verb.dep_ in ("acl", "advcl") and not has_own_subject(verb):
        return "participle"
    if verb.dep_ == "conj":
        return "joined"
    return "main" if verb.dep_ in ("ROOT", "parataxis") else "subordinate"


def _is_behind_comma(verb: Word) -> bool:
    first = verb.left_edge.i
    return first > 0 and verb.doc.words[first - 1].text in (",", "—", "–", "--", "-", "(")


def _asides(verb: Word) -> frozenset[int]:
    """The numbers of the words under the verb whose subtrees are statements of their own."""
    out: set[int] = set()
    stack = [verb]
    keeps_joined = any(
        kid.dep_ == "conj" and not _is_own_statement(kid, verb, verb) for kid in verb.children
    )
    while stack:
        word = stack.pop()
        for kid in word.children:
            if kid.dep_ == "cc" and word is verb and keeps_joined:
                continue
            if _is_own_statement(kid, word, verb):
                out.add(kid.i)
            else:
                stack.append(kid)
    return frozenset(out)


def _is_own_statement(kid: Word, parent: Word, verb: Word) -> bool:
    relation = kid.dep_
    if relation == "appos":
        return apposition_of(kid) is not None or sums_up(kid)
    if relation in ("relcl", "acl"):
        return _is_behind_comma(kid) and not is_infinitive(kid)
    if parent is not verb:
        return False
    if relation in NOT_OF_THE_CLAUSE:
        return True
    if relation == "conj":
        return is_verbal(kid) and not is_infinitive(kid)
    if relation == "ccomp":
        return kid.i < verb.i  # a sentence before, joined by a comma or a quote
    if relation == "advcl":
        if kid.tag_ == "VBG" and not has_own_subject(kid) and mark_of(kid) is None:
            return kid.i > verb.i and _is_behind_comma(kid)
        return mark_of(kid) in CONTRASTS
    return False


def _words(verb: Word, asides: frozenset[int]) -> list[Word]:
    return closed_up(below(verb, asides))


def _subject_words(head: Word, verb: Word) -> list[Word]:
    """The noun phrase of the subject without asides, and without the clause that tells of it."""
    around = frozenset(verb.ancestors)
    out = {
        kid.i
        for kid in head.children
        if kid is verb
        or kid.dep_ == "parataxis"
        or kid in around
        or _is_own_statement(kid, head, verb)
    }
    words = [head]
    for word in words:
        words.extend(
            kid for kid in word.children if kid.i not in out and not _is_told_by_the_way(kid)
        )
    words.sort(key=number)
    return closed_up(_whole_word(words))


def _is_told_by_the_way(word: Word) -> bool:
    """', which fell', ', based in Tarn', ', most of them old' anywhere in the phrase."""
    if word.dep_ in ("relcl", "acl"):
        return _is_behind_comma(word) and not is_infinitive(word)
    return word.dep_ == "appos" and sums_up(word)


def _whole_word(words: list[Word]) -> list[Word]:
    """The words with what a hyphen ties to the first: 'e-mails' for 'mails'."""
    if words[0].tag_ == "WRB" and len(words) > 1:
        words = words[1:]
    tokens = words[0].doc.words
    at = words[0].i
    while (
        at >= 2
        and tokens[at - 1].text == "-"
        and not tokens[at - 1].whitespace_
        and (not tokens[at - 2].whitespace_)
    ):
        at -= 2
    return [*tokens[at : words[0].i], *words]


def _with_antecedent(subject: list[Word], relative: Word, verb: Word) -> list[Word]:
    """'A copy of the letter' for 'a copy of which', where the letter is what the clause tells of."""
    antecedent = _subject_words(verb.head, verb)
    at = subject.index(relative)
    return [*subject[:at], *antecedent, *subject[at + 1 :]]


def _apposition(word: Word) -> Clause | None:
    parts = apposition_of(word)
    if parts is None:
        return None
    subject, said = parts
    return Clause(
        head=word,
        kind="apposition",
        subject_head=word.head,
        subject=subject,
        predicate=[],
        object=said,
        further=[],
        words=sorted({*subject, *said}, key=number),
        verbs=[],
        is_aside=True,
        joiner="is",
    )
