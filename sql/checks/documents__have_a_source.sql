-- Every current document has a source, and every source a name.
-- asset: documents
-- severity: error
SELECT
    d.document_id,
    d.source_id
FROM documents AS d
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
LEFT JOIN sources AS s ON d.source_id = s.source_id
WHERE r.is_current AND s.name IS NULL
