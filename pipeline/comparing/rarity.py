"""How much a word tells: near 0 for words that stand everywhere, 1 for rare ones.

Belongs here: the weight of a word by itself, and which forms count as one word. Does not belong here:
any count over the documents at hand; a weight that depended on them would let a new document change
what two old ones have in common.

`common_words.txt` holds the 8,000 most frequent English words, most frequent first: the alphabetic
whole words of the vocabulary of BERT (Devlin et al. 2019, google-research/bert, Apache-2.0), whose
entries stand in the order of their frequency. By Zipf's law the inverse document frequency of a word
is close to linear in the logarithm of its rank; over news sentences it was so from rank 10 on.
"""

import math
from functools import cache
from pathlib import Path

from pipeline.cleaning.words import word_set

_COMMON_WORDS = Path(__file__).with_name("common_words.txt")
_RANK_OFFSET = 3.0  # the bend of the Zipf-Mandelbrot law, as for English news

FUNCTION_WORDS = word_set(
    """
    a about above across after again against ago all almost along already also although always am among
    an and another any anyone anything are aren around as at away be became because become been before
    behind being below between both but by came can cannot come could couldn d did didn do does doesn
    doing don done down due during each either else enough etc even ever every everyone everything far
    few for from further get gets getting give go goes going gone got had hadn has hasn have haven having
    he her here hers herself him himself his how however i if in indeed instead into is isn it its itself
    just keep l least less let like ll m made make makes many may maybe me meanwhile might mine more
    moreover most mostly much must my myself near neither never nevertheless no nobody none nor not
    nothing now o of off often on once one only onto or other others otherwise our ours ourselves out
    over own per perhaps please put quite rather re really s said same say says see seem seemed seems
    several shall she should shouldn since so some someone something sometimes still such t take than
    that the their theirs them themselves then there therefore these they thing things this those though
    through throughout thus to together too took toward towards told tell tells u under until unless up
    upon us use used using ve very via was wasn we well went were weren what whatever when where whether
    which while who whoever whole whom whose why will with within without won would wouldn yet you your
    yours yourself
    """
)
_NUMBER_RARITY = 0.8  # as telling as the 1,500th word: many sentences hold one, few the same


@cache
def _words() -> dict[str, int]:
    words = _COMMON_WORDS.read_text(encoding="ascii").split()
    return {word: rank for rank, word in enumerate(words)}


def rank_of(word: str) -> int | None:
    """The place of a lower-case word among the common ones, 0 the most common; None where it is rare."""
    return _words().get(word)


@cache
def _ranks() -> dict[str, int]:
    """The rank of each stem: that of its most common form."""
    ranks: dict[str, int] = {}
    for word, rank in _words().items():
        if word not in FUNCTION_WORDS:
            ranks.setdefault(stem(word), rank)
    return ranks


@cache
def _last_rank() -> int:
    return max(_ranks().values()) + 1


def rarity(word_stem: str) -> float:
    """The weight 0..1 of a stem or number; 0 for single letters."""
    if word_stem[0].isdigit():
        return _NUMBER_RARITY
    if len(word_stem) == 1:
        return 0.0
    rank = _ranks().get(word_stem, _last_rank())
    return math.log1p(rank / _RANK_OFFSET) / math.log1p(_last_rank() / _RANK_OFFSET)


def stem(word: str) -> str:
    """The form that inflections of a lower-case word share; roughly: 'strikes', 'killed' -> 'strik', 'kill'.

    The plural rules are Harman's S-stemmer (1991), the others cut -ed, -ing and a final -e.
    """
    if len(word) < 4 or not word.isalpha():
        return word
    word = _singular(word)
    for ending in ("ing", "ed"):
        cut = word.removesuffix(ending)
        if cut != word and len(cut) >= 3 and any(letter in "aeiouy" for letter in cut):
            word = cut[:-1] if cut[-1] == cut[-2] and cut[-1] not in "lsz" else cut
            break
    return word.removesuffix("e") if len(word) > 4 else word


def _singular(word: str) -> str:
    if word.endswith("ies") and word[-4] not in "ae":
        return word[:-3] + "y"
    if word.endswith("es") and word[-3] not in "aeo":
        return word[:-1]
    if word.endswith("s") and word[-2] not in "ius":
        return word[:-1]
    return word
