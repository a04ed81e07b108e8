"""The text of a settings file, or an error that says which line is no UTF-8 and what to do.

Belongs here: only that. Does not belong here: what any settings file means.
"""

from pathlib import Path

ADVICE = "save the file as UTF-8 (in a spreadsheet: 'CSV UTF-8'), then run again"


def settings_text(file: Path, error: type[ValueError]) -> str:
    """The file decoded as UTF-8, with or without a byte order mark.

    Raises `error`, the caller's own, where the bytes are no UTF-8; the message names the file, the
    line, the byte that does not fit and what to do.
    """
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        # A run reports the innermost cause, and this message is the one that helps.
        raise error(
            f"{file}, line {line}: not UTF-8 (byte 0x{content[problem.start]:02X}); {ADVICE}"
        ) from None
