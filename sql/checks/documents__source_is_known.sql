-- Documents whose publisher nobody knows: a line in crossclaim-sources.csv names it.
-- asset: documents
-- severity: warn
SELECT
    d.document_id,
    r.path
FROM documents AS d
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
INNER JOIN sources AS s ON d.source_id = s.source_id
WHERE r.is_current AND s.named_by = 'unknown'
