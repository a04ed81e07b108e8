-- Verdicts on claims of some documents; the documents' claims go afterwards.
-- Reads: removed (document_id).
DELETE FROM review_overrides
WHERE
    claim_a IN (SELECT c.claim_id FROM claims AS c SEMI JOIN removed AS x ON c.document_id = x.document_id)
    OR claim_b IN (SELECT c.claim_id FROM claims AS c SEMI JOIN removed AS x ON c.document_id = x.document_id)
    OR sha256_a IN (SELECT r.content_sha256 FROM raw_documents AS r SEMI JOIN removed AS x ON r.document_id = x.document_id)
    OR sha256_b IN (SELECT r.content_sha256 FROM raw_documents AS r SEMI JOIN removed AS x ON r.document_id = x.document_id);

DELETE FROM audit_verdicts
WHERE EXISTS (
    SELECT 1
    FROM claims AS c
    SEMI JOIN removed AS x ON c.document_id = x.document_id
    WHERE contains(audit_verdicts.item, c.claim_id)
);
