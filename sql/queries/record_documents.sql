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

-- The same bytes read in another way are cleaned again, also where cleaning had refused them.
CREATE OR REPLACE TEMP TABLE reread_documents AS
SELECT i.document_id, i.path, i.content_sha256, i.media_type, i.encoding, i.hints
FROM incoming AS i
INNER JOIN raw_documents AS r ON i.document_id = r.document_id
WHERE (i.media_type, i.encoding, coalesce(i.hints, '')) <> (r.media_type, r.encoding, coalesce(r.hints, ''));

UPDATE raw_documents AS r
SET media_type = i.media_type, encoding = i.encoding, hints = i.hints
FROM reread_documents AS i
WHERE r.document_id = i.document_id;

DELETE FROM stage_documents
WHERE stage = 'documents' AND document_id IN (SELECT document_id FROM reread_documents);

UPDATE rejected_documents AS j
SET code_version = ''
FROM reread_documents AS i
WHERE j.stage = 'cleaning' AND j.path = i.path AND j.content_sha256 = i.content_sha256;

DROP TABLE reread_documents;

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
