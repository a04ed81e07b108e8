"""The data dictionary: every table, view, macro and column with its comment, as Markdown.

Belongs here: printing what the DDL, the views and the macros say of themselves. Does not belong here:
any word on what a column means (that is in `sql/`).

    python -m pipeline.dictionary     (writes docs/data_dictionary.md)
"""

from collections.abc import Iterable

from pipeline.settings import PROJECT_ROOT
from pipeline.views import is_stored, view_order
from pipeline.warehouse import Warehouse, header_of, sql_names, sql_text

TARGET = PROJECT_ROOT / "docs" / "data_dictionary.md"
INTRODUCTION = """# Data dictionary

Printed from the comments of the database by `python -m pipeline.dictionary`; the same text is in every
file that the pipeline writes: `SELECT * FROM duckdb_columns()`. All offsets are 0-based and end-exclusive,
in characters. NULL is what the method does not know.
"""


def dictionary() -> str:
    """The whole dictionary as Markdown: tables, then views, then macros."""
    warehouse = Warehouse.in_memory()
    try:
        for name in view_order():
            warehouse.create_view(name)
        described = warehouse.described_relations()
    finally:
        warehouse.close()
    views = sql_names("views")
    tables = [name for name in described if name not in views]
    parts = [INTRODUCTION, "## Tables\n"]
    parts += [_section(name, *described[name]) for name in tables]
    parts.append(
        "## Views\n\nA stored view is a table of its rows, made anew when something that it reads has changed.\n"
    )
    parts += [
        _section(f"{name} (stored)" if is_stored(name) else name, *described[name])
        for name in views
    ]
    parts.append("## Macros\n")
    parts += [
        f"**{name}**: {' '.join(header_of(sql_text('macros', name)))}\n"
        for name in sql_names("macros")
    ]
    return "\n".join(parts)


def _section(title: str, about: str, columns: Iterable[tuple[str, str, str]]) -> str:
    rows = [f"| `{name}` | {kind} | {_cell(text)} |" for name, kind, text in columns]
    return "\n".join(
        [f"### {title}\n", f"{about}\n", "| column | type | meaning |", "|---|---|---|", *rows, ""]
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    TARGET.write_text(dictionary(), encoding="utf-8")
