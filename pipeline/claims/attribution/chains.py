"""Chains of who says so: which statement stands inside another, and whom it was told.

Belongs here: dropping or chaining nested statements, outlets that were told. Does not belong here:
names (naming.py).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.claims.attribution import cues
from pipeline.claims.attribution.naming import mention_of, outlet_link
from pipeline.claims.attribution.page import Page
from pipeline.claims.attribution.records import Link
from pipeline.claims.attribution.spans import contains, shared
from pipeline.claims.attribution.statements import Statement
from pipeline.claims.names import Cast
from pipeline.language.tree import Word

REPORTS = frozenset(("say", "show"))
"""Acts of an outer link that passes on what another says; 'wants X to say' passes on nothing."""
DEEPEST_CHAIN = 4
MOST_OF_CONTENT = 0.7


def nested(drafts: Sequence[Statement]) -> dict[int, int]:
    """For each statement whose cue stands in another's content, the number of the innermost such other."""
    spans = sorted(
        (start, -end, number) for number, draft in enumerate(drafts) for start, end in draft.content
    )
    order = sorted(
        (draft.cue[0], number) for number, draft in enumerate(drafts) if draft.cue is not None
    )
    outer: dict[int, int] = {}
    open_spans: list[tuple[int, int, int]] = []
    at = 0
    for place, number in order:
        while at < len(spans) and spans[at][0] <= place:
            open_spans.append(spans[at])
            at += 1
        open_spans = [span for span in open_spans if -span[1] > place]
        cue = drafts[number].cue
        holding = [
            span for span in open_spans
            if span[2] != number and cue is not None and contains((span[0], -span[1]), cue)
        ]  # fmt: skip
        if holding:
            outer[number] = max(holding)[2]
    return outer


def chain_of(
    page: Page, cast: Cast, number: int, outer: dict[int, int], drafts: Sequence[Statement]
) -> list[int] | None:
    """The statements from this one outward; None where it hangs on one that passes nothing on."""
    chain = [number]
    while chain[-1] in outer:
        holder = outer[chain[-1]]
        if holder in chain or len(chain) >= DEEPEST_CHAIN:
            return None
        inner = drafts[chain[-1]]
        if not _passes_on(drafts[holder], inner) or _is_same(page, cast, drafts[holder], inner):
            return None
        chain.append(holder)
    return chain


def with_cited(
    drafts: Sequence[Statement], chains: Sequence[list[int] | None]
) -> list[list[int] | None]:
    """The chains with whom a report cites before the one who reports: officials ← the Post."""
    made = list(chains)
    for number, cited in enumerate(drafts):
        if cited.lemma != "cite" or not cited.is_clause:
            continue
        for other, report in enumerate(drafts):
            chain = made[other]
            is_host = other != number and report.sentence == cited.sentence and chain is not None
            if is_host and chain is not None and _is_one_content(report, cited):
                made[number], made[other] = [number, *chain], None
                break
    return made


def _is_one_content(one: Statement, other: Statement) -> bool:
    common = sum(shared(one.content, span) for span in other.content)
    longest = max(sum(end - start for start, end in each.content) for each in (one, other))
    return common >= MOST_OF_CONTENT * longest


def _passes_on(holder: Statement, inner: Statement) -> bool:
    """Whether the outer statement reports what the inner says, each with a source of its own."""
    if holder.act not in REPORTS or inner.act not in REPORTS or not holder.is_clause:
        return False
    if holder.source is None or inner.source is None or holder.is_beside:
        return False
    return inner.is_clause and not inner.is_negated and not holder.is_negated


def _is_same(page: Page, cast: Cast, holder: Statement, inner: Statement) -> bool:
    """Whether both have one source ('he said he told them'): that is one who speaks, not two.

    A pronoun that nothing resolves is most likely the speaker over it.
    """
    first, second = mention_of(page, cast, holder), mention_of(page, cast, inner)
    if second is None:
        return inner.speaker is not None and inner.speaker.tag_ in ("PRP", "PRP$")
    if second.figure is None:
        return True
    return first is not None and first.figure is second.figure


def told_links(page: Page, cast: Cast, statement: Statement) -> Iterator[Link]:
    """The outlet that was told: 'two officials told CNN', 'said in an interview with the Post'."""
    if statement.cue is None:
        return
    offset = page.offset(statement.sentence)
    words = page.words(statement.sentence)
    starts = [word.idx for word in words]
    last = bisect_left(starts, statement.cue[1] - offset) - 1
    first = bisect_left(starts, statement.cue[0] - offset)
    for verb in words[first : last + 1]:
        for listener in _listeners(verb):
            place = offset + listener.idx
            if page.is_quoted(place) or (
                statement.source and statement.source[0] <= place < statement.source[1]
            ):
                continue
            link = outlet_link(page, cast, listener, offset, statement.cue)
            if link is not None:
                yield link
                return


def _listeners(verb: Word) -> Iterator[Word]:
    for kid in verb.rights:
        if kid.dep_ in ("dobj", "dative", "iobj") and kid.tag_[:3] == "NNP":
            if verb.lower_ in cues.TELLING:
                yield kid
        elif kid.dep_ == "prep" and kid.lower_ in ("in", "to", "on", "with", "during"):
            yield from _behind_preposition(kid)


def _behind_preposition(preposition: Word) -> Iterator[Word]:
    """'To CNN', 'in an interview with CNN', 'in a statement to CNN'."""
    for thing in preposition.children:
        if thing.dep_ != "pobj":
            continue
        if preposition.lower_ in ("to", "with") and thing.tag_[:3] == "NNP":
            yield thing
        if thing.lower_ in cues.TALKS:
            for inner in thing.rights:
                if inner.dep_ == "prep" and inner.lower_ in ("with", "to", "on"):
                    yield from (kid for kid in inner.children if kid.dep_ == "pobj")
