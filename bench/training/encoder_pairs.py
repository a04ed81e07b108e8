"""The pairs that the encoder learns from, drawn from the written ones.

Each base text with each of its others; a share of the pairs that follow from these; some that
`written.py` makes; and of each text the likest text of another bundle, which says something else.
"""

import random
import re
from collections import Counter, defaultdict

from written import CONTRADICTS, NEITHER, SAME, Pair, bundles, written_pairs

# Files that the encoder did not learn from: some to measure it on, the others were written when it had begun.
HELD_BACK = (
    *("w1_nature", "w1_short", "w2_agency6", "w2_rumours5", "w3_wire3", "w3_answers3"),
    *("w1_again", "w1_known", "w1_more", "w1_screen", "w1_turns", "w2_agency7", "w2_agency8"),
    *("w2_agency9", "w2_rumours8", "w3_affairs4", "w3_affairs5", "w3_affairs6", "w3_answers4"),
    *("w3_wire5", "w3_wire6"),
)
CROSS = 0.25  # of the pairs that follow from a bundle, so many are taken
MADE = {"stories": 0.4, "long": 0.2, "parts": 0.5, "halves": 0.3, "copies": 0.5, "renamed": 0.03}
FURTHER = 4  # bundles that stand this near in a file may be of one thing
WORD = re.compile(r"\w+")


def encoder_pairs(seed: int = 0) -> list[Pair]:
    """Pairs with their labels; the same for the same files and seed."""
    rng = random.Random(seed)
    listed = [found for found in bundles() if found[0] not in HELD_BACK]
    pairs: list[Pair] = []
    for name, base, others in listed:
        same, less, against, neither = (others.get(letter, []) for letter in "secn")
        pairs += [(base, t, SAME, name) for t in same + less]
        pairs += [(base, t, CONTRADICTS, name) for t in against]
        pairs += [(base, t, NEITHER, name) for t in neither]
        follow = [(a, b, SAME, name) for i, a in enumerate(same) for b in same[:i]]
        follow += [(a, b, CONTRADICTS, name) for a in same for b in against]
        follow += [(a, b, NEITHER, name) for a in same + less for b in neither]
        pairs += [pair for pair in follow if rng.random() < CROSS]
    pairs += [p for p in written_pairs() if p[3] in MADE and rng.random() < MADE[p[3]]]
    return pairs + likest(listed, rng)


def likest(listed: list, rng: random.Random) -> list[Pair]:
    """Base texts with the text of another bundle that shares most of their words."""
    texts = [
        (place, text)
        for place, (_, base, others) in enumerate(listed)
        for text in [base, *others.get("s", [])]
    ]
    words = [set(WORD.findall(text.lower())) for _, text in texts]
    known = Counter(word for found in words for word in found)
    having = defaultdict(list)
    for row, found in enumerate(words):
        for word in found:
            if known[word] <= 60:
                having[word].append(row)
    pairs = []
    for place, text in rng.sample(texts, min(1600, len(texts))):
        score: Counter[int] = Counter()
        for word in sorted(set(WORD.findall(text.lower()))):
            for row in having.get(word, ()):
                if abs(texts[row][0] - place) >= FURTHER:
                    score[row] += 1
        if score:
            pairs.append((text, texts[score.most_common(1)[0][0]][1], NEITHER, "likest"))
    return pairs
