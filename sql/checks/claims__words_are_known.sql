-- Columns that take one of a few words take no other.
-- asset: claims
-- severity: error
SELECT
    'sentences.section' AS place,
    section AS word
FROM sentences
WHERE coalesce(section NOT IN ('headline', 'subhead', 'body', 'credit', 'embed'), true)
UNION ALL
SELECT
    'claims.polarity',
    polarity
FROM claims
WHERE coalesce(polarity NOT IN ('affirmed', 'negated'), true)
UNION ALL
SELECT
    'claims.modality',
    modality
FROM claims
WHERE
    coalesce(
        modality NOT IN ('asserted', 'possible', 'planned', 'conditional', 'question', 'denied'), true
    )
UNION ALL
SELECT
    'claims.attribution',
    attribution
FROM claims
WHERE coalesce(attribution NOT IN ('narrated', 'direct', 'indirect', 'mixed'), true)
UNION ALL
SELECT
    'quantities.comparator',
    comparator
FROM quantities
WHERE coalesce(comparator NOT IN ('=', '>', '>=', '<', '<=', '~'), true)
UNION ALL
SELECT
    'quantities.aggregation',
    aggregation
FROM quantities
WHERE aggregation NOT IN ('event', 'cumulative', 'level', 'rate')
