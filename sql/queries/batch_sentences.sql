-- Places and sections of the sentences of one batch of documents.
SELECT
    s.document_id,
    s.start_char,
    s.end_char,
    s.section
FROM sentences AS s
INNER JOIN batch AS b ON s.document_id = b.document_id
ORDER BY s.document_id, s.ordinal
