-- Current documents without their texts, and a hash of what their credits depend on beside the texts:
-- code, publisher, byline and the names of all publishers.
WITH named AS (
    SELECT md5(string_agg(name, '|' ORDER BY name)) AS names
    FROM sources
    WHERE named_by <> 'unknown'
)

SELECT
    d.document_id,
    d.source_id,
    CASE WHEN s.named_by <> 'unknown' THEN s.name END AS source_name,
    d.title,
    d.published_at,
    r.path,
    md5(concat_ws('|', $code_version, n.names, s.named_by, s.name, d.byline)) AS basis
FROM documents AS d
CROSS JOIN named AS n
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
INNER JOIN sources AS s ON d.source_id = s.source_id
WHERE r.is_current
ORDER BY r.path, d.document_id
