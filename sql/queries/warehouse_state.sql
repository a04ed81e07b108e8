-- All that tells one state of the warehouse from another, as one text a kind.
SELECT
    'stages' AS kind,
    md5(string_agg(stage || fingerprint, ' ' ORDER BY stage)) AS state
FROM stage_inputs
WHERE NOT starts_with(stage, 'view ') AND NOT starts_with(stage, 'check ')
    AND stage NOT IN ('published', 'report')
UNION ALL
SELECT
    'raw_documents' AS kind,
    md5(string_agg(document_id || revision || is_current, ' ' ORDER BY document_id)) AS state
FROM raw_documents
UNION ALL
SELECT
    'rejected_documents' AS kind,
    md5(string_agg(
        path || content_sha256 || stage || reason || is_current,
        ' ' ORDER BY path, content_sha256, stage
    )) AS state
FROM rejected_documents
UNION ALL
SELECT
    'review_overrides' AS kind,
    md5(string_agg(v::TEXT, ' ' ORDER BY v::TEXT)) AS state
FROM review_overrides AS v
UNION ALL
SELECT
    'audit_verdicts' AS kind,
    md5(string_agg(v::TEXT, ' ' ORDER BY v::TEXT)) AS state
FROM audit_verdicts AS v
