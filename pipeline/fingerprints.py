"""What the warehouse holds, as one hash: the sign by which derived things know that they are current.

Belongs here: the hash of all that views, checks and the page are made from. Does not belong here: the
fingerprint of one stage (it is in `across`).
"""

from hashlib import sha256

from pipeline.across import TEXT_STAGES, fingerprint
from pipeline.warehouse import Warehouse


def state_of(warehouse: Warehouse) -> str:
    """A hash of everything that the stages have stored: which documents, by which code, which verdicts."""
    return warehouse.remembered("state", lambda: _state(warehouse))


def _state(warehouse: Warehouse) -> str:
    stages = [fingerprint(warehouse, stage) for stage in TEXT_STAGES]
    rows = warehouse.query("warehouse_state").rows()
    return sha256(repr((stages, rows)).encode()).hexdigest()
