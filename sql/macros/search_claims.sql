-- search_claims(words): claims of current documents that hold any of the words, best first.
-- Okapi BM25 with k1 = 1.2 and b = 0.75 (S. Robertson and H. Zaragoza, 'The Probabilistic Relevance
-- Framework: BM25 and Beyond', FTIR 3(4), 2009); a text's length is its number of characters. Words match
-- whatever their case, and with or without a plural s (the s-stemmer of D. Harman, JASIS 42(1), 1991).
-- There is no index: one pass over the texts finds those that may hold a word, and only those are read.
CREATE OR REPLACE MACRO search_claims(words) AS TABLE
WITH found AS (
    SELECT
        c.claim_id,
        c.document_id,
        c.standalone_text
    FROM claims AS c
    -- One pattern of the words' beginnings, constant for the query: that is what makes the pass fast.
    WHERE
        regexp_matches(
            c.standalone_text,
            '(?i)(?:^|[^\p{L}\p{N}])(?:' || array_to_string(
                list_transform(
                    regexp_extract_all(lower(words), '[\p{L}\p{N}]+'),
                    lambda w: CASE WHEN length(w) > 3 THEN regexp_replace(w, '(?:ies|y|es|s)$', '') ELSE w END
                ),
                '|'
            ) || ')'
        )
        AND regexp_matches(words, '[\p{L}\p{N}]')
),

current_found AS (
    SELECT
        f.*,
        d.source
    FROM found AS f
    INNER JOIN document_context AS d ON f.document_id = d.document_id
),

tokens AS (
    SELECT
        NULL AS claim_id,
        unnest(regexp_extract_all(lower(words), '[\p{L}\p{N}]+')) AS word
    UNION ALL
    SELECT
        claim_id,
        unnest(regexp_extract_all(lower(standalone_text), '[\p{L}\p{N}]+'))
    FROM current_found
),

stems AS (
    SELECT
        claim_id,
        CASE
            WHEN length(word) <= 3 THEN word
            WHEN regexp_matches(word, '[^ae]ies$') THEN word[:-4] || 'y'
            WHEN regexp_matches(word, '[^aeo]es$') THEN word[:-2]
            WHEN regexp_matches(word, '[^us]s$') THEN word[:-2]
            ELSE word
        END AS stem
    FROM tokens
),

hits AS (
    SELECT
        claim_id,
        stem,
        count(*) AS times
    FROM stems
    WHERE claim_id IS NOT NULL AND stem IN (SELECT q.stem FROM stems AS q WHERE q.claim_id IS NULL)
    GROUP BY claim_id, stem
),

size AS (
    SELECT
        count(*) AS claims,
        avg(length(c.standalone_text)) AS characters
    FROM claims AS c
    SEMI JOIN document_context AS d ON c.document_id = d.document_id
),

weights AS (
    SELECT
        h.stem,
        ln(1 + (s.claims - count(*) + 0.5) / (count(*) + 0.5)) AS weight
    FROM hits AS h
    CROSS JOIN size AS s
    GROUP BY h.stem, s.claims
),

scores AS (
    SELECT
        h.claim_id,
        fsum(
            w.weight * h.times * 2.2
            / (h.times + 1.2 * (0.25 + 0.75 * length(f.standalone_text) / s.characters))
        ) AS score
    FROM hits AS h
    INNER JOIN weights AS w ON h.stem = w.stem
    INNER JOIN current_found AS f ON h.claim_id = f.claim_id
    CROSS JOIN size AS s
    GROUP BY h.claim_id
)

SELECT
    f.claim_id,
    f.standalone_text,
    f.source,
    m.proposition_id,
    p.origins,
    p.is_contradicted,
    s.score
FROM scores AS s
INNER JOIN current_found AS f ON s.claim_id = f.claim_id
LEFT JOIN claim_propositions AS m ON f.claim_id = m.claim_id
LEFT JOIN proposition_support AS p ON m.proposition_id = p.proposition_id
ORDER BY s.score DESC, f.claim_id;
