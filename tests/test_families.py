"""crossclaim-families.csv: publishers and their owners as the user knows them."""

from pathlib import Path

import polars as pl
import pytest

from pipeline.cleaning.families import family_of
from pipeline.families import FILE_NAME, FamiliesError, read_families, with_families
from pipeline.settings import Settings
from pipeline.warehouse import Warehouse

TABLE = """name,domain,family
Tarn Gazette,,Mill Lane Media
,fellpost.example,Mill Lane Media

The Reuters,,Own View
"""


@pytest.mark.parametrize(
    ("name", "domain", "named_by", "family"),
    [
        ("Tarn Gazette", None, "text", "Mill Lane Media"),
        ("The TARN gazette", "tarn.example", "metadata", "Mill Lane Media"),
        ("Fell Post", "fellpost.example", "metadata", "Mill Lane Media"),
        ("Fell Post Sport", "sport.fellpost.example", "metadata", "Mill Lane Media"),
        ("Fell Post", "notfellpost.example", "metadata", "of the document"),
        ("The Reuters", "reuters.com", "manifest", "Own View"),
        ("unknown", None, "unknown", "of the document"),
    ],
)
def test_the_users_table_lies_over_what_documents_say(
    tmp_path: Path, name: str, domain: str | None, named_by: str, family: str
) -> None:
    (tmp_path / FILE_NAME).write_text(TABLE, encoding="utf-8-sig")
    sources = pl.DataFrame(
        [(name, domain, "of the document", named_by)],
        schema=["name", "domain", "family", "named_by"],
        orient="row",
    )
    found = with_families(sources, read_families(tmp_path))
    assert found.item(0, "family") == family
    assert found.drop("family").equals(sources.drop("family"))


def test_the_shipped_table_stands_where_the_user_says_nothing(tmp_path: Path) -> None:
    assert read_families(tmp_path) == {}
    assert family_of("The Reuters", "uk.reuters.com") == "Thomson Reuters"
    assert family_of("Tarn Gazette", None) == "Tarn Gazette"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "line 1: must name the columns"),
        (b"name,owner\nA,B\n", "line 1: must name the columns"),
        (b"family\nB\n", "line 1: must name the columns"),
        (b"name,family\nA,B\n\nC\n", "line 4: has not the 2 fields"),
        (b"name,family\nA,B,C\n", "line 2: has not the 2 fields"),
        (b"name,family\nA,\n", "line 2: needs a family"),
        (b"name,domain,family\n,,B\n", "line 2: needs a family"),
        (b"name,family\nA,B\na,C\n", "line 3: 'a' belongs to 'B' on an earlier line"),
        (b"name,family\nA,\xff\n", "line 2: not UTF-8"),
    ],
)
def test_a_malformed_file_says_where_and_what(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(FamiliesError) as raised:
        read_families(tmp_path)
    assert FILE_NAME in str(raised.value)
    assert told in str(raised.value)


def test_a_changed_table_changes_the_family_and_redoes_nothing(
    tmp_path: Path, warehouse: Warehouse
) -> None:
    from pipeline import across, incremental, intake

    folder = tmp_path / "in"
    (folder / "tarngazette.example").mkdir(parents=True)
    (folder / "tarngazette.example" / "a.txt").write_text("The harbour board said no on Monday.")
    settings = Settings(input_folder=folder, data_folder=tmp_path / "data", workers=1)

    def run() -> tuple[tuple[int, int], bool, list[tuple[str, ...]]]:
        intake.read_input(warehouse, settings)
        done = incremental.clean_documents(warehouse, settings).done
        across.refresh_sources(warehouse, settings)
        split = incremental.split_documents(warehouse, settings).done
        reused = across.find_reuse_spans(warehouse)
        return (done, split), reused, warehouse.rows("SELECT family FROM sources")

    assert run() == ((1, 1), True, [("tarngazette.example",)])
    (folder / FILE_NAME).write_text("domain,family\ntarngazette.example,Mill Lane Media\n")
    assert run() == ((0, 0), False, [("Mill Lane Media",)])
    (folder / FILE_NAME).unlink()
    assert run() == ((0, 0), False, [("tarngazette.example",)])
