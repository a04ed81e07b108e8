"""Read the written pairs and make more of them: which texts say the same, which contradict.

A bundle starts with a line '= text'. Each further line is 's' (says the same), 'e' (follows from it),
'c' (contradicts it) or 'n' (neither). All texts were written for this project.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).with_name("pairs")
SAME, CONTRADICTS, NEITHER = 0, 1, 2
Pair = tuple[str, str, int, str]


def bundles() -> Iterator[tuple[str, str, dict[str, list[str]]]]:
    """The file's name, the first text and the others by their letter, of each bundle."""
    for file in sorted(FOLDER.glob("*.txt")):
        base, others = "", {}
        for line in [*file.read_text(encoding="utf-8").splitlines(), "= "]:
            if line.startswith("= "):
                if base:
                    yield file.stem, base, others
                base, others = line[2:], {}
            elif line.strip():
                others.setdefault(line[0], []).append(line[2:])


def written_pairs() -> list[Pair]:
    """All pairs within bundles whose label is known, and as many of unrelated bundles."""
    pairs, texts = [], []
    for name, base, others in bundles():
        same, less = others.get("s", []), others.get("e", [])
        against, neither = others.get("c", []), others.get("n", [])
        texts.append((name, base, same + less))
        pairs += [(base, t, SAME, name) for t in same + less]
        pairs += [(base, t, CONTRADICTS, name) for t in against]
        pairs += [(base, t, NEITHER, name) for t in neither]
        pairs += [(a, b, SAME, name) for i, a in enumerate(same) for b in same[:i]]
        pairs += [(a, b, NEITHER, name) for i, a in enumerate(less) for b in less[:i]]
        pairs += [(a, b, CONTRADICTS, name) for a in same for b in against]
        pairs += [(a, b, NEITHER, name) for a in same + less for b in neither]
    rng = random.Random(1)
    for name, base, said in texts:
        for _ in range(3):
            other_name, other, other_said = rng.choice(texts)
            if other != base and name == other_name:
                pairs.append((base, rng.choice([other, *other_said]), NEITHER, name))
                if said:
                    pairs.append((rng.choice(said), other, NEITHER, name))
    return pairs
