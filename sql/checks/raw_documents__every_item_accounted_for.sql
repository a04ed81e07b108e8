-- Every current raw item became a document or was rejected with a reason.
-- asset: documents
-- severity: error
SELECT
    r.document_id,
    r.path
FROM raw_documents AS r
ANTI JOIN documents AS d ON r.document_id = d.document_id
ANTI JOIN rejected_documents AS j ON r.path = j.path AND r.content_sha256 = j.content_sha256
WHERE r.is_current
