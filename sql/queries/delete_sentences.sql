-- The sentences of some documents; their claims go first.
DELETE FROM sentences WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM stage_documents WHERE stage = 'sentences' AND document_id IN (SELECT document_id FROM removed);
