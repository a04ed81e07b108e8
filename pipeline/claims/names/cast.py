"""The cast of a document: which mentions mean the same, and under what name.

Belongs here: one figure per person, body or outlet; names, descriptions and pronouns resolved
within the document. Does not belong here: finding mentions (find.py), who says what (attribution).

Names are joined first, over the whole document, so that a surname in the first sentence finds the
full name in the second. Descriptions and pronouns then go back to the nearest figure that agrees in
kind, sex and number, subjects before others (Hobbs 1978; Grosz, Joshi and Weinstein 1995). Where
nothing agrees nearby, nothing is resolved.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.claims.attribution.quotes import find_quotes
from pipeline.claims.names import lexicon
from pipeline.claims.names.find import Found, given_gender, mentions_in
from pipeline.claims.names.records import Figure, Mention
from pipeline.cleaning.words import word_set
from pipeline.language.outlets import known_outlet
from pipeline.language.parser import ParsedDocument
from pipeline.language.tree import Word

SENTENCES_BACK = {"he": 4, "it": 1, "they": 1, "description": 2}
RECENT = 24
"""How many mentions back an antecedent may lie."""
UNNAMED_ROLES = word_set("person source individual man woman insider")
SPEAKING = word_set(
    """
    said says say told tells added adds wrote writes tweeted noted notes asked asks replied continued
    explained reports reported states stated instructed warned argued claims claimed
    """
)
DEMONYMS = ("an", "ese", "ish", "ian", "i", "ch")
"""Endings of adjectives of a country: its president is not 'the president' where there is another."""
INITIALS_SKIP = frozenset(("of", "the", "and", "for", "&"))


@dataclass(frozen=True, slots=True)
class _Place:
    """A found mention with its sentence's number and offset."""

    sentence: int
    offset: int
    found: Found
    is_quoted: bool


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


def cast_of(parsed: ParsedDocument) -> Cast:
    """The cast of the document; linear in its length."""
    document = parsed.document
    blocks = [(block.start_char, block.end_char) for block in document.blocks]
    quoted = _Inside([(quote.start, quote.end) for quote in find_quotes(document.text, blocks)])
    places = [
        _Place(number, offset, found, quoted.holds(offset + found.first.idx))
        for number, each in enumerate(parsed.sentences)
        for offset in (each.sentence.start_char,)
        for found in mentions_in(each.doc)
    ]
    names = _Names()
    for place in places:
        if place.found.form == "name":
            names.learn(place.found)
    names.settle()
    return _Resolver(names).resolve(places)


class _Inside:
    """Whether a place lies in one of some disjoint spans in order."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]

    def holds(self, position: int) -> bool:
        """Whether a span holds the position."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self._spans[at][1]


def _key(name: str) -> str:
    return re.sub(r"[.’']s?\b|\.", "", name).lower()


class _Names:
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
        self._counts[_key(found.name)] += 1

    def settle(self) -> None:
        """Joins the names: full ones first, then those that shorten them."""
        for found in sorted(self._seen, key=lambda each: -len(each.name.split())):
            key = _key(found.name)
            figure = self.full.get(key) or self._joined(found)
            if figure is None:
                figure = self._new(found)
            self.full[key] = figure
            _enrich(figure, found)
        for found in self._seen:
            self.full[_key(found.name)].mentions += 1
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
            self._by_last.setdefault(_key(words[-1]), []).append(figure)
            self._by_first.setdefault(_key(words[0]), []).append(figure)
        if len(words) > 2:
            initials = "".join(word[0] for word in words if word.lower() not in INITIALS_SKIP)
            self._short.setdefault(initials.lower(), figure)
        if found.kind == "outlet" and outlet is not None:
            self.full.setdefault(_key(outlet), figure)
        return figure

    def _joined(self, found: Found) -> Figure | None:
        """The figure that a shorter or other form of its name means."""
        outlet = known_outlet(found.name) if found.kind == "outlet" else None
        if outlet is not None:
            return self.full.get(_key(outlet))
        words = found.name.split()
        if len(words) == 1 and found.name.isupper():
            return self._short.get(_key(found.name))
        tail = [word for word in words if word not in lexicon.SUFFIXES]
        candidates = [
            figure
            for figure in self._by_last.get(_key(tail[-1]) if tail else "", ())
            if _may_shorten(found, words, figure)
        ]
        if not candidates and len(words) == 1:
            candidates = [
                figure
                for figure in self._by_first.get(_key(found.name), ())
                if figure.kind == "person"
                and found.kind in ("thing", "person")
                and given_gender(found.name)
            ]
        if not candidates:
            return None
        return max(
            candidates, key=lambda figure: (self._counts[_key(figure.name)], -len(figure.name))
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


class _Resolver:
    """Goes through the mentions in order and settles whom each means."""

    def __init__(self, names: _Names) -> None:
        self.names = names
        self.figures: list[Figure] = list({id(f): f for f in names.full.values()}.values())
        self.recent: list[tuple[_Place, Figure]] = []
        self.by_word: dict[int, Figure] = {}

    def resolve(self, places: Sequence[_Place]) -> Cast:
        """The cast of these mentions."""
        for place in places:
            if place.found.form == "name":
                self.by_word[id(place.found.head)] = self.names.full[_key(place.found.name)]
        mentions = []
        for place in places:
            figure = self._figure_of(place)
            if figure is not None:
                self.recent.append((place, figure))
                del self.recent[:-RECENT]
            found = place.found
            mentions.append(
                Mention(
                    place.offset + found.first.idx,
                    place.offset + found.last.idx + len(found.last),
                    place.offset + found.head.idx,
                    found.form,
                    figure,
                )
            )
        mentions.sort(key=lambda mention: (mention.start, -mention.end))
        return Cast(mentions, self.figures)

    def _figure_of(self, place: _Place) -> Figure | None:
        found = place.found
        if found.form == "name":
            return self.names.full[_key(found.name)]
        if found.form == "pronoun":
            return self._by_pronoun(place)
        figure = self._beside(found)
        if figure is None and found.is_definite:
            figure = self._by_description(place)
        if figure is None and found.role in lexicon.REPORTS:
            return None
        return figure or self._new(found)

    def _new(self, found: Found) -> Figure | None:
        if found.form == "description" and not found.name:
            return None
        kind = found.kind or "thing"
        figure = Figure(found.name, kind, found.gender, found.is_plural, roles={found.role})
        self.figures.append(figure)
        return figure

    def _beside(self, found: Found) -> Figure | None:
        """The named figure that the description is joined to: 'John Writer, a senator', 'is a senator'."""
        head = found.head
        joined = [kid for kid in head.children if kid.dep_ == "appos"]
        if head.dep_ == "appos":
            joined.append(head.head)
        if head.dep_ == "attr" and not any(kid.dep_ == "neg" for kid in head.head.children):
            joined += [kid for kid in head.head.children if kid.dep_ == "nsubj"]
        for word in joined:
            figure = self.by_word.get(id(word))
            if figure is not None and not found.is_plural and _is_alike(figure, found):
                figure.roles.add(found.role)
                return figure
        return None

    def _by_pronoun(self, place: _Place) -> Figure | None:
        found = place.found
        reach = SENTENCES_BACK["they" if found.is_plural else "he" if found.gender else "it"]
        best: tuple[tuple[int, int, int, int], Figure] | None = None
        for number, (other, figure) in enumerate(reversed(self.recent)):
            back = place.sentence - other.sentence
            if back > reach:
                break
            if other.is_quoted and not place.is_quoted:
                continue
            if not _agrees(found, figure) or _binds(found, other, back):
                continue
            if other.found.head.dep_ in ("compound", "nmod"):
                continue
            if place.is_quoted and not other.is_quoted and _speaks(other.found):
                continue
            if (
                not found.gender
                and not found.is_plural
                and not other.found.is_subject
                and not (_speaks(found) and figure.kind == "outlet")
            ):
                continue
            if found.is_plural and back and not other.found.is_subject:
                continue
            named = other.found.form == "name" or figure.gender is not None
            rank = (int(named), -back, int(other.found.is_subject), -number)
            if best is None or rank > best[0]:
                best = (rank, figure)
        if best is None:
            return None
        figure = best[1]
        if figure.kind == "person" and figure.gender is None:
            figure.gender = found.gender
        return figure

    def _by_description(self, place: _Place) -> Figure | None:
        found = place.found
        modifiers = {word.lower_ for word in found.head.children if word.i < found.head.i}
        role = found.role
        if modifiers & {"vice", "deputy"}:
            role = f"vice {role}"
        foreign = [word.lower_ for word in found.head.children if _is_demonym(word)]
        if foreign:
            role = f"{foreign[0]} {role}"
        if role in lexicon.REPORTS:
            return self._recent_outlet(place)
        if role in UNNAMED_ROLES:
            told = self._last_unnamed(place)
            if told is not None:
                return told
        has_rivals = not foreign and self.names.holders(role) > 1
        for other, figure in reversed(self.recent):
            if has_rivals and place.sentence - other.sentence > SENTENCES_BACK["description"]:
                break  # which of two presidents is meant, only one nearby tells
            if figure.is_plural != found.is_plural and not (
                figure.is_plural and figure.kind == "anonymous"
            ):
                continue
            if role in figure.roles:
                return figure
            if found.kind in ("organisation", "outlet") and _is_body_called(figure, found):
                return figure
        if found.kind in ("anonymous", "group", "person"):
            titled = None if has_rivals else self.names.by_role.get(role)
            if titled is None and not foreign and not has_rivals:
                titled = self.names.by_role.get(f"* {role}")
            if titled is not None and not found.is_plural:
                return titled
            if not found.is_plural and _speaks(found):
                return self._last_subject(place)
        return None

    def _recent_outlet(self, place: _Place) -> Figure | None:
        """The outlet whose report 'the report' is: the last one named nearby."""
        for other, figure in reversed(self.recent):
            if place.sentence - other.sentence > SENTENCES_BACK["description"]:
                return None
            if figure.kind == "outlet":
                return figure
        return None

    def _last_unnamed(self, place: _Place) -> Figure | None:
        """Whom 'the person' means: the unnamed source that spoke last, else the one spoken of."""
        near = [
            (other, figure)
            for other, figure in reversed(self.recent)
            if figure.kind in ("anonymous", "group")
            and other.found.form == "description"
            and place.sentence - other.sentence <= SENTENCES_BACK["description"] + 1
            and (not figure.is_plural or place.found.is_plural or _speaks(other.found))
        ]
        alike = [pair for pair in near if place.found.role in pair[1].roles]
        near = alike or near
        spoke = [figure for other, figure in near if _speaks(other.found)]
        return spoke[0] if spoke else near[0][1] if near else None

    def _last_subject(self, place: _Place) -> Figure | None:
        """Who a new description of a speaker most likely means: the person last spoken of as subject."""
        for other, figure in reversed(self.recent):
            if place.sentence - other.sentence > SENTENCES_BACK["description"]:
                break
            is_person = figure.kind == "person" and place.found.gender in (None, figure.gender)
            if is_person and other.found.is_subject and not other.is_quoted:
                return figure
        return None


def _is_alike(figure: Figure, found: Found) -> bool:
    people = ("person", "anonymous", "group")
    if found.kind in people:
        return figure.kind in ("person", "thing")
    return figure.kind in ("organisation", "outlet", "thing")


def _agrees(found: Found, figure: Figure) -> bool:
    if found.gender:
        person = figure.kind in ("person", "anonymous", "group")
        return person and not figure.is_plural and figure.gender in (None, found.gender)
    if found.is_plural:
        return figure.is_plural or figure.kind == "organisation"
    return figure.kind in ("organisation", "outlet") and not figure.is_plural


def _binds(found: Found, other: _Place, back: int) -> bool:
    """Whether the grammar forbids that the pronoun means the other: 'Ann saw her'."""
    if back or found.name.endswith(("self", "selves")) or found.head.tag_ == "PRP$":
        return False
    same_verb = found.head.head is other.found.head.head
    return same_verb and found.head.dep_ in ("dobj", "iobj", "dative", "nsubj")


def _is_demonym(word: Word) -> bool:
    return word.tag_ in ("JJ", "NNP") and word.text[0].isupper() and word.text.endswith(DEMONYMS)


def _speaks(found: Found) -> bool:
    """Whether the mention is the subject of a word of saying: a quote speaks of others than that."""
    return found.head.dep_ == "nsubj" and found.head.head.lower_ in SPEAKING


def _is_body_called(figure: Figure, found: Found) -> bool:
    """'The department' after 'the Justice Department'; 'the group' after any body."""
    if figure.kind not in ("organisation", "outlet"):
        return False
    if found.kind == "outlet":
        return figure.kind == "outlet"
    last = figure.name.lower().split()
    if found.role in last:
        return True
    return found.role in (
        "group",
        "organization",
        "organisation",
        "company",
        "firm",
        "agency",
    ) and (figure.kind == "organisation" and not any(word in lexicon.GROUP_NOUNS for word in last))
