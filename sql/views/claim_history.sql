-- What changed in the claims of a document between two revisions of its path; the one view that looks
-- at old documents. Revisions whose claims were not extracted are skipped. A claim that left and one
-- that came are the same one changed where they are each other's most similar (Jaro-Winkler 0.8 or more).
-- column: path: raw_documents.path
-- column: old_revision: the earlier revision
-- column: new_revision: the next one that was read
-- column: change: added, removed or changed
-- column: old_text: the claim as it stood; NULL where added
-- column: new_text: the claim as it stands; NULL where removed
WITH revised AS (
    SELECT
        r.document_id,
        r.path,
        r.revision
    FROM raw_documents AS r
    SEMI JOIN documents AS d ON r.document_id = d.document_id
    QUALIFY count(*) OVER (PARTITION BY r.path) > 1
),

steps AS (
    SELECT
        path,
        document_id AS new_document,
        revision AS new_revision,
        lag(document_id) OVER (PARTITION BY path ORDER BY revision) AS old_document,
        lag(revision) OVER (PARTITION BY path ORDER BY revision) AS old_revision
    FROM revised
),

-- A sentence that stands twice is two claims with one text: they are numbered.
numbered AS (
    SELECT
        c.document_id,
        c.claim_id,
        c.text,
        c.ordinal,
        row_number() OVER (PARTITION BY c.document_id, c.text ORDER BY c.ordinal, c.claim_id) AS place
    FROM claims AS c
    SEMI JOIN revised AS r ON c.document_id = r.document_id
),

gone AS (
    SELECT
        s.path,
        s.old_revision,
        s.new_revision,
        o.claim_id,
        o.ordinal,
        o.text
    FROM steps AS s
    INNER JOIN numbered AS o ON s.old_document = o.document_id
    ANTI JOIN numbered AS n ON s.new_document = n.document_id AND o.text = n.text AND o.place = n.place
),

come AS (
    SELECT
        s.path,
        s.old_revision,
        s.new_revision,
        n.claim_id,
        n.ordinal,
        n.text
    FROM steps AS s
    INNER JOIN numbered AS n ON s.new_document = n.document_id
    ANTI JOIN numbered AS o ON s.old_document = o.document_id AND n.text = o.text AND n.place = o.place
    WHERE s.old_document IS NOT NULL
),

pairs AS (
    SELECT
        g.path,
        g.new_revision,
        g.claim_id AS old_claim,
        c.claim_id AS new_claim,
        row_number() OVER (
            PARTITION BY g.new_revision, g.claim_id
            ORDER BY jaro_winkler_similarity(g.text, c.text) DESC, abs(g.ordinal - c.ordinal), c.claim_id
        ) AS place_for_old,
        row_number() OVER (
            PARTITION BY g.new_revision, c.claim_id
            ORDER BY jaro_winkler_similarity(g.text, c.text) DESC, abs(g.ordinal - c.ordinal), g.claim_id
        ) AS place_for_new
    FROM gone AS g
    INNER JOIN come AS c ON g.path = c.path AND g.new_revision = c.new_revision
    WHERE jaro_winkler_similarity(g.text, c.text) >= 0.8
),

changed AS (
    SELECT *
    FROM pairs
    WHERE place_for_old = 1 AND place_for_new = 1
)

SELECT
    coalesce(g.path, c.path) AS path,
    coalesce(g.old_revision, c.old_revision) AS old_revision,
    coalesce(g.new_revision, c.new_revision) AS new_revision,
    CASE
        WHEN g.claim_id IS NULL THEN 'added'
        WHEN c.claim_id IS NULL THEN 'removed'
        ELSE 'changed'
    END AS change,
    g.text AS old_text,
    c.text AS new_text
FROM gone AS g
LEFT JOIN changed AS m
    ON g.path = m.path AND g.new_revision = m.new_revision AND g.claim_id = m.old_claim
FULL JOIN come AS c
    ON m.path = c.path AND m.new_revision = c.new_revision AND m.new_claim = c.claim_id
ORDER BY path, new_revision, coalesce(c.ordinal, g.ordinal), change, old_text, new_text
