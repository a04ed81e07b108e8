"""The wording of a question, made from a claim that answers it.

Belongs here: turning one statement into a question. Does not belong here: which statement, or what
kind of answer.
"""

import re

_AUXILIARY = re.compile(
    r"(?P<aux>is|are|was|were|has|have|had|will|would|can|could|should|must|may|might)\b\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MONEY_OR_SHARE = re.compile(r"(?i)percent|dollar|euro|pound|yuan|yen|rupee|usd|eur|gbp")


def question_text(
    text: str,
    subject: str | None,
    predicate: str | None,
    answer_kind: str,
    number: str | None,
    unit: str | None,
) -> str:
    """A question that the statement `text` answers.

    `number` is the words of the number asked for. Where the statement cannot be turned, it is asked
    whether it is so.
    """
    statement = text.strip().rstrip(".!?;,: ")
    if answer_kind == "number" and number and number in statement:
        return _asked_for_number(statement, number, unit)
    return _asked_whether(statement, subject, predicate)


def _asked_for_number(statement: str, number: str, unit: str | None) -> str:
    before, after = statement.split(number, 1)
    word = "how much" if unit and _MONEY_OR_SHARE.search(unit) else "how many"
    asked = f"{before}{word}{after}?"
    return asked[0].upper() + asked[1:]


def _asked_whether(statement: str, subject: str | None, predicate: str | None) -> str:
    if subject and predicate and statement.startswith(subject):
        rest = statement[len(subject) :].lstrip()
        match = _AUXILIARY.fullmatch(rest)
        if match:
            asked = f"{match['aux']} {_lowered(subject)} {match['rest']}?"
            return asked[0].upper() + asked[1:]
    return f"Is it so that {_lowered(statement)}?"


def _lowered(text: str) -> str:
    """Without the capital of a sentence's start where the first word is a plain one."""
    first = re.match(
        r"(?:The|A|An|This|That|These|Those|In|On|At|It|He|She|They|More|Over|Some)\b", text
    )
    return text[0].lower() + text[1:] if first else text
