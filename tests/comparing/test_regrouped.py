"""Which old documents are judged again because their story changed."""

from collections.abc import Callable

import polars as pl
import pytest

from pipeline.warehouse import Warehouse


@pytest.mark.parametrize(
    ("before", "now", "regrouped"),
    [
        ({"p": "x", "q": "x"}, {"p": "x", "q": "x"}, []),
        # The story's id changed, its company did not.
        ({"p": "x", "q": "x"}, {"p": "y", "q": "y", "r": "y"}, []),
        # A new document bridges two stories.
        ({"p": "x", "q": "y"}, {"p": "x", "q": "x", "r": "x"}, ["p", "q"]),
        # One left the two others.
        ({"p": "x", "q": "x", "r": "x"}, {"p": "x", "q": "x", "r": "z"}, ["p", "q", "r"]),
        # A document that is gone changes nothing between those that stay.
        ({"p": "x", "q": "x", "r": "x"}, {"p": "x", "q": "x"}, []),
        ({}, {"p": "x"}, []),
    ],
)
def test_company_that_changed(
    warehouse: Warehouse,
    table: Callable[..., pl.DataFrame],
    before: dict[str, str],
    now: dict[str, str],
    regrouped: list[str],
) -> None:
    for name, stories in (("judged_stories", before), ("document_stories", now)):
        rows = [{"document_id": key, "story_id": value} for key, value in stories.items()]
        warehouse.append(name, table(name, rows))
    assert warehouse.query("regrouped_documents")["document_id"].to_list() == regrouped
