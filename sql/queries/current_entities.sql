-- Rows of entities of claims of current documents.
SELECT x.*
FROM entities AS x
INNER JOIN claims AS c ON x.claim_id = c.claim_id
INNER JOIN raw_documents AS r ON c.document_id = r.document_id
WHERE r.is_current
ORDER BY ALL
