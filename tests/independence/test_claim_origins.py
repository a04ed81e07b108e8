"""What a claim rests on: chains, credits beside it, copied passages, cited reports."""

import random
from dataclasses import dataclass
from itertools import permutations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.independence.claims import trace_claim_origins
from pipeline.independence.credits import find_credits
from pipeline.independence.documents import trace_document_origins
from pipeline.reuse.find import find_reuse
from tests.newsroom import (
    NO_LINES,
    Article,
    Link,
    Statement,
    attribution_frame,
    claim_frame,
    document_frame,
    sentence_frame,
)

REPORT = (
    "The lower lock on the canal jammed on Tuesday with eleven boats inside and no crew on the bank.\n"
    "Divers found a shopping trolley wedged under the left gate where the chain runs into the wall.\n"
    "The lock keeper, Ada Moss, said the gate had been slow for weeks and that nobody came to look.\n"
    "A replacement chain is on its way from the coast and should be fitted before the regatta begins."
)


@dataclass(frozen=True)
class Found:
    """Where one claim rests."""

    name: str
    kind: str
    reason: str
    probability: float


def trace(
    articles: list[Article],
    statements: list[Statement],
) -> dict[str, Found]:
    """The origin of each statement."""
    documents, sentences = document_frame(articles), sentence_frame(articles)
    claims, attributions = claim_frame(statements), attribution_frame(statements)
    credits = find_credits(documents, claims, attributions, sentences)
    spans = find_reuse(documents, sentences, NO_LINES)
    document_origins, text_origins = trace_document_origins(documents, sentences, spans, credits)
    found, further = trace_claim_origins(
        claims, attributions, documents, spans, document_origins, credits
    )
    assert set(found["claim_id"]) == {one.name for one in statements}
    assert not set(further["origin_id"]) & set(text_origins["origin_id"])
    origins = pl.concat([text_origins, further])
    joined = found.join(origins, on="origin_id", how="left")
    return {
        claim: Found(f"{name}", kind, reason, probability)
        for claim, name, kind, reason, probability in joined.select(
            "claim_id", "name", "kind", "reason", "probability"
        ).iter_rows()
    }


def one(text: str, words: str, *chain: Link, source: str = "Post") -> Found:
    article = Article("a", source, text)
    return trace([article], [Statement("c", article, words, chain)])["c"]


VOSS, UNNAMED = Link("Petra Voss"), Link(None)
CNN, REUTERS = Link("CNN", is_outlet=True), Link("Reuters", is_outlet=True)


@pytest.mark.parametrize(
    ("chain", "name", "kind", "reason"),
    [
        pytest.param((), "a", "document", "own", id="nobody says it but the text"),
        pytest.param((VOSS,), "Petra Voss", "person", "chain", id="a speaker"),
        pytest.param(
            (VOSS, CNN), "Petra Voss", "person", "chain", id="a speaker, told by an outlet"
        ),
        pytest.param((CNN,), "CNN", "outlet", "chain", id="an outlet"),
        pytest.param((UNNAMED, CNN), "CNN", "outlet", "chain", id="unnamed, told by an outlet"),
        pytest.param((CNN, REUTERS), "CNN", "outlet", "chain", id="an outlet, told by another"),
        pytest.param((UNNAMED,), "unnamed sources in a", "anonymous", "chain", id="unnamed"),
        pytest.param(
            (Link("two Army officials"),), "unnamed sources in a", "anonymous", "chain", id="a kind"
        ),
        pytest.param((Link("he"),), "unnamed sources in a", "anonymous", "chain", id="a pronoun"),
        pytest.param(
            (Link("the administration"),),
            "the administration",
            "organisation",
            "chain",
            id="a body",
        ),
        pytest.param(
            (Link("the NY Times"),),
            "The New York Times",
            "outlet",
            "chain",
            id="an outlet unmarked",
        ),
    ],
)
def test_the_innermost_link_that_can_be_told_apart(
    chain: tuple[Link, ...], name: str, kind: str, reason: str
) -> None:
    found = one("The gate had been slow for weeks.", "The gate had been slow", *chain)
    assert (found.name, found.kind, found.reason) == (name, kind, reason)


def test_a_credit_in_the_sentence_and_not_in_the_next() -> None:
    text = "The gate was old, CNN reported on Monday. The bank is steep there."
    assert one(text, "The gate was old").name == "CNN"
    assert one(text, "The bank is steep").name == "a"


def test_an_unnamed_source_beside_a_credit_rests_on_the_outlet() -> None:
    text = "Two divers told CNN that the gate was old."
    assert one(text, "the gate was old", Link("two divers")).name == "two divers"
    assert one(text, "the gate was old", Link("several people")).name == "CNN"


def test_the_report_is_the_one_named_before() -> None:
    text = "The gate was old, The New York Times reported. The divers were late, the report adds."
    assert one(text, "The divers were late", Link("the report")).name == "The New York Times"


def test_doubt_grows_along_the_chain() -> None:
    text = "The gate had been slow for weeks."
    chances = [
        one(text, text[:-1], *chain).probability for chain in ((VOSS,), (UNNAMED, CNN), (UNNAMED,))
    ]
    assert chances == sorted(chances, reverse=True)
    assert len(set(chances)) == 3


def test_two_that_relay_one_outlet_are_one_origin_without_a_word_in_common() -> None:
    a = Article("a", "Post", "The lock will stay shut until June, The New York Times reported.")
    b = Article("b", "Mail", "No boat passes before summer, according to the NY Times.")
    found = trace(
        [a, b], [Statement("x", a, "The lock will stay shut"), Statement("y", b, "No boat passes")]
    )
    assert found["x"].name == found["y"].name == "The New York Times"


def test_an_interview_of_its_own_is_an_origin_of_its_own() -> None:
    a = Article("a", "Post", "The lock will stay shut until June, CNN reported.")
    b = Article("b", "Mail", "The lock will stay shut until June, Ada Moss told this paper.")
    found = trace(
        [a, b],
        [
            Statement("x", a, "The lock will stay shut until June"),
            Statement("y", b, "The lock will stay shut until June", (Link("Ada Moss"),)),
        ],
    )
    assert (found["x"].name, found["y"].name) == ("CNN", "Ada Moss")


def test_a_copied_passage_carries_its_origin_along() -> None:
    a = Article("a", "Post", REPORT, 1)
    b = Article("b", "Mail", f"{REPORT}\nOur own reporter saw ducks on the lock.", 3)
    found = trace(
        [a, b],
        [
            Statement("x", a, "Divers found a shopping trolley"),
            Statement("y", b, "Divers found a shopping trolley"),
            Statement("z", b, "saw ducks on the lock"),
        ],
    )
    assert (found["x"].name, found["x"].reason) == ("a", "own")
    assert (found["y"].name, found["y"].reason) == ("a", "copied_text")
    assert (found["z"].name, found["z"].reason) == ("b", "own")


def test_a_copy_that_drops_the_credit_rests_on_the_same() -> None:
    credited = REPORT.replace(
        "before the regatta begins.", "before the regatta begins, CNN reported."
    )
    a = Article("a", "Post", credited, 1)
    b = Article("b", "Mail", REPORT, 3)
    words = "A replacement chain is on its way from the coast"
    found = trace([a, b], [Statement("x", a, words), Statement("y", b, words)])
    assert found["x"].name == found["y"].name == "CNN"


def test_in_a_rewording_each_statement_finds_its_own() -> None:
    reworded = REPORT.replace("jammed on Tuesday", "got stuck").replace(
        "the gate had been slow", "it was slow"
    )
    a, b = Article("a", "Post", REPORT, 1), Article("b", "Mail", reworded, 3)
    found = trace(
        [a, b],
        [
            Statement("x", a, "the gate had been slow for weeks", (Link("Ada Moss"),)),
            Statement("y", b, "it was slow for weeks"),
            Statement("z", b, "Divers found a shopping trolley"),
        ],
    )
    assert found["y"].name == "Ada Moss"
    assert found["z"].name == "a"


def test_a_copy_of_a_copy_rests_on_the_first() -> None:
    articles = [Article(name, name, REPORT, day) for day, name in enumerate("abc")]
    words = "Divers found a shopping trolley"
    found = trace(articles, [Statement(one.name * 2, one, words) for one in articles])
    assert {one.name for one in found.values()} == {"a"}


def test_unnamed_sources_of_one_original_are_one_origin() -> None:
    a, b = Article("a", "Post", REPORT, 1), Article("b", "Mail", REPORT, 3)
    other = Article("o", "Echo", "The gate had been slow for weeks, somebody says.", 2)
    words = "the gate had been slow for weeks"
    found = trace(
        [a, b, other],
        [
            Statement("x", a, words, (UNNAMED,)),
            Statement("y", b, words, (UNNAMED,)),
            Statement("z", other, "The gate had been slow for weeks", (UNNAMED,)),
        ],
    )
    assert found["x"].name == found["y"].name == "unnamed sources in a"
    assert found["z"].name == "unnamed sources in o"


def test_order_changes_nothing() -> None:
    articles = [Article(name, f"{name} Post", REPORT, day) for day, name in enumerate("abc")]
    words = "Divers found a shopping trolley"
    found = [
        trace(list(order), [Statement(one.name * 2, one, words) for one in order])
        for order in permutations(articles)
    ]
    assert all(one == found[0] for one in found)


def test_a_speaker_of_a_copied_passage_has_the_name_that_its_source_gives() -> None:
    other = REPORT.replace("Ada Moss", "Adelaide Moss").replace(
        "the gate had been slow for weeks", "its doors moved sluggishly of late"
    )
    a, b = Article("a", "Post", REPORT, 1), Article("b", "Mail", other, 3)
    found = trace(
        [a, b],
        [
            Statement("x", a, "the gate had been slow for weeks", (Link("Ada Moss"),)),
            Statement("y", b, "its doors moved sluggishly of late", (Link("Adelaide Moss"),)),
        ],
    )
    assert found["x"].name == found["y"].name == "Ada Moss"


def invented(draw: random.Random, number: int, earlier: list[Article]) -> Article:
    """An article of lines of its own and, most often, lines of an earlier one."""
    lines = [
        " ".join(f"{draw.choice('bdfgklmnprst')}o{draw.randrange(400)}x" for _ in range(26)) + "."
        for _ in range(2)
    ]
    if earlier and draw.random() < 0.8:
        taken = draw.choice(earlier).text.split("\n")
        lines = taken[: draw.randrange(1, len(taken) + 1)] + lines[: draw.randrange(3)]
    return Article(f"{number}{draw.randrange(1000)}", f"Outlet {number}", "\n".join(lines), number)


def statements_of(articles: list[Article]) -> list[Statement]:
    """One for each line; who says it, if anybody, is the same wherever the line stands."""
    found = []
    for article in articles:
        for n, line in enumerate(article.text.split("\n")):
            speaker = random.Random(line).choice(["Ada Moss", "Petra Voss", None, "", ""])
            chain = () if speaker == "" else (Link(speaker),)
            found.append(Statement(f"{article.name}-{n}", article, line[:-1], chain))
    return found


@settings(deadline=None, max_examples=12)
@given(seed=st.integers(0, 10**6), order=st.randoms())
def test_order_and_strangers_change_nothing_and_copies_of_copies_join(
    seed: int, order: random.Random
) -> None:
    draw = random.Random(seed)
    articles: list[Article] = []
    for number in range(5):
        articles.append(invented(draw, number, articles))
    expected = trace(articles, statements_of(articles))
    stranger = invented(draw, 9, [])
    shuffled = [*articles, stranger]
    order.shuffle(shuffled)
    found = trace(shuffled, statements_of(shuffled))
    assert {name: one for name, one in found.items() if stranger.name not in name} == expected
    # Wherever a line was copied to, it rests on one origin.
    of_line: dict[str, set[tuple[str, str]]] = {}
    for one in statements_of(articles):
        origin = expected[one.name]
        of_line.setdefault(one.words, set()).add((origin.name, origin.kind))
    assert all(len(origins) == 1 for origins in of_line.values())
