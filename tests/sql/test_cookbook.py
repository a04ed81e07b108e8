"""All queries of the cookbook and the README run on `examples/` and give the answers that they print."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.settings import PROJECT_ROOT, Settings
from pipeline.warehouse import read_published
from tests.sql.cookbook import COOKBOOK, RECIPE, answer_to
from tests.sql.readme import QUERY, README, with_figures

RECIPES = [(m["sql"], m["answer"]) for m in RECIPE.finditer(COOKBOOK.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, whole_run: Callable[..., Path]) -> Path:
    data = tmp_path_factory.mktemp("cookbook")
    settings = replace(
        Settings(), input_folder=PROJECT_ROOT / "examples" / "corpus", data_folder=data
    )
    return whole_run(settings)


def test_there_are_thirty() -> None:
    assert len(RECIPES) == 30


@pytest.mark.parametrize("number", range(len(RECIPES)))
def test_the_answer_is_the_printed_one(published: Path, number: int) -> None:
    sql, answer = RECIPES[number]
    with read_published(published) as warehouse:
        assert answer_to(warehouse, sql) == answer, "run python -m tests.sql.cookbook FILE"


def test_the_readme_states_what_a_run_prints(published: Path) -> None:
    text = README.read_text(encoding="utf-8")
    assert len(QUERY.findall(text)) == 5
    assert with_figures(published, text).splitlines() == text.splitlines(), (
        "run python -m tests.sql.readme FILE"
    )
