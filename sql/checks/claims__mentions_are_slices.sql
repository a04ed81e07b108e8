-- Speakers, cues, quantities and entities of a claim are the slices that their offsets name.
-- asset: claims
-- severity: error
WITH mentions AS (
    SELECT
        claim_id,
        'speaker' AS mention,
        source_text AS text,
        source_start AS start_char,
        source_end AS end_char
    FROM attributions
    WHERE source_start IS NOT NULL
    UNION ALL
    SELECT
        claim_id,
        'cue',
        cue_text,
        cue_start,
        cue_end
    FROM attributions
    WHERE cue_start IS NOT NULL
    UNION ALL
    SELECT
        claim_id,
        'quantity',
        text,
        start_char,
        end_char
    FROM quantities
    UNION ALL
    SELECT
        claim_id,
        'entity',
        text,
        start_char,
        end_char
    FROM entities
)

SELECT
    m.claim_id,
    m.mention,
    m.text,
    m.start_char,
    m.end_char
FROM mentions AS m
INNER JOIN claims AS c ON m.claim_id = c.claim_id
INNER JOIN documents AS d ON c.document_id = d.document_id
WHERE m.text IS DISTINCT FROM substring(d.text, m.start_char + 1, m.end_char - m.start_char)
