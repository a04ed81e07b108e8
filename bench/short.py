"""The short set, in minutes: whole runs, pages, loading and candidates; writes docs/performance.md.

Belongs here: which programs, with which arguments, and the page that holds what they print. Does not
belong here: any measuring.

    python -m bench.short [--corpus FOLDER] [--articles 100 200]
"""

import argparse
import os
import platform
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench.measure import ROOT, python, run
from bench.whole_run import GOALS

PAGE = ROOT / "docs" / "performance.md"
LIBRARIES = ("dagster", "duckdb", "polars", "spacy", "trafilatura")
ABOUT = """# Performance

Printed by `make bench` (minutes) or `make bench-full` (an hour or two); no figure in it is written by hand. Each
section is what one program printed, below its command. CPU is that of a command and all its children; ratios are
taken within one run of a program, since its ways take turns on the same machine.
"""


def machine() -> str:
    """Where and with what the figures were measured."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    used = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{date.today()}, {os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}, {used}.\n"
        f"Load of the machine at the start (1, 5, 15 minutes): {load}.\n"
    )


def section(module: str, *arguments: object) -> str:
    """A program's command and what it prints; an error is printed in place of figures."""
    command = python(module, *arguments)
    shown = " ".join(["python", *(str(part) for part in command[1:])])
    try:
        output = run(command).output.strip()
    except RuntimeError as error:
        output = f"Failed:\n\n```\n{str(error)[-800:]}\n```"
    print(f"{shown}\n{output}\n", flush=True)
    return f"\n## `{shown}`\n\n{output}\n"


def write_page(sections: list[str], about_machine: str) -> None:
    """The page of these sections."""
    goals = "\n".join(f"- {name}: {goal}" for name, goal in GOALS.items())
    page = f"{ABOUT}\n{about_machine}\nGoals of whole runs:\n\n{goals}\n" + "".join(sections)
    PAGE.write_text(page, encoding="utf-8")


def main() -> None:
    """Run the short set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 200])
    asked = parser.parse_args()
    corpus = ("--corpus", asked.corpus) if asked.corpus else ()
    about_machine = machine()
    sections = [
        section("bench.html", "--pages", 200),
        section("bench.load", "--claims", 200_000, "--repeats", 3),
        section("bench.candidates", "--claims", 20_000, "--repeats", 1),
        section("bench.reuse", "--articles", 500, "--repeats", 1),
        section("bench.whole_run", "--articles", *asked.articles, *corpus),
    ]
    write_page(sections, about_machine)


if __name__ == "__main__":
    main()
