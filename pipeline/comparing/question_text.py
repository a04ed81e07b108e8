"""The wording of a question, made from a claim that answers it.

Belongs here: turning one statement into a question. Does not belong here: which statement, or what
kind of answer.

'The strikes have killed over 110 people since 2 September' becomes 'How many people have the strikes
killed since 2 September?'. Only the plain order of subject, verb and rest is turned; what stands in
another order keeps its words around a blank ('Morvan spoke to a crowd of … people: how many?') or is
asked as 'Is it so that ...?'.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.cleaning.words import word_list
from pipeline.comparing.lexicon import lemma_of_word
from pipeline.comparing.rarity import rank_of, stem

_AUXILIARIES = {
    **dict.fromkeys(["won't", "'ll"], "will"),
    **dict.fromkeys(["can't", "cannot"], "can"),
    "'re": "are",
    "'ve": "have",
    **{
        word: word
        for word in word_list(
            "is are was were will would can could should must may might do does did has have had"
        )
    },
}
_HAVE = {"has": "does", "have": "do", "had": "did"}
_IRREGULAR = dict(
    pair.split(":")
    for pair in word_list(
        """
    became:become began:begin bought:buy brought:bring broke:break broadcast:broadcast built:build
    came:come caught:catch chose:choose cut:cut drew:draw drove:drive fell:fall felt:feel fled:flee
    flew:fly forbade:forbid forced:force fought:fight found:find froze:freeze gave:give got:get
    grew:grow heard:hear held:hold hit:hit hurt:hurt kept:keep knew:know laid:lay led:lead left:leave
    lent:lend lost:lose made:make meant:mean met:meet overthrew:overthrow paid:pay put:put read:read
    rose:rise ran:run said:say sank:sink sat:sit saw:see sent:send set:set shook:shake shot:shoot
    shut:shut slew:slay sold:sell sought:seek spent:spend spoke:speak spread:spread stole:steal
    stood:stand strove:strive struck:strike swore:swear swept:sweep taught:teach took:take told:tell
    thought:think threw:throw understood:understand went:go withdrew:withdraw won:win wore:wear
    wrote:write
    """
    )
)
_WANTS_E = re.compile(r"(?:[vcuz]|[^n]g|[^s]s|[^aeiou]at|[iu]r)$")
_WANTS_ES = re.compile(r"(?:ss|sh|ch|x|zz)es$")
_SHARE = re.compile(r"percent", re.IGNORECASE)
_MONEY = re.compile(r"dollar|euro|pound|yuan|yen|rupee|rouble|usd|eur|gbp", re.IGNORECASE)
# '52-year-old', 'a 3-2 vote', '15th': the number names a kind and is no answer to 'how many'.
_COMPOUND = re.compile(r"\d\S*-[A-Za-z]|\w+-year-old|-\w")
_OF_WHOM = re.compile(r"of (?:them|us|those|these|its|their|the)\b(?:\s\w+){0,2}?(?=\s|$)")
_PLAIN_STARTS = frozenset(word_list("police nobody everybody nothing officials officers details"))
_OPENERS = re.compile(
    r"(?:The|An?|If|When|While|After|Before|As|For|To|What|Who|How|Why|Where|Which|This|That|These|"
    r"Those|In|On|At|It|He|She|They|We|You|More|Over|Some|All|Many|Most|"
    r"Several|Its|His|Her|Their|Our|No|One|Two|Three|Another|Other)\b"
)
_CONNECTIVE = re.compile(
    r"^(?:(?:However|Moreover|Meanwhile|Furthermore|Additionally|Nevertheless|Still|Instead|Also|"
    r"Then|Thus|Indeed|So far|In addition|As a result|For example|In fact),\s+|(?:And|But|So|Yet)\s+)"
)
_BOUND = re.compile(
    r"\b(?:at (?:least|most)|(?:more|fewer|less) than|over|under|above|below|about|around|some|nearly|"
    r"almost|roughly|approximately|up to|only|just|an estimated|as many as)$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r",?\s(?:on|in|since|by|at)\s(?:(?:late|early|mid)[ -])?(?:\w+day\b(?:,?\s)?)?"
    r"(?:\d{1,2}\s)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b(?:\s\d{1,2}\b)?,?\s?)?(?:\d{4})?(?=$|[\s,])"
)


@dataclass(frozen=True, slots=True)
class _Turned:
    """A clause in the order of a question: 'have', 'the strikes', 'killed over 110 people'."""

    auxiliary: str
    subject: str
    rest: str

    def asked(self, opening: str = "") -> str:
        return _finished(" ".join([opening, self.auxiliary, self.subject, self.rest]))


def question_text(
    text: str,
    subject: str | None,
    predicate: str | None,
    answer_kind: str,
    number: str | None = None,
    measures: str | None = None,
    unit: str | None = None,
) -> str:
    """A question that the statement `text` answers.

    `number` is the words of the number asked for, `measures` the noun that it counts.
    """
    statement = _CONNECTIVE.sub("", " ".join(text.split())).rstrip(".!?;,: ")
    if answer_kind == "number" and number:
        asked = _asked_for_number(statement, subject, predicate, number, measures, unit)
        if asked:
            return asked
    if answer_kind == "name" and subject and statement.startswith(subject) and predicate:
        return _finished("Who" + statement[len(subject) :])
    turned = _turned(statement, subject, predicate)
    if turned and answer_kind == "time" and _DATE.search(turned.rest):
        return _Turned(turned.auxiliary, turned.subject, _DATE.sub("", turned.rest, count=1)).asked(
            "When"
        )
    return turned.asked() if turned else _finished(f"Is it so that {_lowered(statement)}")


def _asked_for_number(
    statement: str,
    subject: str | None,
    predicate: str | None,
    number: str,
    measures: str | None,
    unit: str | None,
) -> str | None:
    found = _by_itself(number).search(statement)
    if found is None or _COMPOUND.search(number):
        return None
    before, after = statement[: found.start()].rstrip(), statement[found.end() :].lstrip()
    before = _BOUND.sub("", before).rstrip()
    opening = _opening(unit, measures)
    counted, rest = _counted(after, measures)
    asked = f"{opening} {counted}".strip()
    if not before:
        return _finished(f"{asked} {rest}")
    turned = _turned(f"{before} {rest}", subject, predicate)
    if turned and predicate and before == f"{subject} {predicate}":
        return turned.asked(asked)
    return _finished(f"{before} … {counted} {rest}: {opening.lower()}")


@lru_cache(maxsize=20_000)
def _by_itself(number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$€£-]){re.escape(number)}(?![\w-])")


def _opening(unit: str | None, measures: str | None) -> str:
    if unit and _SHARE.search(unit):
        return "What share"
    if measures or not unit:
        return "How many"
    return "How much" if _MONEY.search(unit) else f"How many {unit}s"


def _counted(after: str, measures: str | None) -> tuple[str, str]:
    """The words behind a number up to the noun that it counts, and what follows."""
    if measures:
        words = after.split(" ")
        wanted = stem(measures.split(" ")[-1].lower())
        for place, word in enumerate(words[:5]):
            if stem(word.lower().strip(",;:")) == wanted:
                return " ".join(words[: place + 1]), " ".join(words[place + 1 :])
    whole = _OF_WHOM.match(after)
    return (whole.group(), after[whole.end() :].lstrip()) if whole else ("", after)


def _turned(statement: str, subject: str | None, predicate: str | None) -> _Turned | None:
    """The clause as a question, where it starts with its subject and the verb follows; never negated."""
    if not (subject and predicate and statement.startswith(subject)):
        return None
    rest = statement[len(subject) :].lstrip().replace("’", "'")
    verb, _, tail = rest.partition(" ")
    if not predicate.replace("’", "'").startswith(verb):
        return None
    plain = verb.lower().removesuffix("n't") if verb.lower() not in _AUXILIARIES else verb.lower()
    tail = re.sub(r"^(?:not|never)\s", "", tail)
    own_verb = plain in _HAVE and predicate.lower() in _HAVE
    if plain in _AUXILIARIES and not own_verb:
        return _Turned(_AUXILIARIES[plain], _lowered(subject), tail)
    helper, base = (_HAVE[plain], "have") if own_verb else _base(plain)
    return _Turned(helper, _lowered(subject), f"{base} {tail}") if base else None


def _base(verb: str) -> tuple[str, str]:
    """'did' and the base form of a past form; 'does' and that of a third person; else nothing."""
    if verb in _IRREGULAR:
        return "did", _IRREGULAR[verb]
    if verb.endswith("ied"):
        return "did", verb[:-3] + "y"
    if verb.endswith("ed"):
        cut = verb[:-2]
        single = cut[:-1] if cut[-1:] == cut[-2:-1] else cut
        likely = cut + "e" if _WANTS_E.search(cut) else cut
        return "did", _commonest([f"{cut}e", cut, single], likely)
    if verb.endswith("ies"):
        return "does", verb[:-3] + "y"
    if verb.endswith("s") and not verb.endswith("ss"):
        likely = verb[:-2] if _WANTS_ES.search(verb) else verb[:-1]
        return "does", _commonest([verb[:-1], verb[:-2]], likely)
    return "", ""


def _commonest(forms: list[str], otherwise: str) -> str:
    ranks = {form: rank for form in forms if (rank := rank_of(form)) is not None}
    return min(ranks, key=ranks.__getitem__, default=otherwise)


def _lowered(text: str) -> str:
    """Without the capital of a sentence's start where the first word is a plain one."""
    first, _, rest = text.partition(" ")
    is_plain = _OPENERS.match(text) or (_is_common_noun(first.lower()) and not rest[:1].isupper())
    return text[0].lower() + text[1:] if is_plain else text


def _is_common_noun(word: str) -> bool:
    """Whether it is no name by its form: a plural of the dictionary, peoples' names apart."""
    singular = lemma_of_word(word)
    is_plural = word.endswith("s") and singular != word
    return word in _PLAIN_STARTS or (is_plural and not singular.endswith(("an", "i")))


def _finished(question: str) -> str:
    """One line that starts with a capital and ends with one question mark."""
    one_line = re.sub(r"\s+([,;:])", r"\1", " ".join(question.split())).rstrip(".!?;,: ")
    return f"{one_line[:1].upper()}{one_line[1:]}?"
