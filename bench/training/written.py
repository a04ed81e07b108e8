"""Read the written pairs and make more of them: which texts say the same, which contradict.

A bundle (`pairs/*.txt`) starts with a line '= text'. Each further line is 's' (says the same), 'e'
(follows from it), 'c' (contradicts it) or 'n' (neither). A story (`stories/*.txt`) is a list of
sentences of one affair, no two of which say the same or contradict each other. All of it was written
for this project.
"""

import random
import re
from collections.abc import Collection, Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
SAME, CONTRADICTS, NEITHER = 0, 1, 2
Pair = tuple[str, str, int, str]
NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
PADDED_SHARE = 0.5
LOWERED = {
    "The",
    "A",
    "An",
    "There",
    "It",
    "He",
    "She",
    "They",
    "No",
    "Two",
    "Three",
    "Some",
    "About",
}
STORY_PAIRS = 150  # of each story, drawn at random


def bundles(files: Collection[str] = ()) -> Iterator[tuple[str, str, dict[str, list[str]]]]:
    """The file's name, the first text and the others by their letter, of each bundle of these files, or of all."""
    for file in sorted((FOLDER / "pairs").glob("*.txt")):
        if files and file.stem not in files:
            continue
        base, others = "", {}
        for line in [*file.read_text(encoding="utf-8").splitlines(), "= "]:
            if line.startswith("= "):
                if base:
                    yield file.stem, base, others
                base, others = line[2:], {}
            elif line.strip():
                others.setdefault(line[0], []).append(line[2:])


def written_pairs(files: Collection[str] = ()) -> list[Pair]:
    """All pairs of these files whose label is known, each with the name of what it comes from."""
    rng = random.Random(1)
    pairs = []
    listed = list(bundles(files))
    for name, base, others in listed:
        same, less = others.get("s", []), others.get("e", [])
        against, neither = others.get("c", []), others.get("n", [])
        pairs += [(base, t, SAME, name) for t in same + less]
        pairs += [(base, t, CONTRADICTS, name) for t in against]
        pairs += [(base, t, NEITHER, name) for t in neither]
        pairs += [(a, b, SAME, name) for i, a in enumerate(same) for b in same[:i]]
        pairs += [(a, b, NEITHER, name) for i, a in enumerate(less) for b in less[:i]]
        pairs += [(a, b, CONTRADICTS, name) for a in same for b in against]
        pairs += [(a, b, NEITHER, name) for a in same + less for b in neither]
    padded_pairs = padded(pairs, rng)
    return pairs + padded_pairs + unrelated(listed, rng) + renamed(listed, rng) + of_stories(rng)


def story_lines() -> list[list[str]]:
    """The sentences of each story."""
    return [
        file.read_text(encoding="utf-8").splitlines()
        for file in sorted((FOLDER / "stories").glob("*.txt"))
    ]


def padded(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """Pairs of which one text stands in a longer sentence beside something else; the label holds."""
    fillers = [line for lines in story_lines() for line in lines]
    longer = []
    for a, b, label, name in pairs:
        if name not in ("news", "plain", "encyclopaedic") or rng.random() > PADDED_SHARE:
            continue
        one, other = (a, b) if rng.random() < 0.5 else (b, a)
        longer.append((joined(one, rng.choice(fillers), rng), other, label, "padded"))
    return longer


def joined(a: str, b: str, rng: random.Random) -> str:
    """One sentence that says both."""
    first, second = (a, b) if rng.random() < 0.5 else (b, a)
    link = rng.choice([", and ", ", while ", "; ", ", but ", ", as "])
    first = first.rstrip(".")
    if second.split(" ")[0] in LOWERED:
        second = second[0].lower() + second[1:]
    return first + link + second


def unrelated(listed: list, rng: random.Random) -> list[Pair]:
    """Texts of two bundles of one file."""
    pairs = []
    for name, base, others in listed:
        for _ in range(3):
            other_name, other, more = rng.choice(listed)
            if name == other_name and base != other:
                texts = [other, *(t for said in more.values() for t in said)]
                pairs.append((base, rng.choice(texts), NEITHER, name))
                pairs.append((rng.choice([base, *others.get("s", [])]), other, NEITHER, name))
    return pairs


def renamed(listed: list, rng: random.Random) -> list[Pair]:
    """Texts of two bundles, the second told of the first one's name."""
    named = [(base, others, NAME.search(base)) for name, base, others in listed if "e" in others]
    named = [(base, others, found.group()) for base, others, found in named if found]
    pairs = []
    for base, others, own in named:
        for _ in range(4):
            _, more, other = rng.choice(named)
            if other == own:
                continue
            told = [t for said in more.values() for t in said if other in t]
            if told:
                text = rng.choice(told).replace(other, own)
                pairs.append((base, text, NEITHER, "renamed"))
                pairs.append(
                    (rng.choice(others["e"] + others.get("c", [])), text, NEITHER, "renamed")
                )
    return pairs


def of_stories(rng: random.Random) -> list[Pair]:
    """Pairs of sentences of one story, some made of two; and of each with itself."""
    pairs = []
    for lines in story_lines():
        every = [(a, b) for i, a in enumerate(lines) for b in lines[:i]]
        pairs += [
            (a, b, NEITHER, "stories") for a, b in rng.sample(every, min(STORY_PAIRS, len(every)))
        ]
        pairs += [(a, a, SAME, "copies") for a in lines]
        for _ in range(STORY_PAIRS):
            a, b, c, d = rng.sample(lines, 4)
            pairs.append((joined(a, b, rng), rng.choice([c, joined(c, d, rng)]), NEITHER, "long"))
        for _ in range(STORY_PAIRS // 3):
            a, b, c = rng.sample(lines, 3)
            pairs.append((joined(a, b, rng), a, SAME, "parts"))
            pairs.append((joined(a, b, rng), joined(a, c, rng), NEITHER, "halves"))
    return pairs
