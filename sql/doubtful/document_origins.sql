-- Texts that are called their own though much of them stands elsewhere, and copies that share least.
SELECT
    r.path,
    x.reason,
    round(x.copied_share, 2) AS copied_share
FROM document_origins AS x
INNER JOIN raw_documents AS r ON x.document_id = r.document_id
ORDER BY
    CASE WHEN x.reason = 'own' THEN 1 - x.copied_share ELSE x.copied_share END NULLS LAST,
    r.path
LIMIT 5
