-- The drawn items with the sentences to judge them by.
-- Reads: drawn (item, kind, stratum, population, inclusion_probability).
WITH first_claims AS (
    SELECT
        q.item,
        c.source_id,
        c.claim_id
    FROM (
        SELECT
            item,
            string_split(item, ' ') AS ids
        FROM drawn
        WHERE kind = 'agreement'
    ) AS q
    INNER JOIN shared_questions AS s
        ON q.ids[1] = s.source_a AND q.ids[2] = s.source_b AND q.ids[3] = s.question_id
    INNER JOIN compared_claims AS c
        ON
            (s.source_a = c.source_id AND s.proposition_a = c.proposition_id)
            OR (s.source_b = c.source_id AND s.proposition_b = c.proposition_id)
    QUALIFY
        row_number() OVER (
            PARTITION BY q.item, c.source_id
            ORDER BY c.published_at NULLS LAST, c.claim_id
        ) = 1
),

sides AS (
    SELECT
        d.item,
        CASE WHEN d.kind = 'agreement' THEN a.claim_id ELSE string_split(d.item, ' ')[1] END AS claim_a,
        CASE WHEN d.kind = 'agreement' THEN b.claim_id ELSE string_split(d.item, ' ')[2] END AS claim_b
    FROM drawn AS d
    LEFT JOIN first_claims AS a ON d.item = a.item AND string_split(d.item, ' ')[1] = a.source_id
    LEFT JOIN first_claims AS b ON d.item = b.item AND string_split(d.item, ' ')[2] = b.source_id
)

SELECT
    d.item,
    d.kind,
    d.stratum,
    d.population,
    d.inclusion_probability,
    CASE d.kind
        WHEN 'claim' THEN 'Does sentence_a say statement_a, said by speaker_a (nobody: the document itself)? yes or no'
        WHEN 'relation'
            THEN 'Is it right that statement_a, next to statement_b, is ''' || d.stratum || '''? yes or no'
        ELSE 'Do the two answers agree (one may say more), contradict, update or correct each other, or is it unresolved?'
        || ' agreeing, contradicting, updating or unresolved'
    END AS question,
    a.standalone_text AS statement_a,
    a.speaker AS speaker_a,
    x.source AS source_a,
    x.published_at AS published_a,
    s.text AS sentence_a,
    b.standalone_text AS statement_b,
    b.speaker AS speaker_b,
    y.source AS source_b,
    y.published_at AS published_b,
    t.text AS sentence_b,
    NULL::TEXT AS verdict,
    NULL::TEXT AS judge,
    NULL::TEXT AS note
FROM drawn AS d
INNER JOIN sides AS i ON d.item = i.item
INNER JOIN claims AS a ON i.claim_a = a.claim_id
INNER JOIN sentences AS s ON a.sentence_id = s.sentence_id
INNER JOIN document_context AS x ON a.document_id = x.document_id
LEFT JOIN claims AS b ON i.claim_b = b.claim_id
LEFT JOIN sentences AS t ON b.sentence_id = t.sentence_id
LEFT JOIN document_context AS y ON b.document_id = y.document_id
ORDER BY d.kind, d.stratum, md5(d.item)
