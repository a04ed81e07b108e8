-- Files that could not be used now: no fault of the run, but somebody should look at them.
-- asset: raw_documents
-- severity: warn
SELECT
    path,
    stage,
    reason,
    detail
FROM rejected_documents
WHERE is_current
