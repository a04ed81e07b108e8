"""How sure a claim's extraction is.

Belongs here: the chance that a careful reader accepts a claim's text, arguments and speaker, from
features of its draft. Does not belong here: what it is worth (worth.py).

A logistic regression over what can be seen of a draft, fitted on claims judged one by one; the
judgements, the fit and its calibration error are in `bench/claims_calibration.py`.
"""

from math import exp

from pipeline.claims.drafts import Draft, SentenceView

WEIGHTS = {
    "bias": 1.84,
    "no_arguments": -1.04,
    "act_of_saying": -0.62,
    "further": 0.04,
    "relative": -0.52,
    "participle": 0.28,
    "apposition": 0.05,
    "subordinate": 0.38,
    "joined": -0.50,
    "no_object": -0.19,
    "pronoun": -0.61,
    "long_sentence": -0.58,
    "torn": -1.19,
    "attributed": -0.26,
}
FEATURES = tuple(WEIGHTS)
NOUN_TAGS = frozenset(
    ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "EX", "JJR", "JJS", "PRP$", "JJ")
)


def confidence_of(draft: Draft, view: SentenceView) -> float:
    """The chance that a careful reader accepts the claim's text, arguments and speaker."""
    seen = features_of(draft, view)
    total = sum(WEIGHTS[name] * value for name, value in seen.items())
    return round(1 / (1 + exp(-total)), 3)


def features_of(draft: Draft, view: SentenceView) -> dict[str, float]:
    """What the regression sees of a draft, by name."""
    clause = draft.clause
    kind = clause.kind if clause is not None else None
    head = clause.subject_head if clause is not None else None
    words = len(view.tree.words)
    return {
        "bias": 1.0,
        "no_arguments": float(clause is None and draft.subject is None),
        "act_of_saying": float(clause is None and draft.subject is not None),
        "further": float(draft.further > 0),
        "relative": float(kind == "relative"),
        "participle": float(kind == "participle"),
        "apposition": float(kind == "apposition"),
        "subordinate": float(kind == "subordinate"),
        "joined": float(kind == "joined"),
        "no_object": float(clause is not None and not draft.object),
        "pronoun": float(head is not None and head.tag_ in ("PRP", "DT") and not draft.is_named),
        "long_sentence": min(2.0, max(0.0, (words - 20) / 20)),
        "torn": float(_is_torn(draft) or (head is not None and head.tag_ not in NOUN_TAGS)),
        "attributed": float(draft.found is not None),
    }


def _is_torn(draft: Draft) -> bool:
    """Whether a part opens a bracket or quotation mark that it does not close."""
    return any(
        part is not None
        and (
            part.count("“") != part.count("”")
            or part.count('"') % 2 == 1
            or part.count("(") != part.count(")")
        )
        for part in (draft.subject, draft.object)
    )
