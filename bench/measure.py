"""Running a command and what it cost: wall, CPU of it and all its children, peak memory of them together.

Belongs here: the measuring. Does not belong here: what is measured.
"""

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
SECONDS_BETWEEN_LOOKS = 0.2


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds and MiB of one command; `output` is what it printed."""

    wall: float
    cpu: float
    peak_mib: float
    output: str


def run(command: Sequence[str], **environment: str) -> Cost:
    """Run a command from the project's root, one BLAS thread a process.

    Raises RuntimeError with the end of its output where it fails.
    """
    settings = {**os.environ, "OMP_NUM_THREADS": "1", **environment}
    started = time.monotonic()
    process = subprocess.Popen(
        command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    peak = _Peak(process.pid)
    peak.start()
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    peak.stop()
    if status:
        raise RuntimeError(f"{' '.join(command)}\n{output[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak.mib, output)


class _Peak(threading.Thread):
    """Looks at the resident memory of a process and its children, added up, until told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._root = psutil.Process(pid)
        self._done = threading.Event()
        self.mib = 0.0

    def run(self) -> None:
        while not self._done.wait(SECONDS_BETWEEN_LOOKS):
            total = 0
            try:
                for process in [self._root, *self._root.children(recursive=True)]:
                    total += process.memory_info().rss
            except psutil.Error:
                continue
            self.mib = max(self.mib, total / 2**20)

    def stop(self) -> None:
        self._done.set()
        self.join()


def python(module: str, *arguments: object) -> list[str]:
    """The command that runs a module of this project."""
    return [sys.executable, "-m", module, *map(str, arguments)]


def median(costs: Sequence[Cost], field: str) -> float:
    """The median of one field of several runs."""
    return statistics.median(getattr(cost, field) for cost in costs)


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _cell(value: object) -> str:
    return f"{value:,.2f}" if isinstance(value, float) else str(value)
