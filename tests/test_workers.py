"""Batches go out to processes and come back in order; one bad item never stops the others."""

import os
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline import workers
from pipeline.settings import Settings
from pipeline.workers import map_batches

SETTINGS = Settings(workers=2, seconds_per_document=0.5)


def answer(items: Sequence[str]) -> list[str]:
    """What a stage would do; some items stand for documents that bring it down."""
    for item in items:
        if item == "hangs":
            time.sleep(60)
        if item == "kills its process":
            os._exit(9)
        if item == "raises":
            raise ValueError("no such tag")
        if item == "eats all memory":
            bytearray(2**40)
    return [item.upper() for item in items]


def outcome(
    batches: list[list[str]], settings: Settings = SETTINGS
) -> list[tuple[list[str], list[str]]]:
    """Of each batch what came back, and the items that failed with their reasons."""
    return [
        (
            [word for result in results for word in result],
            [f"{failure.item}: {failure.reason}" for failure in failures],
        )
        for _, results, failures in map_batches(answer, batches, settings)
    ]


def test_results_come_in_the_order_of_batches() -> None:
    letters = [[letter] for letter in "abcdefghijklm"]
    expected = [([letter.upper()], []) for letter in "abcdefghijklm"]
    assert outcome(letters) == expected
    assert outcome(letters, replace(SETTINGS, workers=1)) == expected


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("kills its process", "crashed"),
        ("raises", "crashed"),
        ("eats all memory", "crashed"),
        ("hangs", "timeout"),
    ],
)
def test_only_the_item_at_fault_fails(
    bad: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "STARTING_SECONDS", 8.0)
    monkeypatch.setattr(workers, "SECONDS_IN_A_BATCH", 0.1)
    assert outcome([["a", bad, "b"], ["c"]]) == [
        (["A", "B"], [f"{bad}: {reason}"]),
        (["C"], []),
    ]


def test_a_batch_of_many_does_not_wait_for_one_document_as_long_as_for_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "STARTING_SECONDS", 8.0)
    monkeypatch.setattr(workers, "SECONDS_IN_A_BATCH", 0.01)
    begun = time.monotonic()
    many = [f"article {number}" for number in range(200)]
    ((done, failed),) = outcome([[*many, "hangs"]])
    assert (len(done), failed) == (200, ["hangs: timeout"])
    assert time.monotonic() - begun < SETTINGS.seconds_per_document * len(many)
