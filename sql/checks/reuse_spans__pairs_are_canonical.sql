-- A shared passage names its documents in order, two current ones of different paths, and lies in both.
-- asset: reuse_spans
-- severity: error
SELECT
    s.document_a,
    s.document_b,
    s.a_start,
    s.b_start
FROM reuse_spans AS s
LEFT JOIN documents AS a ON s.document_a = a.document_id
LEFT JOIN documents AS b ON s.document_b = b.document_id
LEFT JOIN raw_documents AS x ON s.document_a = x.document_id
LEFT JOIN raw_documents AS y ON s.document_b = y.document_id
WHERE
    s.document_a >= s.document_b
    OR a.document_id IS NULL
    OR b.document_id IS NULL
    OR x.path = y.path
    OR s.a_start >= s.a_end
    OR s.b_start >= s.b_end
    OR s.a_end > length(a.text)
    OR s.b_end > length(b.text)
    OR coalesce(s.kind NOT IN ('verbatim', 'reworded', 'quote_only'), true)
    OR s.copier NOT IN ('a', 'b')
