"""The floor under claim extraction: spaCy's tree over the distinct sentences of a published database.

    python -m bench.bare_parse DATABASE

tok2vec, tagger and parser only, sentences sorted by length, one process.
"""

import argparse
from pathlib import Path

import spacy

from pipeline.language.parser import packaged_model
from pipeline.warehouse import read_published


def main() -> None:
    """Parse every distinct sentence once."""
    parser = argparse.ArgumentParser(description="The bare tree parse.")
    parser.add_argument("database", type=Path)
    asked = parser.parse_args()
    with read_published(asked.database) as warehouse:
        texts = [text for (text,) in warehouse.rows("SELECT DISTINCT text FROM sentences")]
    texts = sorted((t for t in texts if len(t) <= 2_000), key=lambda text: (len(text), text))
    model = spacy.load(packaged_model(), exclude=["ner", "attribute_ruler", "lemmatizer"])
    tokens = sum(len(doc) for doc in model.pipe(texts, batch_size=256))
    print(f"{len(texts)} sentences, {tokens} tokens")


if __name__ == "__main__":
    main()
