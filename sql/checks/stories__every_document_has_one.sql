-- Every current document that was split into sentences covers a story that is there.
-- asset: stories
-- severity: warn
SELECT
    d.document_id,
    m.story_id
FROM documents AS d
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
SEMI JOIN sentences AS t ON d.document_id = t.document_id
LEFT JOIN document_stories AS m ON d.document_id = m.document_id
LEFT JOIN stories AS s ON m.story_id = s.story_id
WHERE r.is_current AND s.story_id IS NULL
