"""Whom pronouns and descriptions mean, within a document.

Belongs here: going back from 'she', 'the official', 'the group' to a figure. Does not belong here:
joining names (joining.py), finding mentions (find.py).

Descriptions and pronouns go back to the nearest figure that agrees in kind, sex and number, subjects
before others (Hobbs 1978; Grosz, Joshi and Weinstein 1995). Where nothing agrees nearby, nothing is
resolved.
"""

from collections.abc import Sequence

from pipeline.claims.names import lexicon
from pipeline.claims.names.agreement import (
    Place,
    agrees,
    binds,
    is_alike,
    is_body_called,
    is_demonym,
    speaks,
)
from pipeline.claims.names.cast import Cast
from pipeline.claims.names.find import Found
from pipeline.claims.names.joining import Names, key_of
from pipeline.claims.names.records import Figure, Mention
from pipeline.cleaning.words import word_set

SENTENCES_BACK = {"he": 4, "it": 1, "they": 1, "description": 2}
RECENT = 24
"""How many mentions back an antecedent may lie."""
UNNAMED_ROLES = word_set("person source individual man woman insider")


class Resolver:
    """Goes through the mentions in order and settles whom each means."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.figures: list[Figure] = list({id(f): f for f in names.full.values()}.values())
        self.recent: list[tuple[Place, Figure]] = []
        self.by_word: dict[int, Figure] = {}

    def resolve(self, places: Sequence[Place]) -> Cast:
        """The cast of these mentions."""
        for place in places:
            if place.found.form == "name":
                self.by_word[id(place.found.head)] = self.names.full[key_of(place.found.name)]
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

    def _figure_of(self, place: Place) -> Figure | None:
        found = place.found
        if found.form == "name":
            return self.names.full[key_of(found.name)]
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
            if figure is not None and not found.is_plural and is_alike(figure, found):
                figure.roles.add(found.role)
                return figure
        return None

    def _by_pronoun(self, place: Place) -> Figure | None:
        found = place.found
        reach = SENTENCES_BACK["they" if found.is_plural else "he" if found.gender else "it"]
        if not found.gender and not found.is_plural and _has_thing_before(found):
            reach = 0
        best: tuple[tuple[int, int, int, int], Figure] | None = None
        for number, (other, figure) in enumerate(reversed(self.recent)):
            back = place.sentence - other.sentence
            if back > reach:
                break
            if other.is_quoted and not place.is_quoted:
                continue
            if not agrees(found, figure) or binds(found, other, back):
                continue
            if other.found.head.dep_ in ("compound", "nmod"):
                continue
            if place.is_quoted and not other.is_quoted and speaks(other.found):
                continue
            if (
                not found.gender
                and not found.is_plural
                and not other.found.is_subject
                and not (speaks(found) and figure.kind == "outlet")
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

    def _by_description(self, place: Place) -> Figure | None:
        found = place.found
        if any(kid.tag_ == "PRP$" for kid in found.head.children):
            return None  # 'his lawyer' is somebody that was not named yet
        modifiers = {word.lower_ for word in found.head.children if word.i < found.head.i}
        role = found.role
        if modifiers & {"vice", "deputy"}:
            role = f"vice {role}"
        foreign = [word.lower_ for word in found.head.children if is_demonym(word)]
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
            if found.kind in ("organisation", "outlet") and is_body_called(figure, found):
                return figure
        if found.kind in ("anonymous", "group", "person"):
            titled = None if has_rivals else self.names.by_role.get(role)
            if titled is None and not foreign and not has_rivals:
                titled = self.names.by_role.get(f"* {role}")
            if titled is not None and not found.is_plural:
                return titled
            if not found.is_plural and speaks(found):
                return self._last_subject(place)
        return None

    def _recent_outlet(self, place: Place) -> Figure | None:
        """The outlet whose report 'the report' is: the last one named nearby."""
        for other, figure in reversed(self.recent):
            if place.sentence - other.sentence > SENTENCES_BACK["description"]:
                return None
            if figure.kind == "outlet":
                return figure
        return None

    def _last_unnamed(self, place: Place) -> Figure | None:
        """Whom 'the person' means: the unnamed source that spoke last, else the one spoken of."""
        near = [
            (other, figure)
            for other, figure in reversed(self.recent)
            if figure.kind in ("anonymous", "group")
            and other.found.form == "description"
            and place.sentence - other.sentence <= SENTENCES_BACK["description"] + 1
            and (not figure.is_plural or place.found.is_plural or speaks(other.found))
        ]
        alike = [pair for pair in near if place.found.role in pair[1].roles]
        near = alike or near
        spoke = [figure for other, figure in near if speaks(other.found)]
        return spoke[0] if spoke else near[0][1] if near else None

    def _last_subject(self, place: Place) -> Figure | None:
        """Who a new description of a speaker most likely means: the person last spoken of as subject."""
        for other, figure in reversed(self.recent):
            if place.sentence - other.sentence > SENTENCES_BACK["description"]:
                break
            is_person = figure.kind == "person" and place.found.gender in (None, figure.gender)
            if is_person and other.found.is_subject and not other.is_quoted:
                return figure
        return None


def _has_thing_before(found: Found) -> bool:
    """Whether 'it' may mean a thing named before it in its sentence: 'had seen the memo and whether it'."""
    return any(
        word.tag_ == "NN" and word.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass")
        for word in found.head.doc.words[: found.head.i]
    )
