-- What is left of some paths once their texts and claims are gone.
-- Reads: removed (document_id), forgotten (path).
DELETE FROM stage_documents WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM document_shingles WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM judged_stories WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM boilerplate_claims WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM origins WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM raw_documents WHERE document_id IN (SELECT document_id FROM removed);
DELETE FROM rejected_documents WHERE path IN (SELECT path FROM forgotten);
-- A container keeps its stamp: as long as it does not change, the forgotten record is not read again.
DELETE FROM input_files WHERE path IN (SELECT path FROM forgotten);
