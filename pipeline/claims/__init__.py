"""Claims of a document: what it states or reports, who says so, with numbers, times and names."""
