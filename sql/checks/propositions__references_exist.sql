-- Propositions, questions and stories that are named are there, and no proposition is without a claim.
-- asset: propositions
-- severity: error
SELECT
    'propositions.question_id' AS reference,
    p.question_id AS missing
FROM propositions AS p
ANTI JOIN questions AS q ON p.question_id = q.question_id
WHERE p.question_id IS NOT NULL
UNION ALL
SELECT
    'questions.story_id',
    q.story_id
FROM questions AS q
ANTI JOIN stories AS s ON q.story_id = s.story_id
WHERE q.story_id IS NOT NULL
UNION ALL
SELECT
    'claim_propositions.proposition_id',
    m.proposition_id
FROM claim_propositions AS m
ANTI JOIN propositions AS p ON m.proposition_id = p.proposition_id
UNION ALL
SELECT
    'claim_propositions.claim_id',
    m.claim_id
FROM claim_propositions AS m
ANTI JOIN claims AS c ON m.claim_id = c.claim_id
UNION ALL
SELECT
    'a claim of propositions.proposition_id',
    p.proposition_id
FROM propositions AS p
ANTI JOIN claim_propositions AS m ON p.proposition_id = m.proposition_id
UNION ALL
SELECT
    'questions.answer_kind',
    answer_kind
FROM questions
WHERE coalesce(answer_kind NOT IN ('number', 'yes_no', 'name', 'time', 'open'), true)
