-- The lines that the sources of one batch of documents repeat.
SELECT
    l.source_id,
    l.line
FROM boilerplate_lines AS l
WHERE l.source_id IN (
    SELECT d.source_id
    FROM documents AS d
    INNER JOIN batch AS b ON d.document_id = b.document_id
)
ORDER BY l.source_id, l.line
