"""The Dagster instance of `make run` and `make dev`: it lies beside the data.

Belongs here: making DAGSTER_HOME. Does not belong here: its settings (`dagster.yaml`).
"""

import os
import shutil
from pathlib import Path

from pipeline.settings import PROJECT_ROOT, Settings


def prepare_home(settings: Settings) -> Path:
    """DAGSTER_HOME, or `dagster` in the data folder, with our `dagster.yaml` where it has none."""
    home = Path(os.environ.get("DAGSTER_HOME") or settings.data_folder / "dagster")
    home.mkdir(parents=True, exist_ok=True)
    ours = PROJECT_ROOT / "dagster.yaml"
    if not (home / "dagster.yaml").exists() or home.parent == settings.data_folder:
        shutil.copyfile(ours, home / "dagster.yaml")
    os.environ["DAGSTER_HOME"] = str(home)
    return home


if __name__ == "__main__":
    prepare_home(Settings.from_environment())
