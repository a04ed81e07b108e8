"""Sentences of whole documents: places, sections, ids, languages."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.foreign import language_of
from pipeline.language.sentences import split_sentences
from pipeline.records import Block, Document, Section, Source

SOURCE = Source("s", "The Test", None, "The Test", "unknown")


def document(*parts: tuple[str, Section], language: str = "en") -> Document:
    blocks, text = [], ""
    for part, section in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(len(text), len(text) + len(part), section))
        text += part
    return Document(
        document_id="d",
        path="a.txt",
        source=SOURCE,
        title=None,
        byline=None,
        published_at=None,
        published_earliest=None,
        published_latest=None,
        published_by=None,
        language=language,
        analysis="full",
        text=text,
        word_count=0,
        blocks=tuple(blocks),
        text_map=(),
    )


def test_places_sections_and_order() -> None:
    doc = document(
        ("Bridge shut", "headline"), ("It rained. It froze.", "body"), ("Via Foto", "credit")
    )
    sentences = split_sentences(doc)
    assert [(s.text, s.section, s.ordinal) for s in sentences] == [
        ("Bridge shut", "headline", 0),
        ("It rained.", "body", 1),
        ("It froze.", "body", 2),
        ("Via Foto", "credit", 3),
    ]
    assert all(doc.text[s.start_char : s.end_char] == s.text for s in sentences)
    assert len({s.sentence_id for s in sentences}) == len(sentences)


def test_the_same_document_gives_the_same_sentences() -> None:
    doc = document(("It rained. It froze.", "body"))
    assert split_sentences(doc) == split_sentences(doc)


def test_a_foreign_post_is_marked() -> None:
    doc = document(
        ("The minister answered at once.", "body"),
        ("Mañana iremos todos juntos a la plaza para defender nuestra libertad.", "embed"),
        ("Завтра все выйдут на площадь города.", "embed"),
    )
    assert [s.language for s in split_sentences(doc)] == ["en", "es", "ru"]


def test_names_and_headlines_keep_the_language_of_the_document() -> None:
    assert language_of("Angela Merkel, Emmanuel Macron, Giorgia Meloni", "en") == "en"
    assert language_of("Storm batters coast", "en") == "en"
    assert language_of("Rien ne va plus", "fr") == "fr"
    assert language_of("", None) is None


@given(st.lists(st.text(alphabet="abc AB.!?\n\"'", max_size=60), max_size=5))
def test_sentences_never_cross_blocks(parts: list[str]) -> None:
    doc = document(*((part, "body") for part in parts))
    for sentence in split_sentences(doc):
        assert any(
            b.start_char <= sentence.start_char and sentence.end_char <= b.end_char
            for b in doc.blocks
        )


@pytest.mark.parametrize("piece", ["a", "(a. ", "a@", "Mr. ", '"A." ', "http://a.b ", ". . "])
def test_the_time_is_linear_in_the_length(piece: str) -> None:
    text = piece * (60_000 // len(piece)) + " end."
    one = document((text, "body"))
    started = process_time()
    sentences = split_sentences(one)
    assert process_time() - started < 20  # it takes a second; what was not linear, a minute
    assert "".join(sentence.text for sentence in sentences).replace(" ", "") == text.replace(
        " ", ""
    )
