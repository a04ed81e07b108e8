-- The longest sentences: often two that were not parted.
SELECT
    length(x.text) AS characters,
    x.text
FROM sentences AS x
INNER JOIN raw_documents AS r ON x.document_id = r.document_id
WHERE r.is_current
ORDER BY length(x.text) DESC, x.sentence_id
LIMIT 5
