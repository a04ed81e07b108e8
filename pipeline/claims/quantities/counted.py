"""What a number counts, by the sentence's tree.

Belongs here: the noun that a number belongs to, and telling a number that names from one that
counts. Does not belong here: the text of numbers and units.
"""

import re

from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Run, Word

YEAR = re.compile(r"(?:19|20)\d\d")
NOUN = ("NOUN", "PROPN")
NUMBER_RELATIONS = ("nummod", "compound", "amod", "quantmod", "nmod", "advmod")
SAME_AS_PEOPLE = frozenset(["person", "people", "persons", "others", "individuals"])
TIMES = frozenset(["year", "years", "month", "quarter", "week", "day", "decade", "time"])
PARTITIVES = word_set(
    "total number series group pair set team crew batch handful majority minority array list string "
    "wave type kind sort range"
)
SUBJECTS = ("nsubj", "nsubjpass")
PLACING = word_set("put place set estimate raise lower bring limit cap cut")
"""Verbs that put a number on their object: 'put the toll at 58'."""
HUMAN_FATES = word_set(
    "die kill injure wound hurt hospitalise hospitalize displace evacuate arrest detain infect"
)
VERBS_OF_BEING = word_set(
    "be stand remain reach hit total rise fall grow drop climb jump increase decrease decline slip gain lose cost "
    "come amount"
)


def counted_noun(span: Run) -> Word | None:
    """The noun whose number the span tells: 'strikes' in 'four more strikes'; None where none is near."""
    noun = _past_hyphens(_noun_over(span))
    if (
        noun is not None
        and noun.i > 0
        and noun.lower_ in TIMES
        and noun.nbor(-1).lower_ in ("last", "this", "next")
    ):
        return None  # '63 last year'
    return noun


def _past_hyphens(noun: Word | None) -> Word | None:
    """'Sponsors' for the 'co' of 'co-sponsors', which the tokenizer parts."""
    while noun is not None and noun.i + 2 < len(noun.doc):
        hyphen, following = noun.nbor(1), noun.nbor(2)
        if hyphen.text != "-" or noun.whitespace_ or following.pos_ not in NOUN:
            break
        noun = following
    return noun


def _noun_over(span: Run) -> Word | None:
    root = span.root
    for child in root.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i >= span.end - 1:
            return _object_of(child)
    head = root.head
    steps = 0
    while head.i != root.i and steps < 4:
        if head.pos_ in NOUN and head.i >= span.end and root.dep_ in NUMBER_RELATIONS:
            return _through_partitive(_unit_noun(span, head))
        if head.pos_ not in ("NUM", "SYM", "ADP", "ADV", "ADJ"):
            break
        root, head = head, head.head
        steps += 1
    return _noun_behind(span)


def _unit_noun(span: Run, head: Word) -> Word:
    """'Page' in 'a 12 page document': several of something stand in the singular before a noun."""
    doc = span.doc
    at = span.end + (span.end < len(doc) and doc[span.end].text == "-")
    following = doc[at] if at < len(doc) else head
    single = head.tag_ == "NN" and following.tag_ == "NN" and following.i < head.i
    return following if single and span.text.lower() not in ("1", "one", "a", "an") else head


def _object_of(preposition: Word) -> Word | None:
    for child in preposition.children:
        if child.dep_ == "pobj" and child.pos_ in NOUN:
            return _through_partitive(child)
    return None


def _through_partitive(noun: Word) -> Word:
    if noun.lower_ in PARTITIVES:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return _object_of(child) or noun
    return noun


def _noun_behind(span: Run) -> Word | None:
    """The head of the plain noun phrase straight behind the number, where the tree misplaced it."""
    doc = span.doc
    last = None
    for token in doc[span.end : span.end + 5]:
        if token.pos_ in NOUN:
            last = token
        elif last is not None or token.tag_ not in ("JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "NN"):
            break
    if last is not None and last.tag_ in ("NNS", "NNPS"):
        return last
    return None


def measured_noun(span: Run) -> Word | None:
    """What an amount with a unit is an amount of: 'ice' in '127 tonnes of ice', else the subject."""
    root = span.root
    for child in root.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "in") and child.i >= span.end - 1:
            found = _object_of(child)
            if found is not None and found.lower_ not in TIMES and found.tag_ != "NNP":
                return found
    if root.dep_ in NUMBER_RELATIONS and root.head.pos_ in NOUN and root.head.i >= span.end:
        return root.head
    holder = root.head.head
    if root.dep_ == "pobj" and root.head.lower_ == "of" and holder.pos_ == "NOUN":
        return holder  # 'a loss of 40 marks'
    return told_noun(span)


def told_noun(span: Run) -> Word | None:
    """What a number is told of by a verb: the deaths of 'the number of deaths rose to 53'."""
    verb = span.root.head
    while verb.dep_ == "prep" or (verb.pos_ == "ADJ" and verb.head.i != verb.i):
        verb = verb.head  # 'at 58', '40 metres wide'
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    lemma = lemma_of(verb)
    relations = SUBJECTS if lemma in VERBS_OF_BEING else ("dobj",) if lemma in PLACING else ()
    for child in verb.children:
        if child.dep_ in relations and child.pos_ == "NOUN" and child.i < span.start:
            return _through_partitive(child)
    return None


def is_of_people(span: Run) -> bool:
    """Whether a number alone is the subject of what only happens to people: '12 have died'."""
    root = span.root
    verb = root.head
    return root.dep_ in SUBJECTS and verb.pos_ == "VERB" and lemma_of(verb) in HUMAN_FATES


def noun_name(noun: Word | None) -> str | None:
    """The name of what is counted: the lemma in lower case, 'people' for persons."""
    if noun is None:
        return None
    if noun.lower_ in SAME_AS_PEOPLE:
        return "people"
    lemma = lemma_of(noun).lower()
    if noun.tag_ == "NNPS" and lemma.endswith("s") and len(lemma) > 3:
        lemma = lemma[:-1]
    return lemma


def is_in_name(number: Run) -> bool:
    """Whether a number in words is part of a name: 'Six News', 'Channel Four'."""
    first = number[0]
    if not first.text[:1].isupper() or first.i == number.doc[0].i:
        return False
    before, behind = number.doc[number.start - 1], number.doc[number.end : number.end + 1]
    return any(
        word.pos_ == "PROPN" and word.text[:1].isupper()
        for word in (*((before,) if before.whitespace_ else ()), *behind)
    )


def is_label(number: Run, noun: Word | None) -> bool:
    """Whether the number names one of many: 'Model 3', 'iPhone 14', 'a 2024 saloon'."""
    follows = noun is not None and noun.i >= number.end and noun.tag_ in ("NNS", "NNPS")
    if YEAR.fullmatch(number.text) and not follows:
        return True
    if number.start == 0:
        return False
    before = number.doc[number.start - 1]
    if before.text[1:] != before.text[1:].lower() and not before.text.isupper():
        return bool(before.whitespace_) and before.text.isalpha()  # a brand such as 'iPhone'
    if before.text == "(" and number.start > 1 and number.end < len(number.doc):
        return bool(
            number.doc[number.start - 2].pos_ == "PROPN" and number.doc[number.end].text == ")"
        )
    is_name: bool = before.pos_ == "PROPN" and before.text[0].isupper() and before.whitespace_ != ""
    return is_name and not follows
