"""A claim's sentence that reads with no context.

Belongs here: putting a clause's words in order, mending their spelling of characters, naming who is
meant and which day. Does not belong here: finding who is meant.
"""

import re

import ftfy

SPACE = re.compile(r"\s+")
ASCII_ONLY = re.compile(r"[\x00-\x7f‘’“”–—…]*")


def readable(text: str) -> str:
    """One line of text with mojibake and ligatures repaired and white space folded."""
    text = SPACE.sub(" ", text).strip()
    return text if ASCII_ONLY.fullmatch(text) else str(ftfy.fix_text(text, uncurl_quotes=False))


def as_sentence(text: str) -> str:
    """The text as a sentence: capital first letter, full stop."""
    text = readable(text).strip(" ,;:–—-")
    text = _without_open_quotes(text)
    if not text:
        return text
    text = text[0].upper() + text[1:]
    return (
        text if text[-1] in ".!?…" or (text[-1] in "\"”’'" and text[-2:-1] in ".!?") else text + "."
    )


def _without_open_quotes(text: str) -> str:
    """The text without double quotation marks that do not come in pairs."""
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text.strip()
