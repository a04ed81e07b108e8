"""Which claims are compared with nothing, because their source repeats the line from story to story."""

from collections.abc import Callable

import polars as pl
import pytest

from pipeline.warehouse import Warehouse

SLOGAN = "The Lantern tells the news of the day."
TEXT = f"A dam burst.\n{SLOGAN}"


@pytest.mark.parametrize(
    ("stories", "is_boilerplate_line", "is_current", "expected"),
    [
        (["flood", "vote", "strike"], True, True, ["d0 slogan", "d1 slogan", "d2 slogan"]),
        # Within one story it is what the reader is told again of that story.
        (["flood", "flood", "flood"], True, True, []),
        (["flood", "vote", "strike"], False, True, []),
        (["flood", "vote", "strike"], True, False, []),
    ],
)
def test_claims_in_lines_that_are_repeated(
    warehouse: Warehouse,
    table: Callable[..., pl.DataFrame],
    stories: list[str],
    is_boilerplate_line: bool,
    is_current: bool,
    expected: list[str],
) -> None:
    end = len(TEXT)
    rows: dict[str, list[dict[str, object]]] = {
        "raw_documents": [],
        "documents": [],
        "text_blocks": [],
        "document_stories": [],
        "claims": [],
        "boilerplate_lines": [{"source_id": "s", "line": SLOGAN}] if is_boilerplate_line else [],
    }
    for number, story in enumerate(stories):
        key = {"document_id": f"d{number}"}
        rows["raw_documents"].append({**key, "path": f"{number}.txt", "is_current": is_current})
        rows["documents"].append({**key, "source_id": "s", "text": TEXT})
        rows["document_stories"].append({**key, "story_id": story})
        for ordinal, (name, begin, stop) in enumerate((("lead", 0, 12), ("slogan", 13, end))):
            place = {**key, "start_char": begin, "end_char": stop}
            rows["text_blocks"].append({**place, "ordinal": ordinal})
            rows["claims"].append({**place, "claim_id": f"d{number} {name}", "ordinal": ordinal})
    for name, content in rows.items():
        if content:
            warehouse.append(name, table(name, content))
    found = warehouse.query("boilerplate_claims")
    assert found["claim_id"].to_list() == expected
    compared = warehouse.query("comparable_claims", boilerplate=found)["claim_id"].to_list()
    held = [row["claim_id"] for row in rows["claims"]] if is_current else []
    assert compared == [claim for claim in held if claim not in expected]
