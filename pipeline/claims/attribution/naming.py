"""Who the source of a statement is: canonical name, outlet or not, anonymous or not.

Belongs here: from a source's words and the document's cast to a Link. Does not belong here: finding
sources (verbs.py, nouns.py, beside.py), joining mentions (the cast).
"""

import re

from pipeline.claims.attribution.page import Page
from pipeline.claims.attribution.records import Link, Span
from pipeline.claims.attribution.statements import Statement
from pipeline.claims.names import Cast, Mention
from pipeline.cleaning.words import word_set
from pipeline.language.outlets import known_outlet
from pipeline.language.tree import Word

LONGEST_NAME = 90
FIRST_PERSON = word_set("i we you me us")
RELATIVE = word_set("who which that whom")
PART_OF = word_set("one some many both each several two three most none number all few")
ARTICLE = re.compile(
    r"\A(?:the|an?|this|that|these|those|one of the|some of the)\s+", re.IGNORECASE
)
OWNER = re.compile(r"(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) ")
TOLD_OF = re.compile(r",?\s(?:who|whose|which|whom)\s.*$")
"""', who asked not to be named' is told of the source, and no part of its name."""
POSSESSIVE = re.compile(r"['’]s?$")
NO_NAME_GIVEN = re.compile(
    r"anonym|not authori[sz]ed|declined to be (?:named|identified)|not to be named|familiar with|briefed on"
    r"|close to the|knowledge of|unnamed|unidentified|sources?\b",
    re.IGNORECASE,
)
"""What is said of people whose name is kept back."""
COUNTED = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|multiple|both|a (?:number|few))\b"
    r"|at least|\d",
    re.IGNORECASE,
)
"""Some people out of a group, as 'voters' alone is not."""
NAMELESS_KINDS = ("anonymous", "group")


def link_of(page: Page, cast: Cast, statement: Statement) -> Link:
    """The link that the statement adds to a chain."""
    source, cue = statement.source, statement.cue
    mention = mention_of(page, cast, statement)
    name, is_anonymous, is_outlet = _told_apart(page, cast, statement, mention)
    return Link(
        source_start=source[0] if source else None,
        source_end=source[1] if source else None,
        source_text=page.text[slice(*source)] if source else None,
        source_name=name,
        cue_start=cue[0] if cue else None,
        cue_end=cue[1] if cue else None,
        cue_text=page.text[slice(*cue)] if cue else None,
        cue_lemma=statement.lemma,
        is_anonymous=is_anonymous,
        is_outlet=is_outlet,
    )


def mention_of(page: Page, cast: Cast, statement: Statement) -> Mention | None:
    """The mention that the source's main word is, by way of its antecedent where it is 'who'."""
    if statement.source is None:
        return None
    speaker = statement.speaker
    if speaker is not None:
        offset = page.offset(statement.sentence)
        head = antecedent_of(speaker)
        found = cast.at(offset + head.idx) or _of_whom(cast, head, offset)
        if found is not None:
            return found
    found = cast.resolve(*statement.source)
    if found is not None and found.start - statement.source[0] <= len("the "):
        return found
    return None


def _of_whom(cast: Cast, head: Word, offset: int) -> Mention | None:
    """'The officials' in 'one of the officials'."""
    for kid in head.children:
        if kid.dep_ == "prep" and kid.lower_ == "of" and head.lower_ in PART_OF:
            return next(
                (cast.at(offset + thing.idx) for thing in kid.children if thing.dep_ == "pobj"),
                None,
            )
    return None


def antecedent_of(speaker: Word) -> Word:
    """The noun that a relative pronoun stands for; other words stand for themselves."""
    if speaker.lower_ not in RELATIVE:
        return speaker
    return next(
        (word.head for word in (speaker, *speaker.ancestors) if word.dep_ == "relcl"), speaker
    )


def _told_apart(
    page: Page, cast: Cast, statement: Statement, mention: Mention | None
) -> tuple[str | None, bool, bool]:
    """Canonical name, whether the source is kept anonymous, whether it is an outlet."""
    if statement.source is None:
        return None, False, False
    text = page.text[slice(*statement.source)]
    if text.lower() in FIRST_PERSON:
        return None, False, False
    plain = _owned_name(cast, statement, plain_source(text))
    if statement.speaker is None and plain.isupper():
        return cast.by_last_name(plain) or plain.title(), False, False
    outlet = known_outlet(text) or known_outlet(plain)
    figure = mention.figure if mention is not None else None
    if figure is None:
        is_pronoun = text.lower() in RELATIVE or (mention is not None and mention.form == "pronoun")
        return (outlet or (None if is_pronoun else plain)), False, outlet is not None
    joined = _joined(page, cast, statement)
    if len(joined) > 1:
        names = [plain_source(mention.name or "") for mention in joined]
        return (
            f"{', '.join(names[:-1])} and {names[-1]}",
            all(mention.kind == "anonymous" for mention in joined),
            False,
        )
    if OWNER.match(figure.name) and not OWNER.match(plain):
        figure.name = plain
    if figure.kind in NAMELESS_KINDS and mention is not None and mention.form == "description":
        if plain_source(figure.name) in plain and len(plain) > len(figure.name):
            figure.name = plain  # what is said of an unnamed source is all the name it has
        is_unnamed = (
            figure.kind == "anonymous"
            or not figure.is_plural
            or bool(NO_NAME_GIVEN.search(text) or COUNTED.match(text))
        )
        return plain_source(figure.name), is_unnamed and not _speaks_for_a_body(statement), False
    if figure.kind == "anonymous":
        return plain_source(figure.name), True, False
    return figure.name, False, figure.kind == "outlet"


def _owned_name(cast: Cast, statement: Statement, plain: str) -> str:
    """'Ann Reed’s lawyer' for 'her lawyer'."""
    first = OWNER.match(plain)
    if first is None or statement.source is None:
        return plain
    owner = cast.at(statement.source[0])
    name = owner.name if owner is not None else None
    return f"{name}’s {plain[first.end() :]}" if name and name[:1].isupper() else plain


def plain_source(text: str) -> str:
    """The source's words as a name: no article, possessive, line break or closing mark."""
    name = " ".join(text.split()).strip(' ,;:.–—-"“”')
    name = ARTICLE.sub("", name, count=1)
    name = TOLD_OF.sub("", name)
    if len(name) > LONGEST_NAME:
        name = name[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,")
    return POSSESSIVE.sub("", name)


def _joined(page: Page, cast: Cast, statement: Statement) -> list[Mention]:
    """The speakers of 'Ann Writer and Bob Reader', who are one source; empty where one is unknown."""
    speaker = statement.speaker
    if speaker is None or statement.source is None:
        return []
    offset = page.offset(statement.sentence)
    heads = [speaker]
    for head in heads:
        heads.extend(kid for kid in head.children if kid.dep_ == "conj" and kid.tag_[:2] == "NN")
    inside = [head for head in heads if offset + head.idx < statement.source[1]]
    mentions = [cast.at(offset + head.idx) for head in inside]
    by_name = {
        mention.name: mention for mention in mentions if mention is not None and mention.name
    }
    return list(by_name.values()) if len(by_name) == len(inside) else []


def _speaks_for_a_body(statement: Statement) -> bool:
    """'A spokesman for the ministry' is unnamed but speaks on the record."""
    speaker = statement.speaker
    return speaker is not None and speaker.lower_.startswith(("spokes", "representative"))


def outlet_link(page: Page, cast: Cast, head: Word, offset: int, cue: Span) -> Link | None:
    """The link of the outlet that somebody told something; None where the listener is none.

    Initials that no list knows ('told NCS') count as an outlet there: nobody else is told for print.
    """
    mention = cast.at(offset + head.idx)
    owner = next((kid for kid in head.children if kid.dep_ == "poss"), None)
    if (mention is None or mention.kind != "outlet") and owner is not None:
        by_owner = cast.at(offset + owner.idx)  # 'told CNN's Jim Reader'
        if by_owner is not None and by_owner.kind == "outlet":
            mention = by_owner
    text = page.text[offset + head.left_edge.idx : offset + head.idx + len(head)]
    known = known_outlet(text)
    is_initials = head.tag_ == "NNP" and head.text.isupper() and len(head.text) > 1
    if known is None and not (mention is not None and mention.kind == "outlet") and not is_initials:
        return None
    if mention is not None and mention.figure is not None:
        start, end, name = mention.start, mention.end, known or mention.figure.name
        mention.figure.kind = "outlet"
    else:
        start, end = offset + head.left_edge.idx, offset + head.idx + len(head)
        name = known or plain_source(text)
    return Link(
        source_start=start,
        source_end=end,
        source_text=page.text[start:end],
        source_name=name,
        cue_start=cue[0],
        cue_end=cue[1],
        cue_text=page.text[slice(*cue)],
        cue_lemma="tell",
        is_anonymous=False,
        is_outlet=True,
    )
