"""Prints precision and recall of a database over the examples.

`python -m tests.golden DATABASE all` prints every topic, `python -m tests.golden DATABASE speakers`
one with what was missed and what was wrong. `python -m tests.golden DATABASE claims` prints every
claim, one a line, as `examples/claims.golden.tsv` holds them reviewed by eye.
"""

import sys
from pathlib import Path

from pipeline.warehouse import read_published
from tests.golden.claims_file import claims_table
from tests.golden.expected import Expected
from tests.golden.found import Found
from tests.golden.topics import TOPICS, Score


def line_of(name: str, score: Score) -> str:
    """One line of the table."""
    return (
        f"{name:15s} precision {score.precision:.3f} ({score.right}/{score.said})"
        f"  recall {score.recall:.3f} (of {score.wanted})"
    )


def main(arguments: list[str]) -> int:
    """Runs the command; gives the exit status."""
    if len(arguments) != 2 or arguments[1] not in ("all", "claims", *TOPICS):
        print(
            f"usage: python -m tests.golden DATABASE all|claims|{'|'.join(TOPICS)}", file=sys.stderr
        )
        return 2
    database, wanted = Path(arguments[0]), arguments[1]
    with read_published(database) as warehouse:
        if wanted == "claims":
            print(claims_table(warehouse), end="")
            return 0
        expected = Expected()
        found = Found(warehouse, expected)
        for name in TOPICS if wanted == "all" else [wanted]:
            score = TOPICS[name](expected, found)
            print(line_of(name, score))
            if wanted != "all":
                print(*(f"  missed  {item}" for item in score.missed), sep="\n")
                print(*(f"  wrong   {item}" for item in score.wrong), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
