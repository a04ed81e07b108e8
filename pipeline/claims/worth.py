"""How much a claim deserves checking, and how sure its extraction is.

Belongs here: the two scores, from features of a draft. Does not belong here: finding those.
"""

CHECK_WORTHY = 0.5
"""Propositions, relations and the page use claims of at least this check_worthiness."""
