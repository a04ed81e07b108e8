"""Lines that many documents of a source share."""

import polars as pl

from pipeline.cleaning.boilerplate import boilerplate_lines


def test_lines_of_three_documents_of_one_source() -> None:
    rows = [
        *(("s1", f"d{n}", "Sign up  for\nnews") for n in range(3)),
        ("s1", "d1", "Only here, once"),
        ("s2", "e1", "Sign up for news"),
    ]
    frame = pl.DataFrame(rows, schema=["source_id", "document_id", "line"], orient="row")
    assert boilerplate_lines(frame).rows() == [("s1", "Sign up for news", 3, 1.0)]


def test_no_lines() -> None:
    frame = pl.DataFrame(
        schema={"source_id": pl.String, "document_id": pl.String, "line": pl.String}
    )
    assert boilerplate_lines(frame).columns == ["source_id", "line", "documents", "share"]
