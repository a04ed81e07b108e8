"""Raw documents made clean: text with its map back to the raw file, and metadata."""
