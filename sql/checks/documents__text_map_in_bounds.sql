-- The runs of a document's text map lie inside its text, in order and without overlap.
-- asset: documents
-- severity: error
SELECT
    m.document_id,
    m.start_char,
    m.end_char
FROM text_map AS m
INNER JOIN documents AS d ON m.document_id = d.document_id
QUALIFY
    m.end_char > length(d.text)
    OR m.start_char >= m.end_char
    OR m.raw_start > m.raw_end
    OR m.start_char < lag(m.end_char, 1, 0) OVER (PARTITION BY m.document_id ORDER BY m.start_char, m.end_char)
