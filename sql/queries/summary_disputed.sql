-- The three questions that an editor would want to see first, one pair of claims each.
WITH ranked AS (
    SELECT
        *,
        row_number() OVER () AS place
    FROM disagreements
),

first_of_question AS (
    SELECT *
    FROM ranked
    QUALIFY row_number() OVER (PARTITION BY coalesce(question_id, claim_a) ORDER BY place) = 1
)

SELECT
    f.relation,
    f.text_a,
    coalesce(a.name, f.source_a) AS source_a,
    f.text_b,
    coalesce(b.name, f.source_b) AS source_b
FROM first_of_question AS f
LEFT JOIN sources AS a ON f.source_a = a.source_id
LEFT JOIN sources AS b ON f.source_b = b.source_id
ORDER BY f.place
LIMIT 3
