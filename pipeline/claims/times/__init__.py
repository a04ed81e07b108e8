"""Times that sentences name, resolved against the day of publication."""

from pipeline.claims.times.find import FoundTime, find_times

__all__ = ["FoundTime", "find_times"]
