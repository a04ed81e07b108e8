-- Which outlets each document credits with what it says, and for how many of its claims.
-- column: document_id: documents.document_id
-- column: source: name of the source that credits
-- column: upstream: the outlet that is credited, in the corpus or not
-- column: claims: claims of the document that are credited to it: its chain or its origin names the outlet, or the credit stands in the claim's sentence
WITH credits AS (
    SELECT
        u.document_id,
        d.source,
        u.upstream,
        u.start_char,
        u.end_char
    FROM upstream_credits AS u
    INNER JOIN document_context AS d ON u.document_id = d.document_id
),

crediting AS (
    SELECT DISTINCT
        document_id,
        upstream
    FROM credits
),

named AS (
    SELECT
        c.document_id,
        k.upstream,
        c.claim_id
    FROM crediting AS k
    INNER JOIN claims AS c ON k.document_id = c.document_id
    INNER JOIN attributions AS a ON c.claim_id = a.claim_id AND k.upstream = a.source_name
    UNION
    SELECT
        c.document_id,
        k.upstream,
        c.claim_id
    FROM crediting AS k
    INNER JOIN claims AS c ON k.document_id = c.document_id
    INNER JOIN claim_origins AS m ON c.claim_id = m.claim_id
    INNER JOIN origins AS o ON m.origin_id = o.origin_id AND k.upstream = o.name
    UNION
    SELECT
        c.document_id,
        k.upstream,
        c.claim_id
    FROM credits AS k
    INNER JOIN sentences AS t
        ON k.document_id = t.document_id AND k.start_char >= t.start_char AND k.end_char <= t.end_char
    INNER JOIN claims AS c ON t.sentence_id = c.sentence_id
),

counted AS (
    SELECT
        document_id,
        upstream,
        count(*) AS claims
    FROM named
    GROUP BY document_id, upstream
)

SELECT
    k.document_id,
    any_value(k.source) AS source,
    k.upstream,
    coalesce(any_value(n.claims), 0) AS claims
FROM credits AS k
LEFT JOIN counted AS n ON k.document_id = n.document_id AND k.upstream = n.upstream
GROUP BY k.document_id, k.upstream
ORDER BY claims DESC, k.document_id, k.upstream
