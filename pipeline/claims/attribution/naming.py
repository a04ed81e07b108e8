"""Who the source of a statement is: canonical name, outlet or not, anonymous or not.

Belongs here: from a source's words and the document's cast to a Link. Does not belong here: finding
sources (verbs.py, nouns.py, beside.py), joining mentions (the cast).
"""

import re

from pipeline.claims.attribution.page import Page
from pipeline.claims.attribution.records import Link, Span
from pipeline.claims.attribution.statements import Statement
from pipeline.claims.names import Cast, Mention
from pipeline.language.outlets import known_outlet
from pipeline.language.tree import Word
from pipeline.language.words import word_set

LONGEST_NAME = 90
FIRST_PERSON = word_set("i we you me us")
RELATIVE = word_set("who which that whom")
ARTICLE = re.compile(r"(?:the|an?|this|that|these|those|one of the|some of the)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?$")
NO_NAME_GIVEN = re.compile(
    r"anonym|not authori[sz]ed|declined to be (?:named|identified)|not to be named|familiar with|briefed on"
    r"|close to the|knowledge of|unnamed|unidentified|sources?\b",
    re.IGNORECASE,
)
"""What is said of people whose name is kept back."""
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
        found = cast.at(offset + antecedent_of(speaker).idx)
        if found is not None:
            return found
    found = cast.resolve(*statement.source)
    if found is not None and found.start - statement.source[0] <= len("the "):
        return found
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
    plain = plain_source(text)
    outlet = known_outlet(text) or known_outlet(plain)
    figure = mention.figure if mention is not None else None
    if figure is None:
        is_pronoun = mention is not None or text.lower() in RELATIVE
        return (outlet or (None if is_pronoun else plain)), False, outlet is not None
    joined = _joined_names(page, cast, statement)
    if joined is not None:
        return joined, False, False
    if figure.kind in NAMELESS_KINDS and mention is not None and mention.form == "description":
        if len(plain) > len(figure.name) and plain.endswith(plain_source(figure.name)) is False:
            figure.name = plain  # what is said of an unnamed source is all the name it has
        is_anonymous = figure.kind == "anonymous" or bool(NO_NAME_GIVEN.search(text))
        return (
            plain_source(figure.name),
            is_anonymous and not _speaks_for_a_body(page, statement),
            False,
        )
    if figure.kind == "anonymous":
        return plain_source(figure.name), True, False
    return figure.name, False, figure.kind == "outlet"


def plain_source(text: str) -> str:
    """The source's words as a name: no article, possessive, line break or closing mark."""
    name = " ".join(text.split()).strip(' ,;:.–—-"“”')
    name = ARTICLE.sub("", name, count=1)
    if len(name) > LONGEST_NAME:
        name = name[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,")
    return POSSESSIVE.sub("", name)


def _joined_names(page: Page, cast: Cast, statement: Statement) -> str | None:
    """'Ann Writer and Bob Reader': joint speakers are one source."""
    speaker = statement.speaker
    if speaker is None or statement.source is None:
        return None
    offset = page.offset(statement.sentence)
    heads = [speaker]
    for head in heads:
        heads.extend(kid for kid in head.children if kid.dep_ == "conj" and kid.tag_[:2] == "NN")
    inside = [head for head in heads if offset + head.idx < statement.source[1]]
    mentions = [cast.at(offset + head.idx) for head in inside]
    names = [mention.name for mention in mentions if mention is not None and mention.name]
    if len(names) < 2 or len(names) != len(inside):
        return None
    unique = list(dict.fromkeys(names))
    return f"{', '.join(unique[:-1])} and {unique[-1]}" if len(unique) > 1 else None


def _speaks_for_a_body(page: Page, statement: Statement) -> bool:
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
