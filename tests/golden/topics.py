"""One function a topic: what a run found against what a careful reader finds.

Belongs here: what counts as right. Does not belong here: floors, printing.

Precision is the share of what the run says that is right, recall the share of what a reader finds
that the run says too. Where only listed places are compared, precision is over those places.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations, product

from tests.golden.expected import Expected, Place
from tests.golden.found import Found, Row
from tests.golden.words import same_measure, same_name

ORDERED = ("updates", "corrects", "refines")
CHANGES = ("updates", "corrects")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one topic, and the items that count against it."""

    right: int
    said: int
    wanted: int
    missed: list[str]
    wrong: list[str]
    found: int | None = None  # wanted items that were found, where it is not `right`

    @property
    def precision(self) -> float:
        """The share of what was said that is right; 1 where nothing was said."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        found = self.right if self.found is None else self.found
        return found / self.wanted if self.wanted else 1.0


def documents(expected: Expected, found: Found) -> Score:
    """Source, family and day of publication of every document."""
    family_of = {one: family for family, many in expected.families.items() for one in many}
    wanted: set[tuple[str, ...]] = set()
    for name, row in expected.documents.items():
        source = row["source"]
        wanted |= {(name, "source", source), (name, "date", row["date"])}
        wanted.add((name, "family", family_of.get(source, source)))
    said: set[tuple[str, ...]] = set()
    for name, row in found.documents.items():
        day = row["published_at"]
        said |= {(name, "source", row["source"]), (name, "date", f"{day:%Y-%m-%d}" if day else "")}
        said.add((name, "family", row["family"]))
    return _sets(said, wanted)


def rejected(expected: Expected, found: Found) -> Score:
    """What could not be read, and why."""
    rows = found.frame("SELECT path, reason FROM rejected_documents WHERE is_current").rows()
    return _sets(set(rows), set(expected.rejected.items()))


def text(expected: Expected, found: Found) -> Score:
    """Words of articles are in the clean text (recall), words of the page around them are not (precision)."""
    missed = [_shown(place) for place in expected.places() if found.spot(place) is None]
    wrong = [
        f"{name}: {phrase}"
        for name, row in found.documents.items()
        for phrase in expected.noise
        if phrase in row["text"]
    ]
    places = len(expected.places())
    right = places - len(missed)
    return Score(right, right + len(wrong), places, missed, wrong)


def reuse(expected: Expected, found: Found) -> Score:
    """Pairs of documents of which one is a copy of the other, or both of a third."""
    rows = found.frame(
        "SELECT DISTINCT document_a, document_b FROM reuse_spans WHERE kind <> 'quote_only'"
    )
    return _sets(_named_pairs(found, rows.rows()), expected.origin_pairs)


def quote_only(expected: Expected, found: Found) -> Score:
    """Pairs that share nothing but a speech that both quote."""
    rows = found.frame(
        "SELECT document_a, document_b FROM reuse_spans GROUP BY ALL HAVING bool_and(kind = 'quote_only')"
    )
    return _sets(_named_pairs(found, rows.rows()), expected.quote_only)


def origins(expected: Expected, found: Found) -> Score:
    """Origins of texts: documents of one origin, and whether each is its own."""
    rows = found.frame("SELECT document_id, origin_id, reason FROM document_origins").rows()
    said: set[tuple[str, ...]] = {
        (found.names[document], reason) for document, _, reason in rows if document in found.names
    }
    groups: dict[str, list[str]] = {}
    for document, origin, _ in rows:
        if document in found.names:
            groups.setdefault(origin, []).append(found.names[document])
    said |= {("one origin", *pair) for many in groups.values() for pair in _pairs(many)}
    reasons = {"own": "own", "copy": "copy", "upstream": "shared_upstream"}
    wanted: set[tuple[str, ...]] = {
        (name, reasons[row["origin"].partition(":")[0]]) for name, row in expected.documents.items()
    }
    return _sets(said, wanted | {("one origin", *pair) for pair in expected.origin_pairs})


def upstreams(expected: Expected, found: Found) -> Score:
    """Which outlet a document credits."""
    rows = found.frame("SELECT DISTINCT document_id, upstream FROM upstream_credits").rows()
    said = {
        (found.names[document], upstream.removeprefix("the ").removeprefix("The "))
        for document, upstream in rows
        if document in found.names
    }
    wanted = {
        (name, upstream.removeprefix("The "))
        for name, many in expected.upstreams.items()
        for upstream in many
    }
    return _sets(said, wanted)


def stories(expected: Expected, found: Found) -> Score:
    """Pairs of documents of one story."""
    groups: dict[str, list[str]] = {}
    for document, story in found.frame("SELECT document_id, story_id FROM document_stories").rows():
        if document in found.names:
            groups.setdefault(story, []).append(found.names[document])
    return _sets({pair for many in groups.values() for pair in _pairs(many)}, expected.story_pairs)


def speakers(expected: Expected, found: Found) -> Score:
    """The whole chain of who says so, at the listed places."""
    right, said, missed, wrong = 0, 0, [], []
    for saying in expected.sayings:
        claims = found.claims_at(saying.place)
        if not claims:
            missed.append(f"{_shown(saying.place)}: no claim")
            continue
        said += 1
        chain = found.chains.get(claims[0]["claim_id"], [])
        if len(chain) == len(saying.chain) and all(map(same_name, saying.chain, chain)):
            right += 1
        else:
            names = [f"{row['source_name']}{'?' if row['is_anonymous'] else ''}" for row in chain]
            wrong.append(f"{_shown(saying.place)}: {list(saying.chain)}, not {names}")
    return Score(right, said, len(expected.sayings), missed, wrong)


def figures(expected: Expected, found: Found) -> Score:
    """Numbers with their bounds, at the listed places."""
    right, said, missed, wrong = 0, 0, [], []
    for figure in expected.figures:
        rows = found.quantities_at(figure.place)
        same = [row for row in rows if row["stated"] == figure.stated]
        if not same:
            missed.append(f"{_shown(figure.place)}: {[row['text'] for row in rows]}")
            continue
        said += 1
        row = same[0]
        if all(_bound(figure, row, side) for side in ("low", "high")):
            right += 1
        else:
            wrong.append(f"{_shown(figure.place)}: {row['low']} to {row['high']}")
    return Score(right, said, len(expected.figures), missed, wrong)


def measures(expected: Expected, found: Found) -> Score:
    """Unit, what is counted, how it is meant and since when, of the numbers that were found."""
    right, said, missed, wrong = 0, 0, [], []
    for figure in expected.figures:
        rows = [r for r in found.quantities_at(figure.place) if r["stated"] == figure.stated]
        if not rows:
            missed.append(_shown(figure.place))
            continue
        said += 1
        faults = same_measure(figure, rows[0])
        right += not faults
        wrong += [f"{_shown(figure.place)}: {', '.join(faults)}"] if faults else []
    return Score(right, said, len(expected.figures), missed, wrong)


def same(expected: Expected, found: Found) -> Score:
    """Places of one fact stand in one proposition (recall), those of different facts do not (precision)."""
    alike = {
        frozenset((row.a, row.b))
        for row in expected.relations
        if {"same", "refines"} & set(row.relations)
    }
    right, missed, wrong = 0, [], []
    for name, places in expected.facts.items():
        for a, b in combinations(places, 2):
            if _one_proposition(found, a, b):
                right += 1
            else:
                missed.append(f"{name}: {_shown(a)} = {_shown(b)}")
    for one, other in combinations(expected.facts, 2):
        if frozenset((one, other)) in alike:
            continue
        for a, b in product(expected.facts[one], expected.facts[other]):
            if _apart_in_text(found, a, b) and _one_proposition(found, a, b, closest=True):
                wrong.append(f"{one} / {other}: {_shown(a)} = {_shown(b)}")
    return Score(right, right + len(wrong), right + len(missed), missed, wrong)


def not_found(expected: Expected, found: Found) -> Score:
    """Rows of `not_found_in` on listed facts: right where no place of the source says the fact."""
    sources_of = {
        name: {expected.documents[place.document]["source"] for place in places}
        for name, places in expected.facts.items()
    }
    facts_of: dict[str, set[str]] = {}
    for name, places in expected.facts.items():
        for claim in {row["claim_id"] for place in places for row in found.closest_at(place)}:
            facts_of.setdefault(found.propositions.get(claim, ""), set()).add(name)
    rows = found.frame("SELECT source, proposition_id, text FROM not_found_in ORDER BY ALL").rows()
    right, wrong = 0, []
    for source, proposition, words in rows:
        names = facts_of.get(proposition, set())
        if any(source in sources_of[name] for name in names):
            wrong.append(f"{source} says it: {words}")
        else:
            right += bool(names)
    return Score(right, right + len(wrong), right, [], wrong)


def contradictions(expected: Expected, found: Found) -> Score:
    """Facts that contradict each other; of what the run says, every row."""
    return _relations(expected, found, ("contradicts",))


def changes(expected: Expected, found: Found) -> Score:
    """Facts that update or correct each other, in the right order; of what the run says, every row."""
    return _relations(expected, found, CHANGES)


def apart(expected: Expected, found: Found) -> Score:
    """Facts that answer different questions are not set against each other."""
    wrong = []
    for one, other in expected.apart:
        ids = [_claim_ids(found, expected.facts[name]) for name in (one, other)]
        for row in found.relations:
            if row["relation"] in ("contradicts", *CHANGES) and _joins(row, *ids):
                wrong.append(f"{row['relation']}: {one} / {other}: {row['reason']}")
                break
    right = len(expected.apart) - len(wrong)
    return Score(right, right + len(wrong), len(expected.apart), [], wrong)


def claim_origins(expected: Expected, found: Found) -> Score:
    """Places that rest on one origin share it (recall); those that rest on two do not (precision)."""
    right, missed, wrong = 0, [], []
    for name in expected.together:
        for a, b in combinations(expected.facts[name], 2):
            if _origins(found, a) & _origins(found, b):
                right += 1
            else:
                missed.append(f"{name}: {_shown(a)} and {_shown(b)}")
    for a, b in expected.origins_apart:
        if _origins(found, a) & _origins(found, b):
            wrong.append(f"{_shown(a)} and {_shown(b)}")
    return Score(right, right + len(wrong), right + len(missed), missed, wrong)


TOPICS: dict[str, Callable[[Expected, Found], Score]] = {
    one.__name__: one
    for one in (
        documents,
        rejected,
        text,
        reuse,
        quote_only,
        origins,
        upstreams,
        stories,
        speakers,
        figures,
        measures,
        same,
        not_found,
        contradictions,
        changes,
        apart,
        claim_origins,
    )
}


def _relations(expected: Expected, found: Found, kinds: tuple[str, ...]) -> Score:
    ids = {name: _claim_ids(found, places) for name, places in expected.facts.items()}
    fair = [row for row in expected.relations if set(kinds) & set(row.relations)]
    wanted = [row for row in fair if row.relations[0] in kinds]
    said = [row for row in found.relations if row["relation"] in kinds]
    seen: set[tuple[str, str]] = set()
    right, wrong = 0, []
    for row in said:
        hits = [
            one
            for one in fair
            if row["relation"] in one.relations and _holds(row, ids[one.a], ids[one.b])
        ]
        seen |= {(one.a, one.b) for one in hits}
        right += bool(hits)
        wrong += [] if hits else [_told(found, row)]
    # A pair that may be read in another way is found where any of its readings was.
    seen |= {
        (one.a, one.b)
        for one in wanted
        for row in found.relations
        if row["relation"] in one.relations and _holds(row, ids[one.a], ids[one.b])
    }
    missed = [f"{one.a} {one.relations[0]} {one.b}" for one in wanted if (one.a, one.b) not in seen]
    return Score(right, len(said), len(wanted), missed, wrong, len(wanted) - len(missed))


def _holds(row: Row, a: set[str], b: set[str]) -> bool:
    """Whether the row joins the two facts, in the order that its relation asks for."""
    if row["claim_a"] in a and row["claim_b"] in b:
        return True
    return row["relation"] not in ORDERED and row["claim_a"] in b and row["claim_b"] in a


def _joins(row: Row, a: set[str], b: set[str]) -> bool:
    a, b = a - b, b - a  # a claim that says both is no witness
    return (row["claim_a"] in a and row["claim_b"] in b) or (
        row["claim_a"] in b and row["claim_b"] in a
    )


def _claim_ids(found: Found, places: Iterable[Place]) -> set[str]:
    return {row["claim_id"] for place in places for row in found.claims_at(place)}


def _one_proposition(found: Found, a: Place, b: Place, *, closest: bool = False) -> bool:
    """Whether claims at the places stand in one proposition; `closest` asks those of no more words."""
    claims = found.closest_at if closest else found.claims_at
    groups = [
        {found.propositions.get(row["claim_id"]) for row in claims(place)} - {None}
        for place in (a, b)
    ]
    return bool(groups[0] & groups[1])


def _apart_in_text(found: Found, a: Place, b: Place) -> bool:
    """Whether no claim holds both places: one that says both is in one proposition by construction."""
    return not (_claim_ids(found, [a]) & _claim_ids(found, [b]))


def _origins(found: Found, place: Place) -> set[str]:
    claims = found.claims_at(place)
    return found.origins.get(claims[0]["claim_id"], set()) if claims else set()


def _bound(figure: "object", row: Row, side: str) -> bool:
    wanted, stated, said = getattr(figure, side), row["stated"], row[side]
    if wanted == "~":
        return said is not None and (said < stated if side == "low" else said > stated)
    return bool(said == wanted)


def _named_pairs(found: Found, rows: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    return {
        tuple(sorted((found.names[a], found.names[b])))  # type: ignore[misc]
        for a, b in rows
        if a in found.names and b in found.names
    }


def _pairs(names: list[str]) -> Iterable[tuple[str, str]]:
    return combinations(sorted(names), 2)


def _sets(said: set[tuple[str, ...]], wanted: set[tuple[str, ...]]) -> Score:
    show = [sorted(" | ".join(one) for one in some) for some in (wanted - said, said - wanted)]
    return Score(len(said & wanted), len(said), len(wanted), *show)


def _shown(place: Place) -> str:
    return f"{place.document} '{place.words}'"


def _told(found: Found, row: Row) -> str:
    texts = [found.claim_by_id.get(row[side], {}) for side in ("claim_a", "claim_b")]
    both = " <> ".join(
        f"{found.names.get(one.get('document_id'), '?')} '{one.get('standalone_text')}'"
        for one in texts
    )
    return f"{row['relation']}/{row['kind']} {row['score'] or 0:.2f}: {both} ({row['reason']})"
