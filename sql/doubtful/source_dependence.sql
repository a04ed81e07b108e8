-- Pairs of sources of which least is known.
SELECT
    round(x.low, 2) AS low,
    round(x.high, 2) AS high,
    a.name AS source_a,
    b.name AS source_b
FROM source_dependence AS x
INNER JOIN sources AS a ON x.source_a = a.source_id
INNER JOIN sources AS b ON x.source_b = b.source_id
ORDER BY x.high - x.low DESC, a.name, b.name
LIMIT 5
