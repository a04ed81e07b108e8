"""Whether a mention may mean a figure: kind, sex, number, and what grammar forbids.

Belongs here: tests of one pair. Does not belong here: choosing among those that pass (resolving.py).
"""

from dataclasses import dataclass

from pipeline.claims.names import lexicon
from pipeline.claims.names.find import Found
from pipeline.claims.names.joining import DEMONYMS
from pipeline.claims.names.records import Figure
from pipeline.cleaning.words import word_set
from pipeline.language.tree import Word

SPEAKING = word_set(
    """
    said says say told tells added adds wrote writes tweeted noted notes asked asks replied continued
    explained reports reported states stated instructed warned argued claims claimed
    """
)


@dataclass(frozen=True, slots=True)
class Place:
    """A found mention with its sentence's number and offset."""

    sentence: int
    offset: int
    found: Found
    is_quoted: bool


def is_alike(figure: Figure, found: Found) -> bool:
    """Whether a description beside a name may be of the same kind."""
    people = ("person", "anonymous", "group")
    if found.kind in people:
        return figure.kind in ("person", "thing")
    return figure.kind in ("organisation", "outlet", "thing")


def agrees(found: Found, figure: Figure) -> bool:
    """Whether a pronoun may mean the figure by sex, number and kind."""
    if found.gender:
        person = figure.kind in ("person", "anonymous", "group")
        return person and not figure.is_plural and figure.gender in (None, found.gender)
    if found.is_plural:
        return figure.is_plural or figure.kind == "organisation"
    return figure.kind in ("organisation", "outlet") and not figure.is_plural


def binds(found: Found, other: Place, back: int) -> bool:
    """Whether the grammar forbids that the pronoun means the other: 'Ann saw her'."""
    if back or found.name.endswith(("self", "selves")) or found.head.tag_ == "PRP$":
        return False
    if back == 0 and _is_owned(other.found, found.gender):
        return True  # 'her lawyer said that she': not the lawyer
    same_verb = found.head.head is other.found.head.head
    return same_verb and found.head.dep_ in ("dobj", "iobj", "dative", "nsubj")


def _is_owned(found: Found, gender: str | None) -> bool:
    """Whether a pronoun of that sex owns the mention, or the noun that it is joined to."""
    if gender is None:
        return False
    nouns = [found.head]
    nouns += [found.head.head] if found.head.dep_ == "appos" else []
    nouns += [kid for kid in found.head.children if kid.dep_ == "appos"]
    owners = ("her",) if gender == "female" else ("his",)
    return any(
        kid.dep_ == "poss" and kid.lower_ in owners for noun in nouns for kid in noun.children
    )


def is_demonym(word: Word) -> bool:
    """Whether the word is an adjective of a country."""
    return word.tag_ in ("JJ", "NNP") and word.text[0].isupper() and word.text.endswith(DEMONYMS)


def speaks(found: Found) -> bool:
    """Whether the mention is the subject of a word of saying: a quote speaks of others than that."""
    return found.head.dep_ == "nsubj" and found.head.head.lower_ in SPEAKING


def is_body_called(figure: Figure, found: Found) -> bool:
    """'The department' after 'the Justice Department'; 'the group' after any body."""
    if figure.kind not in ("organisation", "outlet"):
        return False
    if found.kind == "outlet":
        return figure.kind == "outlet"
    last = figure.name.lower().split()
    if found.role in last:
        return True
    return found.role in (
        "group",
        "organization",
        "organisation",
        "company",
        "firm",
        "agency",
    ) and (figure.kind == "organisation" and not any(word in lexicon.GROUP_NOUNS for word in last))
