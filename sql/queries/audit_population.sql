-- Everything that an audit may draw: `item`, `kind`, `stratum`. Agreements are the shared questions that
-- the agreement views count: those without a shared origin.
SELECT
    c.claim_id AS item,
    'claim' AS kind,
    c.attribution AS stratum
FROM claims AS c
SEMI JOIN document_context AS d ON c.document_id = d.document_id
UNION ALL
SELECT
    r.claim_a || ' ' || r.claim_b,
    'relation',
    r.relation
FROM claim_relations AS r
INNER JOIN claims AS a ON r.claim_a = a.claim_id
INNER JOIN claims AS b ON r.claim_b = b.claim_id
SEMI JOIN document_context AS x ON a.document_id = x.document_id
SEMI JOIN document_context AS y ON b.document_id = y.document_id
UNION ALL
SELECT
    source_a || ' ' || source_b || ' ' || question_id,
    'agreement',
    CASE
        WHEN outcome IN ('agree', 'refine') THEN 'agreeing'
        WHEN outcome = 'contradict' THEN 'contradicting'
        WHEN outcome IN ('update', 'correct') THEN 'updating'
        ELSE 'unresolved'
    END
FROM shared_questions
WHERE NOT share_an_origin
