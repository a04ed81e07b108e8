"""What a number counts, told alike in whatever words: the dead, the missing, the displaced, the ill.

Belongs here: names for what befell the people that a number counts. Does not belong here: comparing
numbers.

'14 people killed', 'a toll of 14' and 'twelve residents dead' count one thing under three nouns; news
of every disaster, war and epidemic turns on these few fates, and on telling them apart.
"""

import re
from functools import lru_cache

import polars as pl

from pipeline.cleaning.words import word_set

PEOPLE = word_set(
    "person people human man woman child civilian resident inhabitant villager islander citizen local "
    "survivor victim casualty worker soldier fighter protester demonstrator migrant refugee passenger "
    "student pupil patient family household other them"
)
FATES = (
    ("dead", r"\b(?:kill\w*|dead|deaths?|die[ds]?|dying|fatal\w*|perish\w*|drown\w*|slain|executed"
             r"|passed away|lost (?:their|his|her) li(?:fe|ves)|death toll|toll|bod(?:y|ies))\b"),
    ("missing", r"\b(?:missing|unaccounted)\b"),
    ("hurt", r"\b(?:injur\w*|wound\w*|hurt|hospitali[sz]ed)\b"),
    ("displaced", r"\b(?:displac\w*|evacuat\w*|homeless|fled|flee\w*|left (?:their|her|his) homes?"
                  r"|(?:moved|brought|taken) (?:out|away|to (?:safety|shelters?|schools?|camps?)))"),
    ("held", r"\b(?:arrest\w*|detain\w*|jailed|imprisoned|in custody)\b"),
    ("ill", r"\b(?:sicken\w*|infect\w*|fall(?:en)? ill|fell ill|caught|contracted|cases?|sick|ill)\b"),
)  # fmt: skip
NAMED = {
    "death": "dead", "dead": "dead", "fatality": "dead", "toll": "dead", "body": "dead",
    "killing": "dead", "injury": "hurt", "arrest": "held", "detention": "held",
    "infection": "ill", "case": "ill", "patient": "ill",
}  # fmt: skip
ANY_FATE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in FATES))
AHEAD = 130  # letters ahead of a number: 'the number known to have died since … has risen to'
BEHIND = 60
# What may stand between a verb and the number of those whom it befell.
BETWEEN = re.compile(
    r"^[\s“\"']*(?:(?:at least|no (?:fewer|less) than|more than|fewer than|less than|up to|as many as|an estimated"
    r"|some|about|around|nearly|almost|over|roughly|approximately|another|the|of|to|up|rose|\w+ly)\W+)*$"
)
CLAUSE_END = re.compile(r"[,;:.(]|\b(?:and|while|but|as|after|when|who|including)\b")


def counted_things(quantities: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """The quantities with `counted`: a fate of people, else the last word of what is measured.

    NULL where nothing tells what is counted. Rows keep their order.
    """
    placed = quantities.join(
        claims.select("claim_id", claim="text", claim_start="start_char"),
        on="claim_id",
        how="left",
        maintain_order="left",
    )
    noun = pl.col("measures").str.to_lowercase().str.split(" ").list.last()
    may_be_people = pl.col("unit").is_null() & (noun.is_null() | noun.is_in(sorted(PEOPLE)))
    named = noun.replace_strict(NAMED, default=None, return_dtype=pl.String)
    places = placed.select(
        "claim",
        (pl.col("start_char") - pl.col("claim_start")).fill_null(0).alias("start"),
        (pl.col("end_char") - pl.col("claim_start")).fill_null(0).alias("end"),
        may_be_people.fill_null(False).alias("may_be"),
    )
    fates = [
        fate_near(claim, max(start, 0), max(end, 0)) if may_be and claim is not None else None
        for claim, start, end, may_be in places.iter_rows()
    ]
    counted = (
        pl.when(may_be_people)
        .then(pl.coalesce(pl.Series("fate", fates, dtype=pl.String), named, noun))
        .otherwise(pl.coalesce(named, noun))
    )
    return placed.with_columns(counted=counted).drop("claim", "claim_start")


@lru_cache(maxsize=50_000)
def fate_near(claim: str, start: int, end: int) -> str | None:
    """What befell those that the number at `start` to `end` counts; None where no word tells.

    A verb right ahead of the number comes first ('killed 14 and wounded six'), then the words behind it up
    to the end of their clause, then the nearest word ahead, then what follows later.
    """
    text = claim.lower()
    ahead, behind = text[max(0, start - AHEAD) : start], text[end : end + BEHIND]
    before = list(ANY_FATE.finditer(ahead))
    if before and BETWEEN.match(ahead[before[-1].end() :]):
        return before[-1].lastgroup
    clause = CLAUSE_END.split(behind, maxsplit=1)[0]
    found = ANY_FATE.search(clause) or (before[-1] if before else ANY_FATE.search(behind))
    return found.lastgroup if found else None
