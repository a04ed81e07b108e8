-- Rows of claims of current documents, with the section that each stands in.
SELECT
    x.*,
    s.section
FROM claims AS x
INNER JOIN raw_documents AS r ON x.document_id = r.document_id
INNER JOIN sentences AS s ON x.sentence_id = s.sentence_id
WHERE r.is_current
ORDER BY r.path, x.document_id, x.ordinal
