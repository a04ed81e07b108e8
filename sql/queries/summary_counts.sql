-- The figures of the summary, of current documents.
SELECT
    count(*) AS documents,
    count(DISTINCT d.source_id) AS sources,
    (SELECT count(*) FROM rejected_documents WHERE is_current) AS rejected,
    (
        SELECT count(*)
        FROM sentences AS s
        INNER JOIN raw_documents AS r ON s.document_id = r.document_id
        WHERE r.is_current
    ) AS sentences,
    (
        SELECT count(*)
        FROM claims AS c
        INNER JOIN raw_documents AS r ON c.document_id = r.document_id
        WHERE r.is_current
    ) AS claims,
    (
        SELECT count(*)
        FROM claims AS c
        INNER JOIN raw_documents AS r ON c.document_id = r.document_id
        WHERE r.is_current AND c.attribution <> 'narrated'
    ) AS attributed,
    (SELECT count(*) FROM propositions) AS propositions
FROM documents AS d
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
WHERE r.is_current
