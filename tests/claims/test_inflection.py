"""Forms of verbs."""

import pytest

from pipeline.claims.inflection import past_of, present_of


@pytest.mark.parametrize(
    ("lemma", "past", "singular"),
    [
        ("kill", "killed", "kills"),
        ("send", "sent", "sends"),
        ("carry", "carried", "carries"),
        ("ban", "banned", "bans"),
        ("destroy", "destroyed", "destroys"),
        ("have", "had", "has"),
        ("push", "pushed", "pushes"),
    ],
)
def test_forms(lemma: str, past: str, singular: str) -> None:
    assert (past_of(lemma), present_of(lemma, False), present_of(lemma, True)) == (
        past,
        singular,
        lemma,
    )
