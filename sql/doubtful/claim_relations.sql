-- Disagreements that are least sure.
SELECT
    round(x.score, 2) AS score,
    x.relation,
    a.standalone_text AS text_a,
    b.standalone_text AS text_b
FROM claim_relations AS x
INNER JOIN claims AS a ON x.claim_a = a.claim_id
INNER JOIN claims AS b ON x.claim_b = b.claim_id
WHERE x.relation IN ('contradicts', 'corrects', 'updates')
ORDER BY x.score NULLS FIRST, x.claim_a, x.claim_b
LIMIT 5
