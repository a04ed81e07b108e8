"""Which parts of a text are direct quotation.

Belongs here: quotation marks and how newspapers use them. Does not belong here: who is quoted.

A quotation that runs over paragraphs opens anew in each and closes in the last only (AP, Chicago),
so each line is read by itself and an open quotation ends with its line.
"""

import re

from pipeline.reuse.words import Interval

_QUOTATION = re.compile(
    r"“[^”“\n]*(?:”|(?=[“\n])|\Z)"
    r"|«[^»\n]*(?:»|(?=\n)|\Z)"
    r"|(?<![\w.,!?;:…])\"(?=\S)[^\"\n]*(?:\"|(?=\n)|\Z)"
    r"|(?<![\w.,!?;:…])''(?=\S)(?:[^'\n]|'(?!'))*(?:''|(?=\n)|\Z)"
)


def quotations(text: str) -> list[Interval]:
    """The direct quotations of a text, marks included, in order."""
    return [match.span() for match in _QUOTATION.finditer(text)]
