"""The places in a sentence that mean somebody or something: names, descriptions, pronouns.

Belongs here: where a mention begins and ends, its title, what its words tell of its kind. Does not
belong here: whom it means (cast.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.claims.names import lexicon
from pipeline.claims.names.records import Form, Gender, Kind
from pipeline.cleaning.words import word_set
from pipeline.language.outlets import AMBIGUOUS, known_outlet
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Tree, Word

PRONOUNS: dict[str, tuple[Gender | None, bool]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("male", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("female", False)),
    **dict.fromkeys(("it", "its", "itself"), (None, False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), (None, True)),
}
DEFINITE = word_set("the this that these those his her their its our my your")
SUBJECTS = ("nsubj", "nsubjpass")
PEOPLE_BY_NUMBER = word_set("some many others several both two three four five few dozens most")
LONGEST_PERSON_NAME = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before it is resolved; `first`, `last` and `head` are words of its sentence.

    `name` is the text less titles and article; `role` the lemma of a description's noun.
    """

    first: Word
    last: Word
    head: Word
    form: Form
    name: str
    kind: Kind | None
    gender: Gender | None
    is_plural: bool
    title: str = ""
    role: str = ""
    is_definite: bool = False

    @property
    def is_subject(self) -> bool:
        """Whether the mention is the subject of a clause."""
        return self.head.dep_ in SUBJECTS


def mentions_in(tree: Tree) -> Iterator[Found]:
    """The mentions of one sentence, in order; none inside another but a name inside a description."""
    words = tree.words
    at = 0
    while at < len(words):
        word = words[at]
        if is_name_word(word):
            last = _end_of_name(words, at)
            found = _name(words[at : last + 1])
            at = last + 1
            if found is not None:
                yield found
            continue
        if word.lower_ in PRONOUNS and word.tag_ in ("PRP", "PRP$"):
            gender, is_plural = PRONOUNS[word.lower_]
            yield Found(word, word, word, "pronoun", word.lower_, None, gender, is_plural)
        elif word.tag_ in ("NN", "NNS", "DT", "CD", "JJ"):
            described = _description(word)
            if described is not None:
                yield described
        at += 1


def is_name_word(word: Word) -> bool:
    """Whether the word is part of a name by its tag and capital."""
    if word.tag_ not in ("NNP", "NNPS") or word.text in lexicon.NOT_NAMES:
        return False
    return word.text[0].isalnum() and not word.text[0].islower()


def _end_of_name(words: list[Word], at: int) -> int:
    last = at
    while last + 1 < len(words):
        following = words[last + 1]
        beyond = words[last + 2] if last + 2 < len(words) else None
        if is_name_word(following):
            last += 1
        elif beyond is not None and is_name_word(beyond) and _links(words[last], following, beyond):
            last += 2
        elif (
            following.lower_ == "of"
            and beyond is not None
            and beyond.lower_ == "the"
            and last + 3 < len(words)
            and is_name_word(words[last + 3])
            and words[last].text in lexicon.TITLES
        ):
            last += 3
        else:
            break
    return last


def _links(before: Word, link: Word, behind: Word) -> bool:
    if link.lower_ == ",":
        return behind.text in lexicon.SUFFIXES
    if link.lower_ == "for":
        return before.text in lexicon.ORGANISATION_WORDS
    if link.lower_ == "of":
        return before.dep_ != "pobj" or before.text in (
            lexicon.ORGANISATION_WORDS | lexicon.OUTLET_WORDS | lexicon.TITLES
        )
    return link.lower_ in lexicon.LINKS or (link.text == "-" and not link.whitespace_)


def _name(run: list[Word]) -> Found | None:
    texts = [word.text for word in run]
    cut = _behind_titles(texts)
    if cut == 0 and run[0].i > 1 and run[0].doc[run[0].i - 1].lower_ == "of":
        while cut + 1 < len(run) and texts[cut] in lexicon.OFFICES:
            cut += 1  # 'secretary of State Writer'
    if cut == 0 and len(run) > 2 and texts[0] == "The" and given_gender(texts[1]):
        run = run[1:]  # 'The Ann Holt' of a headline's capitals
    named, title = run[cut:], " ".join(texts[:cut])
    while named and named[-1].text in lexicon.NEVER_NAMES and len(named) > 1:
        named = named[:-1]
    if not named or (len(named) == 1 and named[0].text in lexicon.NEVER_NAMES):
        return None
    last = named[-1]
    head = _head_of(named)
    name = head.doc.text[named[0].idx : last.idx + len(last)]
    if cut == 0 and len(named) == 1 and named[0].text in lexicon.TITLES and head.dep_ != "compound":
        role = lexicon.SHORT_TITLES.get(name.lower().rstrip("."), name.lower())
        first = _determiner(named[0]) or named[0]
        return Found(
            first, last, head, "description", name, "person", _gender_of_title(name), False,
            role=role, is_definite=True,
        )  # fmt: skip
    kind = kind_of_name(name, [word.text for word in named], title, named)
    gender = _gender_of_title(title) or given_gender(named[0].text)
    if kind != "person":
        gender = None
    lower = _lower_title(run[0])
    return Found(
        run[0], last, head, "name", name, kind, gender,
        kind in ("thing", "group") and last.tag_ == "NNPS",
        title=f"{lower} {title}".strip(),
    )  # fmt: skip


def _head_of(named: list[Word]) -> Word:
    """The word of the name that its other words hang on, the last one where the tree is torn."""
    first, last = named[0].i, named[-1].i
    for word in reversed(named):
        if word.tag_ in ("NNP", "NNPS") and not first <= word.head.i <= last:
            return word
    return named[-1]


def _behind_titles(texts: list[str]) -> int:
    """How many words of the run are titles; none where nothing but titles is left."""
    cut = 0
    for number, text in enumerate(texts):
        if text in lexicon.TITLES:
            cut = number + 1
            while cut < len(texts) and texts[cut] in lexicon.OFFICES:
                cut += 1
    return cut if cut < len(texts) else 0


def _determiner(word: Word) -> Word | None:
    beside = word.doc[word.i - 1] if word.i else word
    return next(
        (kid for kid in word.children if kid.dep_ in ("det", "poss") and kid.i < word.i),
        beside if beside.lower_ == "the" else None,  # the tree may hang it on a word behind
    )


def _lower_title(first: Word) -> str:
    """'former president' in 'former president Bill Writer'."""
    titles: list[str] = []
    at = first.i - 1
    while at >= 0:
        word = first.doc[at]
        if word.tag_ == "JJ" and word.text[0].isupper() and word.head.i >= first.i:
            return " ".join([word.text, *reversed(titles)])  # 'Norlandish' of a president
        if word.tag_ in ("NN", "JJ") and (word.lower_ in lexicon.UNNAMED_PEOPLE or titles):
            if word.lower_ not in lexicon.UNNAMED_PEOPLE and word.dep_ not in ("amod", "compound"):
                break
            titles.append(word.text)
            at -= 1
        else:
            break
    return " ".join(reversed(titles))


def _gender_of_title(title: str) -> Gender | None:
    for word in title.split():
        if word in lexicon.FEMALE_TITLES or word.lower() in lexicon.FEMALE_NOUNS:
            return "female"
        if word in lexicon.MALE_TITLES or word.lower() in lexicon.MALE_NOUNS:
            return "male"
    return None


def given_gender(name: str) -> Gender | None:
    """The sex that a given name tells, where the lists know it."""
    if name in lexicon.FEMALE_NAMES:
        return "female"
    return "male" if name in lexicon.MALE_NAMES else None


def kind_of_name(name: str, texts: list[str], title: str, named: list[Word]) -> Kind:
    """The kind of thing that a name is of, by its words and those around it."""
    if known_outlet(name) and name not in AMBIGUOUS:
        return "outlet"
    if title:
        return "person"
    if len(texts) > 1 and texts[-1] in lexicon.OUTLET_WORDS:
        return "outlet"
    if any(text in lexicon.ORGANISATION_WORDS for text in texts):
        return "organisation"
    if named[-1].tag_ == "NNPS" and len(texts) == 1:
        return "group"
    if texts[-1] in lexicon.PLACES or texts[0] in lexicon.PLACES:
        return "place" if len(texts) == 1 else "thing"
    if given_gender(texts[0]) and 2 <= len(texts) <= LONGEST_PERSON_NAME:
        return "person"
    if name.isupper() and len(name) > 1 and name.isalpha():
        return "organisation"
    if 2 <= len(texts) <= 3 and _acts_as_person(named):
        return "person"
    return "thing"


def _acts_as_person(named: list[Word]) -> bool:
    """Whether the name stands where people do: told apart by an age, a role, 'who', a word of saying."""
    if not all(word.text[1:].islower() or "." in word.text or "-" in word.text for word in named):
        return False
    head = _head_of(named)
    for kid in head.children:
        if kid.dep_ == "appos" and (kid.lower_ in lexicon.UNNAMED_PEOPLE or kid.tag_ == "CD"):
            return True
        if kid.dep_ == "relcl" and any(below.lower_ == "who" for below in kid.children):
            return True
    if head.dep_ == "appos" and head.head.lower_ in lexicon.UNNAMED_PEOPLE:
        return True
    return head.dep_ == "nsubj" and lemma_of(head.head) in (
        "say",
        "tell",
        "add",
        "write",
        "ask",
        "recall",
    )


def _description(word: Word) -> Found | None:
    """A noun for people or bodies as the head of a phrase: 'the senior official', 'some'."""
    lower = word.lower_
    if word.dep_ in ("compound", "amod", "det", "nummod", "poss") and word.tag_ not in (
        "NN",
        "NNS",
    ):
        return None
    if word.tag_ not in ("NN", "NNS"):
        if word.dep_ in SUBJECTS and lower in PEOPLE_BY_NUMBER:
            return Found(
                word, word, word, "description", lower, "anonymous", None, True, role="some"
            )
        return None
    if word.dep_ in ("compound", "nmod", "npadvmod"):
        return None
    lemma = "person" if lower in ("people", "persons") else lemma_of(word)
    kind = _kind_of_noun(lemma)
    if lemma == "source" and any(kid.lower_ == "of" for kid in word.children):
        return None
    if kind is None or _names_a_title(word):
        return None
    first = word.left_edge
    determiner = _determiner(word)
    is_definite = determiner is not None and determiner.lower_ in DEFINITE
    start = first.i
    if first.dep_ == "det" and first.lower_ in ("the", "a", "an"):
        start += 1
    text = word.doc.text[word.doc[start].idx : word.idx + len(word)]
    gender: Gender | None = (
        "female"
        if lemma in lexicon.FEMALE_NOUNS
        else "male"
        if lemma in lexicon.MALE_NOUNS
        else None
    )
    return Found(
        first, word, word, "description", text, kind, gender, word.tag_ == "NNS" or lower == "people",
        role=lemma, is_definite=is_definite,
    )  # fmt: skip


def _kind_of_noun(lemma: str) -> Kind | None:
    if lemma in lexicon.UNNAMED_PEOPLE:
        return "anonymous" if lemma in lexicon.SOURCE_NOUNS else "group"
    if lemma in lexicon.OUTLET_NOUNS or lemma in lexicon.REPORTS:
        return "outlet"
    return "organisation" if lemma in lexicon.GROUP_NOUNS else None


def _names_a_title(word: Word) -> bool:
    """Whether the noun is the title of the name behind it ('spokesman John Writer')."""
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return (
        following is not None
        and is_name_word(following)
        and following.head is not word.head.head
        and (word.head is following or following.dep_ == "appos")
    )
