"""Minimal and complete facts: how many of a reader's are found, how many of ours he accepts.

Belongs here: reading `texts/facts.txt` and comparing. Does not belong here: the floor (test_facts.py).
`python -m tests.claims.facts` prints the figures and what was missed and wrong.

The measure is as strict as that of BenchIE (Gashteovski et al. 2022): a triple counts only where all
three parts are those of an alternative, word for word; only case, articles at the start and commas at
the end may differ.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.claims.extract import extract_claims
from tests.claims.parsing import parsed

FILE = Path(__file__).parent / "texts" / "facts.txt"
Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Result:
    """Facts found of those wanted, claims accepted of those made."""

    found: int
    wanted: int
    accepted: int
    made: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def f1(self) -> float:
        """The harmonic mean of recall of facts and precision of claims."""
        recall, precision = self.found / self.wanted, self.accepted / self.made
        return 2 * recall * precision / (recall + precision)


def expected() -> Iterator[tuple[str, list[frozenset[Triple]]]]:
    """Each sentence with its facts, each the set of its alternatives."""
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    for block in "\n".join(lines).split("\n\n"):
        sentence, *facts = block.strip().splitlines()
        yield (
            sentence,
            [
                frozenset(_triple(alternative.split("|")) for alternative in fact.split(" // "))
                for fact in facts
            ],
        )


def _triple(parts: list[str]) -> Triple:
    subject, predicate, object_ = (_plain(part) for part in parts)
    return subject, predicate, object_


def _plain(text: str | None) -> str:
    words = " ".join((text or "-").split()).strip(" ,.").lower()
    return re.sub(r"^(?:the|an?) ", "", words)


def measured() -> Result:
    """The figures over the whole file."""
    found = wanted = accepted = made = 0
    missed: list[str] = []
    wrong: list[str] = []
    for sentence, facts in expected():
        claims = [
            claim
            for claim in extract_claims(parsed(sentence)).claims
            if claim.predicate is not None
        ]
        triples = {_triple([c.subject or "-", c.predicate or "-", c.object or "-"]) for c in claims}
        allowed = frozenset().union(*facts)
        hits = [bool(fact & triples) for fact in facts]
        found, wanted = found + sum(hits), wanted + len(facts)
        right = triples & allowed
        accepted, made = accepted + len(right), made + len(triples)
        missed += [
            f"{sentence} -> {sorted(fact)[0]}"
            for fact, hit in zip(facts, hits, strict=True)
            if not hit
        ]
        wrong += [f"{sentence} -> {triple}" for triple in sorted(triples - allowed)]
    return Result(found, wanted, accepted, made, tuple(missed), tuple(wrong))


if __name__ == "__main__":
    result = measured()
    print(*(f"missed  {line}" for line in result.missed), sep="\n")
    print(*(f"wrong   {line}" for line in result.wrong), sep="\n")
    print(
        f"facts: recall {result.found}/{result.wanted}, precision {result.accepted}/{result.made}, "
        f"F1 {result.f1:.3f}"
    )
