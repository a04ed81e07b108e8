"""Which pairs of texts are worth aligning: those that share several runs of five words close together.

Belongs here: the inverted index of shingles, and the pairs that it brings up. Does not belong here: the
words between the shingles; that is aligning.

A machine that rewords leaves function words, names and figures, so even heavily spun text keeps a run
of five every few lines, while unrelated texts share set phrases here and there. A shingle that many
texts hold is a set phrase or part of a report in many outlets: it is told by the twelve words that
begin with it, which set phrases do not share. Of twelve words that many texts hold, one run in sixteen
is followed, and each text is linked to the next few hundred. What many texts of one source hold is
house text, and links none of them. So the work grows with what is shared.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.reuse.shingles import SHINGLE_WORDS, Numbers, Shingles
from pipeline.reuse.words import Hashes, Positions, mixed

Mask = npt.NDArray[np.bool_]
Pairs = npt.NDArray[np.int64]  # two columns: the numbers of two texts, the smaller first

# So many shared shingles, each so near to the next in both texts, that cover so many words.
LEAST_SHARED = 3
WITHIN_WORDS = 100
LEAST_WORDS = 12
# Texts of one source share names of series, captions and the like; only whole sentences count there.
LEAST_WORDS_OF_ONE_SOURCE = 16
_COMMON_AT = 100
_HOUSE_TEXT_AT = 8
_FOLLOW_ONE_IN = np.uint64(16)
_FARTHEST_LINK = 200
# The shingles at these offsets together cover twelve words.
_LONG_RUN = (0, SHINGLE_WORDS, 12 - SHINGLE_WORDS)


@dataclass(frozen=True, slots=True)
class TextIndex:
    """The shingles of all texts, which text each stands in, and the number of each text's source."""

    shingles: Shingles
    sources: Positions
    text_of: Positions

    @classmethod
    def of(cls, shingles: Shingles, sources: Sequence[str]) -> "TextIndex":
        """An index of texts of the sources named."""
        numbers = np.unique(np.array(sources, dtype=str), return_inverse=True)[1]
        text_of = np.repeat(np.arange(shingles.documents), np.diff(shingles.first))
        return cls(shingles, numbers.astype(np.int64), text_of)


def candidate_pairs(index: TextIndex, is_there: Mask, is_new: Mask) -> Pairs:
    """Pairs of texts that are there, one of them new, and share several shingles close together."""
    places = _shared_places(index.shingles, is_new)
    ones, others = _links(index, places[is_there[index.text_of[places]]])
    a, b = index.text_of[ones], index.text_of[others]
    wanted = is_new[a] | is_new[b]
    ones, others, a, b = ones[wanted], others[wanted], a[wanted], b[wanted]
    first, count = index.shingles.first, max(1, index.shingles.documents)
    needed = np.where(index.sources[a] == index.sources[b], LEAST_WORDS_OF_ONE_SOURCE, LEAST_WORDS)
    keys = np.unique(_close(a * count + b, ones - first[a], others - first[b], needed))
    return np.stack(np.divmod(keys, count), axis=1)


def unsettled_texts(index: TextIndex, was_there: Mask, is_there: Mask) -> Mask:
    """Texts that stay, but with other links among them now that some came or went.

    What links two texts depends on how many others hold it: a phrase becomes common, or rare again.
    """
    unsettled = np.zeros(is_there.size, dtype=bool)
    changed = was_there != is_there
    if not was_there.any() or not changed.any():
        return unsettled
    places = _shared_places(index.shingles, changed)
    text_of, stays = index.text_of, was_there & is_there
    keys = []
    for mask in (was_there, is_there):
        a, b = text_of[np.stack(_links(index, places[mask[text_of[places]]]))]
        keys.append(np.sort((a * is_there.size + b)[stays[a] & stays[b]]))
    pairs, counts = np.unique(np.concatenate(keys), return_counts=True)
    before = np.searchsorted(keys[0], pairs, side="right") - np.searchsorted(keys[0], pairs)
    unsettled[np.stack(np.divmod(pairs[2 * before != counts], is_there.size))] = True
    return unsettled


def _shared_places(shingles: Shingles, is_new: Mask) -> Positions:
    """Where the shingles stand that a new text and perhaps another hold, by shingle, then place."""
    values = shingles.values
    bucket = values >> np.uint32(8)
    if is_new.all():
        found = np.flatnonzero(np.bincount(bucket, minlength=1)[bucket] > 1)
    else:
        of_new = values[np.repeat(is_new, np.diff(shingles.first))]
        is_wanted = np.zeros(2**24, dtype=bool)
        is_wanted[of_new >> np.uint32(8)] = True
        found = np.flatnonzero(is_wanted[bucket])
        found = found[np.isin(values[found], of_new)]
    keys = (values[found].astype(np.uint64) << np.uint64(32)) | found.astype(np.uint64)
    keys.sort()  # one plain sort is several times as fast as a stable order
    return (keys & np.uint64(2**32 - 1)).astype(np.int64)


def _links(index: TextIndex, places: Positions) -> tuple[Positions, Positions]:
    """Two places for each shingle that links two texts; `places` are sorted by shingle, then place."""
    values, places = _once_a_text(index, index.shingles.values[places], places)
    group, size = _groups(values)
    rare, common = (size > 1) & (size <= _COMMON_AT), size > _COMMON_AT
    links = [_linked(index, group[rare], places[rare])]
    if common.any():
        runs, places = _long_runs(index, places[common])
        group, size = _groups(runs)
        rare = (size > 1) & (size <= _COMMON_AT)
        followed = (size > _COMMON_AT) & (runs % _FOLLOW_ONE_IN == 0)
        links.append(_linked(index, group[rare], places[rare]))
        sampled = _linked(index, group[followed], places[followed])
        links += [sampled + np.int64(offset) for offset in _LONG_RUN]
    ones, others = np.concatenate(links, axis=1)
    return ones, others


def _once_a_text(index: TextIndex, values: Numbers, places: Positions) -> tuple[Numbers, Positions]:
    """For sorted shingles: a shingle that a text repeats counts at its first place only."""
    new = np.ones(values.size, dtype=bool)
    texts = index.text_of[places]
    new[1:] = (texts[1:] != texts[:-1]) | (values[1:] != values[:-1])
    return values[new], places[new]


def _groups(values: Numbers | Hashes) -> tuple[Positions, Positions]:
    """For sorted values: the number of the group of equals, and its size, of each."""
    if not values.size:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    group = np.concatenate(([0], np.cumsum(values[1:] != values[:-1])))
    return group, np.bincount(group)[group]


def _long_runs(index: TextIndex, places: Positions) -> tuple[Hashes, Positions]:
    """The runs of twelve words that begin at the places, sorted by run, then place."""
    last = _LONG_RUN[-1]
    places = places[places + last < index.text_of.size]
    places = np.sort(places[index.text_of[places] == index.text_of[places + last]])
    runs = np.zeros(places.size, dtype=np.uint64)
    for offset in _LONG_RUN:
        runs = mixed((runs << np.uint64(1)) + index.shingles.values[places + offset])
    order = np.argsort(runs, kind="stable")
    return runs[order], places[order]


def _linked(index: TextIndex, group: Positions, places: Positions) -> Positions:
    """The places of each two neighbours of one group, the earlier ones in the first row."""
    found = [np.zeros((2, 0), np.int64)]
    source = index.sources[index.text_of[places]]
    house = _is_house_text(group, source)
    later = np.searchsorted(group, group, side="right") - np.arange(group.size) - 1
    linked = np.arange(group.size)
    for step in range(1, _FARTHEST_LINK + 1):
        linked = linked[later[linked] >= step]
        if not linked.size:
            break
        kept = linked[~house[linked] | (source[linked] != source[linked + step])]
        found.append(np.stack((places[kept], places[kept + step])))
    return np.concatenate(found, axis=1)


def _is_house_text(group: Positions, source: Positions) -> Mask:
    """For each member of a group: whether many members are of its source."""
    keys = group * (int(source.max(initial=0)) + 1) + source
    _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    is_house: Mask = counts[inverse] > _HOUSE_TEXT_AT
    return is_house


def _close(keys: Positions, in_a: Positions, in_b: Positions, needed: Positions) -> Positions:
    """The keys that hold several places close together in both texts, covering the words needed."""
    if not keys.size:
        return keys
    order = np.lexsort((in_a, keys))
    keys, in_a, in_b = keys[order], in_a[order], in_b[order]
    ahead = np.diff(in_a)
    breaks = (
        (keys[1:] != keys[:-1]) | (ahead > WITHIN_WORDS) | (np.abs(np.diff(in_b)) > WITHIN_WORDS)
    )
    cluster = np.concatenate(([0], np.cumsum(breaks)))
    further = np.where(breaks, SHINGLE_WORDS, np.minimum(ahead, SHINGLE_WORDS))
    words = np.bincount(cluster, weights=np.concatenate(([SHINGLE_WORDS], further)))
    first = np.flatnonzero(np.concatenate(([True], breaks)))
    is_close = (np.bincount(cluster) >= LEAST_SHARED) & (words >= needed[order][first])
    return keys[first[is_close]]
