-- Copied passages that are least alike.
SELECT
    round(x.similarity, 2) AS similarity,
    x.kind,
    substr(a.text, x.a_start + 1, least(60, x.a_end - x.a_start)) AS words_a,
    substr(b.text, x.b_start + 1, least(60, x.b_end - x.b_start)) AS words_b
FROM reuse_spans AS x
INNER JOIN documents AS a ON x.document_a = a.document_id
INNER JOIN documents AS b ON x.document_b = b.document_id
WHERE x.kind <> 'quote_only'
ORDER BY x.similarity, x.document_a, x.document_b, x.a_start
LIMIT 5
