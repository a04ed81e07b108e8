"""Statements whose cue is a verb: 'X said that', 'X, he said', 'urged Y to', 'praised Y'.

Belongs here: from a verb of the cue lists to its source and content by the tree. Does not belong
here: nouns, adjectives and 'according to' as cues (nouns.py), quotes (direct.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.claims.attribution import cues
from pipeline.claims.attribution.content import content_of
from pipeline.claims.attribution.records import Act
from pipeline.claims.attribution.statements import Place, Statement, make_statement
from pipeline.claims.attribution.trees import (
    SUBJECTS,
    child,
    is_negated,
    is_verb,
    verb_group,
    voice_of,
)
from pipeline.claims.names.lexicon import SOURCE_NOUNS, UNNAMED_PEOPLE
from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Word

PAPERS = word_set(
    "document memo report email e-mail letter record filing slide file paper statement"
)
BY_SAYING = word_set("by before after in while")


def verb_statements(verb: Word, place: Place) -> Iterator[Statement]:
    """The statement that the verb makes, if it is a cue with content."""
    if not is_verb(verb) or verb.dep_ in ("aux", "auxpass"):
        return
    lemma = cue_lemma(verb)
    idiom = idiom_content(verb, lemma)
    if idiom is None and lemma not in cues.KNOWN:
        return
    particle = child(verb, "prt")
    if particle is not None and particle.lower_ in cues.OTHER_SENSE.get(lemma, ()):
        return
    if _is_no_saying(verb, lemma) or _is_background(verb, lemma):
        return
    cited = cited_source(verb, lemma)
    if cited is not None:
        yield from _citing(verb, cited, place)
        return
    if idiom is not None:
        content, extra, act = idiom.content, idiom.cue, idiom.act
    else:
        content, extra = content_of(verb, lemma)
        last = verb_group(verb)[-1].i
        extra = [word for word in extra if word.i == last + 1]
        act = cues.ACTS.get(lemma, "judge")
        if lemma == "ask" and (child(verb, "xcomp") or any(w.lower_ == "for" for w in extra)):
            act = "order"  # 'asked not to be named', 'asked for his diary'
    if not content:
        return
    voice = voice_of(verb)
    if voice.speaker is None and not _may_lack_speaker(verb):
        return
    statement = make_statement(
        place,
        content=content,
        cue=[*voice.cue, *extra],
        lemma=lemma,
        act=act,
        source=voice.source,
        speaker=voice.speaker,
        is_negated=is_negated(verb),
        is_clause=child(verb, "ccomp") is not None,
    )
    if statement is not None:
        yield statement


def cited_source(verb: Word, lemma: str) -> Word | None:
    """The people whom a report rests on: 'officials' of 'the Post said it fell, citing officials'."""
    if lemma not in ("cite", "quote") or verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "prep"):
        return None
    thing = child(verb, "dobj")
    if thing is None or not is_verb(verb.head) or lemma_of(verb.head) not in cues.SAY:
        return None
    is_source = lemma_of(thing) in UNNAMED_PEOPLE | SOURCE_NOUNS or lemma_of(thing) in PAPERS
    return thing if is_source else None


def _citing(verb: Word, source: Word, place: Place) -> Iterator[Statement]:
    """What the citing report says, with whom it cites for the source."""
    content, _ = content_of(verb.head, lemma_of(verb.head))
    inside = set(verb.subtree)
    statement = make_statement(
        place,
        content=[word for word in content if word not in inside],
        cue=[verb],
        lemma="cite",
        act="say",
        source=list(source.subtree),
        speaker=source,
    )
    if statement is not None:
        yield statement


def cue_lemma(verb: Word) -> str:
    """The verb's dictionary form, with the particle that makes it another cue: 'point out'."""
    lemma = lemma_of(verb)
    particled = cues.PARTICLE_VERBS.get(lemma)
    if particled is not None:
        for kid in verb.rights:
            if kid.dep_ in ("prt", "advmod") and kid.lower_ in particled:
                return f"{lemma} {kid.lower_}"
    return lemma


def _is_no_saying(verb: Word, lemma: str) -> bool:
    """Whether a cue of saying says nothing here: 'found 12 residents dead', 'report a profit'."""
    if lemma == "find":
        return any(kid.lower_ in cues.FOUND_STATES for kid in _below(verb))
    thing = child(verb, "dobj") if lemma == "report" else None
    return thing is not None and lemma_of(thing) in cues.ACCOUNTS


def _is_background(verb: Word, lemma: str) -> bool:
    """Whether the cue only names an act on the way: 'was fined for promoting cures'."""
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ in BY_SAYING:
        return False
    return cues.ACTS.get(lemma) in ("judge", "know")


def _below(verb: Word) -> Iterator[Word]:
    """The words right behind the verb in the tree, and the small clauses' own words."""
    for kid in verb.rights:
        yield kid
        if kid.dep_ in ("ccomp", "dobj") and child(kid, "mark", "aux", "auxpass", "cop") is None:
            yield from kid.rights


def _may_lack_speaker(verb: Word) -> bool:
    """Whether the cue attributes though nobody is named: passives, and participles beside a quote."""
    return child(verb, "nsubjpass", "auxpass") is not None or verb.tag_ in ("VBG", "VBN")


@dataclass(frozen=True, slots=True)
class _Idiom:
    """A cue of several words: its words behind the verb, and what is said."""

    cue: list[Word]
    content: list[Word]
    act: Act


def idiom_content(verb: Word, lemma: str) -> _Idiom | None:
    """'Made clear that', 'took issue with', 'threw his support behind', 'is a critic of'."""
    table = cues.IDIOMS.get(lemma)
    if table is None:
        return None
    for kid in verb.rights:
        prepositions = table.get(lemma_of(kid))
        if prepositions is None:
            continue
        for host in (kid, verb):
            for below in host.children:
                if below.i <= kid.i:
                    continue
                if (
                    below.dep_ in ("ccomp", "acl", "advcl")
                    and "that" in prepositions
                    and _is_clause(below)
                ):
                    return _Idiom(
                        list(verb.doc[verb.i + 1 : kid.i + 1]), list(below.subtree), "say"
                    )
                if below.dep_ == "prep" and below.lower_ in prepositions:
                    said = [word for word in below.subtree if word.i > below.i]
                    return _Idiom(list(verb.doc[verb.i + 1 : below.i + 1]), said, "judge")
    return None


def _is_clause(verb: Word) -> bool:
    return child(verb, *SUBJECTS) is not None
