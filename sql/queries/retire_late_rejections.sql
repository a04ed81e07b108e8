-- Rejections of later stages stand while their raw item is current and has no result.
UPDATE rejected_documents
SET is_current = false
WHERE
    is_current
    AND stage <> 'reading'
    AND NOT EXISTS (
        SELECT 1
        FROM raw_documents AS r
        WHERE
            r.path = rejected_documents.path
            AND r.content_sha256 = rejected_documents.content_sha256
            AND r.is_current
            AND NOT EXISTS (SELECT 1 FROM documents AS d WHERE d.document_id = r.document_id)
    );
