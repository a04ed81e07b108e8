"""Units of measure and money, by the spellings that news uses.

Belongs here: the table of spellings and finding one beside a number. Does not belong here: counted
things ('people', 'strikes'), which the sentence's tree tells.
"""

import re

WORDS = {
    "percent": "percent, per cent, percentage point, percentage, pct, pc, %",
    "basis point": "basis point, bps",
    "dollar": "dollar, US dollar, U.S. dollar, American dollar, buck",
    "australian dollar": "Australian dollar",
    "canadian dollar": "Canadian dollar",
    "new zealand dollar": "New Zealand dollar",
    "hong kong dollar": "Hong Kong dollar",
    "singapore dollar": "Singapore dollar",
    "taiwan dollar": "Taiwan dollar",
    "euro": "euro",
    "pound sterling": "pound sterling, pounds sterling, British pound, quid",
    "pence": "pence",
    "cent": "cent",
    "japanese yen": "Japanese yen, yen",
    "chinese yuan": "Chinese yuan, yuan, renminbi",
    "indian rupee": "Indian rupee, rupee",
    "russian ruble": "rouble, ruble, Russian ruble",
    "shekel": "Israeli shekel, shekel",
    "south african rand": "South African rand, rand",
    "south korean won": "South Korean won, won",
    "swiss franc": "Swiss franc, franc",
    "swedish krona": "Swedish krona, kronor",
    "danish krone": "Danish krone, Danish kroner",
    "norwegian krone": "Norwegian krone, Norwegian kroner",
    "turkish lira": "Turkish lira, lira",
    "brazilian real": "reais",
    "mexican peso": "Mexican peso",
    "peso": "peso",
    "ukrainian hryvnia": "hryvnia",
    "malaysian ringgit": "ringgit",
    "sen": "sen",
    "thai baht": "baht",
    "riyal": "riyal",
    "dinar": "dinar",
    "dirham": "dirham",
    "naira": "naira",
    "bitcoin": "bitcoin",
    "year": "year, yr",
    "month": "month",
    "week": "week, wk",
    "day": "day",
    "hour": "hour, hr",
    "minute": "minute, min",
    "second": "second, sec",
    "millisecond": "millisecond",
    "decade": "decade",
    "century": "century, centuries",
    "kilometre": "kilometre, kilometer",
    "metre": "metre, meter",
    "centimetre": "centimetre, centimeter",
    "millimetre": "millimetre, millimeter",
    "micrometre": "micrometre, micrometer, micron",
    "nanometre": "nanometre, nanometer",
    "mile": "mile",
    "nautical mile": "nautical mile",
    "foot": "foot, feet",
    "inch": "inch, inches",
    "yard": "yard",
    "light-year": "light-year, light year",
    "square kilometre": "square kilometre, square kilometer, sq km",
    "square metre": "square metre, square meter, sq metre, sq m",
    "square mile": "square mile, sq mile, sq mi",
    "square foot": "square foot, square feet, sq ft, sq feet",
    "cubic metre": "cubic metre, cubic meter",
    "cubic foot": "cubic foot, cubic feet",
    "acre": "acre",
    "hectare": "hectare",
    "litre": "litre, liter",
    "millilitre": "millilitre, milliliter",
    "gallon": "gallon",
    "pint": "pint",
    "quart": "quart",
    "barrel": "barrel",
    "gram": "gram, gramme",
    "kilogram": "kilogram, kilogramme, kilo",
    "milligram": "milligram",
    "microgram": "microgram",
    "tonne": "tonne, metric ton",
    "ton": "ton",
    "kiloton": "kiloton, kilotonne",
    "megaton": "megaton",
    "gigatonne": "gigaton, gigatonne",
    "pound": "pound",
    "ounce": "ounce",
    "carat": "carat",
    "stone": "stone",
    "mile per hour": "mph, m.p.h., mile per hour, mile an hour",
    "kilometre per hour": "km/h, km/hr, kmh, kph, kilometre per hour, kilometer per hour, kilometre an hour, kilometer an hour",
    "mile per gallon": "mpg",
    "knot": "knot",
    "revolution per minute": "rpm",
    "horsepower": "horsepower, bhp, brake horsepower",
    "watt": "watt",
    "kilowatt": "kilowatt",
    "megawatt": "megawatt",
    "gigawatt": "gigawatt",
    "terawatt": "terawatt",
    "kilowatt hour": "kilowatt hour, kilowatt-hour",
    "megawatt hour": "megawatt hour, megawatt-hour",
    "gigawatt hour": "gigawatt hour, gigawatt-hour",
    "terawatt hour": "terawatt hour, terawatt-hour",
    "volt": "volt",
    "ampere": "amp, ampere",
    "milliampere hour": "milliampere hour, milliamp hour",
    "joule": "joule",
    "calorie": "calorie",
    "hertz": "hertz",
    "kilohertz": "kilohertz",
    "megahertz": "megahertz",
    "gigahertz": "gigahertz",
    "bit": "bit",
    "byte": "byte",
    "kilobyte": "kilobyte",
    "megabyte": "megabyte",
    "gigabyte": "gigabyte, gig",
    "terabyte": "terabyte",
    "megapixel": "megapixel",
    "decibel": "decibel",
    "newton metre": "newton metre, newton meter",
    "pound foot": "lb-ft, lb ft, pound-feet of torque, pound feet of torque, pound-feet, pound-foot, foot-pound",
    "pascal": "pascal",
    "megapascal": "megapascal",
    "gigapascal": "gigapascal",
    "pound per square inch": "psi",
    "celsius": "degrees Celsius, degree Celsius, degrees centigrade, Celsius, centigrade, degrees C",
    "fahrenheit": "degrees Fahrenheit, degree Fahrenheit, Fahrenheit, degrees F",
    "kelvin": "kelvin",
    "degree": "degree",
    "part per million": "part per million, parts per million, ppm",
    "part per billion": "part per billion, parts per billion, ppb",
    "point per game": "ppg, points per game",
    "rebound per game": "rpg, rebounds per game",
    "assist per game": "apg, assists per game",
}
SYMBOLS = {
    "percent": "% pc pp",
    "basis point": "bp bps",
    "euro": "€",
    "pound sterling": "£",
    "cent": "¢ c",
    "point": "p",
    "kilometre": "km kms",
    "metre": "m",
    "centimetre": "cm",
    "millimetre": "mm",
    "micrometre": "μm µm um",
    "nanometre": "nm",
    "mile": "mi",
    "foot": "ft",
    "inch": "″ in.",
    "yard": "yd yds",
    "square kilometre": "km² km2 sqkm",
    "square metre": "m² m2 sqm",
    "square foot": "ft² ft2 sqft",
    "cubic metre": "m³ m3",
    "litre": "l L",
    "millilitre": "ml mL",
    "gram": "g",
    "kilogram": "kg kgs",
    "milligram": "mg",
    "microgram": "μg µg mcg",
    "tonne": "t",
    "kiloton": "kt",
    "megaton": "Mt",
    "pound": "lb lbs",
    "ounce": "oz",
    "horsepower": "hp HP",
    "watt": "W",
    "kilowatt": "kW",
    "megawatt": "MW",
    "gigawatt": "GW",
    "terawatt": "TW",
    "kilowatt hour": "kWh",
    "megawatt hour": "MWh",
    "gigawatt hour": "GWh",
    "terawatt hour": "TWh",
    "volt": "V",
    "farad": "F",
    "ampere": "A",
    "milliampere hour": "mAh",
    "hertz": "Hz",
    "kilohertz": "kHz KHz",
    "megahertz": "MHz",
    "gigahertz": "GHz",
    "kilobyte": "KB kB",
    "megabyte": "MB",
    "gigabyte": "GB",
    "terabyte": "TB",
    "bit": "b",
    "kilobit per second": "Kbps kbps",
    "megabit per second": "Mbps",
    "gigabit per second": "Gbps",
    "megapixel": "MP",
    "decibel": "dB",
    "newton metre": "Nm",
    "megapascal": "MPa",
    "gigapascal": "GPa",
    "celsius": "°C ºC",
    "fahrenheit": "°F ºF",
    "degree": "° º",
    "hour": "h hrs",
    "minute": "mins",
    "second": "s secs",
    "month": "mo",
    "generation": "G",
}
MONEY_BEFORE = {
    "dollar": "$ US$ $US USD U.S.$",
    "australian dollar": "A$ $A AU$ $AU AUD",
    "canadian dollar": "C$ CA$ $C CAD CDN$ Can$",
    "new zealand dollar": "NZ$ $NZ NZD",
    "hong kong dollar": "HK$ $HK HKD",
    "singapore dollar": "S$ SG$ SGD",
    "taiwan dollar": "NT$ TWD",
    "brazilian real": "R$ BRL",
    "mexican peso": "MX$ MXN",
    "euro": "€ EUR",
    "pound sterling": "£ GBP PS",
    "japanese yen": "¥ JP¥ JPY Y=",
    "chinese yuan": "CN¥ CNY RMB",
    "indian rupee": "₹ INR Rs Rs.",
    "russian ruble": "₽ RUB",
    "shekel": "₪ ILS NIS",
    "south african rand": "ZAR",
    "south korean won": "₩ KRW",
    "swiss franc": "CHF",
    "swedish krona": "SEK",
    "norwegian krone": "NOK",
    "danish krone": "DKK",
    "turkish lira": "₺ TRY",
    "malaysian ringgit": "RM MYR",
    "ukrainian hryvnia": "₴ UAH",
    "nigerian naira": "₦ NGN",
    "thai baht": "฿ THB",
    "bitcoin": "₿ BTC",
}
PER = {
    "year": "year, annum, annually",
    "month": "month",
    "week": "week",
    "day": "day",
    "night": "night",
    "hour": "hour",
    "minute": "minute",
    "second": "second",
    "barrel": "barrel",
    "ounce": "ounce",
    "pound": "pound",
    "gallon": "gallon",
    "litre": "litre, liter",
    "ton": "ton",
    "tonne": "tonne",
    "kilogram": "kilogram, kilo",
    "share": "share",
    "person": "person",
    "head": "head",
    "piece": "piece",
    "bushel": "bushel",
    "megawatt hour": "megawatt hour, megawatt-hour",
}
SHORT_PER = {
    "kg": "kilogram",
    "h": "hour",
    "hr": "hour",
    "s": "second",
    "sq m": "square metre",
    "l": "litre",
    "sq ft": "square foot",
    "sqm": "square metre",
    "km": "kilometre",
    "lb": "pound",
    "oz": "ounce",
    "ml": "millilitre",
}
INVARIANT = frozenset(
    "percent pct pc feet inches yuan renminbi yen won baht rand pence sen stone centuries kronor kroner reais horsepower rpm mph psi ppm ppb mpg ppg rpg apg bps bhp".split()
)
NOT_OF_MONEY = frozenset("c p m b".split())


def _plural(word: str) -> str:
    return word if word in INVARIANT or not word[-1].isalpha() else word + "s?"


def _spellings(table: dict[str, str], separator: str) -> dict[str, str]:
    return {
        spelling.strip(): unit
        for unit, spellings in table.items()
        for spelling in spellings.split(separator)
        if spelling.strip()
    }


def _pattern(spelling: str) -> str:
    return _plural(re.escape(spelling)).replace(r"\ ", r"[\s-]")


_WORDS = {spelling.lower(): unit for spelling, unit in _spellings(WORDS, ",").items()}
_SYMBOLS = _spellings(SYMBOLS, " ")
_MONEY = _spellings(MONEY_BEFORE, " ")
_PER = _spellings(PER, ",") | SHORT_PER


def _alternatives(spellings: dict[str, str], plural: bool) -> str:
    longest_first = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    return "|".join(
        _pattern(each) if plural else re.escape(each).replace(r"\ ", r"\s")
        for each in longest_first
    )


WORD_AFTER = re.compile(rf"[\s-]?(?P<unit>{_alternatives(_WORDS, True)})(?![\w])", re.IGNORECASE)
AGE_AFTER = re.compile(r"[\s-]year(?:s)?[-\s](?:old|of[-\s]age)s?\b", re.IGNORECASE)
SYMBOL_AFTER = re.compile(rf"(?P<gap>\s?)-?(?P<unit>{_alternatives(_SYMBOLS, False)})(?![\w])")
CODE_AFTER = re.compile(r"\s?(?P<unit>[A-Z]{3})=?(?![\w])")
MONEY_AHEAD = re.compile(rf"(?:(?<![\w$])|(?<=\d))(?P<unit>{_alternatives(_MONEY, False)})\s?$")
US_AHEAD = re.compile(r"\b(?P<land>US|AU|NZ|HK|CA|C|A)\s\$\s?$")
RATE_AFTER = re.compile(
    rf"(?P<per>\s?/\s?|\sper\s|[\s-]an?[\s-]|\severy\s|\seach\s|-per-)(?P<unit>{_alternatives(_PER, True)})(?![\w])"
    r"(?!\s(?:earlier|later|ago|before|after|old|long|in\sprison)\b)",
    re.IGNORECASE,
)
ANY_RATE_AFTER = re.compile(
    r"\sper\s(?P<unit>[a-z]+(?:\s(?:people|residents|inhabitants))?)\b|\sper\s(?P<symbol>[a-zA-Z]+)\b"
)


def money_before(text: str, position: int) -> tuple[str, int] | None:
    """The currency that ends at the position, and where it starts."""
    ahead = text[max(0, position - 8) : position]
    offset = max(0, position - 8)
    apart = US_AHEAD.search(ahead)
    if apart:
        return _MONEY[apart["land"] + "$"], offset + apart.start()
    match = MONEY_AHEAD.search(ahead)
    return (_MONEY[match["unit"]], offset + match.start()) if match else None


def unit_after(text: str, position: int) -> tuple[str, int] | None:
    """The unit that starts at the position, or after a space or hyphen there, and where it ends."""
    age = AGE_AFTER.match(text, position)
    if age:
        return "year", age.end()
    word = WORD_AFTER.match(text, position)
    if word:
        return _named(word["unit"]), word.end()
    symbol = SYMBOL_AFTER.match(text, position)
    if symbol and not (symbol["gap"] and symbol["unit"] in SPACE_FORBIDDEN):
        return _SYMBOLS[symbol["unit"]], symbol.end()
    code = CODE_AFTER.match(text, position)
    if code and code["unit"] in _MONEY:
        return _MONEY[code["unit"]], code.end()
    return None


SPACE_FORBIDDEN = frozenset("c p ' \" s l L t b h A F G g in.".split())
"""Symbols that are words or marks of their own when a space stands before them."""


def rate_after(text: str, position: int, has_unit: bool) -> tuple[str, int] | None:
    """The unit that the number is counted per ('a month', 'per barrel'), and where it ends."""
    match = RATE_AFTER.match(text, position)
    if match:
        return _per_named(match["unit"]), match.end()
    if not has_unit:
        return None
    other = ANY_RATE_AFTER.match(text, position)
    return (other["unit"] or other["symbol"], other.end()) if other else None


def _named(spelling: str) -> str:
    folded = re.sub(r"\s+", " ", spelling.lower())
    for name in (
        folded,
        folded.replace("-", " "),
        folded.removesuffix("s"),
        folded.replace("-", " ").removesuffix("s"),
    ):
        if name in _WORDS:
            return _WORDS[name]
    return _WORDS[folded.replace(" ", "-").removesuffix("s")]


def _per_named(spelling: str) -> str:
    folded = re.sub(r"\s+", " ", spelling)
    for name in (
        folded,
        folded.lower(),
        folded.removesuffix("s"),
        folded.lower().removesuffix("s"),
    ):
        if name in _PER:
            return _PER[name]
    return folded.lower()
