"""Numbers that sentences state: value interval, unit, what they count, and what kind of count."""

from pipeline.claims.quantities.find import FoundQuantity, find_quantities

__all__ = ["FoundQuantity", "find_quantities"]
