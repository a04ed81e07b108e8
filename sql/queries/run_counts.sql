-- How many current raw items became documents, and how many were rejected.
SELECT
    (
        SELECT count(*)
        FROM documents AS d
        INNER JOIN raw_documents AS r ON d.document_id = r.document_id
        WHERE r.is_current
    ) AS documents,
    (SELECT count(*) FROM rejected_documents WHERE is_current) AS rejected
