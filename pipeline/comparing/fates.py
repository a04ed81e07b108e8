"""What a number counts, told alike in whatever words: the dead, the missing, the displaced, the ill.

Belongs here: names for what befell the people that a number counts. Does not belong here: comparing
numbers.

'14 people killed', 'a toll of 14' and 'twelve residents dead' count one thing under three nouns; news
of every disaster, war and epidemic turns on these few fates, and on telling them apart.
"""

import polars as pl

from pipeline.cleaning.words import word_set

PEOPLE = word_set(
    "person people human man woman child civilian resident inhabitant villager islander citizen local "
    "survivor victim casualty worker soldier fighter protester demonstrator migrant refugee passenger "
    "student pupil patient family household other them"
)
REACH = 60  # letters on either side of the number that tell what befell those counted
# Of several the first; a word behind the number counts before one ahead of it.
FATES = (
    ("dead", r"\b(?:kill\w*|dead|deaths?|die[ds]?|dying|fatal\w*|perish\w*|drown\w*|slain|executed"
             r"|passed away|lost (?:their|his|her) li(?:fe|ves)|death toll|toll|bod(?:y|ies))\b"),
    ("missing", r"\b(?:missing|unaccounted)\b"),
    ("hurt", r"\b(?:injur\w*|wounded|hurt|hospitali[sz]ed)\b"),
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
    counted = (
        pl.when(may_be_people)
        .then(pl.coalesce(_fate(), named, noun))
        .otherwise(pl.coalesce(named, noun))
    )
    return placed.with_columns(counted=counted).drop("claim", "claim_start")


def _fate() -> pl.Expr:
    """What befell those counted, by the words around the number; NULL where none tells."""
    text = pl.col("claim").str.to_lowercase()
    start = (pl.col("start_char") - pl.col("claim_start")).clip(lower_bound=0)
    end = (pl.col("end_char") - pl.col("claim_start")).clip(lower_bound=0)
    first = pl.max_horizontal(start - REACH, pl.lit(0))
    behind, ahead = text.str.slice(end, REACH), text.str.slice(first, start - first)
    return pl.coalesce(
        pl.when(near.str.contains(pattern)).then(pl.lit(name))
        for near in (behind, ahead)
        for name, pattern in FATES
    )
