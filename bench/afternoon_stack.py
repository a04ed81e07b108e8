"""What a capable user would write in an afternoon instead: the peer that whole runs are timed against.

    python -m bench.afternoon_stack FOLDER DATABASE

Text (or trafilatura's extract of a page) → spaCy's whole small model over whole documents → subject, verb and
object of every sentence and quotations beside a verb of saying → TF-IDF cosine over all pairs of claims of
different documents, and of documents → DuckDB; one process, nothing kept between runs.
"""

import argparse
import re
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import polars as pl
import spacy
import trafilatura
from sklearn.feature_extraction.text import TfidfVectorizer
from spacy.tokens import Doc, Token

from pipeline.language.parser import packaged_model

CUT = 0.7
BLOCK = 1_000
QUOTE = re.compile(r"[“\"]([^”\"]{10,})[”\"]")
SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
OBJECTS = {"dobj", "attr", "dative", "pobj", "xcomp", "ccomp"}


def read(folder: Path) -> list[tuple[str, str]]:
    """Name and text of every text file and page."""
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".txt", ".html", ".htm")):
        raw = path.read_text("utf-8", "replace")
        found.append((path.name, raw if path.suffix == ".txt" else trafilatura.extract(raw) or ""))
    return found


def expand(token: Token) -> str:
    """The phrase below a token."""
    return " ".join(word.text for word in token.subtree)


def triples(doc: Doc) -> list[dict[str, Any]]:
    """Subject, verb, object of every verb that has them."""
    rows = []
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        subjects = [kid for kid in verb.children if kid.dep_ in SUBJECTS]
        objects = [kid for kid in verb.children if kid.dep_ in OBJECTS]
        rows += [
            {
                "text": verb.sent.text,
                "start": verb.sent.start_char,
                "subject": expand(subject),
                "predicate": verb.lemma_,
                "object": expand(thing),
                "entities": ", ".join(e.text for e in verb.sent.ents),
            }
            for subject in subjects
            for thing in objects
        ]
    return rows


def quotations(doc: Doc) -> list[dict[str, Any]]:
    """Quoted passages with the sentence's subject as their speaker."""
    rows = []
    for found in QUOTE.finditer(doc.text):
        span = doc.char_span(*found.span(), alignment_mode="expand")
        speaker = next(
            (w for w in span.sent if w.dep_ == "nsubj" and w.head.lemma_ in ("say", "tell")), None
        )
        rows.append(
            {
                "text": found[1],
                "start": found.start(1),
                "subject": expand(speaker) if speaker else None,
                "predicate": "say",
                "object": None,
                "entities": None,
            }
        )
    return rows


def similar_pairs(texts: list[str], owners: list[int]) -> pl.DataFrame:
    """Every pair of different owners whose TF-IDF cosine reaches the cut, block by block."""
    vectorizer = TfidfVectorizer(stop_words="english", sublinear_tf=True, dtype=np.float32)
    matrix = vectorizer.fit_transform(texts)
    rows: list[tuple[int, int, float]] = []
    for first in range(0, len(texts), BLOCK):
        block = (matrix[first : first + BLOCK] @ matrix[first:].T).tocoo()
        kept = block.data >= CUT
        for i, j, score in zip(
            block.row[kept].tolist(),
            block.col[kept].tolist(),
            block.data[kept].tolist(),
            strict=True,
        ):
            if i < j and owners[first + i] != owners[first + j]:
                rows.append((first + i, first + j, score))
    return pl.DataFrame(rows, schema=["a", "b", "score"], orient="row")


def main() -> None:
    """Do it all and store it."""
    parser = argparse.ArgumentParser(description="The afternoon stack.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("database", type=Path)
    asked = parser.parse_args()
    model = spacy.load(packaged_model())
    documents = read(asked.folder)
    sentences: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    for number, doc in enumerate(model.pipe(text for _, text in documents)):
        sentences += [
            {"document": number, "start": s.start_char, "text": s.text} for s in doc.sents
        ]
        claims += [{"document": number, **claim} for claim in (*triples(doc), *quotations(doc))]
    distinct = pl.DataFrame(claims, infer_schema_length=None).unique(
        ["document", "start", "text"], maintain_order=True
    )
    tables = {
        "documents": pl.DataFrame(documents, schema=["path", "text"], orient="row"),
        "sentences": pl.DataFrame(sentences),
        "claims": pl.DataFrame(claims, infer_schema_length=None),
        "claim_pairs": similar_pairs(distinct["text"].to_list(), distinct["document"].to_list()),
        "document_pairs": similar_pairs(
            [text for _, text in documents], list(range(len(documents)))
        ),
    }
    asked.database.unlink(missing_ok=True)
    with duckdb.connect(str(asked.database)) as connection:
        for name, frame in tables.items():
            connection.register("frame", frame.to_arrow())
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM frame")
    print(f"{len(documents)} documents, {len(claims)} claims, {tables['claim_pairs'].height} pairs")


if __name__ == "__main__":
    main()
