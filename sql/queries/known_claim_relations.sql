-- Relations between claims of current documents, as an earlier run judged them.
SELECT
    x.*,
    a.document_id AS document_a,
    b.document_id AS document_b
FROM claim_relations AS x
INNER JOIN claims AS a ON x.claim_a = a.claim_id
INNER JOIN claims AS b ON x.claim_b = b.claim_id
INNER JOIN raw_documents AS ra ON a.document_id = ra.document_id AND ra.is_current
INNER JOIN raw_documents AS rb ON b.document_id = rb.document_id AND rb.is_current
ORDER BY ALL
