"""Forms of English verbs, for a participle that becomes a sentence of its own.

Belongs here: 'killing' to 'killed' or 'kills'. Does not belong here: which form is wanted.
"""

from functools import lru_cache

from pipeline.cleaning.words import word_list, word_set

_IRREGULAR = word_list(
    "arise:arose awake:awoke bear:bore beat:beat become:became begin:began bend:bent bet:bet bid:bid bind:bound "
    "bite:bit bleed:bled blow:blew break:broke breed:bred bring:brought build:built burst:burst buy:bought "
    "cast:cast catch:caught choose:chose cling:clung come:came cost:cost cut:cut deal:dealt dig:dug do:did "
    "draw:drew drink:drank drive:drove eat:ate fall:fell feed:fed feel:felt fight:fought find:found flee:fled "
    "fling:flung fly:flew forbid:forbade forget:forgot forgive:forgave freeze:froze get:got give:gave go:went "
    "grind:ground grow:grew hang:hung have:had hear:heard hide:hid hit:hit hold:held hurt:hurt keep:kept "
    "know:knew lay:laid lead:led leave:left lend:lent let:let lie:lay light:lit lose:lost make:made mean:meant "
    "meet:met outdo:outdid overcome:overcame overthrow:overthrew overtake:overtook pay:paid put:put quit:quit "
    "read:read rebuild:rebuilt repay:repaid rid:rid ride:rode ring:rang rise:rose run:ran say:said see:saw "
    "seek:sought sell:sold send:sent set:set shake:shook shed:shed shine:shone shoot:shot show:showed shrink:shrank "
    "shut:shut sing:sang sink:sank sit:sat sleep:slept slide:slid speak:spoke spend:spent spin:spun split:split "
    "spread:spread spring:sprang stand:stood steal:stole stick:stuck strike:struck strive:strove swear:swore "
    "sweep:swept swim:swam swing:swung take:took teach:taught tear:tore tell:told think:thought throw:threw "
    "thrust:thrust undergo:underwent understand:understood undertake:undertook uphold:upheld upset:upset "
    "wake:woke wear:wore weave:wove win:won wind:wound withdraw:withdrew withhold:withheld withstand:withstood "
    "write:wrote"
)
_PAST = dict(pair.split(":") for pair in _IRREGULAR)
_DOUBLING = word_set(
    "admit ban bar beg chat commit compel control cram deter drop equip flag grab grip hop incur infer "
    "jam jog kidnap knit log mar nod occur omit patrol permit pin plan plot plug pop prefer propel rebel "
    "refer regret rip rob rub scan scrap ship shop shrug skip slam slap slip snap span spot stab stem "
    "step stir stop strip submit swap tap top transfer transmit trap trim tug wrap expel dispel dub net "
    "strap ram rig "
)
_VOWELS = "aeiou"


@lru_cache(maxsize=4096)
def past_of(lemma: str) -> str:
    """The simple past: 'killed' of 'kill', 'sent' of 'send'."""
    if lemma in _PAST:
        return _PAST[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    if lemma in _DOUBLING:
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


@lru_cache(maxsize=4096)
def present_of(lemma: str, is_plural: bool) -> str:
    """The present of the third person: 'kills', 'kill'."""
    if is_plural:
        return lemma
    if lemma in ("have", "do", "go"):
        return {"have": "has", "do": "does", "go": "goes"}[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"
