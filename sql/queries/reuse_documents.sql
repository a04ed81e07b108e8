-- Current documents with a hash of what the comparison of their texts depends on beside the texts.
SELECT
    d.document_id,
    r.path,
    md5(concat_ws(
        '|', $code_version, d.source_id, o.name, d.published_earliest::TEXT, d.published_latest::TEXT
    )) AS basis
FROM documents AS d
INNER JOIN raw_documents AS r ON d.document_id = r.document_id
INNER JOIN sources AS o ON d.source_id = o.source_id
WHERE r.is_current
ORDER BY d.document_id
