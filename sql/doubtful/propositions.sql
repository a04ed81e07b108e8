-- Claims that are least like the proposition which they are counted for.
SELECT
    round(m.similarity, 2) AS similarity,
    c.standalone_text AS claim,
    p.text AS proposition
FROM claim_propositions AS m
INNER JOIN propositions AS p ON m.proposition_id = p.proposition_id
INNER JOIN claims AS c ON m.claim_id = c.claim_id
WHERE c.standalone_text <> p.text
ORDER BY m.similarity NULLS FIRST, m.claim_id
LIMIT 5
