-- The questions that the shown propositions answer.
SELECT q.*
FROM questions AS q
SEMI JOIN shown_propositions AS p ON q.question_id = p.question_id
ORDER BY q.question_id
