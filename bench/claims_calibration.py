"""How well `claims.confidence` tells which claims a careful reader accepts.

python -m bench.claims_calibration [--fit]

`claims_judged.jsonl` holds claims of `examples/corpus` and `tests/claims/texts` that were read one by
one: `accepted` where the sentence that stands alone is what the text says, subject, predicate and
object read as a statement, and the speaker is right. Claims that a later extractor words otherwise
are counted as lost and play no part. `claims_judged_fresh.jsonl` holds claims of `claims_fresh/`,
texts that no weight was fitted to: their error is the one to expect on other text. Prints the
reliability table and the expected calibration
error; `--fit` fits the weights of `pipeline/claims/confidence.py` anew (L2, five-fold checked) and
prints them.
"""

import argparse
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from pipeline.claims import extract
from pipeline.claims.confidence import FEATURES, confidence_of, features_of
from pipeline.claims.drafts import Draft, SentenceView
from pipeline.cleaning.clean import clean
from pipeline.language.parser import ParsedDocument, ParsedSentence, parse_texts
from pipeline.language.sentences import split_sentences
from pipeline.reading.folder import list_folder
from pipeline.reading.read import read_file
from pipeline.records import Document, RawDocument
from pipeline.settings import PROJECT_ROOT, Settings

JUDGED = Path(__file__).with_name("claims_judged.jsonl")
FRESH = Path(__file__).with_name("claims_judged_fresh.jsonl")
FOLDERS = (
    PROJECT_ROOT / "examples" / "corpus",
    PROJECT_ROOT / "tests" / "claims" / "texts",
    Path(__file__).with_name("claims_fresh"),
)
KEY = ("path", "subject", "predicate", "object", "standalone")
BINS = (0.0, 0.4, 0.6, 0.7, 0.8, 0.9, 1.01)


def documents() -> Iterator[Document]:
    for folder in FOLDERS:
        files, _ = list_folder(folder)
        for file in files:
            for raw in read_file(file, Settings()):
                if isinstance(raw, RawDocument):
                    cleaned = clean(raw, ())
                    if isinstance(cleaned, Document):
                        yield cleaned


def parsed_documents() -> Iterator[ParsedDocument]:
    for document in documents():
        sentences = split_sentences(document)
        trees = parse_texts(s.text for s in sentences if s.language in (None, document.language))
        yield ParsedDocument(
            document,
            tuple(ParsedSentence(s, trees[s.text]) for s in sentences if s.text in trees),
        )


def seen_claims() -> dict[tuple[str | None, ...], tuple[list[float], float]]:
    """Features and confidence of every claim, by what a judgement is kept under."""
    captured: list[tuple[list[float], float]] = []

    def capture(draft: Draft, view: SentenceView) -> float:
        confidence = confidence_of(draft, view)
        values = features_of(draft, view)
        captured.append(([values[name] for name in FEATURES], confidence))
        return confidence

    extract.confidence_of = capture
    found: dict[tuple[str | None, ...], tuple[list[float], float]] = {}
    for parsed in parsed_documents():
        captured.clear()
        claims = extract.extract_claims(parsed).claims
        for claim, row in zip(claims, captured, strict=True):
            key = (
                parsed.document.path,
                claim.subject,
                claim.predicate,
                claim.object,
                claim.standalone_text,
            )
            found.setdefault(key, row)
    return found


def calibration(confidence: np.ndarray, accepted: np.ndarray) -> float:
    """Prints a row for each bin; returns the expected calibration error."""
    error = 0.0
    print(f"{'confidence':<14}{'claims':>8}{'mean':>8}{'accepted':>10}")
    for low, high in pairwise(BINS):
        inside = (confidence >= low) & (confidence < high)
        if inside.any():
            mean, share = confidence[inside].mean(), accepted[inside].mean()
            error += abs(mean - share) * inside.mean()
            print(f"{low:.2f}-{min(high, 1):.2f}{'':<5}{inside.sum():>8}{mean:>8.3f}{share:>10.3f}")
    return error


def judged_rows(
    file: Path, claims: dict[tuple[str | None, ...], tuple[list[float], float]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features, confidence and acceptance of the judged claims that are still made."""
    judged = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    rows = [
        (claims[key], each["accepted"])
        for each in judged
        if (key := tuple(each[k] for k in KEY)) in claims
    ]
    accepted = np.array([float(value) for _, value in rows])
    lost = len(judged) - len(rows)
    print(f"\n{len(judged)} judged, {lost} lost, {accepted.mean():.3f} accepted")
    return np.array([row[0] for row, _ in rows]), np.array([row[1] for row, _ in rows]), accepted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    claims = seen_claims()
    features, confidence, accepted = judged_rows(JUDGED, claims)
    print(f"expected calibration error in sample {calibration(confidence, accepted):.3f}")
    _, fresh, fresh_accepted = judged_rows(FRESH, claims)
    print(f"expected calibration error on fresh text {calibration(fresh, fresh_accepted):.3f}")
    if arguments.fit:
        model = LogisticRegression(C=1.0, fit_intercept=False, max_iter=1000)
        folds = StratifiedKFold(5, shuffle=True, random_state=0)
        held_out = cross_val_predict(model, features, accepted, cv=folds, method="predict_proba")[
            :, 1
        ]
        print(f"\nfitted anew; five-fold: {calibration(held_out, accepted):.3f}")
        for name, weight in zip(FEATURES, model.fit(features, accepted).coef_[0], strict=True):
            print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
