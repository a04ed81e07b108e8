-- One row a publisher, from what its documents say of it: the best evidence, then the most frequent.
WITH described AS (
    SELECT
        source_id,
        name,
        domain,
        family,
        named_by,
        count(*) AS documents
    FROM document_sources
    GROUP BY ALL
),

ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY source_id
            ORDER BY
                list_position(['manifest', 'metadata', 'text', 'file_name', 'unknown'], named_by),
                documents DESC,
                name,
                domain NULLS LAST,
                family
        ) AS place
    FROM described
)

SELECT
    r.source_id,
    r.name,
    coalesce(r.domain, min(d.domain)) AS domain,
    r.family,
    r.named_by
FROM ranked AS r
INNER JOIN described AS d ON r.source_id = d.source_id
WHERE r.place = 1
GROUP BY r.source_id, r.name, r.domain, r.family, r.named_by
ORDER BY r.source_id
