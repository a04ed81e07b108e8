-- The blocks of every current document as lines, for boilerplate.
SELECT
    d.source_id,
    b.document_id,
    substr(d.text, b.start_char + 1, b.end_char - b.start_char) AS line
FROM text_blocks AS b
INNER JOIN documents AS d ON b.document_id = d.document_id
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
WHERE r.is_current AND b.end_char - b.start_char BETWEEN 1 AND 2000
ORDER BY ALL
