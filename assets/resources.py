"""What assets need from outside: the open warehouse and the settings.

Belongs here: opening and closing. Does not belong here: anything that reads a row.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from dagster import ConfigurableResource, InitResourceContext
from pydantic import PrivateAttr

from pipeline.settings import Settings
from pipeline.warehouse import Warehouse


class WarehouseResource(ConfigurableResource["WarehouseResource"]):
    """The private work file, open for the length of a run, and the settings of the environment.

    A second run waits for the file as long as the settings allow, then fails and says who is waited
    for.
    """

    _warehouse: Warehouse = PrivateAttr()
    _settings: Settings = PrivateAttr()

    @contextmanager
    def yield_for_execution(self, context: InitResourceContext) -> Iterator["WarehouseResource"]:
        """Open the work file, and close it whatever happens."""
        del context
        self._settings = Settings.from_environment()
        self._warehouse = Warehouse.open(self._settings.work_file, self._settings.lock_wait_seconds)
        try:
            yield self
        finally:
            self._warehouse.close()

    @property
    def warehouse(self) -> Warehouse:
        """The open work file."""
        return self._warehouse

    @property
    def settings(self) -> Settings:
        """The settings of this run."""
        return self._settings
