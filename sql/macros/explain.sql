-- explain(proposition_id): every claim behind a proposition, down to the characters of its raw file.
CREATE OR REPLACE MACRO explain(proposition) AS TABLE
WITH members AS (
    SELECT
        m.claim_id,
        c.document_id,
        c.sentence_id,
        c.raw_start,
        c.raw_end
    FROM claim_propositions AS m
    INNER JOIN claims AS c ON m.claim_id = c.claim_id
    WHERE m.proposition_id = proposition
),

origins_of AS (
    SELECT
        c.claim_id,
        arg_min(n.name, {'improbability': -c.probability, 'origin_id': c.origin_id}) AS origin
    FROM claim_origins AS c
    INNER JOIN members AS m ON c.claim_id = m.claim_id
    INNER JOIN origins AS n ON c.origin_id = n.origin_id
    GROUP BY c.claim_id
),

speakers_of AS (
    SELECT
        a.claim_id,
        string_agg(coalesce(a.source_name, a.source_text), ', ' ORDER BY a.level) AS speakers
    FROM attributions AS a
    INNER JOIN members AS m ON a.claim_id = m.claim_id
    GROUP BY a.claim_id
)

SELECT
    m.claim_id,
    d.source,
    o.origin,
    d.published_at,
    t.text AS sentence,
    d.path,
    m.raw_start,
    m.raw_end,
    s.speakers
FROM members AS m
INNER JOIN document_context AS d ON m.document_id = d.document_id
LEFT JOIN sentences AS t ON m.sentence_id = t.sentence_id
LEFT JOIN origins_of AS o ON m.claim_id = o.claim_id
LEFT JOIN speakers_of AS s ON m.claim_id = s.claim_id
ORDER BY d.published_at NULLS LAST, d.path, m.raw_start, m.claim_id;
