-- A claim is in one proposition, not in several.
-- asset: propositions
-- severity: error
SELECT
    claim_id,
    count(*) AS propositions
FROM claim_propositions
GROUP BY claim_id
HAVING count(*) > 1
