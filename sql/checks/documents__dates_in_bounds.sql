-- A publication time lies within the bounds that the evidence allows.
-- asset: documents
-- severity: error
SELECT
    document_id,
    published_earliest,
    published_at,
    published_latest
FROM documents
WHERE
    published_at NOT BETWEEN published_earliest AND published_latest
    OR published_earliest > published_latest
