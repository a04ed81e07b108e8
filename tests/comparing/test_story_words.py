"""How words weigh where few documents are there to count them in."""

import polars as pl

from pipeline.comparing.stories import document_vectors

HEADS = [
    f"The Ourane flood {verb} the {place}."
    for verb, place in [
        ("took", "mill"),
        ("closed", "school"),
        ("reached", "harbour"),
        ("spared", "chapel"),
    ]
]


def test_a_folder_about_one_affair_does_not_make_its_own_words_common() -> None:
    documents = pl.DataFrame(
        {"document_id": ["a", "b", "c", "d"], "title": HEADS, "text": HEADS},
        schema=dict.fromkeys(("document_id", "title", "text"), pl.String),
    )
    sentences = pl.DataFrame(
        schema={
            "document_id": pl.String,
            "ordinal": pl.Int32,
            "section": pl.String,
            "text": pl.String,
        }
    )
    alike = document_vectors(documents, sentences)
    similarity = (alike @ alike.T).todense()
    assert similarity[0, 1] > 0.6
