-- Rows of claims of current documents.
SELECT x.*
FROM claims AS x
INNER JOIN raw_documents AS r ON x.document_id = r.document_id
WHERE r.is_current
ORDER BY r.path, x.document_id, x.ordinal
