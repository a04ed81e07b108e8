-- Documents whose company in their story, among the documents that were judged before, is another now.
SELECT document_id
FROM (
    SELECT
        j.document_id,
        count(*) OVER (PARTITION BY j.story_id) AS before,
        count(*) OVER (PARTITION BY s.story_id) AS now,
        count(*) OVER (PARTITION BY j.story_id, s.story_id) AS stayed
    FROM judged_stories AS j
    INNER JOIN document_stories AS s ON j.document_id = s.document_id
)
WHERE before <> stayed OR now <> stayed
ORDER BY document_id
