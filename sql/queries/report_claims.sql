-- Every claim behind the shown propositions, with its receipt: sentence, raw place, origin, chain.
WITH shown AS (
    SELECT
        m.claim_id,
        m.proposition_id
    FROM claim_propositions AS m
    SEMI JOIN shown_propositions AS p ON m.proposition_id = p.proposition_id
    UNION
    SELECT
        d.claim_id,
        m.proposition_id
    FROM disputed_claims AS d
    LEFT JOIN claim_propositions AS m ON d.claim_id = m.claim_id
),

chains AS (
    SELECT
        a.claim_id,
        string_agg(coalesce(a.source_name, a.source_text, 'not named'), ' ← ' ORDER BY a.level DESC) AS chain,
        bool_or(a.is_anonymous AND a.level = 1) AS is_anonymous
    FROM attributions AS a
    SEMI JOIN shown AS s ON a.claim_id = s.claim_id
    GROUP BY a.claim_id
),

rested AS (
    SELECT
        x.claim_id,
        arg_max(o.name, (x.probability, x.origin_id)) AS origin,
        arg_max(o.origin_id, (x.probability, x.origin_id)) AS origin_id,
        arg_max(o.kind, (x.probability, x.origin_id)) AS origin_kind,
        arg_max(x.reason, (x.probability, x.origin_id)) AS origin_reason,
        max(x.probability) AS origin_probability
    FROM claim_origins AS x
    INNER JOIN origins AS o ON x.origin_id = o.origin_id
    SEMI JOIN shown AS s ON x.claim_id = s.claim_id
    GROUP BY x.claim_id
)

SELECT
    c.claim_id,
    s.proposition_id,
    c.document_id,
    d.source_id,
    c.text,
    c.standalone_text,
    c.speaker,
    c.attribution,
    c.modality,
    c.polarity,
    c.confidence,
    c.start_char,
    c.end_char,
    c.raw_start,
    c.raw_end,
    z.text AS sentence,
    d.published_at,
    r.path,
    h.chain,
    coalesce(h.is_anonymous, false) AS is_anonymous,
    o.origin,
    o.origin_id,
    o.origin_kind,
    o.origin_reason,
    o.origin_probability
FROM shown AS s
INNER JOIN claims AS c ON s.claim_id = c.claim_id
INNER JOIN documents AS d ON c.document_id = d.document_id
INNER JOIN raw_documents AS r ON c.document_id = r.document_id
LEFT JOIN sentences AS z ON c.sentence_id = z.sentence_id
LEFT JOIN chains AS h ON c.claim_id = h.claim_id
LEFT JOIN rested AS o ON c.claim_id = o.claim_id
WHERE r.is_current
ORDER BY s.proposition_id, d.published_at NULLS LAST, c.claim_id
