-- Every revision of some paths.
-- Reads: forgotten (path).
SELECT r.document_id
FROM raw_documents AS r
SEMI JOIN forgotten AS f ON r.path = f.path
ORDER BY r.document_id
