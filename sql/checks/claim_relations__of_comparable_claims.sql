-- Related claims are current ones, and never two revisions of one path.
-- asset: claim_relations
-- severity: error
SELECT
    r.claim_a,
    r.claim_b
FROM claim_relations AS r
LEFT JOIN claims AS a ON r.claim_a = a.claim_id
LEFT JOIN claims AS b ON r.claim_b = b.claim_id
LEFT JOIN raw_documents AS x ON a.document_id = x.document_id
LEFT JOIN raw_documents AS y ON b.document_id = y.document_id
WHERE
    coalesce(NOT (x.is_current AND y.is_current), true)
    OR (x.path = y.path AND x.document_id <> y.document_id)
