"""The input folder: which files lie in it, and which of them are settings.

Belongs here: walking, stamps, links that lead out. Does not belong here: opening files.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.records import Rejection

SETTINGS_FILE = re.compile(r"crossclaim-[^/]*\.(csv|toml)")


class InputFolderError(RuntimeError):
    """The input folder cannot be used as it is; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of the input folder. `path` is relative to it, bytes that are not UTF-8 as %XX."""

    path: str
    location: Path
    byte_size: int
    modified_ns: int


def printable_path(relative: str) -> str:
    """The path with each byte that is not UTF-8 as %XX."""
    return re.sub("[\udc80-\udcff]", lambda found: f"%{ord(found[0]) - 0xDC00:02X}", relative)


def is_settings_file(path: str) -> bool:
    """Whether a file at this path of the input folder is settings and no document."""
    return SETTINGS_FILE.fullmatch(path) is not None


def list_folder(folder: Path) -> tuple[list[InputFile], list[Rejection]]:
    """Every file below the folder, by path, and the links that lead out of it.

    Raises InputFolderError where the folder is missing or cannot be listed.
    """
    if not folder.is_dir():
        raise InputFolderError(
            f"The input folder {folder} does not exist. Nothing was changed; set INPUT "
            "(or CROSSCLAIM_INPUT) to the folder that holds the documents."
        )
    root = folder.resolve()
    files: list[InputFile] = []
    rejections: list[Rejection] = []
    for directory, names, file_names in os.walk(root, onerror=_unlistable(root)):
        names.sort()
        for name in list(names):
            place = Path(directory, name)
            if place.is_symlink():
                names.remove(name)
                _reject_link(root, place, rejections)
        for name in sorted(file_names):
            place = Path(directory, name)
            path = printable_path(place.relative_to(root).as_posix())
            if is_settings_file(path):
                continue
            if place.is_symlink() and not _stays_inside(root, place):
                _reject_link(root, place, rejections)
                continue
            found = _stamp(path, place)
            if isinstance(found, Rejection):
                rejections.append(found)
            else:
                files.append(found)
    files.sort(key=lambda file: file.path)
    return files, rejections


def _unlistable(root: Path):  # type: ignore[no-untyped-def]
    def refuse(error: OSError) -> None:
        if Path(error.filename) == root:
            raise InputFolderError(f"The input folder {root} cannot be listed: {error}")

    return refuse


def _stays_inside(root: Path, place: Path) -> bool:
    try:
        return place.resolve(strict=True).is_relative_to(root)
    except OSError:
        return True


def _reject_link(root: Path, place: Path, rejections: list[Rejection]) -> None:
    path = printable_path(place.relative_to(root).as_posix())
    rejections.append(
        Rejection(
            path,
            "",
            "reading",
            "outside",
            "a link that leads out of the input folder, or to a folder; copy what it points to",
        )
    )


def _stamp(path: str, place: Path) -> InputFile | Rejection:
    try:
        status = place.stat()
    except OSError as error:
        reason = "vanished" if isinstance(error, FileNotFoundError) else "unreadable"
        return Rejection(path, "", "reading", reason, str(error.strerror))  # type: ignore[arg-type]
    if not place.is_file():
        return Rejection(path, "", "reading", "unsupported", "neither a file nor a folder")
    return InputFile(path, place, status.st_size, status.st_mtime_ns)
