-- Chances and scores of claims lie between 0 and 1.
-- asset: claims
-- severity: error
SELECT
    claim_id,
    check_worthiness,
    confidence
FROM claims
WHERE
    coalesce(check_worthiness NOT BETWEEN 0 AND 1, true)
    OR coalesce(confidence NOT BETWEEN 0 AND 1, true)
