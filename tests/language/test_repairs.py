"""Trees that the parser gets plainly wrong, and what is left alone."""

import pytest

from pipeline.language.parser import parse_texts

# (sentence, verb, its subject): the verb must stand over its subject
VERBS = [
    ("The Bell campaign plans to employ Ann Reed as much as possible.", "plans", "campaign"),
    ("Bell defended eminent domain, calling it a necessity for the town.", "defended", "Bell"),
    (
        "The council has called off the talks with Milan Horvat, The Tarn Post reported Monday.",
        "reported",
        "Post",
    ),
]


@pytest.mark.parametrize(("sentence", "verb", "subject"), VERBS)
def test_a_verb_has_its_subject(sentence: str, verb: str, subject: str) -> None:
    words = {word.text: word for word in parse_texts([sentence])[sentence]}
    assert words[subject].head is words[verb]
    assert words[verb].tag_ in ("VBD", "VBZ", "VBP")


def test_two_subjects_joined_by_and_are_one() -> None:
    sentence = "Officials believe the strike this week and future strikes on boats could put pressure on him."
    words = {word.text: word for word in parse_texts([sentence])[sentence]}
    assert words["strikes"].head is words["strike"]


def test_a_preposition_goes_to_the_object_that_takes_it() -> None:
    sentence = "The agency cut its forecast for growth to two percent."
    words = {word.text: word for word in parse_texts([sentence])[sentence]}
    assert words["for"].head is words["forecast"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A terrible day for the children of this town.",
        "A slow train through the hills of Velmora.",
    ],
)
def test_a_phrase_stays_a_phrase(sentence: str) -> None:
    tree = parse_texts([sentence])[sentence]
    root = next(word for word in tree if word.head is word)
    assert root.tag_ in ("NN", "NNP")


def test_heads_and_children_agree() -> None:
    for sentence, _, _ in VERBS:
        for word in parse_texts([sentence])[sentence]:
            assert word.head is word or word in word.head.children
            assert all(kid.head is word for kid in word.children)
