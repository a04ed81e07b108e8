-- Claims of current documents that stand in a line which their source repeats from story to story. What it
-- repeats within one story is the background of that story, and news.
WITH lines AS (
    SELECT
        b.document_id,
        b.start_char,
        b.end_char,
        l.source_id,
        l.line,
        s.story_id
    FROM text_blocks AS b
    INNER JOIN documents AS d ON b.document_id = d.document_id
    INNER JOIN raw_documents AS r ON d.document_id = r.document_id AND r.is_current
    INNER JOIN boilerplate_lines AS l
        ON
            d.source_id = l.source_id
            AND l.line = trim(regexp_replace(
                substr(d.text, b.start_char + 1, b.end_char - b.start_char), '\s+', ' ', 'g'
            ))
    INNER JOIN document_stories AS s ON d.document_id = s.document_id
),

repeated AS (
    SELECT
        source_id,
        line
    FROM lines
    GROUP BY source_id, line
    HAVING count(DISTINCT story_id) > 1
)

SELECT DISTINCT
    c.claim_id,
    c.document_id
FROM lines AS l
INNER JOIN repeated AS p ON l.source_id = p.source_id AND l.line = p.line
INNER JOIN claims AS c
    ON
        l.document_id = c.document_id
        AND c.start_char >= l.start_char
        AND c.end_char <= l.end_char
ORDER BY c.claim_id
