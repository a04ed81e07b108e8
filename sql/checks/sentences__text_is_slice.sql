-- The text of every sentence is the slice of its document's text that its offsets name.
-- asset: sentences
-- severity: error
SELECT
    s.sentence_id,
    s.document_id,
    s.start_char,
    s.end_char
FROM sentences AS s
INNER JOIN documents AS d ON s.document_id = d.document_id
WHERE s.text IS DISTINCT FROM substring(d.text, s.start_char + 1, s.end_char - s.start_char)
