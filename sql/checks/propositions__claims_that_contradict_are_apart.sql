-- Claims that contradict each other are no one proposition.
-- asset: propositions
-- severity: error
SELECT
    r.claim_a,
    r.claim_b,
    a.proposition_id
FROM claim_relations AS r
INNER JOIN claim_propositions AS a ON r.claim_a = a.claim_id
INNER JOIN claim_propositions AS b ON r.claim_b = b.claim_id AND a.proposition_id = b.proposition_id
WHERE r.relation = 'contradicts'
