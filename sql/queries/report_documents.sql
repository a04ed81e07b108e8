-- The documents behind what is shown.
SELECT
    d.document_id,
    d.source_id,
    d.title,
    d.byline,
    d.published_at,
    d.language,
    d.text,
    r.path,
    s.story_id,
    o.reason AS origin_reason,
    o.copied_share,
    n.name AS origin,
    n.document_id AS origin_document
FROM documents AS d
SEMI JOIN shown_documents AS x ON d.document_id = x.document_id
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
LEFT JOIN document_stories AS s ON d.document_id = s.document_id
LEFT JOIN document_origins AS o ON d.document_id = o.document_id
LEFT JOIN origins AS n ON o.origin_id = n.origin_id
WHERE r.is_current
ORDER BY d.document_id
