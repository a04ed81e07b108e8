-- A fingerprint of what a stage holds of the current documents: which, and by which code.
SELECT coalesce(md5(string_agg(s.document_id || s.code_version, '' ORDER BY s.document_id)), '') AS fingerprint
FROM stage_documents AS s
INNER JOIN raw_documents AS r ON s.document_id = r.document_id
WHERE r.is_current AND s.stage = $stage
