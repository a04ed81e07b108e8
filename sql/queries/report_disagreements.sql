-- What an editor would want to see first, in the view's own order.
SELECT
    d.*,
    row_number() OVER () AS place
FROM disagreements AS d
LIMIT $most
