"""Progress of a long stage: one line that rewrites itself in a terminal, plain lines in a log."""

import sys
import time
from typing import TextIO


class Progress:
    """Tells how many of how many are done, how fast, and how long it will still take.

    `stream` gets at most one line every `seconds_between` seconds (a fifth of that in a terminal),
    and a last line when all is done. Stages that end sooner say nothing.
    """

    def __init__(
        self, label: str, total: int, stream: TextIO | None = None, seconds_between: float = 10.0
    ) -> None:
        self._label = label
        self._total = total
        self._stream = stream or sys.stderr
        self._terminal = self._stream.isatty()
        self._pause = seconds_between / 5 if self._terminal else seconds_between
        self._started = self._last = time.monotonic()
        self._done = 0
        self._spoke = False

    def advance(self, count: int = 1) -> None:
        """Count more items as done, and say so where it is time to."""
        self._done += count
        now = time.monotonic()
        finished = self._done >= self._total
        if now - self._last >= self._pause or (finished and self._spoke):
            self._last = now
            self._spoke = True
            self._write(self.line(now), finished)

    def line(self, now: float) -> str:
        """The line for a moment of the monotonic clock."""
        elapsed = max(now - self._started, 1e-9)
        rate = self._done / elapsed
        left = (self._total - self._done) / rate if rate else 0.0
        return (
            f"{self._label}: {self._done:,} of {self._total:,}, {rate:,.1f} a second, "
            f"{_duration(left)} left"
        )

    def _write(self, line: str, finished: bool) -> None:
        if self._terminal:
            self._stream.write(f"\r\x1b[2K{line}" + ("\n" if finished else ""))
        else:
            self._stream.write(line + "\n")
        self._stream.flush()


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"
