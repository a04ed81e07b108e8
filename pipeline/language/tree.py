"""A sentence's dependency tree as plain objects: what the rooms that read trees walk.

Belongs here: words with their relations, and runs of them. Does not belong here: parsing, and
anything that reads meaning off a tree.

The names are spaCy's, so that a rule reads the same on either. spaCy makes a new Python object at
every look at a token's head, child or relation; here each word is made once from the parse's arrays,
which lets rules look as often as they like at a tenth of the cost.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COLUMNS = ["HEAD", "DEP", "TAG", "IDX", "LENGTH", "SPACY"]
FORMS_OF_BE = frozenset(
    ("be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m")
)
PART_OF_SPEECH = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    "MD": "AUX",
    **dict.fromkeys(("JJ", "JJR", "JJS", "AFX"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "RBS", "WRB"), "ADV"),
    **dict.fromkeys(("PRP", "WP", "EX", "WDT"), "PRON"),
    **dict.fromkeys(("DT", "PDT", "PRP$", "WP$"), "DET"),
    **dict.fromkeys(("IN", "RP"), "ADP"),
    "TO": "PART",
    "POS": "PART",
    "CC": "CCONJ",
    "CD": "NUM",
    "UH": "INTJ",
    "FW": "X",
    "LS": "X",
    "XX": "X",
    "ADD": "X",
    "NFP": "PUNCT",
    **dict.fromkeys((".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH"), "PUNCT"),
    "$": "SYM",
    "#": "SYM",
    "SYM": "SYM",
    "_SP": "SPACE",
}


class Word:
    """One token; `i` is its number in the sentence, `idx` its offset in the sentence's text.

    The head of a root is the root itself.
    """

    __slots__ = (
        "_subtree",
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "lower_",
        "pos_",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: "Tree"
    head: "Word"
    i: int
    idx: int
    text: str
    lower_: str
    tag_: str
    dep_: str
    pos_: str
    whitespace_: str
    children: list["Word"]
    _subtree: list["Word"] | None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list["Word"]:
        """The children before the word, in order."""
        return [kid for kid in self.children if kid.i < self.i]

    @property
    def rights(self) -> list["Word"]:
        """The children behind the word, in order."""
        return [kid for kid in self.children if kid.i > self.i]

    @property
    def subtree(self) -> list["Word"]:
        """The word and all below it, in the order of the sentence; not to be changed."""
        if self._subtree is None:
            below = [self]
            for word in below:
                below.extend(word.children)
            if len(below) > 1:
                below.sort(key=_number)
            self._subtree = below
        return self._subtree

    @property
    def left_edge(self) -> "Word":
        """The first word of the subtree."""
        return self.subtree[0]

    @property
    def right_edge(self) -> "Word":
        """The last word of the subtree."""
        return self.subtree[-1]

    @property
    def ancestors(self) -> Iterator["Word"]:
        """The words over this one, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def is_space(self) -> bool:
        """Whether the token is white space."""
        return self.pos_ == "SPACE"

    @property
    def is_sent_start(self) -> bool:
        """Whether the token begins the sentence."""
        return self.i == 0

    def nbor(self, distance: int = 1) -> "Word":
        """The word so many places on; raises IndexError outside the sentence."""
        at = self.i + distance
        if at < 0:
            raise IndexError(at)
        return self.doc.words[at]


def _number(word: Word) -> int:
    return word.i


class Run:
    """The words of a tree from `start` up to, not including, `end`."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Tree", start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc.words[self.start : self.end])

    def __len__(self) -> int:
        return max(0, self.end - self.start)

    def __getitem__(self, index: int) -> Word:
        return self.doc.words[self.start : self.end][index]

    @property
    def text(self) -> str:
        """The text from the first to the last word."""
        words = self.doc.words[self.start : self.end]
        return self.doc.text[words[0].idx : words[-1].idx + len(words[-1].text)] if words else ""

    @property
    def root(self) -> Word:
        """The first word whose head lies outside, or is itself."""
        for word in self:
            if word.head is word or not self.start <= word.head.i < self.end:
                return word
        return self.doc.words[self.start]


class Tree:
    """The words of one sentence, in order."""

    __slots__ = ("text", "words")

    def __init__(self, text: str, words: list[Word]) -> None:
        self.text, self.words = text, words

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def reset(self) -> None:
        """Forgets what was worked out of the relations, after one of them was changed."""
        for word in self.words:
            word._subtree = None

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Run: ...
    def __getitem__(self, index: int | slice) -> Word | Run:
        if isinstance(index, slice):
            start, end, _ = index.indices(len(self.words))
            return Run(self, start, max(start, end))
        return self.words[index]


def tree_of(doc: "Doc", text: str | None = None, start: int = 0) -> Tree:
    """The tree of one parsed sentence; of `text` from `start` on where only that was parsed."""
    rows = doc.to_array(_COLUMNS).astype("int64").tolist()
    return _tree(doc.text if text is None else text, start, rows, doc.vocab.strings)


def _tree(text: str, ahead: int, rows: Sequence[Sequence[int]], strings: Any) -> Tree:
    words: list[Word] = []
    tree = Tree(text, words)
    for number, (_, dep_code, tag_code, start, length, space) in enumerate(rows):
        word = Word()
        word.i = number
        word.idx = start = start + ahead
        word.text = token = text[start : start + length]
        word.lower_ = lower = token.lower()
        word.tag_ = tag = _name(tag_code, strings)
        word.dep_ = dep = _name(dep_code, strings)
        word.pos_ = part_of_speech(tag, dep, lower)
        word.whitespace_ = " " if space else ""
        word.children = []
        word.doc = tree
        word._subtree = None
        words.append(word)
    for number, row in enumerate(rows):
        word = words[number]
        word.head = head = words[number + row[0]]
        if head is not word:
            head.children.append(word)
    return tree


_NAMES: dict[int, str] = {}


def _name(code: int, strings: Any) -> str:
    """The name of a tag or relation; there are under a hundred of them."""
    name = _NAMES.get(code)
    if name is None:
        name = _NAMES[code] = strings[code & 0xFFFFFFFFFFFFFFFF]
    return name


def part_of_speech(tag: str, relation: str, lower: str) -> str:
    """The universal part of speech by tag; auxiliaries by their relation and forms of 'be'."""
    if tag[:2] == "VB" and (relation in ("aux", "auxpass") or lower in FORMS_OF_BE):
        return "AUX"
    if tag == "IN" and relation == "mark":
        return "SCONJ"
    return PART_OF_SPEECH.get(tag, "X")
