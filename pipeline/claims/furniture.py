"""Sentences that tell of the page and its publisher, not of the world.

Belongs here: the wordings of copyright lines, credits and invitations to read on. Does not belong
here: what the cleaner cuts out.
"""

import re

FURNITURE = re.compile(
    r"all rights reserved|may (?:not )?be (?:re)?(?:printed|published|broadcast|distributed|used)\b"
    r".*\b(?:by|without|only)\b"
    r"|\bcontributed to this (?:report|story|article)|^\W*(?:read|see|watch|listen)\s(?:more|also|next|now|it here)\b"
    r"|^\W*(?:click|tap)\s(?:here|on)\b|\bsign up (?:for|to)\b.*\bnewsletter|^\W*subscribe\b|^\W*follow (?:us|me|@)"
    r"|^\W*(?:photo|image|video|picture|graphic|file photo|listen)s?\s?(?:by|:|credit)|\bgetty images\b"
    r"|^\W*this (?:story|article|report) (?:was |has been )?(?:originally |first )?"
    r"(?:appeared|published|updated|corrected)"
    r"|^\W*(?:reporting|editing|writing) by\b|^\W*(?:share|like) this\b|\baccept cookies\b|\bprivacy policy\b"
    r"|^\W*(?:hide|show|view) caption\b|\b\d+ of \d+ (?:photo|image|slide|picture)s?\b"
    r"|^\W*related\s?:|^\W*(?:advertisement|sponsored)\b|pic\.twitter\.com|^\W*https?://\S+$",
    re.IGNORECASE,
)


def is_furniture(text: str) -> bool:
    """Whether the sentence is about the page: a credit, a copyright line, 'read more'."""
    return FURNITURE.search(text) is not None
