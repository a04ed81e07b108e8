"""Sentences, their language, and their trees."""
