-- A pair of claims stands once, not with itself, in its order: the smaller id first unless one is the
-- more specific or the later one.
-- asset: claim_relations
-- severity: error
SELECT
    claim_a,
    claim_b,
    relation
FROM claim_relations
QUALIFY
    claim_a = claim_b
    OR (relation IN ('same', 'contradicts', 'related') AND claim_a > claim_b)
    OR count(*) OVER (PARTITION BY least(claim_a, claim_b), greatest(claim_a, claim_b)) > 1
