"""Which asset writes which table.

Belongs here: names. Does not belong here: anything of Dagster's.
"""

# Tables that an asset of another name writes, so that what reads them depends on that asset.
WRITTEN_BY = {
    "rejected_documents": "raw_documents",
    "input_files": "raw_documents",
    "sources": "documents",
    "document_sources": "documents",
    "text_map": "documents",
    "text_blocks": "documents",
    "omitted_passages": "documents",
    "boilerplate_lines": "documents",
    "upstream_credits": "document_origins",
    "origins": "claim_origins",
    "document_stories": "stories",
    "review_overrides": "claim_relations",
    "audit_verdicts": "claim_relations",
    "claim_propositions": "propositions",
}


def asset_of(table: str) -> str:
    """The asset that writes a table."""
    return WRITTEN_BY.get(table, table)
