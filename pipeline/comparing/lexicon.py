"""Words: their vectors, how much they weigh, their dictionary form, and how two of them relate.

Belongs here: reading the two data files and answering for single words. Does not belong here: texts.

`vectors.npz` holds static word vectors distilled from all-MiniLM-L6-v2 (bench/training/distil_vectors.py),
`lexicon.npz` what WordNet says of common words (bench/training/build_lexicon.py). Both are constant: what
two words have to do with each other never depends on the documents of a run.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import scipy.sparse as sparse

DATA = Path(__file__).with_name("data")
FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
Synsets = sparse.csr_array

NO_NUMBER = -1
LONGEST_CHAIN = 12
PAIRS_KEPT = 2_000_000  # pairs of words with their tie: 18 MB
DEEP_ENOUGH = 5  # hypernyms above this depth ('entity', 'object', 'act') make no two words sisters


class Tie(IntEnum):
    """How one word relates to another."""

    NONE = 0
    SYNONYM = 1
    FAMILY = 2  # 'inspect' and 'inspection', 'Japan' and 'Japanese'
    NARROWER = 3  # the first is a kind of the second
    BROADER = 4
    SISTER = 5  # two kinds of one thing
    OPPOSITE = 6


class PartOfSpeech(IntEnum):
    """The part of speech that a word has most often."""

    UNKNOWN = -1
    NOUN = 0
    VERB = 1
    ADJECTIVE = 2
    ADVERB = 3


@dataclass(frozen=True, slots=True)
class Vectors:
    """Vectors of words and pieces of words, and the weight of each.

    Vectors hold whole numbers of at most 127, so that sums of their products are exact in single
    precision and do not depend on how a batch is laid out.
    """

    rows: dict[str, int]
    table: FloatArray
    weights: FloatArray


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of each word; sense and parent numbers are synsets, 0 is none."""

    rows: dict[str, int]
    tagged: IntArray
    senses: IntArray
    parent: IntArray
    opposites: IntArray
    families: IntArray
    irregular: dict[str, str]


@cache
def load_vectors() -> Vectors:
    """The vectors, read once a process."""
    with np.load(DATA / "vectors.npz") as file:
        words = file["words"].tobytes().decode().split("\n")
        table = file["vectors"].astype(np.float32)
        weights = file["weights"].astype(np.float32)
    return Vectors({word: i for i, word in enumerate(words)}, table, weights)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon, read once a process; pairs are sorted keys `a * words + b`."""
    with np.load(DATA / "lexicon.npz") as file:
        words = file["words"].tobytes().decode().split("\n")
        lines = file["irregular"].tobytes().decode().split("\n")

        def keys(name: str) -> IntArray:
            pairs = file[name].astype(np.int64)
            return np.unique(pairs[:, 0] * len(words) + pairs[:, 1])

        return Lexicon(
            rows={word: i for i, word in enumerate(words)},
            tagged=file["tagged"].astype(np.int64),
            senses=file["senses"].astype(np.int64),
            parent=file["parent"].astype(np.int64),
            opposites=keys("opposites"),
            families=keys("families"),
            irregular=dict(line.split(" ") for line in lines),
        )


@cache
def vector_of(word: str) -> tuple[FloatArray, float]:
    """The vector and weight of a word in lower case; that of its longest known pieces if unknown."""
    known = load_vectors()
    row = known.rows.get(word)
    if row is not None:
        return known.table[row], float(known.weights[row])
    total, start = np.zeros(known.table.shape[1], dtype=np.float32), 0
    while start < len(word):
        for end in range(len(word), start, -1):
            row = known.rows.get(word[start:end] if start == 0 else "##" + word[start:end])
            if row is not None:
                total += known.table[row]
                break
        else:
            end = start + 1
        start = end
    largest = float(np.abs(total).max())
    return (np.round(total * (127 / largest)) if largest else total), 1.0


@cache
def lemma_of_word(word: str) -> str:
    """The dictionary form of a word in lower case, without its context; itself where unknown."""
    lexicon = load_lexicon()
    if word in lexicon.irregular:
        return lexicon.irregular[word]
    if word.endswith("s") and word in lexicon.rows:  # 'news', 'series'
        return word
    bases = []
    if word.endswith("s") and not word.endswith("ss"):
        bases += [word[:-1]] + ([word[:-2]] if word.endswith("es") else [])
        bases += [word[:-3] + "y"] if word.endswith("ies") else []
    if word.endswith("ed") and len(word) > 4:
        bases += [word[:-1], word[:-2], word[:-3] if word[-3] == word[-4] else word[:-2]]
        bases += [word[:-3] + "y"] if word.endswith("ied") else []
    if word.endswith("ing") and len(word) > 5:
        bases += [word[:-3] + "e", word[:-3], word[:-4] if word[-4] == word[-5] else word[:-3]]
    known = [base for base in bases if base in lexicon.rows]
    verbs = [base for base in known if lexicon.tagged[lexicon.rows[base], PartOfSpeech.VERB]]
    if word.endswith(("ed", "ing")):
        return verbs[0] if verbs else word
    return known[0] if known else word


def word_number(word: str) -> int:
    """The row of a word in the lexicon; NO_NUMBER where it is not there."""
    return load_lexicon().rows.get(word, NO_NUMBER)


@cache
def part_of_speech(word: str) -> PartOfSpeech:
    """The part of speech that the word has most often."""
    row = load_lexicon().rows.get(word)
    if row is None:
        return PartOfSpeech.UNKNOWN
    return PartOfSpeech(int(load_lexicon().tagged[row].argmax()))


@lru_cache(maxsize=200_000)
def close_tie(one: str, other: str) -> Tie:
    """Whether two words are synonyms, of one family or opposites; NONE where they are neither.

    For single words of few pairs; `ties` answers for many pairs at once, and for broader words, too.
    """
    lexicon = load_lexicon()
    a, b = word_number(one), word_number(other)
    if a == NO_NUMBER or b == NO_NUMBER:
        return Tie.NONE
    pair = np.array([a * len(lexicon.rows) + b, b * len(lexicon.rows) + a])
    if _contains(lexicon.opposites, pair).any():
        return Tie.OPPOSITE
    if _contains(lexicon.families, pair).any():
        return Tie.FAMILY
    shared = set(lexicon.senses[a].tolist()) & set(lexicon.senses[b].tolist()) - {0}
    return Tie.SYNONYM if shared else Tie.NONE


def are_alike(one: str, other: str) -> bool:
    """Whether two words are one, synonyms, or of one family."""
    return one == other or close_tie(one, other) in (Tie.SYNONYM, Tie.FAMILY)


def is_among(word: str, others: Collection[str]) -> bool:
    """Whether one of the others is the word, or alike."""
    return word in others or any(are_alike(word, other) for other in others)


def ties(a: IntArray, b: IntArray) -> IntArray:
    """How each word of `a` relates to the word of `b` beside it; both by number, Tie values out."""
    size = len(load_lexicon().rows)
    keys, back = np.unique((a + 1) * (size + 1) + (b + 1), return_inverse=True)
    if len(_answered().keys) > PAIRS_KEPT:
        _answered.cache_clear()
    answers = _answered()
    new = keys[~_contains(answers.keys, keys)]
    one, other = new // (size + 1) - 1, new % (size + 1) - 1
    found = np.zeros(len(new), dtype=np.int64)
    both = np.flatnonzero((one >= 0) & (other >= 0) & (one != other))
    found[both] = _ties_of_known(one[both], other[both])
    answers.add(new, found)
    spread: IntArray = answers.of(keys)[back.reshape(-1)]
    return spread


class _Answers:
    """The ties of pairs of words that were asked before, by key; the same pairs come in batch after batch."""

    def __init__(self) -> None:
        self.keys = np.zeros(0, dtype=np.int64)
        self._values = np.zeros(0, dtype=np.int8)

    def of(self, keys: IntArray) -> IntArray:
        """The ties of these keys, all of which were added."""
        result: IntArray = self._values[np.searchsorted(self.keys, keys)].astype(np.int64)
        return result

    def add(self, keys: IntArray, values: IntArray) -> None:
        """Keep these ascending keys, none of which is there."""
        at = np.searchsorted(self.keys, keys)
        self.keys = np.insert(self.keys, at, keys)
        self._values = np.insert(self._values, at, values.astype(np.int8))


@cache
def _answered() -> _Answers:
    return _Answers()


def _ties_of_known(one: IntArray, other: IntArray) -> IntArray:
    """The ties of pairs of different words that are all in the lexicon."""
    lexicon, synsets = load_lexicon(), _load_synsets()
    found = np.zeros(len(one), dtype=np.int64)
    used_a, at_a = np.unique(one, return_inverse=True)
    used_b, at_b = np.unique(other, return_inverse=True)
    wanted = at_a * len(used_b) + at_b

    def meet(first: Synsets, second: Synsets) -> npt.NDArray[np.bool_]:
        """Whether the words of a pair share a synset; few pairs of all do, so all are multiplied."""
        shared = (first[used_a] @ second[used_b].T).tocoo()
        return _contains(np.sort(shared.row.astype(np.int64) * len(used_b) + shared.col), wanted)

    found[meet(synsets.near, synsets.near)] = Tie.SISTER
    found[meet(synsets.own, synsets.chain)] = Tie.BROADER
    found[meet(synsets.chain, synsets.own)] = Tie.NARROWER
    found[meet(synsets.own, synsets.own)] = Tie.SYNONYM
    pair = one * len(lexicon.rows) + other
    found[_contains(lexicon.families, pair)] = Tie.FAMILY
    found[_contains(lexicon.opposites, pair)] = Tie.OPPOSITE
    return found


@dataclass(frozen=True, slots=True)
class _SynsetsOfWords:
    """Words x synsets: a word's senses, those with all above them, and what is one or two steps up."""

    own: Synsets
    chain: Synsets
    near: Synsets


@cache
def _load_synsets() -> _SynsetsOfWords:
    chains = _chains(np.arange(len(load_lexicon().rows)))
    size = int(chains.max(initial=0)) + 1
    flat = chains.reshape(len(chains), -1)
    return _SynsetsOfWords(
        _rows_of(chains[:, :, 0], size), _rows_of(flat, size), _rows_of(_deep(chains, 2), size)
    )


def _rows_of(synsets: IntArray, size: int) -> Synsets:
    words, places = np.nonzero(synsets)
    columns = synsets[words, places]
    ones = np.ones(len(words), dtype=np.int32)
    return sparse.csr_array((ones, (words, columns)), shape=(len(synsets), size))


def _chains(words: IntArray) -> IntArray:
    """Senses of each word with their hypernyms: words x senses x chain, 0 where there is none."""
    lexicon = load_lexicon()
    links = [lexicon.senses[words]]
    for _ in range(LONGEST_CHAIN - 1):
        links.append(lexicon.parent[links[-1]])
    return np.stack(links, axis=2)


def _deep(chains: IntArray, reach: int) -> IntArray:
    """The hypernyms of at most `reach` steps up that are not too general."""
    deep = (chains > 0).sum(axis=2, keepdims=True) - np.arange(chains.shape[2]) >= DEEP_ENOUGH
    return np.where(deep, chains, 0)[:, :, 1 : reach + 1].reshape(len(chains), -1)


def _contains(keys: IntArray, wanted: IntArray) -> npt.NDArray[np.bool_]:
    if not len(keys):
        return np.zeros(len(wanted), dtype=bool)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    result: npt.NDArray[np.bool_] = keys[at] == wanted
    return result
