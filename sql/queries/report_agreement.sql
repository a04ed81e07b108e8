-- Agreement among the sources that share most questions with others.
WITH involved AS (
    SELECT
        source_id,
        sum(questions) AS questions
    FROM (
        SELECT
            source_a AS source_id,
            questions
        FROM source_agreement
        UNION ALL
        SELECT
            source_b AS source_id,
            questions
        FROM source_agreement
    )
    GROUP BY source_id
    ORDER BY questions DESC, source_id
    LIMIT $most
)

SELECT a.*
FROM source_agreement AS a
SEMI JOIN involved AS x ON a.source_a = x.source_id
SEMI JOIN involved AS y ON a.source_b = y.source_id
ORDER BY a.source_a, a.source_b
