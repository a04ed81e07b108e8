"""Every knob, typed, with its default and its reason.

Belongs here: what a user may set, read from the environment once. Does not belong here: constants
that define a method (they stand beside the method).
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parents[1]


def _available_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _path_setting(environment: Mapping[str, str], name: str, default: Path) -> Path:
    value = environment.get(name, "").strip()
    return Path(value).expanduser().resolve() if value else default


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run reads, where it writes, and its limits.

    Fields marked `results` change what lands in the tables and are part of `settings_sha256`.
    """

    input_folder: Path = PROJECT_ROOT / "examples" / "corpus"
    data_folder: Path = PROJECT_ROOT / "data"
    workers: int = field(default_factory=_available_cores)
    allow_removals: bool = False
    # A run that holds the work file longer than this is more likely stuck than busy.
    lock_wait_seconds: float = 300.0
    # The slowest honest page of 8,000 took 2 s; a parser gone astray takes hours.
    seconds_per_document: float = 60.0
    # One article with all its markup is rarely above 2 MB; 50 MB of one line must still be read.
    largest_file_bytes: int = field(default=256 * 2**20, metadata={"results": True})
    largest_text_characters: int = field(default=60_000_000, metadata={"results": True})
    # A worker that needs more than this for one document is being attacked.
    worker_memory_bytes: int = 4 * 2**30
    spacy_model: str | None = field(default=None, metadata={"results": True})
    # A user's own extractor of claims as "package.module:function"; docs/claims.md tells its contract.
    extractor: str | None = field(default=None, metadata={"results": True})

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings that the environment variables CROSSCLAIM_* and ALLOW_REMOVALS give.

        Raises ValueError where a number is not one.
        """
        env = os.environ if environment is None else environment
        defaults = cls()
        return cls(
            input_folder=_path_setting(env, "CROSSCLAIM_INPUT", defaults.input_folder),
            data_folder=_path_setting(env, "CROSSCLAIM_DATA", defaults.data_folder),
            workers=int(env.get("CROSSCLAIM_WORKERS") or defaults.workers),
            allow_removals=env.get("ALLOW_REMOVALS", "") in ("1", "true", "yes"),
            lock_wait_seconds=float(
                env.get("CROSSCLAIM_LOCK_WAIT_SECONDS") or defaults.lock_wait_seconds
            ),
            seconds_per_document=float(
                env.get("CROSSCLAIM_SECONDS_PER_DOCUMENT") or defaults.seconds_per_document
            ),
            spacy_model=env.get("CROSSCLAIM_SPACY_MODEL") or None,
            extractor=env.get("CROSSCLAIM_EXTRACTOR") or None,
        )

    @property
    def work_file(self) -> Path:
        """The private database that the pipeline writes."""
        return self.data_folder / "work" / "warehouse.duckdb"

    @property
    def published_file(self) -> Path:
        """The database that people read; replaced whole at the end of a run."""
        return self.data_folder / "crossclaim.duckdb"

    @property
    def report_folder(self) -> Path:
        """Where the page lies that people look at."""
        return self.data_folder / "report"

    def sha256(self) -> str:
        """A hash of the settings that change results; where files lie is not one of them."""
        chosen = [
            (item.name, getattr(self, item.name))
            for item in fields(self)
            if item.metadata.get("results")
        ]
        return sha256(repr(chosen).encode()).hexdigest()
