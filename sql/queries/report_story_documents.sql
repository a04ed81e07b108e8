-- Every document of the shown stories, one line each.
SELECT
    s.story_id,
    d.document_id,
    d.source_id,
    d.title,
    d.published_at,
    o.reason AS origin_reason,
    o.copied_share,
    n.name AS origin
FROM document_stories AS s
SEMI JOIN shown_stories AS x ON s.story_id = x.story_id
INNER JOIN documents AS d ON s.document_id = d.document_id
INNER JOIN raw_documents AS r ON s.document_id = r.document_id
LEFT JOIN document_origins AS o ON d.document_id = o.document_id
LEFT JOIN origins AS n ON o.origin_id = n.origin_id
WHERE r.is_current
ORDER BY s.story_id, d.published_at NULLS LAST, d.document_id
