"""Words: their vectors, how much they weigh, their dictionary form, and how two of them relate.

Belongs here: reading the two data files and answering for single words. Does not belong here: texts.

`vectors.npz` holds static word vectors distilled from all-MiniLM-L6-v2 (training/distil_vectors.py),
`lexicon.npz` what WordNet says of common words (training/build_lexicon.py). Both are constant: what
two words have to do with each other never depends on the documents of a run.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

DATA = Path(__file__).with_name("data")
FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]

NO_NUMBER = -1
LONGEST_CHAIN = 12
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


def part_of_speech(word: str) -> PartOfSpeech:
    """The part of speech that the word has most often."""
    row = load_lexicon().rows.get(word)
    if row is None:
        return PartOfSpeech.UNKNOWN
    return PartOfSpeech(int(load_lexicon().tagged[row].argmax()))


def ties(a: IntArray, b: IntArray) -> IntArray:
    """How each word of `a` relates to the word of `b` beside it; both by number, Tie values out."""
    lexicon = load_lexicon()
    size = len(lexicon.rows)
    keys, back = np.unique((a + 1) * (size + 1) + (b + 1), return_inverse=True)
    one, other = keys // (size + 1) - 1, keys % (size + 1) - 1
    result = np.zeros(len(keys), dtype=np.int64)
    both = np.flatnonzero((one >= 0) & (other >= 0) & (one != other))
    if not len(both):
        return np.zeros(len(a), dtype=np.int64)
    one, other = one[both], other[both]
    found = np.zeros(len(both), dtype=np.int64)
    chains_a, chains_b = _chains(one), _chains(other)
    first_a, first_b = chains_a[:, :, 0], chains_b[:, :, 0]
    found[_meets(_deep(chains_a, 2), _deep(chains_b, 2))] = Tie.SISTER
    found[_meets(first_a, chains_b.reshape(len(both), -1))] = Tie.BROADER
    found[_meets(chains_a.reshape(len(both), -1), first_b)] = Tie.NARROWER
    found[_meets(first_a, first_b)] = Tie.SYNONYM
    pair = one * size + other
    found[_contains(lexicon.families, pair)] = Tie.FAMILY
    found[_contains(lexicon.opposites, pair)] = Tie.OPPOSITE
    result[both] = found
    spread: IntArray = result[back.reshape(-1)]
    return spread


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


def _meets(a: IntArray, b: IntArray) -> npt.NDArray[np.bool_]:
    """Whether a row of `a` and the row of `b` share a synset."""
    result: npt.NDArray[np.bool_] = (
        ((a[:, :, None] == b[:, None, :]) & (a[:, :, None] > 0)).any(axis=2).any(axis=1)
    )
    return result


def _contains(keys: IntArray, wanted: IntArray) -> npt.NDArray[np.bool_]:
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    result: npt.NDArray[np.bool_] = keys[at] == wanted
    return result
