"""Five real articles that lie beside a checkout in some places: siblings, a shared upstream, a stranger.

Their text is not the project's to give away, so they are told apart by number, and places by line.
"""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import polars as pl
import pytest

from pipeline.settings import PROJECT_ROOT, Settings
from pipeline.warehouse import Warehouse, read_published

FOLDER = PROJECT_ROOT.parent / "shared" / "raw"
pytestmark = pytest.mark.skipif(
    not list(FOLDER.glob("000_*.txt")), reason="the five articles are not beside this checkout"
)


@pytest.fixture(scope="module")
def found(
    tmp_path_factory: pytest.TempPathFactory, whole_run: Callable[..., Path]
) -> Iterator[Warehouse]:
    data = tmp_path_factory.mktemp("five")
    with read_published(whole_run(Settings(input_folder=FOLDER, data_folder=data))) as warehouse:
        warehouse.execute(
            "CREATE TEMP VIEW numbered AS SELECT d.document_id, d.text, r.path[:3] AS number "
            "FROM documents AS d INNER JOIN raw_documents AS r ON d.document_id = r.document_id"
        )
        yield warehouse


def spans(found: Warehouse, one: str, other: str) -> pl.DataFrame:
    """The shared passages of two articles: start and end in the one, start and end in the other."""
    return found.frame(f"""
        SELECT
            if(a.number = '{one}', a_start, b_start) AS start, if(a.number = '{one}', a_end, b_end) AS "end",
            if(a.number = '{one}', b_start, a_start) AS other, s.copier, s.kind,
            if(a.number = '{one}', a.text[a_start + 1:a_end], b.text[b_start + 1:b_end]) AS text
        FROM reuse_spans AS s
        INNER JOIN numbered AS a ON s.document_a = a.document_id
        INNER JOIN numbered AS b ON s.document_b = b.document_id
        WHERE (a.number, b.number) IN (('{one}', '{other}'), ('{other}', '{one}')) ORDER BY start
    """)


def origins(found: Warehouse, number: str, start: int, end: int) -> set[str]:
    """The origins of the claims that lie in a stretch of an article."""
    rows = found.rows(
        "SELECT o.origin_id FROM claim_origins AS o INNER JOIN claims AS c ON o.claim_id = c.claim_id "
        "INNER JOIN numbered AS n ON c.document_id = n.document_id "
        "WHERE n.number = ? AND c.start_char >= ? AND c.end_char <= ?",
        [number, start, end],
    )
    return {origin for (origin,) in rows}


def test_two_reworded_reports_are_siblings_of_one_that_is_not_there(found: Warehouse) -> None:
    rows = found.rows(
        "SELECT d.reason, o.origin_id, o.name FROM document_origins AS d "
        "INNER JOIN origins AS o ON d.origin_id = o.origin_id "
        "INNER JOIN numbered AS n ON d.document_id = n.document_id WHERE n.number IN ('001', '004')"
    )
    assert len(set(rows)) == 1
    assert rows[0][0] == "shared_upstream"
    assert rows[0][2] == "CNN"
    shared = spans(found, "004", "001")
    assert shared["copier"].null_count() == shared.height
    assert shared["other"].is_sorted()
    (length,) = found.rows("SELECT length(text) FROM numbered WHERE number = '004'")[0]
    assert (shared["end"] - shared["start"]).sum() > 0.85 * length


def test_two_that_rest_on_one_newspaper(found: Warehouse) -> None:
    credits = found.frame(
        "SELECT n.number, u.upstream FROM upstream_credits AS u "
        "INNER JOIN numbered AS n ON u.document_id = n.document_id"
    )
    of = {
        number: set(credits.filter(pl.col("number") == number)["upstream"])
        for number in ("000", "002")
    }
    assert "The New York Times" in of["000"] & of["002"]
    assert "Associated Press" not in of["000"]  # it took the photograph


def test_the_second_and_third_paragraph_come_from_the_piece_that_is_reprinted(
    found: Warehouse,
) -> None:
    shared = spans(found, "000", "002")
    (text,) = found.rows("SELECT text FROM numbered WHERE number = '000'")[0]
    body = [line for line in text.split("\n") if len(line.split()) > 5]
    begin, end = text.index(body[1]), text.index(body[2]) + len(body[2])
    assert shared["start"].min() > begin
    assert shared["end"].max() == end - 1  # without the full stop
    assert any(len(one.split()) >= 21 for one in shared["text"])
    assert any("New York Times" in one for one in shared["text"])
    assert set(shared["kind"]) <= {"verbatim", "reworded"}
    original = spans(found, "002", "000")
    theirs = origins(found, "002", original["start"].min() - 1, original["end"].max() + 1)
    mine = origins(found, "000", begin, end)
    assert mine <= theirs
    assert mine
    assert not origins(found, "000", 0, begin - 1) & theirs


def test_the_fourth_is_independent_of_all(found: Warehouse) -> None:
    for other in ("000", "001", "002", "004"):
        assert spans(found, "003", other).is_empty()
    ids = found.rows(
        "SELECT d.origin_id, d.reason FROM document_origins AS d "
        "INNER JOIN numbered AS n ON d.document_id = n.document_id ORDER BY n.number"
    )
    assert ids[3][1] == "own"
    assert [a == b for (a, _), (b, _) in combinations(ids, 2)].count(True) == 1


def test_what_both_siblings_have_is_one_origin(found: Warehouse) -> None:
    """By all three counts."""
    rows = found.rows(
        "SELECT p.origins, p.origins_min, p.origins_max FROM proposition_support AS p "
        "WHERE p.claims > 1 AND NOT p.anonymous_only"
    )
    assert len(rows) > 10
    assert sum(row == (1, 1, 1) for row in rows) >= 0.8 * len(rows)
