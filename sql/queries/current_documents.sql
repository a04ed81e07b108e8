-- Current documents, as the stages across documents read them.
SELECT
    d.*,
    r.path,
    CASE WHEN s.named_by <> 'unknown' THEN s.name END AS source_name,
    s.family AS source_family
FROM documents AS d
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
INNER JOIN sources AS s ON d.source_id = s.source_id
WHERE r.is_current
ORDER BY r.path, d.document_id
