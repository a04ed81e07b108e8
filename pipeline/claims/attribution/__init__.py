"""Who says what in a document: the content, the source and the cue of every attribution."""
