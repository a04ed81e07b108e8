-- Every current raw item that was cleaned became a document or was rejected with a reason; one that no
-- run has cleaned yet, since it chose other assets, waits for the next.
-- asset: documents
-- severity: error
SELECT
    r.document_id,
    r.path
FROM raw_documents AS r
SEMI JOIN stage_documents AS s ON r.document_id = s.document_id AND s.stage = 'documents'
ANTI JOIN documents AS d ON r.document_id = d.document_id
ANTI JOIN rejected_documents AS j ON r.path = j.path AND r.content_sha256 = j.content_sha256
WHERE r.is_current
