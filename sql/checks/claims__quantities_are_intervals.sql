-- The interval that a number's wording admits is no empty one, and holds the number where it is closed.
-- asset: claims
-- severity: error
SELECT
    claim_id,
    text,
    stated,
    low,
    high
FROM quantities
WHERE low > high OR NOT isfinite(stated) OR NOT isfinite(low) OR NOT isfinite(high)
