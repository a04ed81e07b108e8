-- Files and records that could not be used.
SELECT
    reason,
    path,
    detail
FROM rejected_documents
WHERE is_current
ORDER BY reason, path
LIMIT 5
