-- Take new raw items in, and mark which version of each path is the current one.
-- Reads: incoming (the raw items of the changed files), changed_paths (of those files),
-- moment (one row: seen_at).
UPDATE raw_documents
SET is_current = false
WHERE
    is_current
    AND path IN (SELECT path FROM changed_paths)
    AND document_id NOT IN (SELECT document_id FROM incoming);

UPDATE raw_documents
SET is_current = true
WHERE
    NOT is_current
    AND document_id IN (SELECT document_id FROM incoming);

INSERT INTO raw_documents BY NAME
SELECT
    i.*,
    m.seen_at AS first_seen_at,
    m.seen_at AS last_seen_at,
    coalesce((SELECT max(r.revision) FROM raw_documents AS r WHERE r.path = i.path), 0) + 1 AS revision,
    true AS is_current
FROM incoming AS i
CROSS JOIN moment AS m
WHERE i.document_id NOT IN (SELECT document_id FROM raw_documents);
