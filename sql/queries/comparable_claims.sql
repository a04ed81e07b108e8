-- Rows of claims of current documents, those in boilerplate left out.
-- Reads: boilerplate (claim_id).
SELECT x.*
FROM claims AS x
INNER JOIN raw_documents AS r ON x.document_id = r.document_id
ANTI JOIN boilerplate AS b ON x.claim_id = b.claim_id
WHERE r.is_current
ORDER BY r.path, x.document_id, x.ordinal
