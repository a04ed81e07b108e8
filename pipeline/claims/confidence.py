"""How sure a claim's extraction is.

Belongs here: the chance that a careful reader accepts a claim's text, arguments and speaker, from
features of its draft. Does not belong here: what it is worth (worth.py).
"""

from pipeline.claims.drafts import Draft


def confidence_of(draft: Draft) -> float:
    """The chance that a careful reader accepts the claim's text, arguments and speaker."""
    return 0.7 if draft.clause is not None else 0.4
