"""Train the judge of pairs of texts and write pipeline/comparing/data/judge.json.

    python bench/training/train_judge.py

Learns from the written pairs of FILES only (bench/training/pairs): the others were written for the encoder, so
hard that what words two texts share says little in them, and trees that learn from them judge other texts
worse. Gradient-boosted trees over the figures of
`pipeline.comparing.alignment`; needs scikit-learn, which the judge itself does not.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from written import written_pairs

from pipeline.comparing.alignment import FEATURES, compare_texts

OUTPUT = Path(__file__).resolve().parents[2] / "pipeline" / "comparing" / "data" / "judge.json"
SEEDS = 2
FILES = ("encyclopaedic", "news", "plain", "rumours")
LABEL_SHARES = {"plain": (1.0, 1.0, 1.5), "strict": (1.0, 1.0, 2.0)}  # same, contradicts, neither
SETTINGS = {
    "plain": {"n_estimators": 100, "max_depth": 2},
    "strict": {"n_estimators": 150, "max_depth": 3},
}
SHARED_SETTINGS = {
    "subsample": 0.6,
    "max_features": 0.3,
    "learning_rate": 0.08,
    "min_samples_leaf": 10,
}
# How much pairs made by rule say beside a file of written ones. The strict model learns most from long
# sentences of one affair, which share words and bear a 'not' somewhere, and contradict nothing.
SAY = {
    "plain": {"renamed": 0.1, "stories": 0.3, "copies": 0.1},
    "strict": {"renamed": 0.3, "copies": 0.2, "parts": 0.3, "halves": 0.5},
}
ONLY_STRICT = ("padded", "long", "parts", "halves")


def training_set(name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Figures, labels, and weights that give each file's labels the same say, for one model."""
    pairs = [p for p in written_pairs(FILES) if name == "strict" or p[3] not in ONLY_STRICT]
    figures = compare_texts([(a, b) for a, b, _, _ in pairs]).figures
    labels = np.array([label for _, _, label, _ in pairs])
    counts = Counter((name, label) for _, _, label, name in pairs)
    weights = np.array([SAY[name].get(n, 1) / counts[n, label] for _, _, label, n in pairs])
    for label, share in enumerate(LABEL_SHARES[name]):
        weights[labels == label] *= share / weights[labels == label].sum()
    return figures, labels, weights * len(pairs) / weights.sum()


def fit(name: str) -> list:
    """Models that differ by their seed alone; their mean is steadier than one of them."""
    figures, labels, weights = training_set(name)
    return [
        GradientBoostingClassifier(random_state=seed, **SETTINGS[name], **SHARED_SETTINGS).fit(
            figures, labels, sample_weight=weights
        )
        for seed in range(SEEDS)
    ]


def exported(models: list) -> dict:
    """All trees as one list; `start` and each tree's values are means over the models."""
    trees = []
    for model in models:
        for round_ in model.estimators_:
            for label, regressor in enumerate(round_):
                tree = regressor.tree_
                leaf = tree.children_left < 0
                trees.append(
                    {
                        "label": label,
                        "feature": np.where(leaf, 0, tree.feature).tolist(),
                        "threshold": [
                            round(float(t), 5) for t in np.where(leaf, 0, tree.threshold)
                        ],
                        "left": np.where(leaf, -1, tree.children_left).tolist(),
                        "right": np.where(leaf, -1, tree.children_right).tolist(),
                        "value": [
                            round(float(v) * model.learning_rate / len(models), 6)
                            for v in tree.value[:, 0, 0]
                        ],
                    }
                )
    start = np.mean([np.log(model.init_.class_prior_) for model in models], axis=0)
    return {
        "start": [round(float(s), 6) for s in start],
        "trees": trees,
    }


def main() -> None:
    """Build the file."""
    model = {"features": list(FEATURES), **{name: exported(fit(name)) for name in SETTINGS}}
    OUTPUT.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
    print({name: len(model[name]["trees"]) for name in SETTINGS}, OUTPUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
