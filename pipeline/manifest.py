"""crossclaim-sources.csv: what the user knows of the files, by glob.

Belongs here: reading the settings file and finding a path's lines. Does not belong here: what the
cleaner makes of them.
"""

import csv
import json
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from pipeline.reading.settings_text import settings_text
from pipeline.records import ManifestEntry

FILE_NAME = "crossclaim-sources.csv"
COLUMNS = ("glob", "source", "url", "date")


class ManifestError(ValueError):
    """The settings file cannot be read; the message names the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The lines of crossclaim-sources.csv, in order."""

    entries: tuple[ManifestEntry, ...]

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        """The manifest at the top of the input folder; empty where there is none.

        Raises ManifestError where it has no `glob` column, an unknown column or is no UTF-8.
        """
        file = folder / FILE_NAME
        if not file.is_file():
            return cls(())
        text = settings_text(file, ManifestError)
        reader = csv.DictReader(text.splitlines())
        names = [name.strip() for name in reader.fieldnames or []]
        unknown = set(names) - set(COLUMNS)
        if "glob" not in names or unknown:
            raise ManifestError(
                f"{file}: the first line must name columns out of {', '.join(COLUMNS)}, "
                f"'glob' among them; found {', '.join(names) or 'nothing'}"
            )
        entries = []
        for row in reader:
            values = {
                (name or "").strip(): (value or "").strip() or None
                for name, value in row.items()
                if isinstance(value, str)
            }
            if values.get("glob"):
                entries.append(ManifestEntry(**values))  # type: ignore[arg-type]
        return cls(tuple(entries))

    def entries_for(self, path: str) -> tuple[ManifestEntry, ...]:
        """The lines whose glob matches the path, in the order of the file; `*` also matches `/`."""
        return tuple(entry for entry in self.entries if fnmatchcase(path, entry.glob))

    def to_json(self) -> str:
        """The manifest as JSON, to be compared with a later one."""
        return json.dumps([asdict(entry) for entry in self.entries], ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Manifest":
        """The manifest that `to_json` wrote."""
        return cls(tuple(ManifestEntry(**entry) for entry in json.loads(text)))
