"""Passages that documents share, and who copied."""
