"""The judge of two texts: how likely they say the same, contradict, or neither.

Belongs here: applying the trained trees to the figures of `alignment`. Does not belong here: training
(training/train_judge.py), and what a verdict on two texts means for two claims (`verdicts`).
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pipeline.comparing.alignment import FEATURES, Comparison

MODEL = Path(__file__).with_name("data") / "judge.json"
SAME, CONTRADICTS, NEITHER = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Trees:
    """Decision trees as arrays: trees x nodes; `left` < 0 marks a leaf."""

    label: npt.NDArray[np.int64]
    feature: npt.NDArray[np.int64]
    threshold: npt.NDArray[np.float32]
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    value: npt.NDArray[np.float64]
    start: npt.NDArray[np.float64]


@cache
def load_trees() -> Trees:
    """The trained trees, read once a process.

    Raises ValueError where the file was trained on other figures than the code computes.
    """
    stored = json.loads(MODEL.read_text(encoding="utf-8"))
    if tuple(stored["features"]) != FEATURES:
        raise ValueError(f"{MODEL.name} was trained on other figures; run training/train_judge.py")
    width = max(len(tree["value"]) for tree in stored["trees"])

    def padded(name: str, kind: type) -> npt.NDArray[np.generic]:
        rows = [tree[name] + [-1] * (width - len(tree[name])) for tree in stored["trees"]]
        return np.array(rows, dtype=kind)

    return Trees(
        label=np.array([tree["label"] for tree in stored["trees"]], dtype=np.int64),
        feature=padded("feature", np.int64),  # type: ignore[arg-type]
        threshold=padded("threshold", np.float32),  # type: ignore[arg-type]
        left=padded("left", np.int64),  # type: ignore[arg-type]
        right=padded("right", np.int64),  # type: ignore[arg-type]
        value=padded("value", np.float64),  # type: ignore[arg-type]
        start=np.array(stored["start"]),
    )


def judge(compared: Comparison) -> npt.NDArray[np.float64]:
    """Probabilities of SAME, CONTRADICTS and NEITHER: pairs x 3, rounded to four digits."""
    trees = load_trees()
    figures = compared.figures
    raw = np.tile(trees.start, (len(figures), 1))
    for tree in range(len(trees.label)):
        node = np.zeros(len(figures), dtype=np.int64)
        inner = trees.left[tree][node] >= 0
        while inner.any():
            chosen = trees.feature[tree][node]
            goes_left = figures[np.arange(len(figures)), chosen] <= trees.threshold[tree][node]
            step = np.where(goes_left, trees.left[tree][node], trees.right[tree][node])
            node = np.where(inner, step, node)
            inner = trees.left[tree][node] >= 0
        raw[:, trees.label[tree]] += trees.value[tree][node]
    raw -= raw.max(axis=1, keepdims=True)
    shares = np.exp(raw)
    result: npt.NDArray[np.float64] = np.round(shares / shares.sum(axis=1, keepdims=True), 4)
    return result
