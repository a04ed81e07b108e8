-- Every origin of a claim is there, of a known kind, for a known reason, with a chance between 0 and 1.
-- asset: claim_origins
-- severity: error
SELECT
    c.claim_id,
    c.origin_id,
    c.reason,
    c.probability
FROM claim_origins AS c
LEFT JOIN claims AS k ON c.claim_id = k.claim_id
LEFT JOIN origins AS n ON c.origin_id = n.origin_id
WHERE
    k.claim_id IS NULL
    OR n.origin_id IS NULL
    OR coalesce(n.kind NOT IN ('person', 'organisation', 'outlet', 'document', 'anonymous'), true)
    OR coalesce(c.reason NOT IN ('chain', 'copied_text', 'own'), true)
    OR coalesce(c.probability NOT BETWEEN 0 AND 1, true)
