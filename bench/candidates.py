"""Candidates against TF-IDF over all pairs: CPU, recall, growth.

    python -m bench.candidates [--claims 20000 50000] [--repeats 3] [--corpus FOLDER]

Both are given the same claims. TF-IDF (scikit-learn, English stop words, sublinear counts) finds the pairs
of different documents whose cosine reaches 0.7, block by block; recall is the share of those pairs
that `find_candidates` finds too, its own wider reach inside stories left in. Claims are made by a seeded
generator, or are the sentences of the .txt files of a folder.
"""

import argparse
import math
import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from sklearn.feature_extraction.text import TfidfVectorizer

from pipeline.comparing import rarity
from pipeline.comparing.candidates import find_candidates
from pipeline.comparing.stories import group_stories
from pipeline.warehouse import empty_frame

CUT = 0.7
BLOCK = 1_000
RECALL_ON = 20_000
CLAIMS_A_DOCUMENT = 40
DOCUMENTS_A_STORY = 6
NAMES_A_STORY = 30
FACTS_A_STORY = 8
LETTERS = "aeiouklmnrstv"
Tables = dict[str, pl.DataFrame]
Keys = set[tuple[str, str]]


def generated(count: int, seed: int = 7) -> Tables:
    """Claims of documents of stories: each has names of its own, and facts that all its documents report.

    Common words follow Zipf's law; every story brings new names, so that the vocabulary grows as that
    of news does.
    """
    random = np.random.default_rng(seed)
    common = rarity._COMMON_WORDS.read_text(encoding="ascii").split()
    cumulated = np.cumsum(1.0 / (np.arange(len(common)) + 3.0))

    def words(size: int) -> list[str]:
        drawn = np.searchsorted(cumulated, random.random(size) * cumulated[-1])
        return [common[place] for place in drawn.tolist()]

    rows: list[tuple[str, str, str]] = []
    story = 0
    while len(rows) < count:
        letters = random.integers(0, len(LETTERS), (NAMES_A_STORY, 7)).tolist()
        names = ["".join(LETTERS[letter] for letter in name) for name in letters]

        def fact(names: list[str] = names) -> list[str]:
            named = random.integers(0, NAMES_A_STORY, random.integers(0, 3)).tolist()
            return [*words(int(random.integers(12, 28))), *(names[one] for one in named)]

        shared = [fact() for _ in range(FACTS_A_STORY)]
        for member in range(DOCUMENTS_A_STORY):
            told = [reported(each, words(9), random) for each in shared]
            told += [" ".join(fact()) for _ in range(CLAIMS_A_DOCUMENT - FACTS_A_STORY)]
            rows += [(f"d{story}-{member}", f"s{story}", text) for text in told]
        story += 1
    return tables(rows[:count])


def reported(fact: list[str], others: list[str], random: np.random.Generator) -> str:
    """A fact as one outlet words it: in a third of claims word for word, else up to nine words new."""
    told = list(fact)
    changed = random.integers(0, len(told), len(others)).tolist()
    if random.random() > 1 / 3:
        for place, word in zip(changed[: random.integers(1, len(others))], others, strict=False):
            told[place] = word
    return " ".join(told)


def from_folder(folder: Path, count: int) -> Tables:
    """The first `count` sentences of the text files of a folder, and the stories of the files."""
    files = sorted(folder.rglob("*.txt"))
    texts = {
        file.relative_to(folder).as_posix(): file.read_text("utf-8", "replace") for file in files
    }
    rows = [
        (name, name, sentence)
        for name, text in texts.items()
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", text)
        if 40 <= len(sentence) <= 400
    ][:count]
    made = tables(rows)
    used = made["documents"].with_columns(
        pl.col("document_id").replace_strict(texts).alias("text"),
        pl.lit(None, pl.String).alias("title"),
        *(
            pl.lit(None, pl.Datetime("us")).alias(name)
            for name in ("published_at", "published_earliest", "published_latest")
        ),
    )
    return {**made, "document_stories": group_stories(used, empty_frame("sentences"))[1]}


def tables(rows: list[tuple[str, str, str]]) -> Tables:
    """The tables that the stage reads, from (document, story, text)."""
    frame = pl.DataFrame(rows, ["document_id", "story_id", "standalone_text"], orient="row")
    claims = frame.drop("story_id").with_columns(
        pl.format("c{}", pl.int_range(pl.len()).cast(pl.String).str.zfill(8)).alias("claim_id"),
        sentence_id=pl.int_range(pl.len()).cast(pl.String),
        check_worthiness=pl.lit(1.0),
        speaker=pl.lit(None, pl.String),
        event_start=pl.lit(None, pl.Date),
    )
    stories = frame.select("document_id", "story_id").unique().sort("document_id")
    return {
        "claims": pl.concat([empty_frame("claims"), claims], how="diagonal"),
        "quantities": empty_frame("quantities"),
        "entities": empty_frame("entities"),
        "documents": stories.select("document_id"),
        "document_stories": stories,
    }


def ours(made: Tables) -> pl.DataFrame:
    """The pairs that the stage finds."""
    return find_candidates(**made, new=set(made["documents"]["document_id"]))


def all_pairs(made: Tables) -> Keys:
    """The pairs of different documents whose TF-IDF cosine reaches the cut."""
    claims = made["claims"]
    ids = claims["claim_id"].to_list()
    owner = claims["document_id"].rank("dense").to_numpy()
    vectorizer = TfidfVectorizer(stop_words="english", sublinear_tf=True, dtype=np.float32)
    matrix = vectorizer.fit_transform(claims["standalone_text"].to_list())
    found: Keys = set()
    for first in range(0, len(ids), BLOCK):
        products = (matrix[first : first + BLOCK] @ matrix[first:].T).tocoo()
        a, b = products.row + first, products.col + first
        kept = (products.data >= CUT) & (a < b) & (owner[a] != owner[b])
        found |= {(ids[x], ids[y]) for x, y in zip(a[kept].tolist(), b[kept].tolist(), strict=True)}
    return found


def cpu_seconds(work: Callable[[Tables], Any], made: Tables, repeats: int) -> float:
    """The median CPU time of several runs."""
    times = []
    for _ in range(repeats):
        started = time.process_time()
        work(made)
        times.append(time.process_time() - started)
    return statistics.median(times)


def exponent(sizes: list[int], seconds: list[float]) -> float:
    """How CPU grows with the number of claims, from the first size to the last."""
    return math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--claims", type=int, nargs="+", default=[20_000, 50_000])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--corpus", type=Path)
    asked = parser.parse_args()

    def make(count: int) -> Tables:
        return from_folder(asked.corpus, count) if asked.corpus else generated(count)

    small = make(RECALL_ON)
    wanted = all_pairs(small)
    pairs = ours(small)
    found = set(zip(pairs["claim_a"], pairs["claim_b"], strict=True))
    recall = len(wanted & found) / len(wanted) if wanted else 1.0
    print(f"recall of {len(wanted):,} pairs among {RECALL_ON:,} claims: {recall:.4f}")
    print(f"{'claims':>10} {'pairs':>10} {'ours, CPU s':>12} {'all pairs':>10} {'ratio':>6}")
    seconds: list[tuple[float, float]] = []
    for count in asked.claims:
        made = make(count)
        mine, theirs = (cpu_seconds(work, made, asked.repeats) for work in (ours, all_pairs))
        seconds.append((mine, theirs))
        found_here = ours(made).height
        print(f"{count:>10,} {found_here:>10,} {mine:>12.2f} {theirs:>10.2f} {mine / theirs:>6.2f}")
    if len(asked.claims) > 1:
        mine, theirs = (exponent(asked.claims, list(times)) for times in zip(*seconds, strict=True))
        print(f"exponent of growth: ours {mine:.2f}, all pairs {theirs:.2f}")


if __name__ == "__main__":
    main()
