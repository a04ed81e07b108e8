"""Everything that imports dagster: assets, checks, automation, and the way a run ends."""

import gc

# Dagster's imports make some hundred thousand objects that stay; looking through them for garbage
# again and again takes a tenth of the start.
gc.set_threshold(100_000, 50, 100)
