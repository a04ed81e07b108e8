-- The text map covers every character of a document's text but white space between blocks: whatever lies
-- before, between or after its runs is white space or an invisible mark.
-- asset: documents
-- severity: error
WITH bounds AS (
    SELECT
        document_id,
        start_char,
        end_char
    FROM text_map
    UNION ALL
    SELECT
        document_id,
        length(text),
        length(text)
    FROM documents
),

gaps AS (
    SELECT
        document_id,
        coalesce(
            max(end_char) OVER (
                PARTITION BY document_id
                ORDER BY start_char, end_char
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ),
            0
        ) AS start_char,
        start_char AS end_char
    FROM bounds
)

SELECT
    g.document_id,
    g.start_char,
    g.end_char
FROM gaps AS g
INNER JOIN documents AS d ON g.document_id = d.document_id
WHERE
    g.end_char > g.start_char
    AND regexp_matches(
        substring(d.text, g.start_char + 1, g.end_char - g.start_char), '[^\s\p{Z}\p{Cf}]'
    )
