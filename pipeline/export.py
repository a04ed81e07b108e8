"""Every table and view as a Parquet file, for people who bring their own tools.

Belongs here: which tables and where to. Does not belong here: what is in them.

    python -m pipeline.export [FOLDER]     (make export; the folder is DATA/export unless one is named)
"""

import sys
from pathlib import Path

from pipeline.settings import Settings
from pipeline.warehouse import Warehouse, read_published


def export(warehouse: Warehouse, folder: Path) -> list[Path]:
    """Write one Parquet file for each table and view, named after it; gives the files.

    Types are those of the tables, so that polars, pandas, Spark and others read them unchanged. A file
    is replaced whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [warehouse.write_parquet(name, folder) for name in warehouse.relation_names()]


def main(arguments: list[str]) -> int:
    """Export the published file."""
    settings = Settings.from_environment()
    if not settings.published_file.is_file():
        print(
            f"{settings.published_file} is not there yet: run the pipeline first.", file=sys.stderr
        )
        return 1
    folder = Path(arguments[0]) if arguments else settings.data_folder / "export"
    with read_published(settings.published_file) as warehouse:
        files = export(warehouse, folder)
    print(f"{len(files)} tables and views are in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
