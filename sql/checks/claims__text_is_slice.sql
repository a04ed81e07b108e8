-- The text of every claim is the slice of its document's text that its offsets name.
-- asset: claims
-- severity: error
SELECT
    c.claim_id,
    c.document_id,
    c.start_char,
    c.end_char
FROM claims AS c
INNER JOIN documents AS d ON c.document_id = d.document_id
WHERE c.text IS DISTINCT FROM substring(d.text, c.start_char + 1, c.end_char - c.start_char)
