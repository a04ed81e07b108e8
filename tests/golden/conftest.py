"""One run over the examples for all golden tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.settings import Settings
from pipeline.warehouse import Warehouse, read_published
from tests.golden.expected import CORPUS


@pytest.fixture(scope="session")
def examples_database(
    tmp_path_factory: pytest.TempPathFactory, whole_run: Callable[..., Path]
) -> Path:
    """The published database of a run over the examples."""
    data = tmp_path_factory.mktemp("examples")
    return whole_run(Settings(input_folder=CORPUS, data_folder=data, workers=1))


@pytest.fixture(scope="session")
def examples_warehouse(examples_database: Path) -> Iterator[Warehouse]:
    """The same, open to be read."""
    with read_published(examples_database) as warehouse:
        yield warehouse
