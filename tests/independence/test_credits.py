"""Which outlets a document credits: every wording, how far it reaches, and what is no credit."""

import pytest

from pipeline.independence.credits import find_credits
from tests.newsroom import (
    Article,
    Link,
    Statement,
    attribution_frame,
    claim_frame,
    document_frame,
    sentence_frame,
)

LINE = "The bridge over the Weir was shut on Monday after a barge struck its middle pier."


def credits_of(
    text: str,
    *,
    source: str | None = "Coast Mail",
    byline: str | None = None,
    others: tuple[str, ...] = (),
) -> set[tuple[str, str]]:
    articles = [Article("a", source, text, byline=byline)]
    articles += [Article(name, name, "Nothing to see.") for name in others]
    found = find_credits(
        document_frame(articles), claim_frame([]), attribution_frame([]), sentence_frame(articles)
    )
    return {
        (upstream, reach)
        for document, upstream, reach in found.select(
            "document_id", "upstream", "found_in"
        ).iter_rows()
        if document == "a"
    }


@pytest.mark.parametrize(
    ("text", "upstream"),
    [
        (
            "The bridge will stay shut for a month, The New York Times reported on Monday.",
            "The New York Times",
        ),
        ("The bridge will stay shut for a month, CNN reports.", "CNN"),
        ("The mayor wants a tunnel, according to the NY Times.", "The New York Times"),
        ("Analysts cited in the CNN report, which broke the story, doubt it.", "CNN"),
        ("“It was a loud bang,” the captain told Reuters.", "Reuters"),
        ("The barge had no pilot, Bloomberg first reported.", "Bloomberg"),
        ("The barge had no pilot, according to a report by Politico.", "Politico"),
        ("A letter obtained by ProPublica shows that the pier was weak.", "ProPublica"),
        ("In an interview with NPR the captain blamed the tide.", "NPR"),
        ("Citing two engineers, CNN wrote that the pier was weak.", "CNN"),
        ("The captain spoke to the Associated Press by telephone.", "Associated Press"),
        ("As first reported by Axios, the pier was weak.", "Axios"),
    ],
)
def test_credits_of_a_statement(text: str, upstream: str) -> None:
    assert credits_of(f"{LINE}\n{text}") == {(upstream, "text")}


@pytest.mark.parametrize(
    ("text", "upstream"),
    [
        (f"HARLOW (Reuters) - {LINE}", "Reuters"),
        (f"HARLOW, May 3 (AP) - {LINE}", "Associated Press"),
        (f"{LINE}\nThis article originally appeared at Valley Weekly.", "Valley Weekly"),
        (f"{LINE}\nOriginally published in The Weir Review.", "Weir Review"),
        (f"{LINE}\nReprinted with permission from Valley Weekly.", "Valley Weekly"),
        (f"{LINE}\nSource: Valley Weekly", "Valley Weekly"),
        (f"{LINE}\n© 2031 Valley Weekly. All rights reserved.", "Valley Weekly"),
    ],
)
def test_credits_of_the_whole_text(text: str, upstream: str) -> None:
    found = credits_of(text)
    assert {reach for _, reach in found} == {"byline"}
    assert {name.removeprefix("The ") for name, _ in found} == {upstream}


def test_a_byline_of_a_named_source_credits_and_of_an_unnamed_one_does_not() -> None:
    assert credits_of(LINE, byline="By Ona Lind, Associated Press") == {
        ("Associated Press", "byline")
    }
    assert credits_of(LINE, byline="By Ona Lind, Associated Press", source=None) == set()


def test_a_byline_that_names_the_publisher_too_is_joint_work() -> None:
    assert credits_of(LINE, byline="Coast Mail and Reuters", others=("Coast Mail",)) == {
        ("Reuters", "text")
    }


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}\nVia Associated Press\n{LINE}",
        f"{LINE}\nPhoto: Getty/AP\n{LINE}",
        f"{LINE} The CNN building was dark.",
        f"{LINE} The Sun said nothing and set behind the pier.",
        f"{LINE} Coast Mail reported on Sunday that the pier was weak.",
    ],
)
def test_no_credits(text: str) -> None:
    assert credits_of(text) == set()


def test_a_source_of_the_corpus_is_known_by_its_name() -> None:
    text = f"{LINE} The pier was weak, Harlow Post reported."
    assert credits_of(text) == set()
    assert credits_of(text, others=("Harlow Post",)) == {("Harlow Post", "text")}


def test_the_times_is_the_one_that_was_named() -> None:
    text = "The pier was weak, The New York Times reported.\nA crew told the Times that it had warned the city."
    articles = [Article("a", "Coast Mail", text)]
    found = find_credits(
        document_frame(articles), claim_frame([]), attribution_frame([]), sentence_frame(articles)
    )
    assert found["upstream"].to_list() == ["The New York Times"] * 2
    assert [text[a:b] for a, b in found.select("start_char", "end_char").iter_rows()] == [
        "The New York Times",
        "Times",
    ]


def test_chains_of_claims_credit_too() -> None:
    article = Article(
        "a", "Coast Mail", "The pier was weak, says the paper that everybody reads, Valley Weekly."
    )
    statements = [
        Statement("c", article, "The pier was weak", (Link("Valley Weekly", is_outlet=True),))
    ]
    found = find_credits(
        document_frame([article]),
        claim_frame(statements),
        attribution_frame(statements),
        sentence_frame([article]),
    )
    assert found.select("upstream", "found_in").rows() == [("Valley Weekly", "claim")]
