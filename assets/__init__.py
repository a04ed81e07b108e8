"""Everything that imports dagster: assets, checks, automation, and the way a run ends."""
