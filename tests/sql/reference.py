"""The views over sources and propositions once more, in plain Python with exact fractions.

Written from the data model alone and slowly on purpose: no set is kept that could be counted.
"""

import math
from collections import defaultdict
from datetime import datetime
from fractions import Fraction
from itertools import combinations
from statistics import median
from typing import Any

from tests.sql.worlds import Row, World

Z = 1.959963984540054
ORDER = ("contradict", "correct", "update", "refine", "agree", "unresolved")
OUTCOMES = {
    "same": "agree",
    "refines": "refine",
    "updates": "update",
    "corrects": "correct",
    "contradicts": "contradict",
}


class Reference:
    """A world with the look-ups that the figures need."""

    def __init__(self, world: World) -> None:
        self.world = world
        current = {row["document_id"] for row in world.rows("raw_documents") if row["is_current"]}
        self.documents = {
            row["document_id"]: row
            for row in world.rows("documents")
            if row["document_id"] in current
        }
        self.sources = {row["source_id"]: row for row in world.rows("sources")}
        self.named = {s for s, row in self.sources.items() if row["named_by"] != "unknown"}
        self.story_of = {r["document_id"]: r["story_id"] for r in world.rows("document_stories")}
        self.questions = {row["question_id"]: row for row in world.rows("questions")}
        self.propositions = {row["proposition_id"]: row for row in world.rows("propositions")}
        self.kind = {row["origin_id"]: row["kind"] for row in world.rows("origins")}
        self.name = {row["origin_id"]: row["name"] for row in world.rows("origins")}
        said = {r["claim_id"]: r for r in world.rows("claim_propositions")}
        self.claims = {
            row["claim_id"]: {**row, **said[row["claim_id"]]}
            for row in world.rows("claims")
            if row["document_id"] in self.documents
        }
        for claim in self.claims.values():
            document = self.documents[claim["document_id"]]
            claim["source"] = document["source_id"]
            claim["at"] = document["published_at"]
            claim["origin"] = self._origin(claim["claim_id"])
            claim["question"] = self.propositions[claim["proposition_id"]]["question_id"]
        self.level1 = {r["claim_id"]: r for r in world.rows("attributions") if r["level"] == 1}

    def _origin(self, claim: str) -> tuple[str, float] | None:
        links = [
            (-row["probability"], row["origin_id"])
            for row in self.world.rows("claim_origins")
            if row["claim_id"] == claim
        ]
        return (min(links)[1], -min(links)[0]) if links else None

    def claims_of(self, proposition: str) -> list[Row]:
        return [c for c in self.claims.values() if c["proposition_id"] == proposition]

    # proposition_support

    def support(self) -> list[Row]:
        return [
            self._support_of(proposition)
            for proposition in sorted(self.propositions)
            if self.claims_of(proposition)
        ]

    def _support_of(self, proposition: str) -> Row:
        claims = self.claims_of(proposition)
        row = self.propositions[proposition]
        links = [
            (c["origin"][0], c["origin"][1] >= 0.75, c["document_id"])
            for c in claims
            if c["origin"]
        ]
        origins = {origin for origin, _, _ in links}
        certain = {o for o, is_certain, _ in links if is_certain and self.kind[o] != "anonymous"}
        dates = [c["at"] for c in claims if c["at"]]
        first = self._first_source(claims)
        return {
            "proposition_id": proposition,
            "question_id": row["question_id"],
            "story_id": self.questions[row["question_id"]]["story_id"],
            "text": row["text"],
            "claims": len(claims),
            "sources": len({c["source"] for c in claims}),
            "origins": len(origins),
            "origins_min": min(len(origins), max(1, len(certain))),
            "origins_max": len({(o, None if sure else d) for o, sure, d in links}),
            "named_origins": sum(
                self.kind[o] in ("person", "organisation", "outlet") for o in origins
            ),
            "anonymous_only": bool(origins) and all(self.kind[o] == "anonymous" for o in origins),
            "first_source": first and self.sources[first]["name"],
            "first_at": min(dates, default=None),
            "last_at": max(dates, default=None),
            "first_credited": self._credited(claims),
            "median_lag_hours": self._lag(claims),
            "speakers": len(
                {
                    self.level1[c["claim_id"]]["source_name"]
                    for c in claims
                    if c["claim_id"] in self.level1
                    and not self.level1[c["claim_id"]]["is_anonymous"]
                }
            ),
            "is_contradicted": any(
                r["relation"] == "contradicts"
                and {r["claim_a"], r["claim_b"]} & {c["claim_id"] for c in claims}
                for r in self.world.rows("claim_relations")
            ),
            "first_source_id": first,
        }

    def _first_source(self, claims: list[Row]) -> str | None:
        low: dict[str, datetime] = {}
        high: dict[str, datetime] = {}
        for claim in claims:
            document, source = self.documents[claim["document_id"]], claim["source"]
            low[source] = min(
                low.get(source, datetime.max), document["published_earliest"] or datetime.min
            )
            high[source] = min(
                high.get(source, datetime.max), document["published_latest"] or datetime.max
            )
        for source in low:
            if all(high[source] < low[other] for other in low if other != source):
                return source
        return None

    def _credited(self, claims: list[Row]) -> str | None:
        counts: dict[str, int] = defaultdict(int)
        for claim in claims:
            outlets = {
                self.name[r["origin_id"]]
                for r in self.world.rows("claim_origins")
                if r["claim_id"] == claim["claim_id"] and self.kind[r["origin_id"]] == "outlet"
            }
            link = self.level1.get(claim["claim_id"])
            if link and link["is_outlet"]:
                outlets.add(link["source_name"])
            for outlet in outlets:
                counts[outlet] += 1
        return min(counts, key=lambda outlet: (-counts[outlet], outlet), default=None)

    def _lag(self, claims: list[Row]) -> float | None:
        firsts: dict[str, datetime] = {}
        for claim in claims:
            if claim["at"]:
                firsts[claim["source"]] = min(firsts.get(claim["source"], claim["at"]), claim["at"])
        times = sorted(firsts.values())
        hours = [(time - times[0]).total_seconds() / 3600 for time in times[1:]]
        return median(hours) if hours else None

    # shared_questions

    def answers(self, source: str, question: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for claim in self.claims.values():
            if claim["source"] == source and claim["question"] == question:
                found[claim["proposition_id"]].append(claim)
        return found

    def relation(self, one: str, other: str) -> tuple[str, float | None]:
        found = []
        for row in self.world.rows("claim_relations"):
            a, b = self.claims.get(row["claim_a"]), self.claims.get(row["claim_b"])
            if not a or not b or a["source"] not in self.named or b["source"] not in self.named:
                continue
            if {a["proposition_id"], b["proposition_id"]} == {one, other}:
                outcome = OUTCOMES.get(row["relation"], "unresolved")
                found.append((outcome == "unresolved", -row["score"], ORDER.index(outcome)))
        if not found:
            return "unresolved", None
        _, score, place = min(found)
        return ORDER[place], -score

    def shared(self) -> list[Row]:
        rows = []
        for a, b in combinations(sorted(self.named), 2):
            for question in sorted(self.questions):
                pairs = [
                    self._pair(a, b, question, p, q, claims_a, claims_b)
                    for p, claims_a in self.answers(a, question).items()
                    for q, claims_b in self.answers(b, question).items()
                ]
                if pairs:
                    rows.append(min(pairs, key=lambda pair: pair[0])[1])
        return rows

    def _pair(
        self,
        a: str,
        b: str,
        question: str,
        p: str,
        q: str,
        claims_a: list[Row],
        claims_b: list[Row],
    ) -> tuple[tuple[Any, ...], Row]:
        outcome, score = self.relation(p, q)
        if p == q:
            outcome = "agree"
            score = min(max(c["similarity"] for c in side) for side in (claims_a, claims_b))
        first_a, first_b = (
            min((c["at"] for c in side if c["at"]), default=None) for side in (claims_a, claims_b)
        )
        days = []
        for proposition, first in ((p, first_a), (q, first_b)):
            given = self.propositions[proposition].get("as_of_start")
            days.append(given or (first and first.date()))
        apart = abs((days[0] - days[1]).days) if days[0] and days[1] else math.inf
        key = (apart, p != q, outcome == "unresolved", -(score or 0), p, q)
        origins_a, origins_b = (
            {c["origin"][0] for c in s if c["origin"]} for s in (claims_a, claims_b)
        )
        return key, {
            "source_a": a,
            "source_b": b,
            "question_id": question,
            "story_id": self.questions[question]["story_id"],
            "proposition_a": p,
            "proposition_b": q,
            "outcome": outcome,
            "score": score,
            "share_an_origin": bool(origins_a & origins_b),
            "first_at_a": first_a,
            "first_at_b": first_b,
        }

    # source_agreement

    def agreement(self) -> list[Row]:
        groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.shared():
            groups[row["source_a"], row["source_b"]].append(row)
        return [self._agreement_of(a, b, rows) for (a, b), rows in sorted(groups.items())]

    def _agreement_of(self, a: str, b: str, rows: list[Row]) -> Row:
        rest = [row for row in rows if not row["share_an_origin"]]
        count = {
            name: sum(row["outcome"] in outcomes for row in rest)
            for name, outcomes in {
                "agreeing": ("agree", "refine"),
                "contradicting": ("contradict",),
                "updating": ("update", "correct"),
                "unresolved": ("unresolved",),
            }.items()
        }
        stories: dict[str, list[int]] = defaultdict(list)
        for row in rest:
            if row["outcome"] in ("agree", "refine", "contradict"):
                stories[row["story_id"]].append(int(row["outcome"] != "contradict"))
        rate, effective = self._effective(list(stories.values()))
        low, high = wilson(float(rate), float(effective)) if effective else (None, None)
        overlap, expected = self._overlap(a, b)
        return {
            "source_a": a,
            "source_b": b,
            "questions": len(rows),
            "questions_one_origin": len(rows) - len(rest),
            "n": len(rest),
            **count,
            "agreement_rate": None if rate is None else float(rate),
            "low": low,
            "high": high,
            "n_stories": len(stories),
            "n_effective": None if effective is None else float(effective),
            "alpha": self._alpha(rest),
            "overlap": overlap,
            "expected_overlap": expected,
        }

    def _effective(self, stories: list[list[int]]) -> tuple[Fraction | None, Fraction | None]:
        n = sum(map(len, stories))
        if not n:
            return None, None
        p = Fraction(sum(map(sum, stories)), n)
        k = len(stories)
        if k < 2:
            return p, None
        variance = Fraction(k, k - 1) * sum((sum(s) - p * len(s)) ** 2 for s in stories) / n**2
        return p, Fraction(k) if variance == 0 else min(Fraction(n), p * (1 - p) / variance)

    def _alpha(self, rest: list[Row]) -> float | None:
        rated: dict[str, list[tuple[Fraction, Fraction]]] = defaultdict(list)
        for row in rest:
            kind = self.questions[row["question_id"]]["answer_kind"]
            if kind in ("number", "yes_no"):
                values = [
                    self._value(row[f"source_{side}"], row[f"proposition_{side}"], kind)
                    for side in "ab"
                ]
                if None not in values:
                    rated[kind].append((values[0], values[1]))
        observed = expected = Fraction(0)
        for pairs in rated.values():
            observed += sum(difference(v, w) for v, w in pairs)
            values = [value for pair in pairs for value in pair]
            n = len(values)
            chance = sum(
                difference(v, w)
                for i, v in enumerate(values)
                for j, w in enumerate(values)
                if i != j
            )
            expected += len(pairs) * chance / (n * (n - 1))
        return float(1 - observed / expected) if expected else None

    def _value(self, source: str, proposition: str, kind: str) -> Fraction | None:
        claims = [c for c in self.claims_of(proposition) if c["source"] == source]
        claims.sort(key=lambda c: (c["at"] or datetime.max, c["claim_id"]))
        for claim in claims:
            if kind == "yes_no":
                no = (claim["polarity"] == "negated") != (claim["modality"] == "denied")
                return Fraction(int(not no))
            for row in self.world.rows("quantities"):
                if row["claim_id"] == claim["claim_id"]:
                    return Fraction(row["stated"])
        return None

    def _overlap(self, a: str, b: str) -> tuple[float | None, float | None]:
        shared = answered = 0
        expected = Fraction(0)
        for story in {row["story_id"] for row in self.world.rows("stories")}:
            if not all(self._covers(source, story) for source in (a, b)):
                continue
            questions = [q for q, row in self.questions.items() if row["story_id"] == story]
            answers = {s: {q for q in questions if self.answers(s, q)} for s in self.named}
            shared += len(answers[a] & answers[b])
            answered += len(answers[a]) + len(answers[b])
            total = sum(map(len, answers.values()))
            chances = total**2 - sum(len(one) ** 2 for one in answers.values())
            if chances:
                holders = [sum(q in one for one in answers.values()) for q in questions]
                pairs = sum(k * (k - 1) for k in holders)
                by_chance = Fraction(len(answers[a]) * len(answers[b]) * pairs, chances)
                expected += min(by_chance, len(answers[a]), len(answers[b]))
        if not answered:
            return None, None
        return 2 * shared / answered, float(2 * expected / answered)

    def _covers(self, source: str, story: str) -> bool:
        return any(
            row["source_id"] == source and self.story_of.get(document) == story
            for document, row in self.documents.items()
        )

    # source_coverage

    def coverage(self) -> list[Row]:
        support = {row["proposition_id"]: row for row in self.support()}
        held = {row["source_id"] for row in self.documents.values()}
        return [self._coverage_of(s, support) for s in sorted(held & self.named)]

    def _coverage_of(self, source: str, support: dict[str, Row]) -> Row:
        documents = [d for d, row in self.documents.items() if row["source_id"] == source]
        claims = [c for c in self.claims.values() if c["source"] == source]
        sentences = [s for s in self.world.rows("sentences") if s["document_id"] in documents]
        stories = {self.story_of[d] for d in documents if d in self.story_of}
        has = {c["proposition_id"] for c in claims}
        exclusive = {p for p in has if support[p]["sources"] == 1}
        origins = [r for r in self.world.rows("document_origins") if r["document_id"] in documents]
        body = {
            r["document_id"]: sum(
                s["end_char"] - s["start_char"]
                for s in sentences
                if s["document_id"] == r["document_id"] and s["section"] == "body"
            )
            for r in origins
        }
        copied = sum(body[r["document_id"]] * Fraction(r["copied_share"]) for r in origins)
        anonymous = [c for c in claims if self.level1.get(c["claim_id"], {}).get("is_anonymous")]
        return {
            "source_id": source,
            "documents": len(documents),
            "stories": len(stories),
            "sentences": len(sentences),
            "claims": len(claims),
            "attributed_share": share(
                sum(c["attribution"] != "narrated" for c in claims), len(claims)
            ),
            "anonymous_share": share(len(anonymous), len(claims)),
            "propositions": len(has),
            "story_share": self._story_share(source, stories, has, support),
            "exclusive_propositions": len(exclusive),
            "exclusive_per_10": self._rarefied(documents, claims, exclusive),
            "first_reports": sum(support[p]["first_source_id"] == source for p in support),
            "own_share": share(sum(r["reason"] == "own" for r in origins), len(origins)),
            "copied_share": share(copied, sum(body.values())),
        }

    def _story_share(
        self, source: str, stories: set[str], has: set[str], support: dict[str, Row]
    ) -> float | None:
        shares = []
        for story in stories:
            wanted = {
                p
                for p, row in support.items()
                if row["story_id"] == story
                and len(
                    {
                        c["origin"][0]
                        for c in self.claims_of(p)
                        if c["origin"] and c["source"] != source
                    }
                )
                >= 2
            }
            if wanted:
                shares.append(Fraction(len(wanted & has), len(wanted)))
        return float(sum(shares) / len(shares)) if shares else None

    def _rarefied(
        self, documents: list[str], claims: list[Row], exclusive: set[str]
    ) -> float | None:
        n = len(documents)
        if n < 10:
            return None
        expected = Fraction(0)
        for proposition in exclusive:
            holding = len({c["document_id"] for c in claims if c["proposition_id"] == proposition})
            expected += 1 - Fraction(math.comb(n - holding, 10), math.comb(n, 10))
        return float(expected)


def share(part: Any, whole: Any) -> float | None:
    """A share; None of nothing."""
    return float(Fraction(part) / Fraction(whole)) if whole else None


def difference(v: Fraction, w: Fraction) -> Fraction:
    """The squared ratio metric; for 0 and 1 the nominal one."""
    return Fraction(0) if v == w else ((v - w) / (abs(v) + abs(w))) ** 2


def wilson(p: float, n: float) -> tuple[float, float]:
    """Wilson's score interval."""
    centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return min(p, max(0.0, centre - half)), max(p, min(1.0, centre + half))
