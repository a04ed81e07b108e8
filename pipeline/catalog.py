"""The views and macros of a warehouse as a whole: in which order they are made.

Belongs here: what stands on what among `sql/views`, making them all. Does not belong here: making one
of them (that is in `warehouse`), what a view says.
"""

import time
from functools import cache
from graphlib import TopologicalSorter

from pipeline.warehouse import Warehouse, header_of, query_tables, sql_names, sql_text


@cache
def view_dependencies() -> dict[str, frozenset[str]]:
    """Of every view the tables and views that it reads."""
    return {name: frozenset(query_tables(sql_text("views", name))) for name in sql_names("views")}


@cache
def view_order() -> tuple[str, ...]:
    """The views, each after those that it reads."""
    views = view_dependencies()
    graph = {name: sorted(needs & views.keys()) for name, needs in sorted(views.items())}
    return tuple(TopologicalSorter(graph).static_order())


def is_materialized(view: str) -> bool:
    """Whether a view is stored as a table of its rows."""
    return "materialized" in header_of(sql_text("views", view))


def create_views(warehouse: Warehouse) -> list[tuple[str, float]]:
    """Make every view and macro; of each view its name and the seconds it took."""
    taken = []
    for name in view_order():
        started = time.perf_counter()
        warehouse.create_view(name)
        taken.append((name, time.perf_counter() - started))
    warehouse.create_macros()
    return taken
