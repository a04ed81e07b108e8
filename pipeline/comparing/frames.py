"""Whether two claims are one statement with one thing changed: its sign, its opposite, a name, a time.

Belongs here: claims as subject, head of the predicate and arguments, and what of two of them clashes.
Does not belong here: which claims are asked about (`verdicts`), and how likely texts contradict (`judge`).

Long texts share names and hold a 'not' somewhere; they contradict only where the same is said of the
same, and the negation stands on what they share.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.cleaning.words import word_set
from pipeline.comparing.lexicon import Tie, are_alike, close_tie, is_among, lemma_of_word
from pipeline.comparing.words import NEGATIONS, Kind, fold, read_words

NO = re.compile(r"(?i)^(?:there (?:is|are|was|were) )?(?:no|not a(?: single)?|not one|none of)\s")
HELD_BACK = re.compile(
    r"(?i)\b(?:not|n't|never)\s+(?:\w+\s)?(?:just|only|merely|simply|all|every\w*|always|enough|necessarily"
    r"|fully|entirely|immediately|sure|clear|long|much|many|until|before|even|so|quite|exactly)\b"
    r"|\bany (?:more|less|better|worse|longer)\b|\bno (?:more|fewer|less|later|longer|doubt|matter|others?)\b"
    r"|\bno (?:further|additional|new|such|immediate)\b"
    r"|\b(?:unclear|unknown|not known|as (?:it|they|he|she|well|much|intended|planned))\b|\?"
)
# What is not so yet: a later 'it is' is news, an earlier one a disagreement with nobody.
PENDING = re.compile(
    r"(?i)\b(?:not|n't|never|no|nobody|none)\b.*\b(?:yet|so far|still|until|for now|at this (?:point|time|stage))\b"
    r"|\b(?:has|have|had) yet to\b|\bstill (?:not|no)\b|\byet (?:been|be)\b"
)
CLAUSE = re.compile(
    r"(?i)[,;]? \b(?:until|unless|if|because|when|while|although|though|whereas|without|after|before|as)\b.*"
)
TOLD_BY = re.compile(r", [^,]{3,40}$")
MODALS = word_set("should would may might could must can will cannot")
AUXILIARIES = (
    word_set(
        "be am is are was were been being have has had having do does did going 's 're 've 'm to get gets got"
    )
    | MODALS
)
LIGHT = word_set("be have do go make get take give come say tell see know think want put let use")
DENIES = word_set("deny refute rebut dispute")
# What may be found out, or come about, after it was said that it was not.
LEARNT = word_set(
    "confirm find identify arrest charge announce name release determine verify establish decide locate detect record "
    "reach recover detain rule claim approve pass sign make file publish resign agree rescue free capture apprehend "
    "indict convict disclose"
)
NOBODY = word_set("nobody none no-one noone")
PRONOUNS = word_set("i he she it they we you this that these those who which there him her them")
UNSURE = ("question", "conditional", "possible")
INDEFINITE = re.compile(r"(?i)^(?:an?|one|some|any|each|every|most|many|few|other|another)\s")
TIMED = (Kind.NUMBER, Kind.YEAR, Kind.TIME)
NO_PREDICATE = (Kind.NAME, *TIMED)
LONGEST_SHOWN = 60
MONTHS = word_set(
    "january february march april may june july august september october november december"
)
DAYS = MONTHS | word_set("monday tuesday wednesday thursday friday saturday sunday")
LEAST_SHARED = 0.8  # of the words of the lesser of two counts, so many stand in the other


@dataclass(frozen=True, slots=True)
class Side:
    """What of a claim is looked at."""

    own_text: str
    subject: str | None
    predicate: str | None
    object: str | None
    polarity: str | None
    modality: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim taken apart; words are lemmas. `head` is '' where a phrase alone is denied ('no letter')."""

    subject: frozenset[str]
    head: str
    arguments: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    words: frozenset[str]
    modals: frozenset[str]
    negated: bool
    held_back: bool
    sure: bool
    generic: bool
    shown: str
    is_copular: bool = False
    is_pending: bool = False
    of_nobody: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """How two claims differ, and what a reader is told; `may_turn` where the first may have come true since
    the other, and `must_turn` where only that makes it worth telling. `a_tells` says which is the first.
    """

    kind: str
    reason: str
    may_turn: bool = False
    must_turn: bool = False
    a_tells: bool = True


@lru_cache(maxsize=20_000)
def frame_of(side: Side) -> Frame:
    """Take a claim apart."""
    text = fold(side.own_text).strip()
    subject, predicate, rest = (
        fold(x or "").strip() for x in (side.subject, side.predicate, side.object)
    )
    denied = side.modality == "denied"
    tokens = re.findall(r"n't|[\w']+?(?=n't)|[\w'-]+", predicate.lower())
    head, after = _head(tokens)
    is_copular = head == "be"
    phrase = ""
    if NO.match(text) and (
        not predicate or head in ("say", "insist", "be") or subject.lower() == "there"
    ):
        phrase = CLAUSE.sub("", TOLD_BY.sub("", NO.sub("", text)))
    elif head in DENIES and not set(tokens) & NEGATIONS:
        phrase = rest
        denied = True
    of_nobody = subject.lower().replace("no one", "nobody") in NOBODY
    before = re.match(rf"(?i)(.{{1,90}}?)\b{re.escape(tokens[0])}\b", text) if tokens else None
    if before:  # names stand for pronouns there
        subject = before[1] if subject.lower() in PRONOUNS else f"{subject} {before[1]}"
    in_predicate = bool(set(tokens) & NEGATIONS)
    leads = bool(NO.match(subject + " ") or NO.match(rest + " ") or of_nobody)
    negated = in_predicate or leads
    if is_copular:
        head = _said_of_it(" ".join([*after, rest])) or head
    words = read_words(text)
    names = {w for w, k in zip(words.lemmas, words.kinds, strict=True) if k == Kind.NAME}
    main = read_words(CLAUSE.sub("", text))
    times = {w for w, k in zip(main.lemmas, main.kinds, strict=True) if k in TIMED or w in MONTHS}
    signed = side.polarity == "negated"
    if phrase:
        subject_words: frozenset[str] = _lemmas(subject) if denied else frozenset()
        return Frame(
            subject_words, "", _lemmas(phrase), frozenset(names), frozenset(times),
            frozenset(words.lemmas), frozenset(), True, bool(HELD_BACK.search(text)),
            side.modality not in UNSURE, False, phrase.rstrip(" ."), is_pending=bool(PENDING.search(text)),
        )  # fmt: skip
    return Frame(
        subject=_lemmas(subject),
        head=head,
        arguments=frozenset({*_lemmas(rest), *_lemmas(" ".join(after))} - {head}),
        names=frozenset(names),
        times=frozenset(times),
        words=frozenset(words.lemmas),
        modals=frozenset({"can" if t == "cannot" else t for t in tokens} & (MODALS - {"will"})),
        negated=negated != denied,
        held_back=bool(HELD_BACK.search(text)) or (signed and not negated),
        sure=side.modality not in UNSURE,
        generic=bool(INDEFINITE.match(subject)),
        shown=f"{predicate} {rest}" if is_copular and len(rest) < LONGEST_SHOWN else predicate,
        is_copular=is_copular,
        is_pending=bool(PENDING.search(text)),
        of_nobody=of_nobody,
    )


def clash_of(a: Side, b: Side, *, in_one_story: bool = False) -> Clash | None:
    """What of two claims clashes; None where nothing is shown to. In one story 'nobody was arrested' is said of
    all that were.
    """
    one, other = frame_of(a), frame_of(b)
    if one.held_back or other.held_back or not (one.sure and other.sure):
        return None
    if (a.modality == "planned") != (b.modality == "planned") or one.modals != other.modals:
        return None
    if one.negated != other.negated:
        told, denied = (other, one) if one.negated else (one, other)
        reason = _of_signs(told, denied, in_one_story)
        may_turn = denied.is_pending or bool({denied.head, *denied.arguments} & LEARNT)
        if reason is None or (told.is_pending and not denied.is_pending):
            return None
        return Clash("polarity", reason, may_turn, denied.is_pending, not one.negated)
    if one.negated or not one.head or not other.head or one.generic or other.generic:
        return None
    found = _of_opposites(one, other) or (in_one_story and _of_one_slot(one, other))
    return Clash(*found) if found else None


def count_one(a: Side, b: Side, by_fate: bool) -> bool:
    """Whether two claims give a number of one thing of one event: the lesser's words stand in the other."""
    one, other = frame_of(a), frame_of(b)
    if one.held_back or other.held_back or one.negated != other.negated:
        return False
    days = one.times & DAYS, other.times & DAYS
    if days[0] and days[1] and days[0] != days[1]:
        return False
    lesser, greater = sorted((one, other), key=lambda frame: (len(frame.words), frame.shown))
    said = lesser.words - lesser.times
    lacking = {word for word in said if not is_among(word, greater.words)}
    if lacking & lesser.names or len(lacking) > (1 - LEAST_SHARED) * len(said):
        return False
    subjects = _within(one.subject - one.times, other.subject - other.times)
    if by_fate:
        return subjects or bool(one.names & other.names)
    return subjects and are_alike(one.head, other.head)


def _of_signs(told: Frame, denied: Frame, in_one_story: bool) -> str | None:
    """One says what the other denies: the denied words stand in the one that tells."""
    if denied.generic or told.generic or not told.head:
        return None
    if told.times - denied.times and _years(told) - _years(denied):
        return None
    if not denied.head:
        enough = len(denied.arguments) >= 2 and all(
            is_among(w, told.words) for w in denied.arguments
        )
        said = told.arguments | {told.head}
        # Of what somebody denies to have done he must be told to have done it.
        does = not denied.subject or (
            not told.is_copular and any(is_among(w, told.subject) for w in denied.subject)
        )
        if enough and does and any(is_among(w, said) for w in denied.arguments):
            return f"One denies '{denied.shown}', the other says '{told.shown}'"
        return None
    if not are_alike(told.head, denied.head):
        return None
    if not _within(told.subject, denied.subject) and not (denied.of_nobody and in_one_story):
        return None
    if not all(is_among(w, told.words) for w in denied.arguments | denied.times):
        return None
    bare = not denied.arguments or not told.arguments
    if bare and (denied.head in LIGHT or bool(denied.arguments) != bool(told.arguments)):
        return None
    if not bare and not _within(told.arguments, denied.arguments):
        return None
    return f"Of the same, one says '{told.shown}', the other '{denied.shown}'"


def _of_opposites(one: Frame, other: Frame) -> tuple[str, str] | None:
    """Both say of the same the opposite, on no different days or scales."""
    if one.times != other.times or not one.subject or not _within(one.subject, other.subject):
        return None
    if _opposite(one.head, other.head):
        if bool(one.arguments) == bool(other.arguments) and (
            not one.arguments or _within(one.arguments, other.arguments)
        ):
            return "polarity", f"Of the same, one says '{one.shown}', the other '{other.shown}'"
        return None
    left = {w for w in one.arguments if not is_among(w, other.arguments)}
    right = {w for w in other.arguments if not is_among(w, one.arguments)}
    if are_alike(one.head, other.head) and len(left) == len(right) == 1:
        first, second = left.pop(), right.pop()
        if _opposite(first, second):
            return "polarity", f"Of the same, one says '{first}', the other '{second}'"
    return None


def _of_one_slot(one: Frame, other: Frame) -> tuple[str, str] | None:
    """All is the same but one time, of which each gives its own."""
    if not are_alike(one.head, other.head) or not one.subject or not other.subject:
        return None
    if one.head in LIGHT or one.is_copular or other.is_copular:
        return None
    left = {w for w in one.words if not is_among(w, other.words)}
    right = {w for w in other.words if not is_among(w, one.words)}
    if not left or not right or len(one.words - left) < 4:
        return None
    shown = f"one has '{' '.join(sorted(left))}', the other '{' '.join(sorted(right))}'"
    if left <= one.times and right <= other.times and (left | right) & _days(one, other):
        return "time", f"Of different times {shown}"
    return None


def _days(one: Frame, other: Frame) -> set[str]:
    return {w for w in one.times | other.times if w in MONTHS or not w[0].isdigit()}


def _years(frame: Frame) -> set[str]:
    return {w for w in frame.times if len(w) == 4 and w.isdigit()}


def _head(tokens: list[str]) -> tuple[str, list[str]]:
    """The first verb that is no auxiliary, as a lemma ('be' where there is none), and what follows."""
    for place, token in enumerate(tokens):
        if token in AUXILIARIES or token in NEGATIONS or token.endswith("ly") or token[0] in "'":
            continue
        if token in ("also", "still", "just", "now", "then", "once", "again", "soon", "already"):
            continue
        if len(token) > 2 and token not in ("for", "with", "from", "since", "under", "over"):
            return lemma_of_word(token), tokens[place + 1 :]
        break
    last = [t for t in tokens if t in AUXILIARIES and t not in MODALS]
    if last and last[-1] in ("have", "has", "had"):
        return "have", []
    if last and last[-1] in ("do", "does", "did"):
        return "do", []
    return ("be" if tokens else ""), []


def _said_of_it(text: str) -> str | None:
    """What 'is …' says of the subject, as a lemma: 'arrest' of 'under arrest'."""
    words = read_words(text)
    said = (
        w
        for w, k in zip(words.lemmas, words.kinds, strict=True)
        if k not in NO_PREDICATE and w not in ("least", "most")
    )
    return next(said, None)


def _lemmas(text: str) -> frozenset[str]:
    return frozenset(read_words(text).lemmas) if text else frozenset()


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the lesser's words all stand in the other; nothing stands in nothing."""
    lesser, greater = (one, other) if len(one) <= len(other) else (other, one)
    return bool(lesser) and all(is_among(word, greater) for word in lesser)


def _opposite(one: str, other: str) -> bool:
    return close_tie(one, other) == Tie.OPPOSITE
