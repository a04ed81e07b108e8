"""Upstream credits, origins of texts and of claims, dependence of sources."""
