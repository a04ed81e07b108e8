"""The claims of one sentence, before names and days are resolved.

Belongs here: joining clauses with who says them, and what is said in no clause at all. Does not
belong here: finding clauses, finding attributions.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.claims.attribution.records import FoundAttribution, Span
from pipeline.claims.clauses import Clause, clauses_of, text_of
from pipeline.claims.moods import Tense, modality_of, polarity_of, tense_of
from pipeline.claims.wording import as_sentence
from pipeline.language.tree import Tree, Word
from pipeline.records import Modality, Polarity, Sentence

ACTS_THAT_HAPPEN = frozenset(("order", "plan", "refuse", "judge"))
"""Acts that are events too: 'X called off the talks'; the rest is only the saying of its content."""

MOOD_OF_ACT: dict[str, Modality] = {
    "deny": "denied",
    "refuse": "denied",
    "doubt": "possible",
    "fear": "possible",
    "ask": "question",
    "order": "planned",
    "hope": "planned",
    "plan": "planned",
}


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with its tree and the attributions that reach into it."""

    number: int
    sentence: Sentence
    tree: Tree
    attributions: Sequence[FoundAttribution]
    text: str


@dataclass(slots=True)
class Draft:
    """A claim in the making; offsets are into the document's text."""

    start: int
    end: int
    subject: str | None
    predicate: str | None
    object: str | None
    standalone: str
    polarity: Polarity
    modality: Modality
    tense: Tense | None
    worth: float
    confidence: float
    found: FoundAttribution | None
    head: int  # offset of the head word, by which content is told from narration


def drafts_of(view: SentenceView) -> list[Draft]:
    """The claims of the sentence, in order of the text."""
    if view.sentence.section == "credit":
        return []
    drafts: list[Draft] = []
    acts: dict[int, Clause] = {}
    offset = view.sentence.start_char
    for clause in clauses_of(view.tree):
        act = _act_of(view, clause)
        if act is not None:
            acts[id(act)] = clause
            if act.act not in ACTS_THAT_HAPPEN:
                continue
        found = _innermost(view.attributions, offset + clause.head.idx)
        drafts.extend(_clause_drafts(view, clause, found))
    for found in view.attributions:
        drafts.extend(_uncovered(view, found, drafts, acts.get(id(found))))
    if not drafts:
        drafts = _whole(view)
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    return drafts


def _act_of(view: SentenceView, clause: Clause) -> FoundAttribution | None:
    """The attribution whose cue the clause's verb is."""
    offset = view.sentence.start_char
    for found in view.attributions:
        for link in found.links:
            if link.cue_start is None or link.cue_end is None:
                continue
            if any(link.cue_start <= offset + verb.idx < link.cue_end for verb in clause.verbs):
                return found
    return None


def _innermost(attributions: Sequence[FoundAttribution], place: int) -> FoundAttribution | None:
    """The attribution with the least content that holds the place."""
    holding = [
        (sum(end - start for start, end in found.content), number, found)
        for number, found in enumerate(attributions)
        if any(start <= place < end for start, end in found.content)
    ]
    return min(holding)[2] if holding else None


def _clause_drafts(
    view: SentenceView, clause: Clause, found: FoundAttribution | None
) -> list[Draft]:
    offset = view.sentence.start_char
    words = clause.words
    if found is not None:
        words = [word for word in words if _inside(found.content, offset + word.idx)]
    words = words or clause.words
    if clause.subject and clause.subject[-1].i < words[0].i and _is_beside(clause, words):
        words = [*clause.subject, *words]
    start, end = offset + words[0].idx, offset + words[-1].idx + len(words[-1].text)
    predicate = clause.copula or text_of(clause.predicate)
    subject, object_ = text_of(clause.subject) or None, text_of(clause.object) or None
    said = view.text[start:end]
    if clause.subject and clause.subject[0] not in words:
        said = f"{text_of(clause.subject)} {text_of([w for w in words if w.i >= _first(clause)])}"
    elif clause.copula:
        said = f"{subject} {clause.copula} {object_}"
    modality = modality_of(clause, view.sentence.text)
    if found is not None and modality == "asserted":
        modality = MOOD_OF_ACT.get(found.act, "asserted")
    main = Draft(
        start=start,
        end=end,
        subject=subject,
        predicate=predicate,
        object=object_,
        standalone=as_sentence(said),
        polarity=polarity_of(clause),
        modality=modality,
        tense=tense_of(clause),
        worth=0.6 if subject and object_ else 0.3,
        confidence=0.7,
        found=found,
        head=offset + clause.head.idx,
    )
    return [main]


def _first(clause: Clause) -> int:
    return clause.predicate[0].i if clause.predicate else clause.head.i


def _is_beside(clause: Clause, words: list[Word]) -> bool:
    return clause.kind in ("relative", "participle") and clause.subject[-1].i + 3 > words[0].i


def _inside(content: Sequence[Span], place: int) -> bool:
    return any(start <= place < end for start, end in content)


def _uncovered(
    view: SentenceView, found: FoundAttribution, drafts: list[Draft], act: Clause | None
) -> list[Draft]:
    """Makes the drafts of an attribution cover its content, with a new one where there is none."""
    sentence = view.sentence
    made: list[Draft] = []
    parts = [
        (max(start, sentence.start_char), min(end, sentence.end_char))
        for start, end in found.content
        if start < sentence.end_char and end > sentence.start_char
    ]
    for part in parts:
        start, end = _visible(view.text, *part)
        if start >= end:
            continue
        inside = [d for d in drafts if d.found is found and d.start < end and d.end > start]
        if inside:
            first, last = min(inside, key=lambda d: d.start), max(inside, key=lambda d: d.end)
            first.start, last.end = min(first.start, start), max(last.end, end)
            continue
        if any(_said_within(other, found, start, end) for other in view.attributions):
            continue
        made.append(_fragment(view, start, end, found, act))
    return made


def _said_within(other: FoundAttribution, found: FoundAttribution, start: int, end: int) -> bool:
    return (
        other is not found
        and len(other.links) > 1
        and any(start <= inner and stop <= end for inner, stop in other.content)
    )


def _visible(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _fragment(
    view: SentenceView, start: int, end: int, found: FoundAttribution | None, act: Clause | None
) -> Draft:
    said = text_of(act.words) if act is not None else view.text[start:end]
    if act is not None and act.subject and act.subject[0] not in act.words:
        said = f"{text_of(act.subject)} {said}"
    return Draft(
        start=start,
        end=end,
        subject=None,
        predicate=None,
        object=None,
        standalone=as_sentence(said),
        polarity="affirmed",
        modality=MOOD_OF_ACT.get(found.act, "asserted") if found else "asserted",
        tense=None,
        worth=0.15,
        confidence=0.4,
        found=found,
        head=start,
    )


def _whole(view: SentenceView) -> list[Draft]:
    """The sentence as one claim where it has no clause that the tree shows."""
    start, end = _visible(view.text, view.sentence.start_char, view.sentence.end_char)
    if sum(letter.isalpha() for letter in view.text[start:end]) < 8:
        return []
    return [_fragment(view, start, end, None, None)]
