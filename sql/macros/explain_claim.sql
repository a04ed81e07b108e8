-- explain_claim(claim_id): one claim down to the characters of its raw file, with one row for each link
-- of its chain of speakers: level 1 said it, level 2 reported that, and so on; one row without a link
-- where the document itself says it.
CREATE OR REPLACE MACRO explain_claim(claim) AS TABLE
WITH asked AS (
    SELECT
        claim_id,
        document_id,
        sentence_id,
        standalone_text,
        raw_start,
        raw_end
    FROM claims
    WHERE claim_id = claim
),

links AS (
    SELECT *
    FROM attributions
    WHERE claim_id = claim
),

best_origin AS (
    SELECT
        n.name AS origin,
        n.kind AS origin_kind,
        c.reason AS origin_reason
    FROM claim_origins AS c
    INNER JOIN origins AS n ON c.origin_id = n.origin_id
    WHERE c.claim_id = claim
    ORDER BY c.probability DESC NULLS LAST, c.origin_id
    LIMIT 1
)

SELECT
    a.claim_id,
    d.source,
    o.origin,
    d.published_at,
    t.text AS sentence,
    d.path,
    a.raw_start,
    a.raw_end,
    (SELECT string_agg(coalesce(l.source_name, l.source_text), ', ' ORDER BY l.level) FROM links AS l) AS speakers,
    a.standalone_text,
    o.origin_kind,
    o.origin_reason,
    k.level,
    k.source_name AS said_by,
    k.source_text AS said_by_text,
    k.source_raw_start AS said_by_raw_start,
    k.source_raw_end AS said_by_raw_end,
    k.cue_text AS cue,
    k.cue_raw_start,
    k.cue_raw_end,
    k.is_anonymous,
    k.is_outlet
FROM asked AS a
INNER JOIN document_context AS d ON a.document_id = d.document_id
LEFT JOIN sentences AS t ON a.sentence_id = t.sentence_id
LEFT JOIN best_origin AS o ON true
LEFT JOIN links AS k ON true
ORDER BY k.level;
