-- Current documents whose rows of a stage are missing or were made by other code, with their weight.
SELECT
    r.document_id,
    r.path,
    octet_length(r.content) AS weight
FROM raw_documents AS r
LEFT JOIN stage_documents AS s
    ON r.document_id = s.document_id AND s.stage = $stage AND s.code_version = $code_version
LEFT JOIN stage_documents AS before
    ON
        r.document_id = before.document_id
        AND before.stage = $stage_before
        AND before.code_version = $version_before
LEFT JOIN rejected_documents AS j
    ON r.path = j.path AND r.content_sha256 = j.content_sha256 AND j.stage = $rejected_as
WHERE
    r.is_current
    AND s.document_id IS NULL
    AND ($stage_before IS NULL OR before.document_id IS NOT NULL)
    AND (
        j.path IS NULL
        OR (
            j.attempts < 3
            AND (j.reason IN ('timeout', 'crashed') OR j.code_version <> $code_version)
        )
    )
ORDER BY r.path, r.document_id
