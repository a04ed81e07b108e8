"""Dictionary forms of English words, by spaCy's tables of rules and exceptions.

Belongs here: looking a word up. Does not belong here: parsing.

The rules are those of spaCy's rule lemmatizer; its own code searches lists of thousands of words for
each look-up, which cost more than the parse where words are rare.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

SHORT_SYLLABLE = re.compile(r"(?:^|[^aeiou])[aeiouy][^aeiouwxy]$")
Rules = Sequence[Sequence[str]]

IRREGULAR = {
    **dict.fromkeys(
        ("am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"),
        "be",
    ),
    **dict.fromkeys(("has", "had", "having", "'ve", "’ve"), "have"),
    **dict.fromkeys(("does", "did", "done", "doing"), "do"),
    "ca": "can",
    "wo": "will",
    "'ll": "will",
    "’ll": "will",
    "'d": "would",
    "’d": "would",
    "n't": "not",
    "n’t": "not",
}


class Lemmas:
    """The tables of one language, by part of speech in lower case."""

    def __init__(self, lookups: Any) -> None:
        self._words: dict[str, frozenset[str]] = {
            pos: frozenset(words) for pos, words in _table(lookups, "lemma_index").items()
        }
        self._exceptions: Mapping[str, Mapping[str, Sequence[str]]] = _table(lookups, "lemma_exc")
        self._rules: Mapping[str, Rules] = _table(lookups, "lemma_rules")

    def of(self, word: str, pos: str) -> str:
        """The dictionary form of a word in lower case; the word itself where no rule applies."""
        known = self._words.get(pos, frozenset())
        listed: list[str] = []
        other: list[str] = []
        for old, new in self._rules.get(pos, ()):
            if not word.endswith(old):
                continue
            form = word[: len(word) - len(old)] + new
            if form in known:
                listed.insert(0, form)
            elif form and not form.isalpha():
                listed.append(form)
            elif form:
                other.append(form)
        for form in self._exceptions.get(pos, {}).get(word, ()):
            if form not in listed:
                listed.insert(0, form)
        best = (listed or other or [word])[0].lower()
        if f"{best}e" in listed and SHORT_SYLLABLE.search(best):
            return f"{best}e"  # 'hoping' is of 'hope': 'hop' would double its consonant
        return best


def _table(lookups: Any, name: str) -> dict[str, Any]:
    """A table with its parts of speech as written, not as hashes."""
    if not lookups.has_table(name):
        return {}
    table = lookups.get_table(name)
    return {pos: table[pos] for pos in ("noun", "verb", "adj", "adv", "aux") if pos in table}


@lru_cache(maxsize=200_000)
def lemma(lemmas: Lemmas, word: str, pos: str) -> str:
    """The dictionary form of a word with its universal part of speech, kept for the next look-up."""
    if pos in ("AUX", "VERB", "PART", "ADV") and word in IRREGULAR:
        return IRREGULAR[word]
    return lemmas.of(word, pos.lower())
