"""The cookbook's queries and answers: read from docs/sql_cookbook.md, run, and written back.

python -m tests.sql.cookbook data/crossclaim.duckdb
"""

import re
import sys
from pathlib import Path

from pipeline.settings import PROJECT_ROOT
from pipeline.warehouse import Warehouse, read_published

COOKBOOK = PROJECT_ROOT / "docs" / "sql_cookbook.md"
RECIPE = re.compile(r"```sql\n(?P<sql>.*?)\n```\n\n```text\n(?P<answer>.*?)```\n", re.DOTALL)


def answer_to(warehouse: Warehouse, sql: str) -> str:
    """The rows of a query as lines of columns parted by bars, the columns' names first."""
    frame = warehouse.frame(sql)
    rows = [frame.columns, *frame.rows()]
    return "".join(" | ".join(_shown(value) for value in row) + "\n" for row in rows)


def _shown(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def with_answers(warehouse: Warehouse, text: str) -> str:
    """The cookbook with the answers that the warehouse gives."""

    def answered(recipe: re.Match[str]) -> str:
        answer = answer_to(warehouse, recipe["sql"])
        return f"```sql\n{recipe['sql']}\n```\n\n```text\n{answer}```\n"

    return RECIPE.sub(answered, text)


if __name__ == "__main__":
    with read_published(Path(sys.argv[1])) as published:
        new = with_answers(published, COOKBOOK.read_text(encoding="utf-8"))
    COOKBOOK.write_text(new, encoding="utf-8")
