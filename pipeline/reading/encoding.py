"""The encoding in which raw bytes decode strictly: BOM, declared, UTF-8, detected.

Belongs here: choosing the name of an encoding. Does not belong here: repairing text.
"""

import codecs
import re

from charset_normalizer import from_bytes

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""",
    re.I,
)
DECLARATION_WINDOW = 4096
DETECTION_WINDOW = 200_000
# What HTML calls latin-1 is windows-1252 (WHATWG Encoding Standard).
BROWSER_NAMES = {"iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252"}
CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def encoding_of(content: bytes, declared: str | None = None) -> str | None:
    """The name of an encoding that decodes all of the bytes strictly; None where none does.

    A byte order mark wins, then UTF-16 by its zeros, then UTF-8 where it fits, then what the
    protocol or the markup declares, then what statistics make of it.
    """
    for mark, marked in BYTE_ORDER_MARKS:
        if content.startswith(mark) and _decodes(content, marked):
            return marked
    if _even_zeros(content[:DETECTION_WINDOW]):
        return _detected(content)
    if _decodes(content, "utf-8"):
        return "utf-8"
    for name in (declared, _declaration(content)):
        known = _browser_name(name)
        if known and _decodes(content, known):
            return known
    return _detected(content)


def looks_binary(content: bytes) -> bool:
    """Whether the bytes are no text in any encoding: many control bytes and no byte order mark."""
    if any(content.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return False
    window = content[:DETECTION_WINDOW]
    if not window:
        return False
    if _even_zeros(window):
        return False
    return len(CONTROL_BYTES.findall(window)) > max(8, len(window) // 50)


def _even_zeros(window: bytes) -> bool:
    """UTF-16 without a mark: nearly every other byte of English text is zero."""
    return len(window) >= 8 and any(
        window[start::2].count(0) > 0.8 * len(window[start::2]) for start in (0, 1)
    )


def _declaration(content: bytes) -> str | None:
    found = DECLARED.search(content[:DECLARATION_WINDOW])
    return found[1].decode("ascii") if found else None


def _browser_name(name: str | None) -> str | None:
    if not name:
        return None
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return BROWSER_NAMES.get(known, known)


def _detected(content: bytes) -> str | None:
    window = content[:DETECTION_WINDOW]
    if _even_zeros(window):
        guesses = ["utf-16-le" if window[1::2].count(0) > window[::2].count(0) else "utf-16-be"]
    else:
        best = from_bytes(window).best()
        guesses = [best.encoding] if best else []
        # Of encodings that read the bytes alike, the one that most of the web is written in.
        if best and "cp1252" in best.could_be_from_charset:
            guesses.insert(0, "cp1252")
    for name in [*guesses, "cp1252", "latin-1"]:
        if _decodes(content, name):
            return codecs.lookup(name).name
    return None


def _decodes(content: bytes, name: str) -> bool:
    try:
        text = content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return False
    return max(text, default="") < "\ud800" or not any("\ud800" <= c <= "\udfff" for c in set(text))
