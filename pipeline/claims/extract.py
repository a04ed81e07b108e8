"""The claims of a document: the entry point of this room.

Belongs here: the order of the steps, and turning drafts into records. Does not belong here: the
steps.
"""

from datetime import date

from pipeline.claims.attribution.find import find_attributions
from pipeline.claims.attribution.records import FoundAttribution
from pipeline.claims.drafts import Draft, SentenceView, drafts_of
from pipeline.claims.mentions import Mention, mentions_of
from pipeline.claims.places import RawPlaces
from pipeline.claims.quantities import FoundQuantity, find_quantities
from pipeline.claims.times import FoundTime, find_times
from pipeline.claims.wording import wording_of
from pipeline.claims.worth import confidence_of, worth_of
from pipeline.language.parser import ParsedDocument
from pipeline.records import (
    Attribution,
    Claim,
    DocumentClaims,
    Entity,
    Quantity,
    Sentence,
    stable_id,
)

FEW_SENTENCES = 3


def extract_claims(parsed: ParsedDocument) -> DocumentClaims:
    """All statements that the document makes or reports, with who says each, numbers and names."""
    document = parsed.document
    places = RawPlaces(document.text_map)
    published = document.published_at.date() if document.published_at else None
    collector = _Collector(document.document_id, document.text, places, published)
    attributions = find_attributions(parsed)
    is_alone = len(parsed.sentences) <= FEW_SENTENCES
    for each in parsed.sentences:
        sentence = each.sentence
        if sentence.section == "credit":
            continue
        here = [
            found
            for found in attributions
            if any(
                start < sentence.end_char and end > sentence.start_char
                for start, end in found.content
            )
            or _cue_in(found, sentence)
        ]
        view = SentenceView(
            sentence, each.doc, here, document.text, is_alone or sentence.section == "headline"
        )
        drafts = drafts_of(view)
        if drafts:
            collector.add(view, drafts)
    return collector.result()


def _cue_in(found: FoundAttribution, sentence: Sentence) -> bool:
    return any(
        link.cue_start is not None and sentence.start_char <= link.cue_start < sentence.end_char
        for link in found.links
    )


class _Collector:
    """Turns drafts into records, each claim once."""

    def __init__(
        self, document_id: str, text: str, places: RawPlaces, published: date | None
    ) -> None:
        self.document_id, self.text, self.places, self.published = (
            document_id,
            text,
            places,
            published,
        )
        self.seen: set[str] = set()
        self.claims: list[Claim] = []
        self.attributions: list[Attribution] = []
        self.quantities: list[Quantity] = []
        self.entities: list[Entity] = []

    def add(self, view: SentenceView, drafts: list[Draft]) -> None:
        sentence = view.sentence
        offset = sentence.start_char
        times = find_times(view.tree, offset, self.published)
        quantities = find_quantities(view.tree, offset, self.published)
        mentions = mentions_of(view.tree)
        for draft in drafts:
            self._add(view, draft, times, quantities, mentions)

    def _add(
        self,
        view: SentenceView,
        draft: Draft,
        times: list[FoundTime],
        quantities: list[FoundQuantity],
        mentions: list[Mention],
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
        event = _event_days(times, start, end)
        found = draft.found
        speaker = found.links[0].source_name if found and found.links else None
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
                standalone_text=wording_of(draft.parts, {}),
                polarity=draft.polarity,
                modality=draft.modality,
                attribution=found.kind if found else "narrated",
                speaker=speaker,
                event_start=event[0],
                event_end=event[1],
                check_worthiness=worth_of(draft, False, False),
                confidence=confidence_of(draft),
                tense=draft.tense,
            )
        )
        if found:
            self._add_links(claim_id, found)
        for quantity in quantities:
            if start <= quantity.start_char and quantity.end_char <= end:
                self.quantities.append(_quantity(claim_id, quantity))
        offset = view.sentence.start_char
        for mention in mentions:
            if start <= offset + mention.start and offset + mention.end <= end:
                self.entities.append(
                    Entity(
                        claim_id,
                        mention.text,
                        offset + mention.start,
                        offset + mention.end,
                        mention.kind,
                        mention.text,
                    )
                )

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
