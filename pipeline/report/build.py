"""The page: static files and data scripts in one folder that opens from disk, with no server.

Belongs here: which file holds what. Does not belong here: what is shown (`content`), and how it looks
(`static/`).
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from pipeline.report.content import read_content
from pipeline.report.scripts import replaced_folder, script_of
from pipeline.warehouse import Warehouse

STATIC = Path(__file__).resolve().parent / "static"


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """How much the page shows, and where it starts."""

    index: Path
    stories: int
    sources: int
    documents: int
    disagreements: int
    bytes_written: int


def write_report(warehouse: Warehouse, folder: Path) -> ReportSummary:
    """Write the page of the current documents; the folder is replaced whole when all is written.

    Pages of stories, sources and documents lie in script files of their own, which the page loads
    when somebody opens them.
    """
    content = read_content(warehouse)
    with replaced_folder(folder) as fresh:
        shutil.copytree(STATIC, fresh, dirs_exist_ok=True)
        data = fresh / "data"
        data.mkdir()
        (data / "overview.js").write_text(script_of("overview", content.overview), "utf-8")
        for kind, rows in (
            ("story", content.stories),
            ("source", content.sources),
            ("document", content.documents),
        ):
            for key, row in rows.items():
                name = f"{kind}-{key}"
                (data / f"{name}.js").write_text(script_of(name, row), "utf-8")
        size = sum(file.stat().st_size for file in fresh.rglob("*") if file.is_file())
    return ReportSummary(
        folder / "index.html",
        len(content.stories),
        len(content.sources),
        len(content.documents),
        len(content.overview["disagreements"]),
        size,
    )
