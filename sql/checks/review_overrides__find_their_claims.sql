-- Verdicts whose anchors find no claim of a current document: they are kept, and wait for their claims.
-- asset: claim_relations
-- severity: warn
WITH present AS (
    SELECT c.claim_id
    FROM claims AS c
    INNER JOIN raw_documents AS r ON c.document_id = r.document_id
    WHERE r.is_current
)

SELECT
    v.claim_a,
    v.claim_b,
    v.verdict,
    v.quote_a,
    v.quote_b,
    a.claim_id IS NOT NULL AS found_a,
    b.claim_id IS NOT NULL AS found_b
FROM review_overrides AS v
LEFT JOIN present AS a ON v.claim_a = a.claim_id
LEFT JOIN present AS b ON v.claim_b = b.claim_id
WHERE a.claim_id IS NULL OR b.claim_id IS NULL
