"""Which statements a sentence makes, and of what words."""

import pytest

from pipeline.claims.clauses import clauses_of
from pipeline.claims.phrases import text_of
from pipeline.language.parser import parse_texts

CASES = [
    (
        "The storm killed at least 12 people and destroyed a bridge.",
        {("The storm", "killed", "at least 12 people"), ("The storm", "destroyed", "a bridge")},
    ),
    (
        "Acme signed the deal and paid $3 million while its rival Beta denied any talks.",
        {
            ("Acme", "signed", "the deal"),
            ("Acme", "paid", "$3 million"),
            ("its rival Beta", "denied", "any talks"),
        },
    ),
    (
        "Ann Reed, the mayor of Hill Town, was arrested by police on Tuesday.",
        {
            ("Ann Reed", "is", "the mayor of Hill Town"),
            ("Ann Reed", "was arrested by", "police"),
        },
    ),
    (
        "A former judge, Ann Reed, won the prize.",
        {("Ann Reed", "is", "A former judge"), ("A former judge", "won", "the prize")},
    ),
    (
        "The dam, which was built in 1974, feeds two rivers.",
        {("The dam", "was built in", "1974"), ("The dam", "feeds", "two rivers")},
    ),
    (
        "The flood hit two villages, leaving 300 people homeless.",
        {("The flood", "hit", "two villages"), ("The flood", "leaving", "300 people homeless")},
    ),
    (
        "The report that the ministry published names no culprit.",
        {
            ("the ministry", "published", "The report"),
            ("The report that the ministry published", "names", "no culprit"),
        },
    ),
    (
        "The mine could no longer pay its workers.",
        {("The mine", "could no longer pay", "its workers")},
    ),
    (
        "The minister ordered the army to deliver tents.",
        {("The minister", "ordered", "the army to deliver tents")},
    ),
    (
        "There were no survivors in the crash.",
        {("There", "were", "no survivors in the crash")},
    ),
]


def found(text: str) -> set[tuple[str, str, str]]:
    return {
        (text_of(c.subject), c.joiner or text_of(c.predicate), text_of(c.object))
        for c in clauses_of(parse_texts([text])[text])
    }


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_statements(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Call the newsroom.",
        "The price will rise, as it seems.",
        "Lisbon, Portugal.",
        "He resigned, a move that angered the party.",
    ],
)
def test_no_statement_by_way_of_an_aside(text: str) -> None:
    assert not {triple for triple in found(text) if triple[1] in ("is", "seems", "call", "are")}
