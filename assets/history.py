"""Dagster's history on SQLite, with its connections kept while a run writes to it.

Belongs here: how `make run` opens the history. Does not belong here: what is in it (that is Dagster's).

Dagster's own storage makes an engine, a connection and its statements anew for every event, and closing
the only connection to a file makes SQLite write its log back each time: two thirds of the CPU of a run
with nothing new. The files are the same; `make dev` opens them in Dagster's own way.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dagster import DagsterInstance
from dagster._core.instance.ref import InstanceRef
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._core.storage.sqlite_storage import DagsterSqliteStorage
from sqlalchemy import create_engine
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import QueuePool

SECONDS_TO_WAIT = 20  # for another process that writes the same file


class KeptEventLog(SqliteEventLogStorage):
    """The event log, each of whose files is opened once a process."""

    def __init__(self, base_dir: str, inst_data: Any = None) -> None:
        self._engines: dict[str, Engine] = {}
        super().__init__(base_dir, inst_data)

    @classmethod
    def from_config_value(cls, inst_data: Any, config_value: Any) -> "KeptEventLog":
        """As Dagster makes it from its settings."""
        return cls(inst_data=inst_data, **config_value)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        if shard not in self._engines:
            # Dagster's own way makes the tables.
            with super()._connect(shard):
                pass
        with self._db_lock:
            if shard not in self._engines:
                self._engines[shard] = create_engine(
                    self.conn_string_for_shard(shard),
                    poolclass=QueuePool,
                    pool_size=1,
                    connect_args={"timeout": SECONDS_TO_WAIT, "check_same_thread": False},
                )
            with self._engines[shard].begin() as connection:
                yield connection

    def dispose(self) -> None:
        """Close the files."""
        for engine in self._engines.values():
            engine.dispose()
        self._engines.clear()
        super().dispose()


class KeptStorage(DagsterSqliteStorage):
    """Dagster's SQLite storage with that event log."""

    @classmethod
    def from_config_value(cls, inst_data: Any, config_value: Any) -> "KeptStorage":
        """As Dagster makes it from its settings."""
        return cls.from_local(inst_data=inst_data, **config_value)

    def __init__(self, base_dir: str, inst_data: Any = None) -> None:
        super().__init__(base_dir, inst_data)
        self._event_log_storage: SqliteEventLogStorage = KeptEventLog(
            self._event_log_storage._base_dir
        )


def open_history(home: Path) -> DagsterInstance:
    """The instance of a home, as its `dagster.yaml` says, for one process that runs a job."""
    storage = {
        "module": __name__,
        "class": KeptStorage.__name__,
        "config": {"base_dir": str(home)},
    }
    return DagsterInstance.from_ref(
        InstanceRef.from_dir(str(home), overrides={"storage": {"custom": storage}})
    )
