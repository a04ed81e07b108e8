"""From a folder of raw news documents to claims, agreement and origins in DuckDB; knows no dagster."""
