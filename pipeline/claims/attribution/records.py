"""What this room hands on: an attribution found in one document.

Belongs here: the records only. Does not belong here: anything that finds or names.
"""

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]

Kind = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "say",  # asserts or reports: said, wrote, noted, according to
    "show",  # evidence that speaks: a poll found, documents show
    "believe",  # holds for true: thinks, expects, is confident
    "know",  # holds for true, and so does the writer: knows, learned, remembers
    "doubt",
    "deny",
    "ask",
    "order",  # wants others to act: urged, demanded, ordered, called for
    "hope",  # wishes: hopes, wants, prefers
    "fear",
    "plan",  # means to act: plans, vowed, agreed to, decided to
    "refuse",  # means not to act: refused, declined
    "judge",  # takes a stand on something: criticised, praised, endorsed, blamed
]


@dataclass(frozen=True, slots=True)
class Link:
    """One level of who says so; spans are 0-based, end-exclusive offsets into the document's text.

    `source_*` is None where nobody is named ('it was reported'), `cue_*` where no word of saying
    stands beside the quote. `source_name` is the fullest name that the document gives the source.
    """

    source_start: int | None
    source_end: int | None
    source_text: str | None
    source_name: str | None
    cue_start: int | None
    cue_end: int | None
    cue_text: str | None
    cue_lemma: str | None
    is_anonymous: bool
    is_outlet: bool


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """What somebody says (`content`, in order, disjoint) and the chain of who, innermost first.

    `is_negated` tells that the cue is ('did not say whether', 'never asked for').
    """

    content: tuple[Span, ...]
    kind: Kind
    links: tuple[Link, ...]
    act: Act
    is_negated: bool = False
