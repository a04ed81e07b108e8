"""The README's figures: its five queries, the output of `make run` and the table of the examples.

python -m tests.sql.readme data/crossclaim.duckdb

writes them anew from a run over the examples; a test holds the README to them.
"""

import re
import sys
from pathlib import Path

from pipeline.settings import PROJECT_ROOT
from pipeline.summary import summary_of
from pipeline.warehouse import Warehouse, read_published
from tests.golden.expected import Expected
from tests.golden.found import Found
from tests.golden.topics import TOPICS

README = PROJECT_ROOT / "README.md"
QUERY = re.compile(r"```sql\n(?P<sql>.*?)\n```\n\n(?P<answer>(?:\|[^\n]*\n)+)", re.DOTALL)
RUN = re.compile(r"(?<=```\n\$ make run\n).*?(?=```\n)", re.DOTALL)
TOPIC_TABLE = re.compile(r"(?<=\| topic \| precision \| recall \|\n)(?:\|.*\n)+")


def with_figures(published: Path, text: str) -> str:
    """The README with what this database says."""
    with read_published(published) as warehouse:
        text = QUERY.sub(lambda found: _answered(warehouse, found["sql"]), text)
        table = _topics(warehouse)
    text = TOPIC_TABLE.sub(lambda _: table, text)
    return RUN.sub(lambda _: _summary(published), text)


def _answered(warehouse: Warehouse, sql: str) -> str:
    frame = warehouse.frame(sql.rstrip(";"))
    rows = [frame.columns, ["---"] * frame.width, *frame.rows()]
    return f"```sql\n{sql}\n```\n\n" + "".join(_line(row) for row in rows)


def _line(row: object) -> str:
    cells = " | ".join(_shown(value) for value in row)  # type: ignore[attr-defined]
    return f"| {cells} |\n".replace("| --- ", "|---").replace("--- |", "---|")


def _shown(value: object) -> str:
    text = f"{value:g}" if isinstance(value, float) else "" if value is None else str(value)
    return " ".join(text.split()).replace("|", "\\|")


def _topics(warehouse: Warehouse) -> str:
    expected = Expected()
    found = Found(warehouse, expected)
    lines = ["|---|---|---|\n"]
    for name, topic in TOPICS.items():
        score = topic(expected, found)
        lines.append(
            f"| {name} | {score.precision:.3f} ({score.right}/{score.said}) "
            f"| {score.recall:.3f} (of {score.wanted}) |\n"
        )
    return "".join(lines)


def _summary(published: Path) -> str:
    lines = summary_of(published).replace(str(published), "…/data/crossclaim.duckdb")
    return f"{lines}\n"


if __name__ == "__main__":
    new = with_figures(Path(sys.argv[1]), README.read_text(encoding="utf-8"))
    README.write_text(new, encoding="utf-8")
