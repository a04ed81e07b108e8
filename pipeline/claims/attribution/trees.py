"""Places and groups of words in a dependency tree, in the document's offsets.

Belongs here: spans of subtrees, verb groups, subjects. Does not belong here: what a word means.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.claims.attribution.records import Span
from pipeline.cleaning.words import word_set
from pipeline.language.parser import lemma_of
from pipeline.language.tree import Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
RELATIVE_TAGS = ("WDT", "WP")
EDGE_PUNCTUATION = frozenset(",.;:!?—–-…")


def is_verb(token: Word) -> bool:
    """Whether the token is tagged as a verb or modal."""
    return token.tag_ in VERB_TAGS


def child(token: Word, *relations: str) -> Word | None:
    """The first child in one of these relations."""
    return next((kid for kid in token.children if kid.dep_ in relations), None)


def words_of(token: Word, without: frozenset[int] = frozenset()) -> list[Word]:
    """The subtree of the token in order, less the subtrees of the tokens at `without`."""
    left = {below.i for index in without for below in token.doc[index].subtree}
    return [below for below in token.subtree if below.i not in left]


def trimmed(words: list[Word]) -> list[Word]:
    """The words without white space and punctuation (other than quotation marks, brackets) at the ends."""
    start, end = 0, len(words)
    while start < end and (words[start].is_space or words[start].text in EDGE_PUNCTUATION):
        start += 1
    while start < end and (words[end - 1].is_space or words[end - 1].text in EDGE_PUNCTUATION):
        end -= 1
    return words[start:end]


def runs(words: Iterable[Word]) -> list[list[Word]]:
    """The words cut where some of the sentence is left out between them."""
    cut: list[list[Word]] = []
    for word in words:
        if cut and cut[-1][-1].i + 1 == word.i:
            cut[-1].append(word)
        else:
            cut.append([word])
    return cut


def spans_of(words: Iterable[Word], offset: int) -> tuple[Span, ...]:
    """The document spans of the words, one a run, without punctuation at their ends."""
    kept = (trimmed(run) for run in runs(words))
    return tuple(span_of(run, offset) for run in kept if run)


def span_of(words: list[Word], offset: int) -> Span:
    """The document span from the first to the last word."""
    return offset + words[0].idx, offset + words[-1].idx + len(words[-1].text)


def subject_of(verb: Word) -> Word | None:
    """The subject of the verb, also where it shares the one of the verb that it is joined to."""
    seen = verb
    while True:
        subject = _own_subject(seen)
        if subject is not None:
            return subject
        if seen.dep_ not in ("conj", "xcomp", "aux") or (
            not is_verb(seen.head) and seen.head.dep_ != "ROOT"
        ):
            return None
        if seen.dep_ == "xcomp" and child(seen.head, "dobj") is not None:
            return child(seen.head, "dobj")
        if seen.head is seen:
            return None
        seen = seen.head


def _own_subject(verb: Word) -> Word | None:
    """The verb's subject; 'she' of 'which she said fell', where the tree gives the verb both."""
    own = [kid for kid in verb.children if kid.dep_ in SUBJECTS]
    return next((kid for kid in own if kid.tag_ not in RELATIVE_TAGS), own[0] if own else None)


def relative_of(verb: Word) -> Word | None:
    """The relative pronoun that stands for part of what is said: 'which she said fell'."""
    if verb.dep_ != "relcl":
        return None
    found = [kid for kid in verb.children if kid.tag_ in RELATIVE_TAGS and kid.i < verb.i]
    subject = _own_subject(verb)
    return next((kid for kid in found if kid is not subject), None)


def verb_group(verb: Word) -> list[Word]:
    """The verb with its auxiliaries, negation, adverbs between, and particle, as one run."""
    first = verb.i
    lefts = {kid.i for kid in verb.lefts if kid.dep_ in ("aux", "auxpass", "neg", "advmod")}
    while first - 1 in lefts:
        first -= 1
    while first < verb.i and verb.doc[first].dep_ == "advmod" and verb.doc[first].tag_ == "WRB":
        first += 1
    last = verb.i
    if last + 1 < len(verb.doc) and verb.doc[last + 1].dep_ == "prt":
        last += 1
    return list(verb.doc[first : last + 1])


def is_negated(verb: Word) -> bool:
    """Whether the verb itself is negated, or is one of 'neither confirmed nor denied'."""
    if any(kid.dep_ == "neg" for kid in verb.children):
        return True
    first = verb
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    return any(kid.lower_ == "neither" and kid.i < first.i for kid in first.children)


def speaker_of(verb: Word) -> Word | None:
    """The head word of who says it: subject, agent of a passive, noun that a participle belongs to."""
    if child(verb, "nsubjpass") is not None:
        agent = child(verb, "agent")
        return child(agent, "pobj") if agent is not None else None
    agent = child(verb, "agent") if verb.tag_ == "VBN" else None
    if agent is not None:
        return child(agent, "pobj")
    subject = subject_of(verb)
    if subject is not None:
        return subject
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and child(verb, "dobj") is None:
        return None  # 'asked about it': who asked is not told
    is_infinitive = any(kid.dep_ == "aux" and kid.lower_ == "to" for kid in verb.children)
    if verb.dep_ in ("acl", "relcl") and not is_infinitive:
        return verb.head
    host = verb.head if is_infinitive and verb.dep_ == "acl" else verb
    if host is not verb and is_verb(host.head):
        return child(host.head, *SUBJECTS)
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and _is_behind_comma(verb):
        host = _sayer_over(verb)
    while (
        host.dep_ in ("advcl", "xcomp", "pcomp", "conj", "prep", "ccomp") and host.head is not host
    ):
        host = host.head
        subject = child(host, *SUBJECTS) if is_verb(host) else None
        if subject is not None:
            return subject
        if host.dep_ in ("acl", "relcl"):
            return host.head
    return None


def _is_behind_comma(word: Word) -> bool:
    first = word.left_edge.i
    return first > 0 and word.doc[first - 1].text in (",", "”", '"', "''")


def _sayer_over(verb: Word) -> Word:
    """The participle's host, from the clause that is said out to who says it: 'said that A fell, adding'."""
    host = verb.head
    while host.dep_ == "conj" and is_verb(host.head):
        host = host.head
    says = host.dep_ == "ccomp" and is_verb(host.head) and host.head.i < host.i
    return host if says else verb


UTTERANCES = word_set(
    """
    statement letter tweet message memo email e-mail post op-ed essay column note complaint lawsuit
    suit motion brief petition paper ad advertisement commercial video spot speech release resolution
    missive response reply story article editorial report
    """
)
UTTERING = word_set(
    "issue release publish send post write file make put deliver sign run air tweet launch pen give"
    " circulate unveil offer record"
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """Who made the text that speaks: `verb` made it, `speaker` is the head of its subject."""

    verb: Word
    speaker: Word


def utterance_of(verb: Word) -> Utterance | None:
    """'The council issued' for 'saying' in 'the council issued a statement saying'."""
    if verb.dep_ == "relcl":
        own = _own_subject(verb)
        if own is None or own.lower_ not in ("that", "which"):
            return None
    elif verb.dep_ not in ("acl", "advcl") or verb.tag_ != "VBG":
        return None
    thing = verb.head
    if is_verb(thing):
        thing = child(thing, "dobj") or thing
    while thing.dep_ == "pobj" and thing.head.lower_ == "of":
        thing = thing.head.head
    made = thing.head
    if thing.dep_ != "dobj" or lemma_of(made) not in UTTERING or thing.i > verb.i:
        return None
    words = {lemma_of(thing)} | {lemma_of(kid) for kid in _below_of(thing)}
    if words.isdisjoint(UTTERANCES):
        return None
    speaker = subject_of(made)
    return Utterance(made, speaker) if speaker is not None else None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks by a cue: the words of the cue, the head of the source, and the source's words."""

    cue: list[Word]
    speaker: Word | None
    source: list[Word]


def voice_of(verb: Word) -> Voice:
    """The cue's words and its source; with the verb that made the text where a text speaks."""
    uttered = utterance_of(verb)
    if uttered is None:
        speaker = speaker_of(verb)
        return Voice(verb_group(verb), speaker, source_words(speaker, verb))
    cue = [*verb_group(uttered.verb), *verb_group(verb)]
    return Voice(cue, uttered.speaker, source_words(uttered.speaker, uttered.verb))


def _below_of(thing: Word) -> list[Word]:
    """'Tweets' in 'a series of tweets'."""
    of = next((kid for kid in thing.rights if kid.dep_ == "prep" and kid.lower_ == "of"), None)
    return [kid for kid in of.children if kid.dep_ == "pobj"] if of is not None else []


def source_words(speaker: Word | None, verb: Word) -> list[Word]:
    """The phrase of the speaker without the clause that the verb stands in."""
    if speaker is None or speaker.dep_ == "csubj":
        return []
    inside = frozenset(kid.i for kid in speaker.children if kid is verb or verb in kid.subtree)
    return words_of(speaker, without=inside)
