"""The full set, in an hour or two: the sizes that the goals speak of; writes docs/performance.md.

Belongs here: which programs, with which arguments. Does not belong here: any measuring.

    python -m bench.full [--corpus FOLDER]
"""

import argparse
from pathlib import Path

from bench.short import machine, section, write_page


def main() -> None:
    """Run the full set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path)
    asked = parser.parse_args()
    corpus = ("--corpus", asked.corpus) if asked.corpus else ()
    about_machine = machine()
    sections = [
        section("bench.html", "--pages", 500),
        section("bench.load", "--claims", 1_000_000),
        section("bench.views", "--claims", 1_000_000),
        section("bench.candidates", "--claims", 50_000, 200_000, *corpus),
        section("bench.reuse", "--articles", 5_000, *corpus),
        section("bench.whole_run", "--articles", 1_000, 2_000, 8_000, *corpus),
    ]
    write_page(sections, about_machine)


if __name__ == "__main__":
    main()
