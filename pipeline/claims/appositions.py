"""Appositions that state what somebody or something is: 'Ann Reed, the mayor of Hill Town'.

Belongs here: which appositions are facts. Does not belong here: other clauses.
"""

from pipeline.claims.names.find import given_gender
from pipeline.claims.names.lexicon import GROUP_NOUNS, OUTLET_NOUNS, TITLES, UNNAMED_PEOPLE
from pipeline.claims.phrases import closed_up, number
from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Word

NOUNS = ("NOUN", "PROPN")
SHARES = frozenset(("quarter", "third", "half", "rest", "fifth", "tenth"))
SUMMING_UP = word_set(
    "move step effort action decision sign blow setback comment remark development attempt shift increase "
    "decrease rise fall drop jump claim charge accusation allegation result figure number total change "
    "practice process trend measure victory defeat loss gain achievement feat admission reference feature "
    "statement report response reaction thing way fact time day week month year period"
)
"""Nouns that, behind a comma, sum up the sentence rather than say what the noun before them is."""

NOT_THE_SAME = word_set(
    "especially particularly notably including mostly mainly chiefly namely e.g. i.e. not"
)


def _is_counted(noun: Word) -> bool:
    return any(kid.tag_ == "CD" for kid in noun.children)


def _is_owned(noun: Word) -> bool:
    return any(kid.tag_ == "PRP$" for kid in noun.children)


def apposition_of(word: Word) -> tuple[list[Word], list[Word]] | None:
    """What the apposition is said of, and what is said; None where it states no identity."""
    holder = word.head
    if word.pos_ not in NOUNS or holder.pos_ not in NOUNS or holder.i > word.i:
        return None
    if word.pos_ == holder.pos_ == "PROPN" and not _has_determiner(word):
        return None
    if word.pos_ == holder.pos_ == "NOUN" and not _has_determiner(word):
        return None
    if word.pos_ == "NOUN" and (lemma_of(word) in SUMMING_UP or not _names(holder)):
        return None
    if (
        word.pos_ == "PROPN"
        and word.tag_ == "NNP"
        and holder.pos_ == "NOUN"
        and not _has_determiner(holder)
    ):
        return None
    if word.pos_ == "PROPN" and any(kid.text == "The" for kid in word.children):
        return None  # a name of its own: 'The Herald reported'
    if word.pos_ == "NOUN" and holder.pos_ == "PROPN" and not _can_be(holder, word):
        return None
    if lemma_of(word) in SHARES or (_is_counted(holder) and _is_owned(word)):
        return None  # 'a quarter for housing', '1.1 billion marks, its manager told us'
    said = _plain(word)
    if len(said) < 2 or said[0].lower_ in NOT_THE_SAME or _is_place_or_day(word):
        return None
    first = said[0].i
    words = word.doc.words
    behind = words[said[-1].i + 1].text if said[-1].i + 1 < len(words) else "."
    if ";" in (behind, words[first - 1].text) or behind[0].isalnum():
        return None
    if first < 2 or words[first - 1].text not in (",", "—", "–", "-", "("):
        return None
    if words[first - 2] not in holder.subtree:
        return None
    subject = _plain(holder)
    if not subject or subject[-1].i >= first:
        return None
    is_unknown = any(kid.lower_ in ("a", "an") for kid in holder.children)
    if word.pos_ == "PROPN" and is_unknown:
        return said, subject  # 'a former judge, Ann Reed': what is told is that she was one
    return subject, said


def sums_up(word: Word) -> bool:
    """Whether the apposition tells of the whole sentence: 'X resigned, a move that …'."""
    return word.dep_ == "appos" and word.tag_ == "NN" and lemma_of(word) in SUMMING_UP


def _can_be(name: Word, noun: Word) -> bool:
    """Whether the noun can tell what the name is: a person is no group, and what is told has an article."""
    if (
        not any(kid.dep_ in ("det", "poss") for kid in noun.children)
        and lemma_of(noun) not in UNNAMED_PEOPLE
    ):
        return False
    first = name.left_edge
    is_person = given_gender(first.text) is not None or first.text in TITLES
    return not (is_person and lemma_of(noun) in GROUP_NOUNS | OUTLET_NOUNS)


def _has_determiner(noun: Word) -> bool:
    return any(kid.dep_ in ("det", "poss", "nummod", "amod") for kid in noun.children)


def _names(noun: Word) -> bool:
    return noun.pos_ == "PROPN" or _has_determiner(noun)


def _is_place_or_day(word: Word) -> bool:
    """'Paris, France': a name behind a name by a comma alone."""
    return (
        word.pos_ == "PROPN"
        and word.head.pos_ == "PROPN"
        and not any(kid.dep_ in ("det", "poss") for kid in word.children)
    )


def _plain(noun: Word) -> list[Word]:
    """The noun phrase without asides behind it; of a list of names the first."""
    words = [noun]
    is_the = any(kid.dep_ == "det" and kid.lower_ == "the" for kid in noun.children)
    for word in words:
        for kid in word.children:
            if kid.dep_ == "relcl" and word is noun and not is_the:
                continue
            is_aside = (
                kid.dep_ in ("appos", "parataxis", "relcl", "advcl", "acl")
                and kid.i > 0
                and (word.doc.words[kid.left_edge.i - 1].text in (",", "—", "–", "("))
            )
            if not is_aside and kid.dep_ != "appos":
                words.append(kid)
    words.sort(key=number)
    return closed_up(words)
