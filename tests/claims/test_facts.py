"""Minimal and complete facts of invented sentences: a floor under the arguments."""

from tests.claims.facts import measured

FLOOR = 0.9


def test_facts_are_minimal_and_complete() -> None:
    result = measured()
    told = "\n".join((*result.missed, *result.wrong))
    assert result.f1 >= FLOOR, f"{result.f1:.3f}\n{told}"
