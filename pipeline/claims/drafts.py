"""The claims of one sentence, before names and days are resolved.

Belongs here: joining clauses with who says them, and what is said in no clause at all. Does not
belong here: finding clauses, finding attributions, scores.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.claims.attribution.records import FoundAttribution, Span
from pipeline.claims.clauses import Clause, clauses_of
from pipeline.claims.moods import Tense, modality_of, modality_of_act, polarity_of, tense_of
from pipeline.claims.phrases import members_of, text_of, trimmed
from pipeline.claims.relations import RELATIVES
from pipeline.claims.wording import Part, parts_of
from pipeline.language.tree import Tree
from pipeline.records import Modality, Polarity, Sentence

ACTS_THAT_HAPPEN = frozenset(("order", "plan", "refuse", "judge"))
"""Acts that are events too: 'X called off the talks'; the rest is only the saying of its content."""

BY_THE_WAY = ("relative", "participle", "apposition")
FEWEST_LETTERS = 8
MOST_FURTHER = 4


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with its tree and the attributions that reach into it.

    `is_alone` tells that the document has hardly any other sentence: then it is a claim whatever its
    form.
    """

    sentence: Sentence
    tree: Tree
    attributions: Sequence[FoundAttribution]
    text: str
    is_alone: bool


@dataclass(slots=True)
class Draft:
    """A claim in the making; offsets are into the document's text.

    `clause` is None for what is said in no clause. `act` is the attribution whose act the claim is.
    `further` numbers the claims of one clause beside its first, each of one more adverbial.
    `is_named` tells that a name stands for its pronoun in the wording.
    """

    start: int
    end: int
    clause: Clause | None
    parts: list[Part]
    subject: str | None
    predicate: str | None
    object: str | None
    polarity: Polarity
    modality: Modality
    tense: Tense | None
    found: FoundAttribution | None
    act: FoundAttribution | None = None
    further: int = 0
    is_named: bool = False


def drafts_of(view: SentenceView) -> list[Draft]:
    """The claims of the sentence, in order of the text."""
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
        drafts += _clause_drafts(view, clause, found, act)
    drafts = [draft for draft in drafts if not _is_told_by_content(draft, drafts)]
    for draft in drafts:
        act_clause = acts.get(id(draft.found))
        is_denial = draft.modality == "denied" and draft.act is None
        if is_denial and act_clause is not None and polarity_of(act_clause) == "negated":
            draft.modality = "possible"  # 'did not deny that'
    for found in view.attributions:
        drafts += _uncovered(view, found, drafts, acts.get(id(found)))
    drafts = drafts or _whole(view)
    drafts.sort(key=lambda draft: (draft.start, draft.end, draft.further))
    return drafts


def _is_told_by_content(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the draft is an act of saying whose content has a statement of its own."""
    return draft.act is not None and any(
        other.found is draft.act
        and other.clause is not None
        and other.tense is not None
        and other.clause.kind not in BY_THE_WAY
        for other in drafts
    )


def _act_of(view: SentenceView, clause: Clause) -> FoundAttribution | None:
    """The attribution whose cue is among the clause's verbs."""
    if not view.attributions:
        return None
    places = [view.sentence.start_char + verb.idx for verb in clause.verbs]
    for found in view.attributions:
        for link in found.links:
            start, end = link.cue_start, link.cue_end
            if start is not None and end is not None and any(start <= p < end for p in places):
                return found
    return None


def _innermost(attributions: Sequence[FoundAttribution], place: int) -> FoundAttribution | None:
    """The attribution with the least content that holds the place."""
    holding = [found for found in attributions if _inside(found.content, place)]
    if len(holding) < 2:
        return holding[0] if holding else None
    return min(holding, key=lambda found: sum(end - start for start, end in found.content))


def _inside(content: Sequence[Span], place: int) -> bool:
    return any(start <= place < end for start, end in content)


def _clause_drafts(
    view: SentenceView, clause: Clause, found: FoundAttribution | None, act: FoundAttribution | None
) -> list[Draft]:
    offset = view.sentence.start_char
    words = clause.words
    object_ = clause.object
    if found is not None:
        words = trimmed([word for word in words if _inside(found.content, offset + word.idx)])
        object_ = [
            word
            for word in object_
            if _inside(found.content, offset + word.idx) or word.i < clause.head.i
        ]
        words = words or clause.words
    modality = modality_of(clause, view.sentence.text)
    tense = tense_of(clause)
    if found is not None and modality in ("asserted", "planned", "possible"):
        modality = modality_of_act(found, tense is not None) or modality
    verbs = [
        word
        for word in clause.predicate
        if found is None or word.dep_ != "prep" or _inside(found.content, offset + word.idx)
    ]
    subject, predicate = text_of(clause.subject), clause.joiner or text_of(verbs)
    main = Draft(
        start=offset + words[0].idx,
        end=offset + words[-1].idx + len(words[-1].text),
        clause=clause,
        parts=parts_of(clause, words),
        subject=subject or None,
        predicate=predicate or None,
        object=text_of(object_) or None,
        polarity=polarity_of(clause),
        modality=modality,
        tense=tense,
        found=found,
        act=act,
    )
    return [main, *_further(main, clause)]


def _further(main: Draft, clause: Clause) -> list[Draft]:
    """One more claim for each adverbial with a noun: 'X | killed 12 people in | Gaza'."""
    made: list[Draft] = []
    if main.subject is None or clause.joiner is not None:
        return made
    lead = f"{main.predicate} {main.object}" if main.object else main.predicate
    first, last = clause.head.i, clause.words[-1].i
    for words in members_of(clause.object):
        if main.object and main.object.endswith(text_of(clause.object)):
            made.append(replace(main, object=text_of(words), further=len(made) + 1))
    for words in clause.further:
        if words[0].dep_ not in ("prep", "agent") or len(words) < 2 or words[0].i < first:
            continue
        if words[1].lower_ in RELATIVES or words[-1].i > last:
            continue
        if len(made) == MOST_FURTHER:
            break
        made.append(
            replace(
                main,
                predicate=f"{lead} {words[0].text}",
                object=text_of(words[1:]),
                further=len(made) + 1,
            )
        )
    return made


def _uncovered(
    view: SentenceView, found: FoundAttribution, drafts: list[Draft], act: Clause | None
) -> list[Draft]:
    """Makes the drafts of an attribution cover its content, with a new one where there is none."""
    sentence = view.sentence
    made: list[Draft] = []
    for part in found.content:
        start, end = _visible(
            view.text, max(part[0], sentence.start_char), min(part[1], sentence.end_char)
        )
        if start >= end:
            continue
        inside = [d for d in drafts if d.found is found and d.start < end and d.end > start]
        if inside:
            first = min(inside, key=lambda d: d.start)
            last = max(inside, key=lambda d: d.end)
            first.start, last.end = min(first.start, start), max(last.end, end)
            _close_gaps(view.text, inside)
        elif not any(_is_said_within(other, found, start, end) for other in view.attributions):
            made.append(_fragment(view, start, end, found, act))
    return made


def _close_gaps(text: str, inside: Sequence[Draft]) -> None:
    """Gives what is said between two claims of one content to the latter: 'and', 'but', 'because of it'."""
    reached: int | None = None
    moved: dict[int, int] = {}
    for draft in sorted(inside, key=lambda each: (each.start, each.end)):
        start = moved.get(draft.start, draft.start)
        if reached is not None and reached < start:
            start = _visible(text, reached, draft.start)[0]
            moved[draft.start] = start
        draft.start = start
        reached = max(reached or 0, draft.end)


def _is_said_within(other: FoundAttribution, found: FoundAttribution, start: int, end: int) -> bool:
    """Whether another attribution reports the place, with this one as an outer link."""
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
    offset = view.sentence.start_char
    parts: list[Part] = (
        parts_of(act, act.words)
        if act is not None
        else [word for word in view.tree.words if start <= offset + word.idx < end]
    )
    return Draft(
        start=start,
        end=end,
        clause=None,
        parts=parts,
        subject=(text_of(act.subject) or None) if act else None,
        predicate=(text_of(act.predicate) or None) if act else None,
        object=(text_of(act.object) or None) if act else None,
        polarity=polarity_of(act) if act else "affirmed",
        modality=(modality_of_act(found, False) if found else None) or "asserted",
        tense=None,
        found=found,
        act=found if act is not None else None,
    )


def _whole(view: SentenceView) -> list[Draft]:
    """The sentence as one claim where its tree shows no clause."""
    start, end = _visible(view.text, view.sentence.start_char, view.sentence.end_char)
    said = view.text[start:end]
    is_sentence = said[-1:] in (".", "!", "?", "”", '"') and said.count(" ") >= 3
    if sum(letter.isalpha() for letter in said) < FEWEST_LETTERS or not (
        view.is_alone or is_sentence
    ):
        return []
    return [_fragment(view, start, end, None, None)]


def whole_of(view: SentenceView) -> Draft:
    """The sentence as a claim with no arguments, for what none of its clauses holds."""
    start, end = _visible(view.text, view.sentence.start_char, view.sentence.end_char)
    return _fragment(view, start, end, None, None)
