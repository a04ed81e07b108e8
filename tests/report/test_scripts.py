"""Data scripts hold any text, and the folder is swapped whole."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.scripts import replaced_folder, script_of


def value_of(script: str) -> object:
    found = re.fullmatch(r"crossclaim\.put\((\".*?\"),(.*)\);\n", script, flags=re.DOTALL)
    assert found
    return json.loads(found[2])


@pytest.mark.parametrize(
    "hostile",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        "a\u2028b\u2029c",
        "\"'\\",
        "&lt;",
    ],
)
def test_hostile_text_stays_inside_its_string(hostile: str) -> None:
    script = script_of("document-x", {"title": hostile})
    assert not re.search("[<>&\u2028\u2029]", script)
    assert value_of(script) == {"title": hostile}


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    held = value_of(script_of("x", [text]))
    assert held == [text.encode("utf-8", "replace").decode("utf-8")]


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "report"
    target.mkdir()
    (target / "stale.js").write_text("old", "utf-8")
    with replaced_folder(target) as fresh:
        (fresh / "new.js").write_text("new", "utf-8")
        assert (target / "stale.js").exists()
    assert [file.name for file in target.iterdir()] == ["new.js"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["report"]


def test_a_failure_leaves_the_old_folder(tmp_path: Path) -> None:
    target = tmp_path / "report"
    target.mkdir()
    (target / "old.js").write_text("old", "utf-8")
    with pytest.raises(UnicodeEncodeError), replaced_folder(target) as fresh:
        (fresh / "new.js").write_text("\ud800", "utf-8")
    assert [file.name for file in target.iterdir()] == ["old.js"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["report"]
