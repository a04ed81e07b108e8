"""What this room hands on: mentions, and the figures that they mean.

Belongs here: the records only. Does not belong here: finding and resolving.
"""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["person", "organisation", "outlet", "place", "anonymous", "group", "thing"]
"""`anonymous`: people who are not named ('two officials', 'a person briefed on the plan');
`group`: named by what they have in common ('Republicans', 'voters'); `thing`: unknown."""

Form = Literal["name", "description", "pronoun"]
Gender = Literal["female", "male"]


@dataclass(slots=True)
class Figure:
    """Someone or something that a document speaks of.

    `name` is the fullest name that the document gives, or the description without its article.
    `titles` are kept as written ('Sen.', 'former FBI Director'); `roles` are the nouns, in lower
    case, by which a description may mean the figure ('senator', 'director').
    """

    name: str
    kind: Kind
    gender: Gender | None = None
    is_plural: bool = False
    titles: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that means a figure; `start`/`end` into the document's text, titles included.

    `head` is the offset of its main word. `figure` is None where nothing tells who is meant.
    """

    start: int
    end: int
    head: int
    form: Form
    figure: Figure | None

    @property
    def name(self) -> str | None:
        """The canonical name; None where unresolved."""
        return self.figure.name if self.figure else None

    @property
    def kind(self) -> Kind | None:
        """What is meant; None where unresolved."""
        return self.figure.kind if self.figure else None
