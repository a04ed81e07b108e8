"""Files of the page: data as script files that a browser opens from disk, and the swap of the folder.

Belongs here: escaping and writing. Does not belong here: what the data says.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

# In a script element these would end the string, the element, or start a comment.
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def script_of(name: str, value: Any) -> str:
    """A script that hands `value` to the page under `name`; no text in it can leave its string."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    text = text.encode("utf-8", "replace").decode("utf-8")
    for character, escape in UNSAFE.items():
        text = text.replace(character, escape)
    return f"crossclaim.put({json.dumps(name)},{text});\n"


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in the page's data")


@contextmanager
def replaced_folder(target: Path) -> Iterator[Path]:
    """A new folder that takes the place of `target` when the block ends well."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    fresh.chmod(0o755)
    try:
        yield fresh
        old = fresh.with_name(f"{fresh.name}.old")
        if target.exists():
            os.replace(target, old)
        os.replace(fresh, target)
        shutil.rmtree(old, ignore_errors=True)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
