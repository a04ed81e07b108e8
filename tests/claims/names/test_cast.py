"""Who each name, description and pronoun of an invented text means."""

import pytest

from pipeline.claims.names import cast_of
from tests.claims.attribution.reading import parsed

# (text, mention, which of its occurrences, canonical name)
MEANT = [
    ("Sen. Carl Grayson spoke. Grayson left early.", "Grayson", 1, "Carl Grayson"),
    ("Grayson left early. Sen. Carl Grayson was tired.", "Grayson", 0, "Carl Grayson"),
    ("Ann Holt met Peter Lane. She thanked him.", "She", 0, "Ann Holt"),
    ("Ann Holt met Peter Lane. She thanked him.", "him", 0, "Peter Lane"),
    ("President Maria Lund spoke. Later the president left.", "the president", 0, "Maria Lund"),
    (
        "The Harbour Protection Agency closed the port. The agency gave no reason.",
        "The agency",
        0,
        "Harbour Protection Agency",
    ),
    (
        "The Harbour Protection Agency met. HPA officials left.",
        "HPA",
        0,
        "Harbour Protection Agency",
    ),
    ("The New York Times wrote first. The Times was right.", "Times", 1, "The New York Times"),
    (
        "President Maria Lund met Norlandish President Ole Berg. The president smiled.",
        "The president",
        0,
        "Maria Lund",
    ),
    (
        "Peter Lane, a spokesman for the port, left. The spokesman was ill.",
        "The spokesman",
        0,
        "Peter Lane",
    ),
]


@pytest.mark.parametrize(("text", "mention", "occurrence", "name"), MEANT)
def test_mentions_mean_figures(text: str, mention: str, occurrence: int, name: str) -> None:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(mention, start + 1)
    resolved = cast_of(parsed(text)).resolve(start, start + len(mention))
    assert resolved is not None
    assert resolved.name == name


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Dr. Ann Holt left.", "Ann Holt", "person"),
        ("CNN left.", "CNN", "outlet"),
        ("The Harbour Agency left.", "Harbour Agency", "organisation"),
        ("Two officials left.", "Two officials", "anonymous"),
        ("Norland sent help to Canada.", "Canada", "place"),
    ],
)
def test_kinds(text: str, name: str, kind: str) -> None:
    assert {(figure.name, figure.kind) for figure in cast_of(parsed(text)).figures} >= {
        (name, kind)
    }


def test_what_nothing_explains_stays_unresolved() -> None:
    text = "He left before noon."
    mention = cast_of(parsed(text)).resolve(0, 2)
    assert mention is not None
    assert mention.name is None


def test_a_person_has_one_sex() -> None:
    text = "Robin Ames spoke. He left. She stayed."
    cast = cast_of(parsed(text))
    he, she = (
        cast.resolve(text.index(word), text.index(word) + len(word)) for word in ("He", "She")
    )
    assert he is not None
    assert she is not None
    assert not (he.name == she.name == "Robin Ames")


def test_a_far_president_of_two_is_not_resolved() -> None:
    text = (
        "President Ole Berg met President Maria Lund. The fleet sailed. The sea was calm. "
        "The town slept. The mill was shut. Later the president left."
    )
    start = text.index("the president")
    resolved = cast_of(parsed(text)).resolve(start, start + len("the president"))
    assert resolved is None or resolved.name not in ("Ole Berg", "Maria Lund")


def test_an_article_before_a_persons_name_is_no_part_of_it() -> None:
    text = "The Ann Holt Is Coming Home."
    resolved = cast_of(parsed(text)).resolve(4, 12)
    assert resolved is not None
    assert resolved.name == "Ann Holt"
