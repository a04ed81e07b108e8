-- The raw items of one batch.
SELECT
    r.document_id,
    r.path,
    r.media_type,
    r.encoding,
    r.byte_size,
    r.content_sha256,
    r.content,
    r.hints
FROM raw_documents AS r
INNER JOIN batch AS b ON r.document_id = b.document_id
ORDER BY r.path, r.document_id
