"""The claims of a document: the entry point of this room.

Belongs here: the order of the steps, and turning drafts into records. Does not belong here: the
steps.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from operator import itemgetter

from pipeline.claims.attribution.find import find_attributions
from pipeline.claims.attribution.records import FoundAttribution
from pipeline.claims.confidence import confidence_of
from pipeline.claims.drafts import Draft, SentenceView, drafts_of, whole_of
from pipeline.claims.furniture import is_furniture
from pipeline.claims.joined import rejoined
from pipeline.claims.names import Cast, cast_of
from pipeline.claims.places import RawPlaces
from pipeline.claims.quantities import FoundQuantity, find_quantities
from pipeline.claims.references import (
    NAMED,
    CastView,
    Reading,
    figures_with_article,
    instead_of,
    readings_of,
    shared_roles,
    subjects_of,
)
from pipeline.claims.times import FoundTime, find_times
from pipeline.claims.wording import wording_of
from pipeline.claims.worth import worth_of
from pipeline.language.parser import ParsedDocument
from pipeline.records import (
    Attribution,
    Claim,
    DocumentClaims,
    Entity,
    Quantity,
    stable_id,
)

FEW_SENTENCES = 3


def extract_claims(parsed: ParsedDocument) -> DocumentClaims:
    """All statements that the document makes or reports, with who says each, numbers and names."""
    document = parsed.document
    for each in parsed.sentences:
        rejoined(each.doc)
    cast = cast_of(parsed)
    collector = _Collector(parsed, cast)
    attributions = find_attributions(parsed, cast)
    by_sentence = _by_sentence(parsed, attributions)
    is_alone = len(parsed.sentences) <= FEW_SENTENCES
    for number, each in enumerate(parsed.sentences):
        sentence = each.sentence
        if sentence.section == "credit" or is_furniture(sentence.text):
            continue
        always = is_alone or sentence.section == "headline"
        collector.add(
            SentenceView(sentence, each.doc, by_sentence.get(number, ()), document.text, always)
        )
    return collector.result()


def _by_sentence(
    parsed: ParsedDocument, attributions: Sequence[FoundAttribution]
) -> dict[int, list[FoundAttribution]]:
    """The attributions by the numbers of the sentences that their content or cues reach into."""
    starts = [each.sentence.start_char for each in parsed.sentences]
    reached: dict[int, list[FoundAttribution]] = {}
    for found in attributions:
        spans = list(found.content)
        spans += [
            (link.cue_start, link.cue_end)
            for link in found.links
            if link.cue_start is not None and link.cue_end is not None
        ]
        numbers = {
            number
            for start, end in spans
            for number in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end))
        }
        for number in numbers:
            reached.setdefault(number, []).append(found)
    return reached


class _Collector:
    """Turns the drafts of a document's sentences into records, each claim once."""

    def __init__(self, parsed: ParsedDocument, cast: Cast) -> None:
        document = parsed.document
        self.document_id, self.text = document.document_id, document.text
        self.places = RawPlaces(document.text_map)
        self.published = document.published_at.date() if document.published_at else None
        self.posts = [(b.start_char, b.posted_at.date()) for b in document.blocks if b.posted_at]
        self.cast = cast
        self.view = CastView(cast, shared_roles(cast), figures_with_article(cast, self.text))
        self.subjects: frozenset[int] = frozenset()
        self.seen: set[str] = set()
        self.claims: list[Claim] = []
        self.attributions: list[Attribution] = []
        self.quantities: list[Quantity] = []
        self.entities: list[Entity] = []

    def add(self, view: SentenceView) -> None:
        """Adds the claims of one sentence."""
        drafts = drafts_of(view)
        offset = view.sentence.start_char
        day = self._day_of(offset)
        quantities = find_quantities(view.tree, offset, day)
        if any(_is_lost(quantity, drafts, view) for quantity in quantities):
            drafts.append(whole_of(view))
        if not drafts:
            self.subjects = frozenset()
            return
        times = find_times(view.tree, offset, day)
        readings = readings_of(view.tree, offset, self.view, times, self.subjects)
        self.subjects = subjects_of(view.tree, offset, self.cast)
        for draft in drafts:
            self._add(view, draft, times, quantities, readings)

    def _day_of(self, offset: int) -> date | None:
        """The day that 'Monday' counts from: that of the post in a live report, else of the document."""
        place = bisect_right(self.posts, offset, key=itemgetter(0)) - 1
        return self.posts[place][1] if place >= 0 else self.published

    def _add(
        self,
        view: SentenceView,
        draft: Draft,
        times: list[FoundTime],
        quantities: list[FoundQuantity],
        readings: list[Reading],
    ) -> None:
        start, end = draft.start, draft.end
        raw_start, raw_end = self.places.span(start, end)
        claim_id = stable_id(
            "claim",
            self.document_id,
            raw_start,
            raw_end,
            draft.subject,
            draft.predicate,
            draft.object,
        )
        if claim_id in self.seen:
            return
        self.seen.add(claim_id)
        numbers: list[Quantity] = []
        names: list[Entity] = []
        if not draft.further:  # else the clause's first claim has them
            numbers = [_quantity(claim_id, each) for each in quantities if _within(each, draft)]
            names = self._entities(claim_id, start, end)
        found = draft.found
        speaker = found.links[0].source_name if found and found.links else None
        event_start, event_end = _event_days(times, start, end)
        instead = instead_of(readings, draft.parts, _own_voice(found))
        draft.is_named = _is_named(draft, instead)
        self.claims.append(
            Claim(
                claim_id=claim_id,
                document_id=self.document_id,
                sentence_id=view.sentence.sentence_id,
                ordinal=len(self.claims),
                text=self.text[start:end],
                start_char=start,
                end_char=end,
                raw_start=raw_start,
                raw_end=raw_end,
                subject=draft.subject,
                predicate=draft.predicate,
                object=draft.object,
                standalone_text=_asked(wording_of(draft.parts, instead), draft, view),
                polarity=draft.polarity,
                modality=draft.modality,
                attribution=found.kind if found else "narrated",
                speaker=speaker,
                event_start=event_start,
                event_end=event_end,
                check_worthiness=worth_of(
                    draft,
                    len(numbers),
                    len(names),
                    event_start is not None,
                    view.is_alone,
                    view.sentence.section,
                ),
                confidence=confidence_of(draft, view),
                tense=draft.tense,
            )
        )
        self.quantities += numbers
        self.entities += names
        if found:
            self._add_links(claim_id, found)

    def _entities(self, claim_id: str, start: int, end: int) -> list[Entity]:
        return [
            Entity(
                claim_id,
                self.text[mention.start : mention.end],
                mention.start,
                mention.end,
                mention.figure.kind,
                mention.figure.name,
            )
            for mention in self.cast.within(start, end)
            if mention.figure is not None
            and mention.end <= end
            and mention.figure.kind in NAMED
            and mention.figure.name[:1].isupper()
        ]

    def _add_links(self, claim_id: str, found: FoundAttribution) -> None:
        for level, link in enumerate(found.links, start=1):
            source, cue = (
                self._raw(link.source_start, link.source_end),
                self._raw(link.cue_start, link.cue_end),
            )
            self.attributions.append(
                Attribution(
                    claim_id=claim_id,
                    level=level,
                    source_text=link.source_text,
                    source_name=link.source_name,
                    source_start=link.source_start,
                    source_end=link.source_end,
                    source_raw_start=source[0],
                    source_raw_end=source[1],
                    cue_text=link.cue_text,
                    cue_start=link.cue_start,
                    cue_end=link.cue_end,
                    cue_raw_start=cue[0],
                    cue_raw_end=cue[1],
                    is_anonymous=link.is_anonymous,
                    is_outlet=link.is_outlet,
                )
            )

    def _raw(self, start: int | None, end: int | None) -> tuple[int | None, int | None]:
        return (None, None) if start is None or end is None else self.places.span(start, end)

    def result(self) -> DocumentClaims:
        return DocumentClaims(
            tuple(self.claims),
            tuple(self.attributions),
            tuple(self.quantities),
            tuple(self.entities),
        )


def _within(quantity: FoundQuantity, draft: Draft) -> bool:
    return draft.start <= quantity.start_char and quantity.end_char <= draft.end


def _is_lost(quantity: FoundQuantity, drafts: Sequence[Draft], view: SentenceView) -> bool:
    """Whether no claim holds the quantity, nor the words that tell who speaks."""
    if any(_within(quantity, draft) for draft in drafts):
        return False
    return not any(
        link.source_start is not None
        and link.source_end is not None
        and link.source_start <= quantity.start_char < link.source_end
        for found in view.attributions
        for link in found.links
    )


def _asked(wording: str, draft: Draft, view: SentenceView) -> str:
    """The wording with the mark of the question that its sentence is."""
    is_question = draft.modality == "question" and view.sentence.text.rstrip("\"'”’) ").endswith(
        "?"
    )
    return f"{wording[:-1]}?" if is_question and wording.endswith(".") else wording


def _is_named(draft: Draft, instead: dict[int, tuple[int, str]]) -> bool:
    """Whether a name stands for the clause's subject where that is a pronoun."""
    head = draft.clause.subject_head if draft.clause else None
    return head is not None and bool(instead.get(head.i, (0, ""))[1])


def _own_voice(found: FoundAttribution | None) -> str | None:
    """The name that 'I' stands for in the words of a named speaker."""
    if found is None or found.kind == "indirect" or not found.links or found.links[0].is_anonymous:
        return None
    name = found.links[0].source_name
    return (
        name if name and name[:1].isupper() and "," not in name and name.count(" ") <= 3 else None
    )


def _event_days(times: list[FoundTime], start: int, end: int) -> tuple[date | None, date | None]:
    """The first and last day of what is said to happen, by the times inside the claim."""
    for time in times:
        if not (start <= time.start_char and time.end_char <= end) or not (time.start or time.end):
            continue
        if time.relation in ("until", "before"):
            return None, time.end
        if time.relation in ("since", "after"):
            return time.start, None
        return time.start, time.end
    return None, None


def _quantity(claim_id: str, found: FoundQuantity) -> Quantity:
    return Quantity(
        claim_id=claim_id,
        text=found.text,
        start_char=found.start_char,
        end_char=found.end_char,
        stated=found.stated,
        low=found.low,
        high=found.high,
        comparator=found.comparator,
        unit=found.unit,
        measures=found.measures,
        aggregation=found.aggregation,
        period_start=found.period_start,
        period_end=found.period_end,
        scope=found.scope,
    )
