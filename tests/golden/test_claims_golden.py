"""The claims of a run over the examples are those that were reviewed by eye."""

from difflib import unified_diff

from pipeline.warehouse import Warehouse
from tests.golden.claims_file import GOLDEN, claims_table, golden_table

MOST_LINES = 60


def test_claims_are_the_reviewed_ones(examples_warehouse: Warehouse) -> None:
    changed = list(
        unified_diff(
            golden_table().splitlines(),
            claims_table(examples_warehouse).splitlines(),
            "reviewed",
            "this run",
            lineterm="",
            n=0,
        )
    )
    shown = "\n".join(line for line in changed if not line.startswith("@@"))[: 200 * MOST_LINES]
    assert not changed, (
        f"{shown}\n\nRead each line. Where this run is right: "
        f"python -m tests.golden DATABASE claims > {GOLDEN.relative_to(GOLDEN.parents[1])}"
    )
