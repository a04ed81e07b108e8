-- Relations, kinds and orders are known words; 'same' differs in nothing; scores lie between 0 and 1.
-- asset: claim_relations
-- severity: error
SELECT
    claim_a,
    claim_b,
    relation,
    kind,
    ordered_by,
    score
FROM claim_relations
WHERE
    coalesce(
        relation NOT IN ('same', 'refines', 'updates', 'corrects', 'contradicts', 'related'), true
    )
    OR kind NOT IN ('quantity', 'polarity', 'time', 'place', 'agent', 'speaker', 'scope')
    OR (relation = 'same' AND kind IS NOT NULL)
    OR ordered_by NOT IN ('publication', 'as_of', 'count', 'unknown')
    OR (relation IN ('updates', 'corrects') AND ordered_by IS NULL)
    OR coalesce(score NOT BETWEEN 0 AND 1, true)
