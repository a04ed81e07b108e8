"""Names in a sentence, by tags and capitals, with what kind of thing each names.

Belongs here: finding mentions and guessing their kind. Does not belong here: which mentions are the
same (the document's cast).
"""

from dataclasses import dataclass

from pipeline.language.tree import Tree, Word
from pipeline.language.words import word_set

PERSON_TITLES = word_set(
    "Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. President Sen Sen. Senator Rep Rep. Gov Gov. Governor Gen Gen. General "
    "Col Col. Capt Capt. Lt Lt. Sgt Sgt. Secretary Minister Chancellor King Queen Prince Princess Pope "
    "Judge Justice Attorney Ambassador Mayor Sheriff Sir Lord Lady Professor Prof Prof. Chairman Pastor Rev Rev."
)
ORGANISATION_WORDS = word_set(
    "Inc Inc. Corp Corp. Ltd Ltd. LLC Co Co. Company Group Bank University College School Institute Council "
    "Committee Commission Ministry Department Office Agency Administration Association Union Party Police "
    "Court Army Navy Force Forces Guard Senate House Congress Parliament Government Times Post News Press "
    "Journal Fund Foundation Center Centre Hospital Organization Organisation Club Team Bureau Board Network "
    "Authority Airlines Airways Motors Technologies Partners Society Federation League Alliance Coalition Service"
)
PLACE_WORDS = word_set(
    "City County Island Islands River Lake Sea Ocean Gulf Strait Mountain Mountains Valley Street Avenue Road "
    "Bay Beach Park Province State Region District Airport Port Peninsula Desert Square"
)
PLACE_PREPOSITIONS = word_set(
    "in at near from to toward towards around across throughout outside inside"
)
LINKS = word_set("of the & de la von van bin al")
NEVER = word_set(
    "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at token places `first` to `last` (inclusive), as the sentence writes it."""

    first: int
    last: int
    start: int
    end: int
    text: str
    kind: str


def mentions_of(tree: Tree) -> list[Mention]:
    """The named things of the sentence, in order."""
    words = tree.words
    found: list[Mention] = []
    at, count = 0, len(words)
    while at < count:
        if not _is_name(words[at]):
            at += 1
            continue
        last = at
        while last + 1 < count:
            if _is_name(words[last + 1]):
                last += 1
            elif (
                last + 2 < count
                and words[last + 1].lower_ in LINKS
                and _is_name(words[last + 2])
                and (words[last + 1].lower_ != "the")
            ):
                last += 2
            else:
                break
        run = words[at : last + 1]
        at = last + 1
        if len(run) == 1 and run[0].text in NEVER:
            continue
        start, end = run[0].idx, run[-1].idx + len(run[-1].text)
        found.append(Mention(run[0].i, run[-1].i, start, end, tree.text[start:end], kind_of(run)))
    return found


def _is_name(word: Word) -> bool:
    return (
        word.tag_ in ("NNP", "NNPS")
        and word.text[0].isalnum()
        and word.text[0] == word.text[0].upper()
    )


def kind_of(run: list[Word]) -> str:
    """The kind of thing that the words of a name tell of."""
    texts = [word.text for word in run]
    if texts[0] in PERSON_TITLES and len(texts) > 1:
        return "person"
    if any(text in ORGANISATION_WORDS for text in texts) or any(
        len(text) > 1 and text.isupper() and text.isalpha() for text in texts
    ):
        return "organisation"
    if texts[-1] in PLACE_WORDS:
        return "place"
    head = run[-1].head
    if run[-1].dep_ == "pobj" and head.lower_ in PLACE_PREPOSITIONS:
        return "place"
    if 2 <= len(texts) <= 3 and all(text[1:].lower() == text[1:] or "." in text for text in texts):
        return "person"
    return "other"
