-- Check-worthy claims that a reader would most likely not accept as they stand.
SELECT
    round(x.confidence, 2) AS confidence,
    x.standalone_text,
    x.speaker
FROM claims AS x
INNER JOIN raw_documents AS r ON x.document_id = r.document_id
WHERE r.is_current AND x.check_worthiness >= 0.5
ORDER BY x.confidence NULLS FIRST, x.claim_id
LIMIT 5
