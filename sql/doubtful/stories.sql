-- Documents that are least like the rest of their story.
SELECT
    round(m.similarity, 2) AS similarity,
    r.path,
    s.title AS story
FROM document_stories AS m
INNER JOIN stories AS s ON m.story_id = s.story_id
INNER JOIN raw_documents AS r ON m.document_id = r.document_id
WHERE (SELECT count(*) FROM document_stories AS o WHERE o.story_id = m.story_id) > 1
ORDER BY m.similarity NULLS FIRST, r.path
LIMIT 5
