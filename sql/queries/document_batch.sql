-- The cleaned documents of one batch with their sources as they named them.
SELECT
    d.*,
    r.path,
    r.content_sha256,
    s.name AS source_name,
    s.domain AS source_domain,
    s.family AS source_family,
    s.named_by AS source_named_by
FROM documents AS d
INNER JOIN batch AS b ON d.document_id = b.document_id
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
INNER JOIN document_sources AS s ON d.document_id = s.document_id
ORDER BY r.path, d.document_id
