"""Imports run one way, and the top of the tree is what CONTRIBUTING says."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = (
    "reading",
    "cleaning",
    "language",
    "claims",
    "reuse",
    "comparing",
    "independence",
    "report",
)
# What every room may know besides the rooms left of it.
COMMON = {"records"}
ALLOWED_TOP = {
    *(
        "pyproject.toml",
        "dagster.yaml",
        "pipeline",
        "assets",
        "sql",
        "tests",
        "README.md",
        "LICENSE",
    ),
    *(
        "CONTRIBUTING.md",
        "Makefile",
        "requirements.lock",
        "requirements-dev.lock",
        "bench",
        "docs",
    ),
    *("examples", ".ci", ".gitignore", ".gitattributes", ".git", ".sqlfluff"),
}
IGNORED_TOP = {
    ".venv",
    "data",
    ".mypy_cache",
    ".ruff_cache",
    ".hypothesis",
    ".pytest_cache",
    "__pycache__",
}


def imported_by(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def python_files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("file", python_files("pipeline"), ids=lambda f: str(f.relative_to(ROOT)))
def test_pipeline_knows_neither_dagster_nor_assets(file: Path) -> None:
    roots = {name.split(".")[0] for name in imported_by(file)}
    assert not roots & {"dagster", "assets", "tests", "bench"}


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_know_only_records_and_what_stands_left_of_them(room: str) -> None:
    later = ROOMS[ROOMS.index(room) + 1 :]
    for file in python_files(f"pipeline/{room}"):
        for name in imported_by(file):
            parts = name.split(".")
            if parts[0] == "pipeline" and len(parts) > 1:
                assert parts[1] not in later, f"{file.name} of {room} imports {name}"


def test_only_the_warehouse_opens_duckdb() -> None:
    openers = {
        str(file.relative_to(ROOT))
        for file in python_files("pipeline")
        if "duckdb" in {name.split(".")[0] for name in imported_by(file)}
    }
    assert openers == {"pipeline/warehouse.py"}


def test_the_top_of_the_tree_is_fixed() -> None:
    assert {entry.name for entry in ROOT.iterdir()} - IGNORED_TOP <= ALLOWED_TOP


def test_no_committed_file_names_a_package_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "Makefile"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text, name
