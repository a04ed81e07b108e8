"""Places and groups of words in a dependency tree, in the document's offsets.

Belongs here: spans of subtrees, verb groups, subjects. Does not belong here: what a word means.
"""

from collections.abc import Iterable

from pipeline.claims.attribution.records import Span
from pipeline.language.tree import Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
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
        subject = child(seen, *SUBJECTS)
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
    is_infinitive = any(kid.dep_ == "aux" and kid.lower_ == "to" for kid in verb.children)
    if verb.dep_ in ("acl", "relcl") and not is_infinitive:
        return verb.head
    host = verb.head if is_infinitive and verb.dep_ == "acl" else verb
    if host is not verb and is_verb(host.head):
        return child(host.head, *SUBJECTS)
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


def source_words(speaker: Word | None, verb: Word) -> list[Word]:
    """The phrase of the speaker without the clause that the verb stands in."""
    if speaker is None or speaker.dep_ == "csubj":
        return []
    inside = frozenset(kid.i for kid in speaker.children if kid is verb or verb in kid.subtree)
    return words_of(speaker, without=inside)
