"""How origins are called and told apart.

Belongs here: ids and kinds of origins, so that every stage that names one gets the same. Does not
belong here: deciding which origin something has.
"""

import re
from functools import lru_cache

import polars as pl

from pipeline.language.outlets import canonical_outlet, plain_name
from pipeline.records import stable_id

ORIGIN_SCHEMA = {
    "origin_id": pl.String,
    "name": pl.String,
    "kind": pl.String,
    "document_id": pl.String,
}

# Few names are many mentions: as many are kept as a large corpus has, and no more.
_NAMES_KEPT = 65_536
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

_COUNT = r"(?:an?|the|one|two|three|four|five|several|multiple|many|some|few|both|other|another|more|most|these|those)"
# What cannot be told apart from others like it, whatever its country or office: 'two Army officials'.
_UNNAMED = re.compile(
    r"(?:he|she|they|we|i|you|who|which|whose|whom|one|some|others|many|several|both|this|that|it)"
    rf"|(?:{_COUNT} )*(?:[\w.’'-]+ ){{0,4}}(?:sources?|officials?|aides?|insiders?|experts?|analysts?|critics"
    r"|observers|diplomats?|witness(?:es)?|individuals?|persons?|people|reporters|journalists|residents|locals"
    r"|neighbou?rs|lawmakers|politicians|voters|activists|protesters|survivors|relatives)(?: (?-i:[a-z]).*)?"
    rf"|(?:{_COUNT} )+of (?:the|them|those|these)\b.*",
    re.IGNORECASE,
)
_OUTLET_AGAIN = re.compile(
    r"it|(?:the|this|that|its) (?:report|paper|newspaper|outlet|network|article|story|publication|broadcaster"
    r"|news agency|magazine|website|site)",
    re.IGNORECASE,
)


@lru_cache(maxsize=_NAMES_KEPT)
def is_unnamed(name: str) -> bool:
    """Whether a speaker's name tells nobody apart: a pronoun, or sources, officials, people of some kind."""
    return bool(_UNNAMED.fullmatch(name.strip()))


def refers_to_outlet(name: str) -> bool:
    """Whether a speaker's name may stand for an outlet that was named before: 'the paper'."""
    return bool(_OUTLET_AGAIN.fullmatch(name.strip()))


@lru_cache(maxsize=_NAMES_KEPT)
def text_origin_id(document_id: str) -> str:
    """The origin of a text whose first known place is this document."""
    return stable_id("origin", "text", document_id)


@lru_cache(maxsize=_NAMES_KEPT)
def outlet_origin_id(name: str) -> str:
    """The origin 'what this outlet reported', whatever its name's spelling."""
    return stable_id("origin", "outlet", plain_name(canonical_outlet(name)))


@lru_cache(maxsize=_NAMES_KEPT)
def speaker_origin_id(name: str) -> str:
    """The origin 'what this person or body said'."""
    return stable_id("origin", "speaker", plain_name(name))


@lru_cache(maxsize=_NAMES_KEPT)
def anonymous_origin_id(text_origin: str) -> str:
    """The origin 'unnamed sources of this text': they cannot be told apart, nor from each other."""
    return stable_id("origin", "anonymous", text_origin)


@lru_cache(maxsize=_NAMES_KEPT)
def speaker_kind(name: str) -> str:
    """Whether a speaker's name is a 'person' or an 'organisation'; initials are the latter."""
    is_body = bool(_BODIES.search(name)) or (name.isupper() and " " not in name)
    return "organisation" if is_body else "person"
