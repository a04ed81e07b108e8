"""Statements whose cue is no verb: 'according to', 'the claim that', 'is confident that', 'reportedly'.

Belongs here: prepositions, nouns, adjectives and adverbs that attribute. Does not belong here: verbs
(verbs.py), quotes (direct.py).
"""

from collections.abc import Iterator

from pipeline.claims.attribution import cues
from pipeline.claims.attribution.statements import Place, Statement, make_statement
from pipeline.claims.attribution.trees import (
    child,
    is_negated,
    is_verb,
    source_words,
    subject_of,
    verb_group,
    words_of,
)
from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Word

LIGHT_VERBS = word_set(
    "make issue give have express voice raise offer release share send level repeat hold"
)
EVIDENCE = word_set("poll survey estimate poll exit-poll")
DATA = word_set("number figure data datum statistic count tally record estimate census")
VIEWS = word_set(
    "view opinion admission account estimate argument word telling judgment judgement mind assessment"
    " reckoning estimation experience version count"
)
FEW_BEHIND = 3
NOUN_PREPOSITIONS = word_set("of about for on")
STANDS = frozenset(("judge", "fear"))
STANCE_PREPOSITIONS = word_set("of about for on to with at over against toward towards")
"""What joins a feeling or stand to what it is about: 'her opposition to the law'."""


def other_statements(word: Word, place: Place) -> Iterator[Statement]:
    """The statements that the word makes as a cue that is not a verb."""
    lower = word.lower_
    found: Statement | None = None
    if lower in ("in", "by") and word.dep_ == "prep":
        found = _in_a_poll(word, place) or _in_ones_view(word, place)
    elif lower in ("according", "per"):
        found = _according_to(word, place)
    elif lower == "based":
        found = _based_on(word, place)
    elif lower in cues.HEARSAY_ADVERBS and is_verb(word.head):
        found = make_statement(
            place,
            content=words_of(_clause_of(word), without=frozenset((word.i,))),
            cue=[word],
            lemma=lower,
            act="say",
        )
    elif word.dep_ == "acomp" and lower in cues.FEELINGS:
        found = _feeling(word, place)
    elif word.tag_ in ("NN", "NNS"):
        lemma = lemma_of(word)
        if lemma in cues.NOUNS:
            found = _noun(word, lemma, place)
    if found is not None:
        yield found


def _according_to(word: Word, place: Place) -> Statement | None:
    to = child(word, "prep") if word.lower_ == "according" else word
    speaker = child(to, "pobj") if to is not None else None
    if to is None or to.i < word.i or speaker is None:
        return None
    if word.lower_ == "per" and not (speaker.tag_ == "NNP" and word.is_sent_start):
        return None
    return make_statement(
        place,
        content=words_of(_clause_of(word), without=frozenset((word.i,))),
        cue=list(word.doc[word.i : to.i + 1]),
        lemma="according to",
        act="say",
        source=list(speaker.subtree),
        speaker=speaker,
    )


def _based_on(word: Word, place: Place) -> Statement | None:
    """'Based on figures released by the ministry, …': who gives the figures says what they show."""
    if word.dep_ not in ("prep", "advcl") or not _is_at_edge(word):
        return None
    on = child(word, "prep")
    data = child(on, "pobj") if on is not None and on.lower_ in ("on", "upon") else None
    if on is None or data is None or lemma_of(data) not in DATA:
        return None
    giver = _giver_of(data)
    if giver is None:
        return None
    outside = words_of(_clause_of(word), without=frozenset((word.i,)))
    return make_statement(
        place,
        content=outside,
        cue=list(word.doc[word.i : on.i + 1]),
        lemma="based on",
        act="show",
        source=list(giver.subtree),
        speaker=giver,
    )


def _is_at_edge(word: Word) -> bool:
    """Whether the word opens its sentence or stands behind a comma."""
    return word.i == 0 or word.doc[word.i - 1].text == ","


def _giver_of(data: Word) -> Word | None:
    """Who the data come from: 'figures from the ministry', 'data released by the ministry'."""
    for kid in data.rights:
        if kid.dep_ == "prep" and kid.lower_ in ("from", "by"):
            return child(kid, "pobj")
        if kid.dep_ == "acl" and kid.tag_ == "VBN":
            by = next(
                (each for each in kid.rights if each.lower_ in ("by", "from")), None
            )  # fmt: skip
            return child(by, "pobj") if by is not None else None
    return child(data, "poss")


def _in_a_poll(word: Word, place: Place) -> Statement | None:
    """'In a poll of voters, …' and '… by one estimate': evidence that speaks."""
    source = child(word, "pobj")
    if source is None or lemma_of(source) not in EVIDENCE or not is_verb(word.head):
        return None
    return make_statement(
        place,
        content=words_of(_clause_of(word), without=frozenset((word.i,))),
        cue=[word],
        lemma=word.lower_,
        act="show",
        source=list(source.subtree),
        speaker=source,
    )


def _in_ones_view(word: Word, place: Place) -> Statement | None:
    """'In her view, …', 'by the firm's own admission, …'."""
    view = child(word, "pobj")
    owner = child(view, "poss") if view is not None else None
    if view is None or owner is None or lemma_of(view) not in VIEWS or not is_verb(word.head):
        return None
    if not (_is_at_edge(word) or view.right_edge.i >= len(word.doc) - FEW_BEHIND):
        return None
    return make_statement(
        place,
        content=words_of(_clause_of(word), without=frozenset((word.i,))),
        cue=[word, *(kid for kid in view.lefts if kid is not owner), view],
        lemma=f"{word.lower_} {lemma_of(view)}",
        act="say",
        source=[each for each in owner.subtree if each.tag_ != "POS"],
        speaker=owner,
    )


def _clause_of(word: Word) -> Word:
    """The verb of the clause that the word comments on; behind a comma at the end, of the sentence."""
    at_edge = _is_at_edge(word)
    host = word.head
    while not (is_verb(host) and host.dep_ not in ("aux", "auxpass")) and host.head is not host:
        host = host.head
    while at_edge and host.dep_ in ("advcl", "relcl", "acl", "xcomp", "ccomp", "conj"):
        if host.dep_ in ("ccomp",) and host.head.i < word.i and lemma_of(host.head) in cues.ACTS:
            break
        host = host.head
    return host


def _feeling(word: Word, place: Place) -> Statement | None:
    verb = word.head
    about = next((kid for kid in word.rights if kid.dep_ in ("ccomp", "xcomp", "prep")), None)
    subject = subject_of(verb)
    if about is None or subject is None or subject.lower_ in ("it", "that", "this", "there"):
        return None
    content = list(about.subtree)
    cue = [*verb_group(verb), *verb.doc[verb.i + 1 : word.i + 1]]
    if about.dep_ == "prep":
        content = [inner for inner in content if inner.i != about.i]
        if about.i == word.i + 1:
            cue.append(about)
    return make_statement(
        place,
        content=content,
        cue=cue,
        lemma=word.lower_,
        act=cues.FEELINGS[word.lower_],
        source=list(subject.subtree),
        speaker=subject,
        is_negated=is_negated(verb),
        is_clause=about.dep_ == "ccomp",
    )


def _noun(word: Word, lemma: str, place: Place) -> Statement | None:
    clause = next(
        (
            kid
            for kid in word.rights
            if kid.dep_ in ("acl", "ccomp", "relcl") and _is_that_or_to(kid)
        ),
        None,
    )
    prepositions = STANCE_PREPOSITIONS if cues.NOUNS[lemma] in STANDS else NOUN_PREPOSITIONS
    about = next(
        (kid for kid in word.rights if kid.dep_ == "prep" and kid.lower_ in prepositions), None
    )
    said = _saying_verb(word)
    if said is not None and clause is not None:
        subject = subject_of(said)
        return make_statement(
            place,
            content=list(clause.subtree),
            cue=[*verb_group(said), *word.doc[said.i + 1 : word.i + 1]],
            lemma=lemma_of(said),
            act="say",
            source=source_words(subject, said),
            speaker=subject,
            is_negated=is_negated(said),
        )
    speaker, source = _noun_source(word)
    if clause is not None:
        content, cue = list(clause.subtree), [word]
    elif about is not None and source:
        content, cue = [w for w in about.subtree if w.i != about.i], [word, about]
        if about.i != word.i + 1:
            cue = [word]
    else:
        return None
    if not source and word.tag_ == "NN":
        return None
    return make_statement(
        place,
        content=content,
        cue=cue,
        lemma=lemma,
        act=cues.NOUNS[lemma],
        source=source,
        speaker=speaker,
        is_clause=clause is not None,
    )


def _saying_verb(word: Word) -> Word | None:
    """The verb of 'said in a statement that'; its clause hangs on the noun."""
    preposition = word.head
    if word.dep_ != "pobj" or preposition.dep_ != "prep" or preposition.i > word.i:
        return None
    verb = preposition.head
    near = is_verb(verb) and verb.i == preposition.i - 1
    return verb if near and lemma_of(verb) in cues.SAY else None


def _is_that_or_to(verb: Word) -> bool:
    if any(kid.dep_ == "mark" and kid.lower_ in ("that", "whether", "if") for kid in verb.children):
        return True
    return any(kid.dep_ == "aux" and kid.lower_ == "to" for kid in verb.children)


def _noun_source(word: Word) -> tuple[Word | None, list[Word]]:
    owner = child(word, "poss")
    if owner is not None:
        words = [w for w in owner.subtree if w.tag_ != "POS"] if owner.tag_ != "PRP$" else [owner]
        return owner, words
    if word.dep_ == "dobj" and lemma_of(word.head) in LIGHT_VERBS:
        subject = subject_of(word.head)
        if subject is not None:
            return subject, list(subject.subtree)
    by = next(
        (kid for kid in word.rights if kid.dep_ == "prep" and kid.lower_ in ("by", "from")), None
    )
    speaker = child(by, "pobj") if by is not None else None
    return (speaker, list(speaker.subtree)) if speaker is not None else (None, [])
