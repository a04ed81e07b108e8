-- A path has one current revision, and its revisions are numbered without repetition.
-- asset: raw_documents
-- severity: error
SELECT
    path,
    count(*) FILTER (WHERE is_current) AS current_revisions,
    count(*) - count(DISTINCT revision) AS repeated_revisions
FROM raw_documents
GROUP BY path
HAVING count(*) FILTER (WHERE is_current) > 1 OR count(*) > count(DISTINCT revision)
