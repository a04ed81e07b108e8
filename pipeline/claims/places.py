"""From places in the clean text to places in the raw text, by a document's text map.

Belongs here: the two look-ups. Does not belong here: making the map.
"""

from bisect import bisect_left, bisect_right

from pipeline.records import TextRun


class RawPlaces:
    """The raw offsets of a document's clean text; runs are in order and do not overlap."""

    def __init__(self, text_map: tuple[TextRun, ...]) -> None:
        self._runs = text_map
        self._starts = [run.start_char for run in text_map]
        self._ends = [run.end_char for run in text_map]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of a clean span that begins and ends with visible characters.

        A run whose raw text is longer or shorter (an entity, an escape) counts as a whole.
        """
        if not self._runs:
            return start, end
        first = self._runs[max(0, bisect_right(self._starts, start) - 1)]
        last = self._runs[min(len(self._runs) - 1, bisect_left(self._ends, end))]
        raw_start = first.raw_start + (start - first.start_char if _is_plain(first) else 0)
        raw_end = last.raw_end - (last.end_char - end if _is_plain(last) else 0)
        return raw_start, raw_end


def _is_plain(run: TextRun) -> bool:
    return run.raw_end - run.raw_start == run.end_char - run.start_char
