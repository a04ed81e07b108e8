-- The origin that each claim most probably rests on; of equals the one with the smallest id. A helper.
-- column: claim_id: claims.claim_id
-- column: origin_id: origins.origin_id
-- column: origin: the origin's name
-- column: kind: the origin's kind
-- column: probability: that the claim rests on it
-- column: is_certain: the probability is at least 0.75
WITH several AS (
    SELECT claim_id
    FROM claim_origins
    GROUP BY claim_id
    HAVING count(*) > 1
),

-- Nearly every claim has one origin: only those that have more are compared.
lesser AS (
    SELECT
        o.claim_id,
        o.origin_id
    FROM claim_origins AS o
    SEMI JOIN several AS s ON o.claim_id = s.claim_id
    QUALIFY row_number() OVER (PARTITION BY o.claim_id ORDER BY o.probability DESC NULLS LAST, o.origin_id) > 1
)

SELECT
    o.claim_id,
    o.origin_id,
    n.name AS origin,
    n.kind,
    o.probability,
    coalesce(o.probability >= 0.75, false) AS is_certain
FROM claim_origins AS o
INNER JOIN origins AS n ON o.origin_id = n.origin_id
ANTI JOIN lesser AS l ON o.claim_id = l.claim_id AND o.origin_id = l.origin_id
