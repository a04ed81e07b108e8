"""Lists of words as the tables of this project write them: one string, parted by white space.

Belongs here: only that. Does not belong here: any table.
"""


def word_list(text: str) -> tuple[str, ...]:
    """The words in order."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """The words as a set."""
    return frozenset(text.split())
