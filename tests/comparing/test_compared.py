"""Which pairs of texts the encoder reads."""

from datetime import datetime

import numpy as np
import polars as pl
import pytest

from pipeline.comparing import compared

DAY = datetime(2031, 5, 1)


@pytest.mark.parametrize(
    ("a", "b", "brief", "read"),
    [
        ("Singer Rob Vale dies in crash", "Rob Vale is alive, agent says", True, True),
        ("Singer Rob Vale dies in crash", "Rob Vale is alive, agent says", False, False),
        ("The minister resigned on Friday", "On Friday the minister stepped down", False, True),
        ("Profits of Tarn rose by a tenth", "Profits of Tarn fell by a tenth", True, False),
        ("The dam burst", "The dam burst", True, False),
    ],
)
def test_what_is_read_closely(
    monkeypatch: pytest.MonkeyPatch, a: str, b: str, brief: bool, read: bool
) -> None:
    seen: list[tuple[str, str]] = []

    def note(chances: np.ndarray, pairs: list[tuple[str, str]]) -> np.ndarray:
        seen.extend(pairs)
        return chances

    monkeypatch.setattr(compared, "judge_closely", note)
    names = ("own_text", "whole_text", "is_main", "is_brief", "modality", "published_at")
    rows = {
        f"{name}_{end}": [value]
        for end, text in (("a", a), ("b", b))
        for name, value in zip(names, (text, text, True, brief, "asserted", DAY), strict=True)
    }
    compared.compare_pairs(pl.DataFrame(rows | {"claim_a": ["a"], "claim_b": ["b"]}))
    assert bool(seen) == read
