-- Note raw items that could not be used; a repeated rejection counts as one more attempt.
-- Reads: rejected (path, content_sha256, stage, reason, detail, code_version), moment (seen_at).
MERGE INTO rejected_documents AS known
USING (
    SELECT DISTINCT ON (r.path, r.content_sha256, r.stage)
        r.*,
        m.seen_at
    FROM rejected AS r
    CROSS JOIN moment AS m
) AS new
    ON
        known.path = new.path
        AND known.content_sha256 = new.content_sha256
        AND known.stage = new.stage
WHEN MATCHED THEN UPDATE SET
    reason = new.reason,
    detail = new.detail,
    seen_at = new.seen_at,
    is_current = true,
    attempts = known.attempts + 1,
    code_version = new.code_version
WHEN NOT MATCHED THEN INSERT (
    path, content_sha256, stage, reason, detail, seen_at, is_current, attempts, code_version
) VALUES (
    new.path, new.content_sha256, new.stage, new.reason, new.detail, new.seen_at, true, 1, new.code_version
);
