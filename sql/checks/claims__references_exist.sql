-- Whatever names a document, sentence or claim names one that is there.
-- asset: claims
-- severity: error
SELECT
    'sentences.document_id' AS reference,
    s.document_id AS missing
FROM sentences AS s
ANTI JOIN documents AS d ON s.document_id = d.document_id
UNION ALL
SELECT
    'claims.document_id',
    c.document_id
FROM claims AS c
ANTI JOIN documents AS d ON c.document_id = d.document_id
UNION ALL
SELECT
    'claims.sentence_id',
    c.sentence_id
FROM claims AS c
ANTI JOIN sentences AS s ON c.sentence_id = s.sentence_id AND c.document_id = s.document_id
UNION ALL
SELECT
    'attributions.claim_id',
    a.claim_id
FROM attributions AS a
ANTI JOIN claims AS c ON a.claim_id = c.claim_id
UNION ALL
SELECT
    'quantities.claim_id',
    q.claim_id
FROM quantities AS q
ANTI JOIN claims AS c ON q.claim_id = c.claim_id
UNION ALL
SELECT
    'entities.claim_id',
    e.claim_id
FROM entities AS e
ANTI JOIN claims AS c ON e.claim_id = c.claim_id
