-- Pairs of sources that likely depend on each other or on a third, likeliest first.
SELECT *
FROM source_dependence
WHERE probability >= 0.5
ORDER BY low DESC, source_a, source_b
LIMIT $most
