-- Every claim of a current document rests on an origin.
-- asset: claim_origins
-- severity: error
SELECT
    c.claim_id,
    c.document_id
FROM claims AS c
INNER JOIN raw_documents AS r ON c.document_id = r.document_id
ANTI JOIN claim_origins AS o ON c.claim_id = o.claim_id
WHERE r.is_current
