-- The cleaned text of some documents and what was read off it; sentences and claims go first.
DELETE FROM reuse_spans
WHERE
    document_a IN (SELECT document_id FROM removed)
    OR document_b IN (SELECT document_id FROM removed);
DELETE FROM document_origins WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM upstream_credits WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM document_stories WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM text_map WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM text_blocks WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM omitted_passages WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM documents WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM document_sources WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM stage_documents
WHERE
    stage IN ('documents', 'reuse_spans', 'claim_relations')
    AND document_id IN (SELECT document_id FROM removed);
