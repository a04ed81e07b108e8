"""Names joined over a whole document: 'Reed' and 'Sen. Ann Reed' are one figure.

Belongs here: which names mean the same, under which name, with which titles and roles. Does not
belong here: pronouns and descriptions (resolving.py).

All names are taken note of before any is joined, so that a surname in the first sentence finds the
full name in the second.
"""

import re
from collections import Counter

from pipeline.claims.names import lexicon
from pipeline.claims.names.find import Found, given_gender
from pipeline.claims.names.records import Figure
from pipeline.language.outlets import known_outlet
from pipeline.language.tree import Word

DEMONYMS = ("an", "ese", "ish", "ian", "i", "ch")
"""Endings of adjectives of a country: its president is not 'the president' where there is another."""
INITIALS_SKIP = frozenset(("of", "the", "and", "for", "&"))


def key_of(name: str) -> str:
    """The name for comparing: no stops, no possessive, lower case."""
    return re.sub(r"[.’']s?\b|\.", "", name).lower()


class Names:
    """Figures by name, the short forms joined to the full ones."""

    def __init__(self) -> None:
        self.full: dict[str, Figure] = {}
        self._short: dict[str, Figure] = {}
        self._counts: Counter[str] = Counter()
        self._by_last: dict[str, list[Figure]] = {}
        self._seen: list[Found] = []
        self._by_first: dict[str, list[Figure]] = {}
        self.by_role: dict[str, Figure] = {}
        self._holders: dict[str, set[int]] = {}

    def learn(self, found: Found) -> None:
        """Takes note of a name; nothing is joined before all are known."""
        self._seen.append(found)
        self._counts[key_of(found.name)] += 1

    def settle(self) -> None:
        """Joins the names: full ones first, then those that shorten them."""
        for found in sorted(self._seen, key=lambda each: -len(each.name.split())):
            key = key_of(found.name)
            figure = self.full.get(key) or self._joined(found)
            if figure is None:
                figure = self._new(found)
            self.full[key] = figure
            _enrich(figure, found)
        for found in self._seen:
            self.full[key_of(found.name)].mentions += 1
        for figure in self.full.values():
            if figure.kind == "person":
                for role in figure.roles:
                    self._offer(role, figure)
                    self._offer(f"* {role.rsplit(' ', 1)[-1]}", figure)
                    if role.split(" ", 1)[0] not in ("vice", "deputy"):
                        self._holders.setdefault(role.rsplit(" ", 1)[-1], set()).add(id(figure))

    def _offer(self, role: str, figure: Figure) -> None:
        """Keeps the figure that is named most for a role; '* president' is one of any country."""
        known = self.by_role.get(role)
        if known is None or figure.mentions > known.mentions:
            self.by_role[role] = figure

    def holders(self, role: str) -> int:
        """How many people of the text have the role, of whatever country."""
        return len(self._holders.get(role, ()))

    def _new(self, found: Found) -> Figure:
        outlet = known_outlet(found.name) if found.kind == "outlet" else None
        name = outlet or _without_possessive(found.name)
        figure = Figure(name, found.kind or "thing", found.gender, found.is_plural)
        words = [word for word in name.split() if word not in lexicon.SUFFIXES and word != ","]
        words = [word.rstrip(",") for word in words]
        if words:
            self._by_last.setdefault(key_of(words[-1]), []).append(figure)
            self._by_first.setdefault(key_of(words[0]), []).append(figure)
        if len(words) > 2:
            initials = "".join(word[0] for word in words if word.lower() not in INITIALS_SKIP)
            self._short.setdefault(initials.lower(), figure)
        if found.kind == "outlet" and outlet is not None:
            self.full.setdefault(key_of(outlet), figure)
        return figure

    def _joined(self, found: Found) -> Figure | None:
        """The figure that a shorter or other form of its name means."""
        outlet = known_outlet(found.name) if found.kind == "outlet" else None
        if outlet is not None:
            return self.full.get(key_of(outlet))
        words = found.name.split()
        if len(words) == 1 and found.name.isupper():
            return self._short.get(key_of(found.name))
        tail = [word for word in words if word not in lexicon.SUFFIXES]
        candidates = [
            figure
            for figure in self._by_last.get(key_of(tail[-1]) if tail else "", ())
            if _may_shorten(found, words, figure)
        ]
        if not candidates and len(words) == 1:
            candidates = [
                figure
                for figure in self._by_first.get(key_of(found.name), ())
                if figure.kind == "person"
                and found.kind in ("thing", "person")
                and given_gender(found.name)
            ]
        if not candidates:
            return None
        return max(
            candidates, key=lambda figure: (self._counts[key_of(figure.name)], -len(figure.name))
        )


def _may_shorten(found: Found, words: list[str], figure: Figure) -> bool:
    if found.kind == "person" and figure.kind not in ("person", "thing"):
        return False
    if found.kind in ("organisation", "outlet", "place") and figure.kind == "person":
        return False
    if found.gender and figure.gender and found.gender != figure.gender:
        return False
    if figure.kind in ("organisation", "outlet", "thing") and found.kind != "person":
        is_tail = figure.name.split()[-len(words) :] == words
        return is_tail and (len(words) > 1 or figure.kind == "outlet")
    if len(words) == 1:
        return figure.kind == "person"
    return _same_given_name(words[0], figure.name.split()[0])


def _same_given_name(one: str, other: str) -> bool:
    first, second = one.rstrip("."), other.rstrip(".")
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


def _enrich(figure: Figure, found: Found) -> None:
    if found.title and found.title not in figure.titles:
        figure.titles.append(found.title)
    if found.kind == "person" and figure.kind == "thing":
        figure.kind = "person"
    figure.gender = figure.gender or found.gender
    figure.roles |= _roles_of_title(found.title)
    figure.roles |= _roles_beside(found.head)


def _roles_of_title(title: str) -> set[str]:
    words = title.split()
    if not words:
        return set()
    roles = set()
    for number, word in enumerate(words):
        if word in lexicon.TITLES or word.lower() in lexicon.UNNAMED_PEOPLE:
            lower = word.lower().rstrip(".")
            role = lexicon.SHORT_TITLES.get(lower, lower)
            before = words[number - 1] if number else ""
            if before.lower() in ("vice", "deputy"):
                role = f"vice {role}"
            elif before.endswith(DEMONYMS) and before not in lexicon.TITLES:
                role = f"{before.lower()} {role}"
            roles.add(role)
    return _widened(roles)


def _roles_beside(head: Word) -> set[str]:
    """The roles in an apposition or a copula: 'John Writer, a senator', 'Writer is a senator'."""
    nouns = [kid for kid in head.children if kid.dep_ == "appos"]
    if head.dep_ == "appos" and head.head.tag_ in ("NN", "NNP"):
        nouns.append(head.head)
    if head.dep_ == "nsubj" and head.head.lower_ in ("is", "was"):
        nouns += [kid for kid in head.head.children if kid.dep_ == "attr"]
    roles = {noun.lower_ for noun in nouns if noun.lower_ in lexicon.UNNAMED_PEOPLE}
    return _widened(roles)


def _widened(roles: set[str]) -> set[str]:
    return roles.union(*(lexicon.SAME_ROLES.get(role, frozenset()) for role in roles))


def _without_possessive(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)
