"""The language of a whole document.

Belongs here: asking the identifier once. Does not belong here: the language of a sentence.
"""

import re
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from pipeline.cleaning.words import word_list, word_set

SAMPLE_CHARACTERS = 2_000
FEWEST_LETTERS = 20
LONG_SAMPLE = 200
SURE = 0.8
FAIRLY_SURE = 0.5
NEWS_LANGUAGES = word_list(
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl "
    "sq sr sv sw ta th tl tr uk ur vi zh"
)
WORD = re.compile(r"[^\W\d_]+")
ENGLISH_WORDS = word_set(
    "the and of that with from which have had would this they their his said has who"
)
ENGLISH_SHARE = 0.12  # of its words; no other language has a third of that
FEWEST_WORDS = 30


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(list(NEWS_LANGUAGES))
    return found


def language_of_text(text: str) -> str | None:
    """The language as a two-letter code; None where the text is too short to tell."""
    sample = text[:SAMPLE_CHARACTERS]
    words = WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < FEWEST_LETTERS:
        return None
    english = sum(word.lower() in ENGLISH_WORDS for word in words)
    if len(words) >= FEWEST_WORDS and english >= ENGLISH_SHARE * len(words):
        return "en"
    language, probability = _identifier().classify(sample)
    needed = FAIRLY_SURE if letters > LONG_SAMPLE else SURE
    return str(language) if probability >= needed else None


def normal_language(written: str | None) -> str | None:
    """The two-letter code of a declared language such as 'en-US'."""
    code = (written or "").strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isalpha() else None
