"""How much a claim deserves checking, and how sure its extraction is.

Belongs here: the two scores of a draft, from features of its words. Does not belong here: finding
those.
"""

from pipeline.claims.drafts import Draft

CHECK_WORTHY = 0.5
"""Propositions, relations and the page use claims of at least this check_worthiness."""


def worth_of(draft: Draft, has_number: bool, has_name: bool) -> float:
    """How much a fact-checker gains from looking at the claim, 0..1."""
    clause = draft.clause
    if clause is None:
        return 0.15
    if not (draft.subject and draft.predicate) or draft.further:
        return 0.2
    worth = 0.55 + 0.1 * has_number + 0.05 * has_name
    return round(worth, 3)


def confidence_of(draft: Draft) -> float:
    """The chance that a careful reader accepts the claim's text, arguments and speaker."""
    return 0.7 if draft.clause is not None else 0.4
