-- Origins of claims that are least sure.
SELECT
    round(x.probability, 2) AS probability,
    x.reason,
    o.name AS origin,
    c.standalone_text
FROM claim_origins AS x
INNER JOIN origins AS o ON x.origin_id = o.origin_id
INNER JOIN claims AS c ON x.claim_id = c.claim_id
ORDER BY x.probability NULLS FIRST, x.claim_id, x.origin_id
LIMIT 5
