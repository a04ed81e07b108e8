"""A text as the words that carry its meaning: lemmas, kinds, values, and the signs around them.

Belongs here: one text at a time, read the same whatever else there is. Does not belong here: anything
about two texts.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from pipeline.cleaning.words import word_set
from pipeline.comparing.lexicon import PartOfSpeech, lemma_of_word, part_of_speech

LONGEST_TEXT = 40  # words that carry meaning; what a claim says is said by then
NEGATION_REACH = 3  # words after 'not' that it takes with it

FUNCTION = word_set(
    """a an the this that these those some any all both each every another other such own same
    of in on at by for with about against between into through during before after above below to
    from up down out off over under again further then once here there when where why how as than
    and or but if because while although though whether until since unless so too very just also only
    i me my we us our you your he him his she her it its they them their who whom whose which what
    be am is are was were been being have has had having do does did doing will would shall should can
    could may might must ought 's 're 've 'll 'd 'm s t re ve ll d m st nd rd th mr mrs ms dr sir
    per via amid among around within along across upon toward towards onto despite
    even still now more most much many lot one's etc vs"""
)
REPORTING = word_set(
    """say says said saying tell tells told telling according report reports reported add adds added
    announce announces announced claim claims claimed state stated states note noted notes statement
    source sources official officials spokesman spokeswoman spokesperson reporter reporters"""
)
NEGATIONS = word_set(
    "not n't no never none nobody nothing neither nor without cannot hardly nowhere ain't"
)
DENIALS = word_set(
    """deny denies denied denying denial denials refute refutes refuted rebut rebuts dispute disputes
    disputed debunk debunks debunked debunking false falsely untrue fake faked fakes hoax hoaxes hoaxed
    myth bogus fabricated fabrication misleading inaccurate satire satirical prank unfounded baseless
    incorrect lie lies lied fiction fictional dismiss dismisses dismissed quash quashes quashed disproved
    disproves discredited wrong wrongly photoshopped nope nah retract retracts retracted scam"""
)
HEDGES = word_set(
    """may might could possibly possible maybe perhaps reportedly allegedly alleged alleges allege
    purported purportedly apparently rumor rumors rumour rumours rumored rumoured claim claims claimed
    report reports reported suspected suspects suspect believed unconfirmed unverified say says said
    likely probably suggests suggest suggested considering mulls mulling eyes eyeing weighs"""
)
PLANS = word_set(
    """will would plan plans planned planning expected expects intend intends intended set propose
    proposes proposed vow vows vowed promise promised threaten threatens threatened wants seek seeks
    aims hopes upcoming soon going ready prepares preparing could may might"""
)
ABSENCES = word_set(
    """fail fails failed failing failure refuse refuses refused refusal avoid avoids avoided lack lacks
    lacked stop stops stopped cancel cancels cancelled canceled unable prevent prevents prevented exclude
    excludes excluded reject rejects rejected absent absence except abandon abandoned declined decline
    ban bans banned halt halts halted end ended ends drop dropped drops lost lose loses"""
)
NUMBER_WORDS = {
    word: float(value)
    for value, words in enumerate(
        """zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen
        |fifteen|sixteen|seventeen|eighteen|nineteen|twenty""".replace("\n", "")
        .replace(" ", "")
        .split("|")
    )
    for word in (words,)
} | {
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "seventy": 70.0,
    "eighty": 80.0,
    "ninety": 90.0,
    "dozen": 12.0,
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "k": 1e3,
}
# Verbs that only their particle makes what they mean.
PHRASAL = {
    ("step", "down"): "resign",
    ("stand", "down"): "resign",
    ("go", "off"): "explode",
    ("blow", "up"): "explode",
    ("call", "off"): "cancel",
    ("turn", "down"): "reject",
    ("take", "over"): "acquire",
    ("shut", "down"): "close",
    ("set", "up"): "establish",
    ("put", "off"): "postpone",
    ("pull", "out"): "withdraw",
    ("rule", "out"): "exclude",
    ("lay", "off"): "dismiss",
    ("throw", "out"): "dismiss",
    ("wipe", "out"): "destroy",
    ("carry", "out"): "perform",
    ("put", "out"): "extinguish",
    ("go", "up"): "rise",
    ("go", "down"): "fall",
    ("break", "out"): "start",
    ("give", "up"): "abandon",
    ("hand", "over"): "deliver",
    ("own", "up"): "confess",
}
TIMES = word_set(
    """january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
    mon tue wed thu fri sat sun today yesterday tomorrow"""
) - {"may", "march", "mar", "sat", "sun"}
WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[?!.,;:]")
COPULAS = word_set("is are was were be been become becomes became remains remained isn't wasn't")


class Kind(IntEnum):
    """What sort of word it is."""

    OTHER = 0
    NOUN = 1
    VERB = 2
    MODIFIER = 3
    NAME = 4
    NUMBER = 5
    YEAR = 6
    TIME = 7


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text that carry meaning, in order, and what signs the text bears.

    `runs` numbers the names that stand together; `negated` marks words that a negation takes with it;
    `predicate` is the place of the noun or adjective that 'is a …' gives the subject, -1 without one.
    """

    lemmas: tuple[str, ...]
    kinds: tuple[Kind, ...]
    values: tuple[float, ...]
    runs: tuple[int, ...]
    negated: tuple[bool, ...]
    predicate: int
    negations: int
    denials: int
    hedges: int
    plans: int
    absences: int
    is_question: bool


def fold(text: str) -> str:
    """The text without accents and typographic quotes."""
    plain = text.replace("’", "'").replace("‘", "'")
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFKD", plain)
    for mark in sorted(c for c in set(plain) if c > "\x7f" and unicodedata.combining(c)):
        plain = plain.replace(mark, "")
    return plain


@lru_cache(maxsize=200_000)
def read_words(text: str) -> Words:
    """Read one text."""
    tokens = _tokens(fold(text))
    capitals = _capitals_tell(tokens)
    lemmas: list[str] = []
    kinds: list[Kind] = []
    values: list[float] = []
    runs: list[int] = []
    negated: list[bool] = []
    signs = dict.fromkeys(("negations", "denials", "hedges", "plans", "absences"), 0)
    reach, run, last_was_name, after_copula, predicate = 0, 0, False, False, -1
    started = False
    for place, token in enumerate(tokens):
        word = token.lower()
        if not word[0].isalnum() and word != "n't":
            reach, last_was_name = (0, False) if word in ".;:!?," else (reach, last_was_name)
            after_copula = False
            continue
        if word == "no" and not started and place + 1 < len(tokens) and tokens[place + 1] in ",.":
            signs["denials"] += 1
            started = True
            continue
        for name in _SIGNS_OF.get(word, ()):
            signs[name] += 1
        if word in NEGATIONS:
            reach, started = NEGATION_REACH, True
            continue
        if word in COPULAS:
            after_copula, started = True, True
        if lemmas and (lemmas[-1], word) in PHRASAL and tokens[place - 1][0].isalpha():
            lemmas[-1] = PHRASAL[lemmas[-1], word]
            kinds[-1] = Kind.VERB
            continue
        if word in FUNCTION or (word in REPORTING and started):
            last_was_name = last_was_name and word in ("of", "the")
            if word not in ("a", "an", "the", "very", "more", "most", "also", "not"):
                after_copula = after_copula and word in COPULAS
            started = True
            continue
        kind, lemma, value = _classify(token, capitals, started)
        started = True
        if lemma in SCALES and value == 0.0 and kinds and kinds[-1] == Kind.NUMBER:
            values[-1] *= SCALES[lemma]
            continue
        if word in DENIALS:
            continue
        run += kind == Kind.NAME and not last_was_name
        last_was_name = kind == Kind.NAME
        lemmas.append(lemma)
        kinds.append(kind)
        values.append(value)
        runs.append(run if kind == Kind.NAME else 0)
        negated.append(reach > 0)
        reach = max(0, reach - 1)
        if after_copula and kind in (Kind.NOUN, Kind.MODIFIER, Kind.OTHER):
            predicate = len(lemmas) - 1
        elif after_copula:
            after_copula = kind == Kind.NAME
        if len(lemmas) == LONGEST_TEXT:
            break
    return Words(
        tuple(lemmas),
        tuple(kinds),
        tuple(values),
        tuple(runs),
        tuple(negated),
        predicate,
        is_question="?" in tokens,
        **signs,
    )


def _tokens(text: str) -> list[str]:
    found = []
    for token in WORD.findall(text):
        low = token.lower()
        if low.endswith("n't") and len(low) > 3:
            found += [token[:-3], "n't"]
        elif low.endswith("'s"):
            found.append(token[:-2])
        else:
            found.append(token)
    return found


def _capitals_tell(tokens: list[str]) -> bool:
    """Whether capitals mark names: not in headlines that capitalise everything."""
    words = [t for t in tokens[1:] if t.isalpha() and t.lower() not in FUNCTION]
    return not words or sum(w[0].isupper() for w in words) < 0.7 * len(words) or len(words) < 3


_SIGNS = {
    "negations": NEGATIONS,
    "denials": DENIALS,
    "hedges": HEDGES,
    "plans": PLANS,
    "absences": ABSENCES,
}
_SIGNS_OF = {
    word: tuple(name for name, listed in _SIGNS.items() if word in listed)
    for word in frozenset().union(*_SIGNS.values())
}


@lru_cache(maxsize=200_000)
def _classify(token: str, capitals: bool, started: bool) -> tuple[Kind, str, float]:
    """Kind, lemma and value of one token that carries meaning."""
    word = token.lower()
    if word[0].isdigit():
        value = float(word.replace(",", "").rstrip(".") or 0)
        is_year = len(word) == 4 and word.isdigit() and 1200 <= value <= 2100
        return (Kind.YEAR if is_year else Kind.NUMBER), word.replace(",", ""), value
    if word in NUMBER_WORDS:
        return Kind.NUMBER, word, NUMBER_WORDS[word]
    if word in TIMES:
        return Kind.TIME, word, 0.0
    lemma = lemma_of_word(word)
    part = part_of_speech(lemma)
    if token[0].isupper() and (
        (capitals and (started or part == PartOfSpeech.UNKNOWN)) or part == PartOfSpeech.UNKNOWN
    ):
        return Kind.NAME, word, 0.0
    kinds = {
        PartOfSpeech.NOUN: Kind.NOUN,
        PartOfSpeech.VERB: Kind.VERB,
        PartOfSpeech.ADJECTIVE: Kind.MODIFIER,
        PartOfSpeech.ADVERB: Kind.MODIFIER,
        PartOfSpeech.UNKNOWN: Kind.NOUN,
    }
    return kinds[part], lemma, 0.0
