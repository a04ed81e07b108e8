"""The language of a whole document.

Belongs here: asking the identifier once. Does not belong here: the language of a sentence.
"""

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SAMPLE_CHARACTERS = 4_000
FEWEST_LETTERS = 20
SURE = 0.8
FAIRLY_SURE = 0.5
NEWS_LANGUAGES = (
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk "
    "sl sq sr sv sw ta th tl tr uk ur vi zh"
).split()


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(list(NEWS_LANGUAGES))
    return found


def language_of_text(text: str) -> str | None:
    """The language as a two-letter code; None where the text is too short to tell."""
    sample = text[:SAMPLE_CHARACTERS]
    letters = sum(letter.isalpha() for letter in sample)
    if letters < FEWEST_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    needed = FAIRLY_SURE if letters > 200 else SURE
    return str(language) if probability >= needed else None


def normal_language(written: str | None) -> str | None:
    """The two-letter code of a declared language such as 'en-US'."""
    code = (written or "").strip().lower().replace("_", "-").split("-")[0]
    return code if len(code) == 2 and code.isalpha() else None
