"""What a headline rests on: the statement that it sums up, the text below, or itself."""

import pytest

from tests.independence.test_claim_origins import Found, trace
from tests.newsroom import Article, Link, Statement

BODY = (
    "At least 37 people were hurt when the stand of the racecourse gave way, the fire brigade said.\n"
    "The stand was built ninety years ago and had been painted for the opening of the season.\n"
    "Horses ran loose in the streets around the course until the evening, and two were not found.\n"
    "“Nobody has been charged over the collapse,” the mayor, Ona Lind, told the council on Friday."
)
FIRE, LIND = Link("the fire brigade"), Link("Ona Lind")


def headed(headline: str, name: str = "a", source: str = "Post", day: int = 1) -> Article:
    return Article(name, source, f"{headline}\n{BODY}", day, sections=((headline, "headline"),))


def rests_on(headline: str, *chain: Link, polarity: str = "affirmed") -> Found:
    """The origin of a headline over the body, by the newspaper that wrote both."""
    article = headed(headline)
    return trace(
        [article],
        [
            Statement("headline", article, headline, chain, polarity),
            Statement("hurt", article, BODY.partition(",")[0], (FIRE,)),
            Statement("old", article, "The stand was built ninety years ago"),
            Statement(
                "charged", article, "Nobody has been charged over the collapse", (LIND,), "negated"
            ),
        ],
    )["headline"]


@pytest.mark.parametrize(
    ("headline", "name", "reason"),
    [
        pytest.param("Racecourse stand falls, 37 hurt", "the fire brigade", "chain", id="a number"),
        pytest.param(
            "People hurt at the racecourse when stand gives way",
            "the fire brigade",
            "chain",
            id="most of the words",
        ),
        pytest.param(
            "Stand was built ninety years ago", "a", "own", id="what the text says itself"
        ),
        pytest.param("Jockeys will strike in autumn", "a", "own", id="what the text does not say"),
        pytest.param("Racecourse stand falls, 41 hurt", "a", "own", id="another number"),
        pytest.param("Charged over the collapse", "a", "own", id="the contrary"),
        pytest.param("Were 37 people hurt?", "a", "own", id="a question"),
    ],
)
def test_a_headline_rests_on_the_statement_that_it_sums_up(
    headline: str, name: str, reason: str
) -> None:
    found = rests_on(headline)
    assert (found.name, found.reason) == (name, reason)


def test_who_is_named_in_the_headline_wins() -> None:
    assert rests_on("Racecourse stand falls, 37 hurt: Voss", Link("Voss")).name == "Voss"


def test_unnamed_sources_of_a_headline_are_nobody_that_the_text_names() -> None:
    found = rests_on("Racecourse stand falls, 37 hurt, officials say", Link(None))
    assert found.name == "unnamed sources in a"


def test_doubt_grows_with_what_the_statement_lacks() -> None:
    close = rests_on("At least 37 people hurt when stand of racecourse gave way").probability
    loose = rests_on("Panic on a hot afternoon, 37 hurt").probability
    assert close > 0.75 > loose


@pytest.mark.parametrize(
    ("headline", "name", "reason"),
    [
        pytest.param("37 hurt in stand collapse", "the fire brigade", "chain", id="a statement"),
        pytest.param("Loose horses roam the streets", "a", "copied_text", id="the text"),
        pytest.param("Loose horses roam 12 streets", "b", "own", id="a number of its own"),
        pytest.param("Police chief resigns", "b", "own", id="news of its own"),
        pytest.param("Foreman charged", "b", "own", id="what the text denies"),
    ],
)
def test_the_headline_of_a_copy(headline: str, name: str, reason: str) -> None:
    original = headed("Stand gives way at racecourse")
    copy = headed(headline, "b", "Mail", 3)
    found = trace(
        [original, copy],
        [
            Statement("x", original, "At least 37 people were hurt", (FIRE,)),
            Statement("y", copy, "At least 37 people were hurt"),
            Statement("z", copy, headline),
        ],
    )
    assert (found["z"].name, found["z"].reason) == (name, reason)
    assert found["y"].name == "the fire brigade"


def test_what_a_copy_adds_is_carried_along_as_its_own() -> None:
    added = "Our reporter counted forty empty stables behind the course, and a goat that ate the betting slips."
    second = Article("b", "Mail", f"{BODY}\n{added}", 3)
    third = Article("c", "Echo", f"{BODY}\n{added}", 5)
    found = trace(
        [Article("a", "Post", BODY, 1), second, third],
        [
            Statement("x", second, "Our reporter counted forty empty stables"),
            Statement("y", third, "Our reporter counted forty empty stables"),
        ],
    )
    assert (found["x"].name, found["x"].reason) == ("b", "own")
    assert (found["y"].name, found["y"].reason) == ("b", "copied_text")
