"""Train the judge of pairs of texts and write pipeline/comparing/data/judge.json.

    python training/train_judge.py

Learns from the written pairs only (training/pairs). Gradient-boosted trees over the figures of
`pipeline.comparing.alignment`; needs scikit-learn, which the judge itself does not.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from written import written_pairs  # noqa: E402

from pipeline.comparing.alignment import FEATURES, compare_texts  # noqa: E402

OUTPUT = Path(__file__).resolve().parents[1] / "pipeline" / "comparing" / "data" / "judge.json"
SETTINGS = {
    "n_estimators": 100,
    "max_depth": 2,
    "subsample": 0.6,
    "max_features": 0.3,
    "learning_rate": 0.08,
    "min_samples_leaf": 10,
}
SEEDS = 4


def training_set() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Figures, labels, and weights that give each file's labels the same say."""
    pairs = written_pairs()
    figures = compare_texts([(a, b) for a, b, _, _ in pairs]).figures
    counts = Counter((name, label) for _, _, label, name in pairs)
    weights = np.array([1 / counts[name, label] for _, _, label, name in pairs])
    return figures, np.array([label for _, _, label, _ in pairs]), weights * len(pairs) / weights.sum()


def fit(figures: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> list:
    """Models that differ by their seed alone; their mean is steadier than one of them."""
    return [
        GradientBoostingClassifier(random_state=seed, **SETTINGS).fit(
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
                        "threshold": [round(float(t), 5) for t in np.where(leaf, 0, tree.threshold)],
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
        "features": list(FEATURES),
        "start": [round(float(s), 6) for s in start],
        "trees": trees,
    }


def main() -> None:
    figures, labels, weights = training_set()
    model = exported(fit(figures, labels, weights))
    OUTPUT.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
    print(len(labels), "pairs", len(model["trees"]), "trees", OUTPUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
