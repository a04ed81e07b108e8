-- One current document with what the other views ask of it; a helper.
-- column: document_id: documents.document_id
-- column: path: raw_documents.path
-- column: source_id: sources.source_id
-- column: source: the source's name
-- column: is_named_source: false where nobody knows who published the document
-- column: story_id: the story that it covers
-- column: analysis: documents.analysis
-- column: published_at: documents.published_at
-- column: published_earliest: the earliest publication that the evidence allows; NULL where undated
-- column: published_latest: the latest publication that the evidence allows; NULL where undated
SELECT
    d.document_id,
    r.path,
    d.source_id,
    s.name AS source,
    s.named_by <> 'unknown' AS is_named_source,
    m.story_id,
    d.analysis,
    d.published_at,
    coalesce(d.published_earliest, d.published_at) AS published_earliest,
    coalesce(d.published_latest, d.published_at) AS published_latest
FROM documents AS d
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
INNER JOIN sources AS s ON d.source_id = s.source_id
LEFT JOIN document_stories AS m ON d.document_id = m.document_id
WHERE r.is_current
