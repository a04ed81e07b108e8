"""Whom and which day the words of a sentence mean, spelled out for a claim that stands alone.

Belongs here: what to read in place of pronouns, descriptions, short names and relative days. Does not
belong here: who is who (names/), which days are meant (times/), putting words in order (wording.py).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.claims.inflection import present_of
from pipeline.claims.names import Cast, Figure, Mention
from pipeline.claims.relations import SUBJECTS
from pipeline.claims.times import FoundTime
from pipeline.claims.wording import Part
from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Tree, Word

NAMED = frozenset(("person", "organisation", "outlet", "place", "thing"))
FIRST_PERSON = {"i": "", "me": "", "my": "’s", "myself": "", "mine": "’s"}
CONTRACTIONS = {"'m": " is", "'re": " are", "'ve": " have", "'ll": " will", "'d": " would"}
POSSESSIVES = frozenset(("PRP$",))
RELATIVE_DAYS = word_set("yesterday today tomorrow tonight overnight")
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
DAY_PREPOSITIONS = word_set(
    "on by until till since before after from through for of this last next"
)
LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """What to read in place of the words `first` to `last` of a sentence.

    A pronoun or description is spelled out once a claim, by its `figure`; `always` marks the others.
    """

    first: int
    last: int
    text: str
    figure: Figure | None
    always: bool


def shared_roles(cast: Cast) -> frozenset[str]:
    """The roles that several named figures of the document have: 'the president' may mean any."""
    counts = Counter(
        role for figure in cast.figures if figure.name[:1].isupper() for role in figure.roles
    )
    return frozenset(role for role, count in counts.items() if count > 1)


def figures_with_article(cast: Cast, text: str) -> frozenset[int]:
    """The identities of the figures whose names the document puts 'the' before: 'the White House'."""
    return frozenset(
        id(mention.figure)
        for mention in cast.mentions
        if mention.form == "name"
        and mention.kind != "person"
        and text[max(0, mention.start - 4) : mention.start].lower() == "the "
    )


@dataclass(frozen=True, slots=True)
class CastView:
    """A document's cast, with the roles that are unclear and the names that take an article."""

    cast: Cast
    unclear: frozenset[str]
    with_article: frozenset[int]


def subjects_of(tree: Tree, offset: int, cast: Cast) -> frozenset[int]:
    """The identities of the figures that are subjects in the sentence."""
    heads = {offset + word.idx for word in tree.words if word.dep_ in SUBJECTS}
    return frozenset(
        id(mention.figure)
        for mention in cast.within(offset, offset + len(tree.text))
        if mention.head in heads and mention.figure is not None
    )


def readings_of(
    tree: Tree,
    offset: int,
    view: CastView,
    times: Sequence[FoundTime],
    subjects_before: frozenset[int],
) -> list[Reading]:
    """The readings that the sentence at `offset` of its document allows, in order.

    'It' is spelled out only where it means a subject of this sentence or of the one before.
    """
    starts = [word.idx for word in tree.words]
    found = list(_figures(tree, offset, starts, view, subjects_before))
    found += _days(tree, offset, starts, times)
    return sorted(found, key=lambda reading: reading.first)


def instead_of(
    readings: Sequence[Reading], parts: Sequence[Part], speaker: str | None
) -> dict[int, tuple[int, str]]:
    """The readings that one claim needs, for `wording_of`; the first mention of each figure is named."""
    words = [part for part in parts if isinstance(part, Word)]
    chosen: dict[int, tuple[int, str]] = {}
    if speaker is not None:
        for word in words:
            _first_person(word, speaker, chosen)
    if not readings:
        return chosen
    by_first = {reading.first: reading for reading in readings}
    places = {word.i for word in words}
    named: set[int] = set()
    for word in words:
        reading = by_first.get(word.i)
        if reading is None or reading.last not in places or word.i in chosen:
            continue
        if reading.text and (reading.always or id(reading.figure) not in named):
            chosen[word.i] = (reading.last, reading.text)
            _spell_out(word, chosen)
        if reading.figure is not None:
            named.add(id(reading.figure))
    return chosen


def _figures(
    tree: Tree, offset: int, starts: list[int], view: CastView, subjects_before: frozenset[int]
) -> Iterator[Reading]:
    words = tree.words
    subjects = set(subjects_before)
    for mention in view.cast.within(offset, offset + len(tree.text)):
        figure = mention.figure
        if figure is None or mention.end > offset + len(tree.text):
            continue
        first = bisect_left(starts, mention.start - offset)
        last = bisect_left(starts, mention.end - offset) - 1
        if not 0 <= first <= last < len(words):
            continue
        if mention.form == "description" and words[last].lower_ in view.unclear:
            continue
        if words[first].lower_ == "it" and id(figure) not in subjects:
            continue
        if words[last].dep_ in SUBJECTS:
            subjects.add(id(figure))
        article = "the " if id(figure) in view.with_article else ""
        yield _reading(words, first, last, mention, article)


def _reading(words: list[Word], first: int, last: int, mention: Mention, article: str) -> Reading:
    figure = mention.figure
    assert figure is not None
    is_proper = figure.kind in NAMED and figure.name[:1].isupper() and " " in figure.name
    if mention.form == "name":
        name = words[last]
        is_short = (
            is_proper
            and figure.kind == "person"
            and figure.name.split()[-1] == name.text
            and len(figure.name.split()) <= LONGEST_NAME
            and name.dep_ != "compound"
            and (first == last or words[last - 1].text not in figure.name.split())
        )
        if is_short:
            return Reading(last, last, figure.name, figure, False)
        return Reading(first, last, "", figure, False)
    if mention.form == "pronoun":
        if not _is_safe(words[first], figure):
            return Reading(first, last, "", figure, False)
        is_possessive = words[first].tag_ in POSSESSIVES
        if is_possessive and not _is_in_subject(words[first]):
            return Reading(first, last, "", figure, False)
        ending = "’s" if is_possessive else ""
        if ending and figure.name.endswith("s"):
            ending = "’"
        return Reading(first, last, article + figure.name + ending, figure, False)
    is_definite = words[first].lower_ in ("the", "this", "that")
    stands_alone = not any(kid.i > words[last].i for kid in words[last].children)
    is_own_name = any(word.tag_ == "NNP" for word in words[first : last + 1])
    is_person = is_proper and figure.kind == "person"
    if is_person and is_definite and stands_alone and not is_own_name:
        return Reading(first, last, article + figure.name, figure, False)
    return Reading(first, last, "", figure, False)


def _is_safe(pronoun: Word, figure: Figure) -> bool:
    """Whether the pronoun means the figure surely enough to be spelled out: 'they' of a body may not."""
    if pronoun.lower_ in ("they", "them", "their"):
        return figure.is_plural and pronoun.dep_ in SUBJECTS
    if pronoun.lower_ in ("it", "its"):
        return figure.name[:1].isupper() and pronoun.dep_ in SUBJECTS
    return figure.name[:1].isupper() and figure.kind == "person"


def _is_in_subject(word: Word) -> bool:
    """Whether the word is part of a subject: in an object, 'his' most often means the subject."""
    while word.dep_ not in SUBJECTS:
        if word.head is word or word.head.pos_ in ("VERB", "AUX"):
            return False
        word = word.head
    return True


def _spell_out(pronoun: Word, chosen: dict[int, tuple[int, str]]) -> None:
    """'The UN is' for 'they’re', where a name has taken the pronoun's place."""
    if pronoun.tag_ != "PRP" or pronoun.whitespace_ or pronoun.i + 1 >= len(pronoun.doc.words):
        return
    verb = pronoun.doc.words[pronoun.i + 1]
    short = verb.lower_.replace("’", "'")
    if short == "'s":
        chosen[verb.i] = (verb.i, " has" if _is_perfect(verb) else " is")
    elif short in CONTRACTIONS:
        chosen[verb.i] = (verb.i, CONTRACTIONS[short])


def _is_perfect(short: Word) -> bool:
    """Whether "'s" stands for 'has': 'she’s been eating', 'it’s forced banks to pay'."""
    following = next(
        (word for word in short.doc.words[short.i + 1 :] if word.tag_ not in ("RB", "RBR")), None
    )
    if following is None or following.tag_ not in ("VBN", "VBD"):
        return False
    has_object = any(kid.dep_ in ("dobj", "ccomp") for kid in following.children)
    return following.lower_ in ("been", "had", "got") or short.dep_ == "aux" or has_object


def _first_person(word: Word, speaker: str, chosen: dict[int, tuple[int, str]]) -> None:
    """'Rubio is' for 'I am' in what Rubio says."""
    ending = FIRST_PERSON.get(word.lower_)
    if ending is None or word.tag_ not in ("PRP", "PRP$"):
        return
    if word.lower_ == "myself" and word.dep_ not in ("dobj", "pobj"):
        chosen[word.i] = (word.i, "")  # 'would have poured it myself'
        return
    chosen[word.i] = (word.i, speaker + ending)
    _spell_out(word, chosen)
    if word.dep_ not in ("nsubj", "nsubjpass"):
        return
    verb = word.head
    finite = next(
        (kid for kid in verb.children if kid.dep_ in ("aux", "auxpass") and kid.i > word.i), verb
    )
    if finite.tag_ != "VBP" and finite.lower_ != "am":
        return
    lower = finite.lower_
    short = {"am": "is", "'m": " is", "’m": " is", "'ve": " has", "’ve": " has"}
    if lower.startswith(("'d", "’d", "'ll", "’ll")):
        return
    chosen[finite.i] = (finite.i, short.get(lower) or present_of(lemma_of(finite), False))


def _days(
    tree: Tree, offset: int, starts: list[int], times: Sequence[FoundTime]
) -> Iterator[Reading]:
    for time in times:
        if time.precision != "day" or time.start is None or time.start != time.end:
            continue
        lower = time.text.lower()
        if lower.split()[-1] not in WEEKDAYS and lower not in RELATIVE_DAYS:
            continue
        first = bisect_left(starts, time.start_char - offset)
        last = bisect_left(starts, time.end_char - offset) - 1
        if not 0 <= first <= last < len(starts):
            continue
        yield _day(tree.words, first, last, time.start)


def _day(words: list[Word], first: int, last: int, day: date) -> Reading:
    said = f"{day:%B} {day.day}, {day.year}"
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None and following.tag_ == "POS":
        return Reading(first, last + 1, f"the {said}", None, True)
    before = words[first - 1].lower_ if first else ""
    if before in ("this", "last", "next"):
        return Reading(first, last, "", None, True)
    if following is not None and words[last].dep_ in ("compound", "nmod"):
        return Reading(first, last, said, None, True)
    return Reading(first, last, said if before in DAY_PREPOSITIONS else f"on {said}", None, True)
