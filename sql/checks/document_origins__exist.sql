-- Every current document has one origin that is there, a known reason and a share between 0 and 1.
-- asset: document_origins
-- severity: error
SELECT
    d.document_id,
    o.origin_id,
    o.reason,
    o.copied_share
FROM documents AS d
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
LEFT JOIN document_origins AS o ON d.document_id = o.document_id
LEFT JOIN origins AS n ON o.origin_id = n.origin_id
WHERE
    r.is_current
    AND (
        n.origin_id IS NULL
        OR coalesce(o.reason NOT IN ('copy', 'shared_upstream', 'own'), true)
        OR coalesce(o.copied_share NOT BETWEEN 0 AND 1, true)
    )
