"""From which origin a text came: originals, copies, copies of copies, siblings of an absent one."""

import random

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.independence.credits import find_credits
from pipeline.independence.documents import trace_document_origins
from pipeline.reuse.find import find_reuse
from tests.newsroom import (
    NO_LINES,
    Article,
    attribution_frame,
    claim_frame,
    document_frame,
    sentence_frame,
)


def sentence(draw: random.Random, words: int = 26) -> str:
    return (
        " ".join(f"{draw.choice('bdfgklmnprst')}o{draw.randrange(400)}x" for _ in range(words))
        + "."
    )


def text_of(seed: int, lines: int = 5) -> str:
    draw = random.Random(seed)
    return "\n".join(sentence(draw) for _ in range(lines))


def origins_of(articles: list[Article]) -> tuple[dict[str, tuple[str, str, float]], pl.DataFrame]:
    documents, sentences = document_frame(articles), sentence_frame(articles)
    credits = find_credits(documents, claim_frame([]), attribution_frame([]), sentences)
    spans = find_reuse(documents, sentences, NO_LINES)
    found, origins = trace_document_origins(documents, sentences, spans, credits)
    return {row[0]: row[1:] for row in found.iter_rows()}, origins


def test_an_original_and_its_copy() -> None:
    found, origins = origins_of(
        [Article("copy", "Mail", text_of(1), 4), Article("original", "Post", text_of(1), 2)]
    )
    assert found["original"][1:] == ("own", 0.0)
    assert found["copy"][1:] == ("copy", 1.0)
    assert found["original"][0] == found["copy"][0]
    assert origins.select("name", "kind", "document_id").rows() == [
        ("original", "document", "original")
    ]


def test_a_copy_of_a_copy_joins_the_same_origin() -> None:
    cut = "\n".join(text_of(1).split("\n")[:3])
    found, _ = origins_of(
        [
            Article("a", "Post", text_of(1), 1),
            Article("b", "Mail", f"{cut}\n{text_of(2, 1)}", 3),
            Article("c", "Echo", f"{cut}\n{text_of(2, 1)}\n{text_of(3, 1)}", 5),
        ]
    )
    assert len({origin for origin, _, _ in found.values()}) == 1
    assert [found[one][1] for one in "abc"] == ["own", "copy", "copy"]


def test_a_borrowed_paragraph_leaves_a_text_its_own() -> None:
    borrowed = text_of(1).split("\n")[0]
    found, _ = origins_of(
        [Article("a", "Post", text_of(1), 1), Article("b", "Mail", f"{text_of(2)}\n{borrowed}", 3)]
    )
    assert [reason for _, reason, _ in found.values()] == ["own", "own"]
    assert 0.1 < found["b"][2] < 0.25
    assert found["a"][2] == 0.0


def test_siblings_of_an_absent_original() -> None:
    told = " ".join(f"A sailor told Reuters that {sentence(random.Random(n), 8)}" for n in range(3))
    found, origins = origins_of(
        [
            Article("a", "Post", f"{text_of(1)}\n{told}", 1),
            Article("b", "Mail", f"{text_of(1, 4)}\n{told}", 3),
        ]
    )
    assert {reason for _, reason, _ in found.values()} == {"shared_upstream"}
    assert len({origin for origin, _, _ in found.values()}) == 1
    [(name, kind, document)] = origins.select("name", "kind", "document_id").rows()
    assert (name, kind, document) == ("Reuters", "outlet", None)


def test_a_lone_reprint_is_a_copy_of_what_is_not_there() -> None:
    found, origins = origins_of(
        [
            Article(
                "a", "Post", f"{text_of(1)}\nThis article originally appeared at Valley Weekly.", 1
            )
        ]
    )
    assert found["a"][1] == "copy"
    assert origins.select("name", "kind", "document_id").rows() == [
        ("Valley Weekly", "outlet", None)
    ]


def test_quoted_words_are_not_copied_text() -> None:
    quote = f"“{sentence(random.Random(5), 40)}”"
    found, _ = origins_of(
        [
            Article("a", "Post", f"{text_of(1)}\n{quote} she said.", 1),
            Article("b", "Mail", f"{text_of(2)}\n{quote} he heard.", 3),
        ]
    )
    assert [(reason, share) for _, reason, share in found.values()] == [("own", 0.0), ("own", 0.0)]


@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 10**6), order=st.randoms())
def test_order_and_bystanders_change_nothing(seed: int, order: random.Random) -> None:
    draw = random.Random(seed)
    articles: list[Article] = []
    for number in range(6):
        lines = text_of(draw.randrange(10**6), 3).split("\n")
        if articles and draw.random() < 0.7:
            lines += draw.choice(articles).text.split("\n")[: draw.randrange(1, 4)]
        articles.append(
            Article(f"{draw.randrange(10**6)}", f"Outlet {number}", "\n".join(lines), number)
        )
    expected, _ = origins_of(articles)
    shuffled = [*articles, Article("stranger", "Herald", text_of(seed + 1))]
    order.shuffle(shuffled)
    found, _ = origins_of(shuffled)
    assert found.pop("stranger")[1:] == ("own", 0.0)
    assert found == expected
