"""The table of bad inputs in the documents is what the code does."""

import re

import pytest

from pipeline.settings import PROJECT_ROOT
from tests.reading.bad_inputs import CASES, outcome_of, table

PAGE = PROJECT_ROOT / "docs" / "bad_inputs.md"


def test_the_page_holds_what_the_command_prints() -> None:
    written = re.search(
        r"<!-- table -->\n(.*?)\n<!-- end of table -->", PAGE.read_text(encoding="utf-8"), re.S
    )
    assert written
    assert written[1] == table(), "run python -m tests.reading.bad_inputs and paste what it prints"


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "txt", "html", "parquet", "warc", "pdf", "md"])
def test_any_bytes_give_an_answer_in_every_format(suffix: str) -> None:
    for _, _, content in CASES:
        assert outcome_of(f"a.{suffix}", content)
