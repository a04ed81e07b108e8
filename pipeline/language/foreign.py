"""The language of one sentence, asked of the identifier only where there is doubt.

Belongs here: telling a foreign sentence inside a document of another language. Does not belong here:
the language of a document, which cleaning decides.

Identifying every sentence would cost more than splitting them. In an English document a sentence
with a function word of English in it is English; only one that has none, or is written in another
script, is worth a question.
"""

import re
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from pipeline.cleaning.words import word_list
from pipeline.language.abbreviations import ENGLISH_FUNCTION_WORDS

WORD = re.compile(r"[^\W\d_]+")
FEWEST_WORDS = 5  # names and headlines of fewer words tell nothing
SURE = 0.9
NEWS_LANGUAGES = word_list(
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl "
    "sq sr sv sw ta th tl tr uk ur vi zh"
)
"""Small languages beside them draw probability from their large neighbours."""

LINK = re.compile(r"@|://|www\.|\.com|#")
LONGEST_SAMPLE = 5_000  # characters; more of a sentence tells no more


@lru_cache(maxsize=1)
def identifier() -> LanguageIdentifier:
    """The identifier with normalised probabilities; loaded once a process."""
    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(list(NEWS_LANGUAGES))
    return found


def language_of(text: str, document_language: str | None) -> str | None:
    """The language of the sentence as a two-letter code; the document's where nothing speaks against."""
    sample = " ".join(part for part in text[:LONGEST_SAMPLE].split() if not LINK.search(part))
    words = WORD.findall(sample)
    other_script = not text.isascii() and _is_mostly_not_latin(words)
    if not other_script:
        if len(words) < FEWEST_WORDS:
            return document_language
        if document_language == "en" and _looks_english(words):
            return document_language
    found, probability = identifier().classify(" ".join(words))
    if other_script or probability >= SURE:
        return str(found)
    return document_language


def _looks_english(words: list[str]) -> bool:
    return any(word.lower() in ENGLISH_FUNCTION_WORDS for word in words)


def _is_mostly_not_latin(words: list[str]) -> bool:
    letters = "".join(words)
    foreign = sum(1 for letter in letters if letter > "ɏ")
    return foreign * 2 > len(letters)
