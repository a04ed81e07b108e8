-- Documents that have to be cleaned again.
DELETE FROM stage_documents
WHERE stage = 'documents' AND document_id IN (SELECT document_id FROM removed);
