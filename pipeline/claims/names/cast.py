"""The cast of a document: its mentions by place, each with the figure that it means.

Belongs here: looking mentions up. Does not belong here: finding them (find.py), joining names
(joining.py), resolving pronouns and descriptions (resolving.py).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipeline.claims.names.records import Figure, Mention


class Cast:
    """Every mention of a document in order, each with the figure that it means."""

    def __init__(self, mentions: Sequence[Mention], figures: Sequence[Figure]) -> None:
        self.mentions = tuple(mentions)
        self.figures = tuple(figures)
        self._starts = [mention.start for mention in self.mentions]
        self._last_names: dict[str, str] | None = None
        self._by_head = {mention.head: mention for mention in self.mentions}

    def at(self, head: int) -> Mention | None:
        """The mention whose main word begins at this offset."""
        return self._by_head.get(head)

    def by_last_name(self, name: str) -> str | None:
        """The full name of the person whose last name, in any case, ends this one: 'REED' of a transcript."""
        if self._last_names is None:
            people = sorted(
                (figure for figure in self.figures if figure.kind == "person"),
                key=lambda figure: figure.mentions,
            )
            self._last_names = {figure.name.split()[-1].lower(): figure.name for figure in people}
        return self._last_names.get(name.split()[-1].lower())

    def resolve(self, start: int, end: int) -> Mention | None:
        """The mention at this span, else the first, longest one that begins inside it; None if none."""
        first = bisect_left(self._starts, start)
        last = bisect_right(self._starts, end - 1)
        inside = self.mentions[first:last]
        exact = [mention for mention in inside if (mention.start, mention.end) == (start, end)]
        if exact:
            return exact[0]
        whole = [mention for mention in inside if mention.end <= end]
        return min(whole, key=lambda mention: (mention.start, -mention.end), default=None)

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin inside the span, in order."""
        return self.mentions[bisect_left(self._starts, start) : bisect_right(self._starts, end - 1)]
