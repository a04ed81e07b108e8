-- An update or correction knows which of the two claims is the later one.
-- asset: claim_relations
-- severity: error
SELECT
    claim_a,
    claim_b,
    relation,
    ordered_by
FROM claim_relations
WHERE relation IN ('updates', 'corrects') AND coalesce(ordered_by = 'unknown', true)
