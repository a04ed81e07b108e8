-- Stories as the page lists them: those with most to compare first.
WITH covered AS (
    SELECT
        s.story_id,
        s.document_id,
        d.source_id,
        coalesce(o.origin_id, s.document_id) AS origin_id
    FROM document_stories AS s
    INNER JOIN documents AS d ON s.document_id = d.document_id
    INNER JOIN raw_documents AS r ON s.document_id = r.document_id
    LEFT JOIN document_origins AS o ON s.document_id = o.document_id
    WHERE r.is_current
),

counted AS (
    SELECT
        story_id,
        count(*) AS documents,
        count(DISTINCT source_id) AS sources,
        count(DISTINCT origin_id) AS text_origins
    FROM covered
    GROUP BY story_id
),

supported AS (
    SELECT
        story_id,
        count(*) FILTER (WHERE origins >= 2) AS corroborated,
        count(*) FILTER (WHERE origins = 1 AND sources >= 2) AS one_origin,
        count(*) FILTER (WHERE is_contradicted) AS contradicted
    FROM proposition_support
    WHERE story_id IS NOT NULL
    GROUP BY story_id
),

disputed AS (
    SELECT
        story_id,
        count(*) FILTER (WHERE relation = 'contradicts') AS contradictions,
        count(*) FILTER (WHERE relation <> 'contradicts') AS updates
    FROM disagreements
    WHERE story_id IS NOT NULL
    GROUP BY story_id
)

SELECT
    s.story_id,
    s.title,
    s.first_published_at,
    s.last_published_at,
    c.documents,
    c.sources,
    c.text_origins,
    coalesce(p.corroborated, 0) AS corroborated,
    coalesce(p.one_origin, 0) AS one_origin,
    coalesce(d.contradictions, 0) AS contradictions,
    coalesce(d.updates, 0) AS updates
FROM stories AS s
INNER JOIN counted AS c ON s.story_id = c.story_id
LEFT JOIN supported AS p ON s.story_id = p.story_id
LEFT JOIN disputed AS d ON s.story_id = d.story_id
ORDER BY
    c.sources > 1 DESC,
    coalesce(d.contradictions, 0) * 3 + coalesce(p.corroborated, 0) + c.sources DESC,
    s.last_published_at DESC NULLS LAST,
    s.story_id
LIMIT $most
