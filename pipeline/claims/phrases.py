"""Groups of words of a sentence and how they read.

Belongs here: trimming, cutting asides out, the text of words. Does not belong here: which words make
a statement.
"""

from collections.abc import Iterable, Iterator

from pipeline.language.tree import Word

EDGE = frozenset((",", ".", ";", ":", "!", "?", "—", "–", "-", "…", "--", "...", "/", "*", "|"))
PARTING = frozenset((",", ";", "—", "–", "-", "--", ":"))
MOST_MEMBERS = 6  # a longer list is a table in a sentence
OPENING, CLOSING = frozenset(("(", "[", "“", "``", "‘")), frozenset((")", "]", "”", "''", "’"))


def trimmed(words: list[Word]) -> list[Word]:
    """The words without white space and loose punctuation at their ends."""
    start, end = 0, len(words)
    while start < end and _is_loose(words[start]):
        start += 1
    while start < end and _is_loose(words[end - 1]):
        end -= 1
    kept = words[start:end]
    if kept and kept[-1].text in OPENING:
        return trimmed(kept[:-1])
    if kept and kept[0].text in CLOSING and kept[0].tag_ != "POS":
        return trimmed(kept[1:])
    return kept


def _is_loose(word: Word) -> bool:
    return word.text in EDGE or word.pos_ == "SPACE"


def below(head: Word, left_out: frozenset[int] = frozenset()) -> list[Word]:
    """The word and all below it in order, less the subtrees of the words numbered in `left_out`."""
    if not left_out:
        return head.subtree
    words = [head]
    for word in words:
        words.extend(kid for kid in word.children if kid.i not in left_out)
    words.sort(key=number)
    return words


def number(word: Word) -> int:
    """The word's place in its sentence."""
    return word.i


def closed_up(words: list[Word]) -> list[Word]:
    """The words without the commas and dashes that parted what was cut out between them."""
    if not words:
        return []
    if words[-1].dep_ == "cc":
        words = words[:-1]
    if words and words[-1].i - words[0].i == len(words) - 1:
        return trimmed(words)
    kept: list[Word] = []
    after_cut = False
    for word in words:
        if kept and word.i != kept[-1].i + 1 and not after_cut:
            while kept and kept[-1].text in PARTING:
                kept.pop()
            after_cut = True
        if after_cut and word.text in PARTING:
            continue
        after_cut = False
        kept.append(word)
    while len(kept) > 1 and kept[-1].dep_ == "cc":
        kept.pop()  # 'and' whose partner is a statement of its own
    return trimmed(kept)


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
    if not words:
        return ""
    text = words[0].doc.text
    first, last = words[0], words[-1]
    if last.i - first.i == len(words) - 1:
        return text[first.idx : last.idx + len(last.text)]
    return " ".join(text[run[0].idx : run[-1].idx + len(run[-1].text)] for run in runs_of(words))


def members_of(words: list[Word]) -> list[list[Word]]:
    """The members of a list of nouns ('A, B and C'), each with its own words; empty for anything else."""
    inside = {word.i for word in words}
    heads = [word for word in words if word.head.i not in inside or word.head is word]
    if len(heads) != 1 or heads[0].pos_ not in ("NOUN", "PROPN"):
        return []
    chain = [heads[0]]
    for member in chain:
        chain.extend(
            kid
            for kid in member.children
            if kid.dep_ == "conj" and kid.pos_ in ("NOUN", "PROPN") and kid.i in inside
        )
    if not 2 <= len(chain) <= MOST_MEMBERS:
        return []
    members = []
    for member in chain:
        out = frozenset(
            kid.i for kid in member.children if kid.dep_ in ("conj", "cc", "preconj", "punct")
        )
        members.append(closed_up([word for word in below(member, out) if word.i in inside]))
    return [member for member in members if member]
