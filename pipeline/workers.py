"""Worker processes of our own: batches out, results back in order, a limit on time and memory.

Belongs here: running a plain function over batches in other processes. Does not belong here: what
the function does.

A worker is a fresh interpreter (`python -m pipeline.workers`), so that it neither inherits the state
of a Dagster process nor imports it again. A batch that takes too long or kills its worker is tried
again item by item, and only the item at fault fails: one bad document never stops a run.
Idle workers wait for the next call, since imports cost more than a small batch: who has no more work
for them calls `stop_idle_workers`.
"""

import atexit
import gc
import importlib
import os
import resource
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any, Generic, TypeVar

from pipeline.settings import PROJECT_ROOT, Settings

Item = TypeVar("Item")
# Trees are many small objects and few of them circles: looking for those took a tenth of the parse.
GARBAGE_THRESHOLDS = (100_000, 50, 100)
BATCHES_AHEAD = 4  # results that wait for an earlier batch, a worker; bounds memory
# The first batch pays for imports and the model; 60 s of grace is far above what they take.
STARTING_SECONDS = 60.0
# Of many documents few are slow: ten times what an article takes, so that one gone astray is soon alone.
SECONDS_IN_A_BATCH = 5.0


@dataclass(frozen=True, slots=True)
class Failure(Generic[Item]):
    """An item that a worker could not do: it took too long, or its worker died or raised."""

    item: Item
    reason: str
    detail: str


class _Worker:
    """One child process and the pipe to it."""

    def __init__(self, settings: Settings) -> None:
        self.started_with = _surroundings(settings)
        self.connection, theirs = Pipe()
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(PROJECT_ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pipeline.workers", str(theirs.fileno())],
            pass_fds=(theirs.fileno(),),
            env=environment,
            cwd=PROJECT_ROOT,
        )
        theirs.close()
        self.connection.send(settings.worker_memory_bytes)

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def stop(self) -> None:
        self.connection.close()
        with suppress(ProcessLookupError):
            self._process.kill()
        self._process.wait()


_idle: list[_Worker] = []


def _surroundings(settings: Settings) -> tuple[object, ...]:
    """What a worker takes from its start and keeps; one of other settings is of no use."""
    ours = sorted(item for item in os.environ.items() if item[0].startswith("CROSSCLAIM_"))
    return (settings.worker_memory_bytes, *ours)


@atexit.register
def stop_idle_workers() -> None:
    """End the workers that wait; they hold the parser, some hundred megabytes each."""
    while _idle:
        _idle.pop().stop()


def _take_idle(settings: Settings) -> list[_Worker]:
    """The waiting workers that were started as one would be started now; the others end."""
    wanted = _surroundings(settings)
    fit = [one for one in _idle if one.started_with == wanted and one.is_alive()]
    _idle[:] = [one for one in _idle if one not in fit]
    stop_idle_workers()
    return fit


@dataclass(slots=True)
class _Task(Generic[Item]):
    number: int
    items: Sequence[Item]
    deadline: float = 0.0


def map_batches(
    function: Callable[[Sequence[Item]], Any],
    batches: Iterable[Sequence[Item]],
    settings: Settings,
) -> Iterator[tuple[Sequence[Item], list[Any], list[Failure[Item]]]]:
    """Each batch with the results of `function` over it and its failures, in the order of batches.

    `function` is importable and takes a sequence of items. A batch gives one result; one that failed
    as a whole gives a result for each of its items that did not.
    """
    pool = _Pool(function, settings)
    try:
        yield from pool.run(enumerate(batches))
    finally:
        pool.stop()


class _Pool(Generic[Item]):
    def __init__(self, function: Callable[[Sequence[Item]], Any], settings: Settings) -> None:
        self._name = f"{function.__module__}:{function.__qualname__}"
        self._settings = settings
        self._busy: dict[_Worker, _Task[Item]] = {}
        self._idle = _take_idle(settings)
        self._split: deque[_Task[Item]] = deque()
        self._ready: dict[int, tuple[list[Any], list[Failure[Item]]]] = {}
        self._open: dict[int, Sequence[Item]] = {}
        self._parts_left: dict[int, int] = {}

    def run(
        self, batches: Iterator[tuple[int, Sequence[Item]]]
    ) -> Iterator[tuple[Sequence[Item], list[Any], list[Failure[Item]]]]:
        next_number = 0
        exhausted = False
        while True:
            while not exhausted and self._has_room(next_number):
                number, items = next(batches, (-1, ()))
                if number < 0:
                    exhausted = True
                    break
                self._open[number] = items
                self._parts_left[number] = 1
                self._ready[number] = ([], [])
                self._start(_Task(number, items))
            while self._split and len(self._busy) < self._settings.workers:
                self._start(self._split.popleft())
            if self._busy:
                self._collect()
            while self._parts_left.get(next_number) == 0:
                results, failures = self._ready.pop(next_number)
                del self._parts_left[next_number]
                yield self._open.pop(next_number), results, failures
                next_number += 1
            if exhausted and not self._open:
                return

    def _has_room(self, next_number: int) -> bool:
        ahead = max(self._open, default=next_number) - next_number
        return (
            not self._split
            and len(self._busy) < self._settings.workers
            and ahead < BATCHES_AHEAD * self._settings.workers
        )

    def _start(self, task: _Task[Item]) -> None:
        worker = self._idle.pop() if self._idle else _Worker(self._settings)
        limit = max(self._settings.seconds_per_document, SECONDS_IN_A_BATCH * len(task.items))
        task.deadline = time.monotonic() + STARTING_SECONDS + limit
        worker.connection.send((self._name, task.items))
        self._busy[worker] = task

    def _collect(self) -> None:
        soonest = min(task.deadline for task in self._busy.values())
        by_connection = {worker.connection: worker for worker in self._busy}
        answered = wait(list(by_connection), timeout=max(0.0, soonest - time.monotonic()))
        for connection in answered:
            worker = by_connection[connection]  # type: ignore[index]
            task = self._busy.pop(worker)
            try:
                succeeded, answer = worker.connection.recv()
            except (EOFError, ConnectionResetError):
                worker.stop()
                self._failed(task, "crashed", "the worker process died")
                continue
            self._idle.append(worker)
            if succeeded:
                self._ready[task.number][0].append(answer)
                self._parts_left[task.number] -= 1
            else:
                self._failed(task, "crashed", answer)
        now = time.monotonic()
        for worker, task in list(self._busy.items()):
            if task.deadline <= now:
                del self._busy[worker]
                worker.stop()
                limit = self._settings.seconds_per_document
                self._failed(task, "timeout", f"took longer than {limit:g} s")

    def _failed(self, task: _Task[Item], reason: str, detail: str) -> None:
        self._parts_left[task.number] -= 1
        if len(task.items) == 1:
            self._ready[task.number][1].append(Failure(task.items[0], reason, detail))
            return
        self._parts_left[task.number] += len(task.items)
        self._split.extend(_Task(task.number, [item]) for item in task.items)

    def stop(self) -> None:
        for worker in self._busy:
            worker.stop()
        _idle.extend(self._idle)


def _function(name: str) -> Callable[[Any], Any]:
    module, _, qualname = name.partition(":")
    function: Callable[[Any], Any] = getattr(importlib.import_module(module), qualname)
    return function


def _serve(connection: Connection) -> None:
    """The life of a worker: answer each batch with (True, result) or (False, what went wrong)."""
    memory_bytes = connection.recv()
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
    while True:
        try:
            name, items = connection.recv()
        except EOFError:
            return
        try:
            answer = (True, _function(name)(items))
        except Exception as error:
            answer = (False, f"{type(error).__name__}: {error}"[:500])
        connection.send(answer)


if __name__ == "__main__":
    _serve(Connection(int(sys.argv[1])))
