-- Sentences of a document follow each other without overlap.
-- asset: sentences
-- severity: error
SELECT
    sentence_id,
    document_id,
    start_char
FROM sentences
QUALIFY start_char < lag(end_char) OVER (PARTITION BY document_id ORDER BY ordinal)
