"""Which parts of a text are direct quotation.

Belongs here: quotation marks and how newspapers use them. Does not belong here: who is quoted.

A quotation that runs over paragraphs opens anew in each and closes in the last only (AP, Chicago),
so each line is read by itself and an open quotation ends with its line. A post that is printed without
marks is known by its signature: '— Name (@handle) July 3, 2019'.
"""

import re

from pipeline.reuse.words import Interval

_QUOTATION = re.compile(
    r"“[^”“\n]*(?:”|(?=[“\n])|\Z)"
    r"|«[^»\n]*(?:»|(?=\n)|\Z)"
    r"|(?<![\w.,!?;:…])\"(?=\S)[^\"\n]*(?:\"|(?=\n)|\Z)"
    r"|(?<![\w.,!?;:…])''(?=\S)(?:[^'\n]|'(?!'))*(?:''|(?=\n)|\Z)"
)
_MARK = re.compile(r"[“«\"']")
_POST_SIGNATURE = re.compile(
    r"(?:—|--|–|-) ?[^\n(—]{1,60}\(@\w{1,30}\)(?:[^\n]{0,3}[A-Z][a-z]{2,8} \d{1,2}, \d{4})?"
)


def quotations(text: str) -> list[Interval]:
    """The direct quotations of a text, marks included, and its signed posts, in order."""
    found = []
    mark = _MARK.search(text)
    while mark:
        quotation = _QUOTATION.match(text, mark.start())
        if quotation:
            found.append(quotation.span())
        end = max(mark.end(), quotation.end() if quotation else 0)
        mark = _MARK.search(text, end)
    if "(@" in text:
        found += [
            (text.rfind("\n", 0, post.start()) + 1, post.end())
            for post in _POST_SIGNATURE.finditer(text)
        ]
    return sorted(found)
