-- Documents without a date or a known publisher, then those of fewest words.
SELECT
    r.path,
    s.name AS source,
    d.published_at,
    d.word_count
FROM documents AS d
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
INNER JOIN sources AS s ON d.source_id = s.source_id
WHERE r.is_current
ORDER BY (d.published_at IS NULL)::INTEGER + (s.named_by = 'unknown')::INTEGER DESC, d.word_count, r.path
LIMIT 5
