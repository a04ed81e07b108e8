"""What counts as reuse, on invented articles: each way of copying, and what is none."""

import polars as pl
import pytest

from pipeline.reuse.find import find_reuse
from tests.newsroom import NO_LINES, Article, document_frame, sentence_frame

DAM = (
    "Engineers shut the eastern gates of the Harlow dam before dawn after water began to seep through "
    "a joint that inspectors had passed only three weeks earlier.",
    "The reservoir behind it holds the drinking water of four towns, and two of them have reserves for "
    "no more than five days.",
    "Crews lowered a camera into the shaft and found a crack as long as a bus, wider at the bottom than "
    "anybody on the night shift had expected.",
    "“We are not going to pretend that this is routine, and we will not open those gates again until we "
    "know why the joint gave way,” said Petra Voss, who runs the dam.",
    "Families in the lowest streets were asked to pack a bag and to keep their telephones charged while "
    "buses waited outside the school.",
    "The council will meet on Thursday to decide who pays for the tankers that have been ordered from "
    "the coast.",
)
MARKET = (
    "Stallholders in the old market hall have been told that the roof will be taken down in spring.",
    "Most of them learned of it from a notice pinned beside the fish counter on Saturday morning.",
    "The owners promise temporary stands behind the station, though nobody has seen a drawing of them.",
    "A petition against the move gathered nine hundred names in its first afternoon.",
)
QUOTE = DAM[3].split(" said")[0]
LEGAL = (
    "All rights reserved. This material may not be published, broadcast, rewritten or redistributed "
    "without the prior written permission of the publisher, and any use of it beyond private reading "
    "will be pursued in court wherever it occurs."
)


def article(name: str, source: str, lines: tuple[str, ...], **more: object) -> Article:
    return Article(name, source, "\n".join(lines), **more)  # type: ignore[arg-type]


def reuse_of(*articles: Article) -> pl.DataFrame:
    return find_reuse(document_frame(articles), sentence_frame(articles), NO_LINES)


def shared_texts(found: pl.DataFrame, a: Article, b: Article) -> list[tuple[str, str, str]]:
    return [
        (a.text[row["a_start"] : row["a_end"]], b.text[row["b_start"] : row["b_end"]], row["kind"])
        for row in found.to_dicts()
    ]


def test_a_reprint_is_one_verbatim_passage() -> None:
    a, b = article("a", "Harlow Post", DAM), article("b", "Coast Mail", DAM)
    assert shared_texts(reuse_of(a, b), a, b) == [(a.text[:-1], b.text[:-1], "verbatim")]


def test_what_was_cut_from_the_bottom_is_not_shared() -> None:
    a, b = article("a", "Harlow Post", DAM), article("b", "Coast Mail", DAM[:2])
    assert shared_texts(reuse_of(a, b), a, b) == [(b.text[:-1], b.text[:-1], "verbatim")]


def test_paragraphs_between_others_are_passages_of_their_own() -> None:
    a = article("a", "Harlow Post", DAM)
    b = article("b", "Coast Mail", (MARKET[0], DAM[0], MARKET[1], MARKET[2], DAM[2], MARKET[3]))
    assert [text for text, _, _ in shared_texts(reuse_of(a, b), a, b)] == [DAM[0][:-1], DAM[2][:-1]]


def test_paragraphs_that_swapped_places_are_found() -> None:
    a = article("a", "Harlow Post", DAM)
    b = article("b", "Coast Mail", (DAM[2], DAM[0]))
    assert {(x, y) for x, y, _ in shared_texts(reuse_of(a, b), a, b)} == {
        (DAM[0][:-1], DAM[0][:-1]),
        (DAM[2][:-1], DAM[2][:-1]),
    }


def test_synonyms_word_by_word_are_reworded() -> None:
    spun = {
        "Engineers": "Technicians",
        "began": "started",
        "inspectors": "examiners",
        "holds": "stores",
        "found": "discovered",
        "asked": "told",
        "decide": "determine",
        "expected": "anticipated",
        "reserves": "stocks",
        "camera": "lens",
    }
    text = "\n".join(DAM)
    for word, other in spun.items():
        text = text.replace(word, other)
    a, b = article("a", "Harlow Post", DAM), Article("b", "Coast Mail", text)
    [(of_a, of_b, kind)] = shared_texts(reuse_of(a, b), a, b)
    assert (of_a, of_b, kind) == (a.text[:-1], b.text[:-1], "reworded")


def test_a_sentence_more_beside_a_copy_counts_once_its_words_agree() -> None:
    reworded = DAM[1].replace("behind it holds", "keeps").replace("four towns", "several towns")
    a = article("a", "Harlow Post", DAM)
    b = article("b", "Coast Mail", (MARKET[0], DAM[0], reworded, MARKET[1]))
    [(of_a, of_b, _)] = shared_texts(reuse_of(a, b), a, b)
    assert of_a == "\n".join(DAM[:2])[:-1]
    assert of_b.endswith("five days")


def test_quoting_one_speech_is_not_copying() -> None:
    a = article("a", "Harlow Post", DAM)
    b = article(
        "b", "Coast Mail", (MARKET[0], f"Speaking at noon, Ms Voss was blunt. {QUOTE}", MARKET[1])
    )
    assert {kind for _, _, kind in shared_texts(reuse_of(a, b), a, b)} == {"quote_only"}


def test_a_signed_post_is_quoted_though_it_has_no_marks() -> None:
    post = (
        "The gates of the dam stay shut until we know what happened to that joint, and I will say so to "
        "anybody who asks me for a date — Petra Voss (@pvoss) May 3, 2031"
    )
    a = article("a", "Harlow Post", (*MARKET[:2], post))
    b = article("b", "Coast Mail", (DAM[5], post))
    assert {kind for _, _, kind in shared_texts(reuse_of(a, b), a, b)} == {"quote_only"}


@pytest.mark.parametrize(
    "shared",
    [
        pytest.param(LEGAL, id="legal notice"),
        pytest.param(
            "Subscribe to our newsletter to have every story of the week delivered to your inbox before "
            "breakfast on Saturday, with pictures that did not fit into the paper.",
            id="call to the reader",
        ),
        pytest.param(
            "Ona Lind is a senior fellow at the Weir Institute and the author of two books on rivers, "
            "floods and the people who live with them from one year to the next.",
            id="biography",
        ),
        pytest.param(
            "Senators Ada Moss of West Harlow, Ben Crane of Lower Weir, Cora Lind of South Coast, Dan Frey "
            "of North Coast, Eva Stone of Upper Weir and Finn Ash of Old Harbour",
            id="names",
        ),
        pytest.param(
            "about a third of the people who live there, according to a spokesman", id="set phrase"
        ),
    ],
)
def test_what_is_no_reporting_is_no_reuse(shared: str) -> None:
    a = article("a", "Harlow Post", (*DAM, shared))
    b = article("b", "Coast Mail", (*MARKET, shared))
    assert reuse_of(a, b).is_empty()


def test_lines_that_a_source_repeats_are_left_out() -> None:
    line = "Our reporters walk every street of the valley so that you need not, and they come back with news."
    a = article("a", "Harlow Post", (*DAM, line, DAM[0].replace("dam", "weir")))
    b = article("b", "Harlow Post", (*MARKET, line, MARKET[0].replace("roof", "wall")))
    repeated = pl.DataFrame({"source_id": document_frame([a])["source_id"], "line": [line]})
    assert find_reuse(document_frame([a, b]), sentence_frame([a, b]), repeated).is_empty()


def test_headlines_and_credits_do_not_count() -> None:
    line = "Water seeps through the joint of the Harlow dam while four towns wait for tankers from the coast"
    for section in ("headline", "credit"):
        a = article("a", "Harlow Post", (line, *DAM), sections=((line, section),))
        b = article("b", "Coast Mail", (line, *MARKET), sections=((line, section),))
        assert reuse_of(a, b).is_empty()


def test_revisions_of_one_path_are_not_compared() -> None:
    a = article("a", "Harlow Post", DAM, path="dam.txt")
    b = article("b", "Harlow Post", DAM, path="dam.txt")
    assert reuse_of(a, b).is_empty()


def test_nothing_to_compare() -> None:
    assert reuse_of().is_empty()
    assert reuse_of(article("a", "Harlow Post", DAM)).is_empty()
    assert reuse_of(Article("a", "Harlow Post", ""), Article("b", "Coast Mail", "")).is_empty()
