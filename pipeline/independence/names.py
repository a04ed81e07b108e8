"""How origins are called and told apart.

Belongs here: ids and kinds of origins, so that every stage that names one gets the same. Does not
belong here: deciding which origin something has.
"""

import re

import polars as pl

from pipeline.language.outlets import canonical_outlet, plain_name
from pipeline.records import stable_id

ORIGIN_SCHEMA = {
    "origin_id": pl.String,
    "name": pl.String,
    "kind": pl.String,
    "document_id": pl.String,
}

_BODIES = re.compile(
    r"\b(?:administration|agency|alliance|army|assembly|association|authorit(?:y|ies)|bank|board|bureau|cabinet"
    r"|campaign|cent(?:er|re)|chamber|coalition|college|command|commission|committee|company|congress"
    r"|corp(?:oration|s)?|council|court|defen[cs]e|department|embassy|federation|fire|forces?|foundation|fund"
    r"|government|group|guard|hospital|house|inc|institute|kremlin|league|llc|ltd|media|military|ministry|movement"
    r"|municipality|nations|nato|navy|network|office|organi[sz]ation|parliament|party|pentagon|police|press"
    r"|prosecutors?|regime|republic|school|secretariat|senate|service|society|state|states|taliban|team|treasury"
    r"|tribunal|union|university|un|who|white house)\b",
    re.IGNORECASE,
)


def text_origin_id(document_id: str) -> str:
    """The origin of a text whose first known place is this document."""
    return stable_id("origin", "text", document_id)


def outlet_origin_id(name: str) -> str:
    """The origin 'what this outlet reported', whatever its name's spelling."""
    return stable_id("origin", "outlet", plain_name(canonical_outlet(name)))


def speaker_origin_id(name: str) -> str:
    """The origin 'what this person or body said'."""
    return stable_id("origin", "speaker", plain_name(name))


def anonymous_origin_id(text_origin: str) -> str:
    """The origin 'unnamed sources of this text': they cannot be told apart, nor from each other."""
    return stable_id("origin", "anonymous", text_origin)


def speaker_kind(name: str) -> str:
    """Whether a speaker's name is a 'person' or an 'organisation'; initials are the latter."""
    is_body = bool(_BODIES.search(name)) or (name.isupper() and " " not in name)
    return "organisation" if is_body else "person"
