-- A pair of sources stands once and in order; the three ways to depend sum to the chance of dependence.
-- asset: source_dependence
-- severity: error
SELECT
    source_a,
    source_b,
    probability,
    low,
    high
FROM source_dependence
QUALIFY
    source_a >= source_b
    OR count(*) OVER (PARTITION BY source_a, source_b) > 1
    OR coalesce(probability NOT BETWEEN 0 AND 1, true)
    OR probability NOT BETWEEN low - 1e-9 AND high + 1e-9
    OR abs(p_a_from_b + p_b_from_a + p_common_parent - probability) > 1e-6
