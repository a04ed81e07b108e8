-- The number of origins lies between the fewest and the most that can be, and no figure exceeds the claims.
-- asset: proposition_support
-- severity: error
SELECT
    proposition_id,
    claims,
    sources,
    origins_min,
    origins,
    origins_max
FROM proposition_support
WHERE
    origins NOT BETWEEN origins_min AND origins_max
    OR origins_max > claims
    OR sources > claims
    OR named_origins > origins
    OR first_at > last_at
