-- The outlets in chains of current claims, once a place.
SELECT DISTINCT
    c.document_id,
    a.source_name,
    a.source_start,
    a.source_end
FROM attributions AS a
INNER JOIN claims AS c ON a.claim_id = c.claim_id
INNER JOIN raw_documents AS r ON c.document_id = r.document_id
WHERE r.is_current AND a.is_outlet AND a.source_name IS NOT NULL
ORDER BY ALL
