"""The judge of two texts: how likely they say the same, contradict, or neither.

Belongs here: applying the trained trees to the figures of `alignment`, and what the `encoder` adds. Does
not belong here: training (bench/training/train_judge.py), and what a verdict on two texts means for two
claims (`verdicts`).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pipeline.comparing.alignment import FEATURES, Comparison

MODEL = Path(__file__).with_name("data") / "judge.json"
SAME, CONTRADICTS, NEITHER = 0, 1, 2
LEAST = 1e-3  # the trees are never surer than that
SAY = 0.5  # of the encoder beside the trees
LONG = 2.0  # log of 1 + the weight of a text's words: about seven words that carry meaning

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trees:
    """Decision trees as arrays: trees x nodes; `left` < 0 marks a leaf."""

    label: Ints
    feature: Ints
    threshold: npt.NDArray[np.float32]
    left: Ints
    right: Ints
    value: Floats
    start: Floats


@cache
def load_trees(name: str) -> Trees:
    """The trained trees of the `plain` or the `strict` model, read once a process.

    Raises ValueError where the file was trained on other figures than the code computes.
    """
    stored = json.loads(MODEL.read_text(encoding="utf-8"))
    if tuple(stored["features"]) != FEATURES:
        raise ValueError(
            f"{MODEL.name} was trained on other figures; run bench/training/train_judge.py"
        )
    trees = stored[name]["trees"]
    width = max(len(tree["value"]) for tree in trees)

    def padded(column: str) -> Floats:
        return np.array([tree[column] + [-1] * (width - len(tree[column])) for tree in trees])

    return Trees(
        label=np.array([tree["label"] for tree in trees], dtype=np.int64),
        feature=padded("feature").astype(np.int64),
        threshold=padded("threshold").astype(np.float32),
        left=padded("left").astype(np.int64),
        right=padded("right").astype(np.int64),
        value=padded("value").astype(np.float64),
        start=np.array(stored[name]["start"]),
    )


def judge(compared: Comparison) -> Floats:
    """Probabilities of SAME, CONTRADICTS and NEITHER: pairs x 3, rounded to four digits.

    A contradiction of which one text is long must convince the strict model, too: long sentences of one
    affair share words, and a 'not' in one of them often has nothing to do with the other.
    """
    plain = _chances(compared.figures, load_trees("plain"))
    is_long = compared.figure("size_long") > LONG
    strict = _chances(compared.figures[is_long], load_trees("strict"))
    kept = np.minimum(plain[is_long, CONTRADICTS], strict[:, CONTRADICTS])
    plain[is_long, NEITHER] += plain[is_long, CONTRADICTS] - kept
    plain[is_long, CONTRADICTS] = kept
    result: Floats = np.round(plain, 4)
    return result


def judge_closely(chances: Floats, pairs: Sequence[tuple[str, str]]) -> Floats:
    """The chances of pairs of texts once the encoder has read them, too: pairs x 3, rounded.

    The weighted product of the chances that two judges give, who err in other ways (Hinton 2002). Reading costs
    some hundredths of a second a pair.
    """
    from pipeline.comparing.encoder import encode_pairs

    weighed = np.log(chances + LEAST) + SAY * encode_pairs(pairs)
    shares = np.exp(weighed - weighed.max(axis=1, keepdims=True, initial=-np.inf))
    result: Floats = np.round(shares / shares.sum(axis=1, keepdims=True), 4)
    return result


def _chances(figures: npt.NDArray[np.float32], trees: Trees) -> Floats:
    raw = np.tile(trees.start, (len(figures), 1))
    columns = np.ascontiguousarray(figures.T)
    for tree in range(len(trees.label)):
        raw[:, trees.label[tree]] += _answers(columns, trees, tree)
    shares = np.exp(raw - raw.max(axis=1, keepdims=True))
    result: Floats = shares / shares.sum(axis=1, keepdims=True)
    return result


def _answers(columns: npt.NDArray[np.float32], trees: Trees, tree: int) -> Floats:
    """What one tree says of every pair; each node looks only at the pairs that come to it."""
    left, right = trees.left[tree].tolist(), trees.right[tree].tolist()
    said = np.empty(columns.shape[1], dtype=np.float64)
    waiting = [(0, np.arange(columns.shape[1]))]
    while waiting:
        node, rows = waiting.pop()
        if left[node] < 0:
            said[rows] = trees.value[tree, node]
        elif rows.size:
            below = columns[trees.feature[tree, node]][rows] <= trees.threshold[tree, node]
            waiting += [(left[node], rows[below]), (right[node], rows[~below])]
    return said
