-- What an editor would want to see first, in the view's own order; one pair stands for all that differ in
-- the same words on the same question, and tells how many they are.
WITH placed AS (
    SELECT
        *,
        row_number() OVER () AS place
    FROM disagreements
)

SELECT
    *,
    count(*) OVER alike AS pairs
FROM placed
WINDOW alike AS (PARTITION BY relation, kind, reason, coalesce(question_id, claim_a || claim_b))
QUALIFY place = min(place) OVER alike
ORDER BY place
LIMIT $most
