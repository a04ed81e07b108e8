-- A narrated claim has no speaker; any other has a chain that starts at level 1 and has no gap.
-- asset: claims
-- severity: error
WITH chains AS (
    SELECT
        claim_id,
        count(*) AS links,
        count(DISTINCT level) AS levels,
        min(level) AS first_level,
        max(level) AS last_level
    FROM attributions
    GROUP BY claim_id
)

SELECT
    c.claim_id,
    c.attribution,
    c.speaker,
    h.links
FROM claims AS c
LEFT JOIN chains AS h ON c.claim_id = h.claim_id
WHERE
    (c.attribution = 'narrated' AND c.speaker IS NOT NULL)
    OR (c.attribution <> 'narrated' AND h.links IS NULL)
    OR h.first_level <> 1
    OR h.last_level <> h.links
    OR h.levels <> h.links
