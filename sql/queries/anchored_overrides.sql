-- Verdicts with the claims that they mean today: by id, else by the quote in the same bytes, else by
-- the quote anywhere; one that finds no place keeps the ids it came with.
-- Reads: verdicts (the columns of review_overrides).
WITH places AS (
    SELECT
        c.claim_id,
        c.text,
        r.content_sha256
    FROM claims AS c
    INNER JOIN raw_documents AS r ON c.document_id = r.document_id
    WHERE r.is_current
),

sides AS (
    SELECT DISTINCT claim_a AS claim_id, sha256_a AS content_sha256, quote_a AS quote FROM verdicts
    UNION
    SELECT DISTINCT claim_b, sha256_b, quote_b FROM verdicts
),

found AS (
    SELECT
        s.claim_id AS given,
        s.quote,
        p.claim_id,
        row_number() OVER (
            PARTITION BY s.claim_id, s.quote
            ORDER BY
                p.claim_id <> s.claim_id,
                p.content_sha256 IS DISTINCT FROM s.content_sha256,
                p.claim_id
        ) AS place
    FROM sides AS s
    INNER JOIN places AS p ON s.claim_id = p.claim_id OR s.quote = p.text
)

SELECT
    coalesce(a.claim_id, v.claim_a) AS claim_a,
    coalesce(b.claim_id, v.claim_b) AS claim_b,
    v.verdict,
    v.decided_by,
    v.decided_at,
    v.why,
    v.sha256_a,
    v.quote_a,
    v.sha256_b,
    v.quote_b
FROM verdicts AS v
LEFT JOIN found AS a
    ON v.claim_a = a.given AND v.quote_a IS NOT DISTINCT FROM a.quote AND a.place = 1
LEFT JOIN found AS b
    ON v.claim_b = b.given AND v.quote_b IS NOT DISTINCT FROM b.quote AND b.place = 1
ORDER BY ALL
