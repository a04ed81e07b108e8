-- Columns that take one of a few words take no other.
-- asset: documents
-- severity: error
SELECT
    'documents.analysis' AS place,
    analysis AS word
FROM documents
WHERE coalesce(analysis NOT IN ('full', 'no_parser', 'stub'), true)
UNION ALL
SELECT
    'documents.published_by',
    published_by
FROM documents
WHERE published_by NOT IN ('metadata', 'dateline', 'text', 'manifest', 'path')
UNION ALL
SELECT
    'sources.named_by',
    named_by
FROM sources
WHERE coalesce(named_by NOT IN ('manifest', 'metadata', 'text', 'file_name', 'unknown'), true)
UNION ALL
SELECT
    'rejected_documents.reason',
    reason
FROM rejected_documents
WHERE coalesce(
    reason NOT IN (
        'empty', 'too_large', 'binary', 'undecodable', 'malformed', 'no_text', 'unsupported', 'outside',
        'unreadable', 'vanished', 'timeout', 'crashed'
    ),
    true
)
