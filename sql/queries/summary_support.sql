-- How many propositions rest on how many origins; five and more together.
SELECT
    if(origins >= 5, '5+', origins::TEXT) AS origins,
    count(*) AS propositions
FROM proposition_support
GROUP BY ALL
ORDER BY origins
