-- Reuse between current documents, as an earlier run found it.
SELECT s.*
FROM reuse_spans AS s
INNER JOIN raw_documents AS a ON s.document_a = a.document_id AND a.is_current
INNER JOIN raw_documents AS b ON s.document_b = b.document_id AND b.is_current
ORDER BY ALL
