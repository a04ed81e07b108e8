"""The views of `sql/views`, made so that each finds what it reads.

Belongs here: their order, and making one anew only when it must be. Does not belong here: what a view
says (that is its SQL).
"""

from functools import cache
from hashlib import sha256

from pipeline.fingerprints import state_of
from pipeline.warehouse import Warehouse, header_of, query_tables, select_of, sql_names, sql_text


@cache
def view_inputs(name: str) -> frozenset[str]:
    """The tables and views that a view reads."""
    return frozenset(query_tables(select_of(sql_text("views", name))))


@cache
def view_order() -> tuple[str, ...]:
    """All views, each after those that it reads, else by name.

    Raises ValueError where views read each other in a circle.
    """
    names = sql_names("views")
    ordered: list[str] = []
    while len(ordered) < len(names):
        ready = [
            n for n in names if n not in ordered and not view_inputs(n) & set(names) - set(ordered)
        ]
        if not ready:
            raise ValueError(f"these views read each other: {sorted(set(names) - set(ordered))}")
        ordered += ready
    return tuple(ordered)


def is_stored(name: str) -> bool:
    """Whether the view is kept as a table of its rows."""
    return "materialized" in header_of(sql_text("views", name))


def refresh_view(warehouse: Warehouse, name: str) -> bool:
    """Make the view where it is missing, another one or, if stored, older than what it reads."""
    text = sql_text("views", name)
    state = state_of(warehouse) if is_stored(name) else ""
    inputs = [warehouse.recorded_input(f"view {one}") for one in sorted(view_inputs(name))]
    wanted = sha256(repr((text, state, inputs)).encode()).hexdigest()
    key = f"view {name}"
    if warehouse.recorded_input(key) == wanted and warehouse.has_view(name):
        return False
    warehouse.create_view(name)
    warehouse.record_input(key, wanted)
    return True
