-- Stated numbers of the questions that are shown.
SELECT t.*
FROM quantity_timeline AS t
SEMI JOIN shown_propositions AS p ON t.question_id = p.question_id
ORDER BY t.question_id, t.published_at NULLS LAST, t.as_of_start NULLS LAST, t.claim_id
