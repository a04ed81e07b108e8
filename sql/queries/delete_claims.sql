-- Everything that stands on the claims of some documents.
DELETE FROM claim_origins WHERE claim_id IN (SELECT c.claim_id FROM claims AS c SEMI JOIN removed AS x ON c.document_id = x.document_id);
DELETE FROM claim_propositions WHERE claim_id IN (SELECT c.claim_id FROM claims AS c SEMI JOIN removed AS x ON c.document_id = x.document_id);
DELETE FROM claim_relations
WHERE
    claim_a IN (SELECT c.claim_id FROM claims AS c SEMI JOIN removed AS x ON c.document_id = x.document_id)
    OR claim_b IN (SELECT c.claim_id FROM claims AS c SEMI JOIN removed AS x ON c.document_id = x.document_id);
DELETE FROM attributions WHERE claim_id IN (SELECT c.claim_id FROM claims AS c SEMI JOIN removed AS x ON c.document_id = x.document_id);
DELETE FROM quantities WHERE claim_id IN (SELECT c.claim_id FROM claims AS c SEMI JOIN removed AS x ON c.document_id = x.document_id);
DELETE FROM entities WHERE claim_id IN (SELECT c.claim_id FROM claims AS c SEMI JOIN removed AS x ON c.document_id = x.document_id);
DELETE FROM claims WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM stage_documents WHERE stage = 'claims' AND document_id IN (SELECT document_id FROM removed);
