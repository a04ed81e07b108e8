-- Every stated number that answers a question, in the order of the times at which it is said to hold.
-- column: question_id: the question that it answers
-- column: story_id: its story
-- column: measures: what is counted or measured
-- column: unit: its unit
-- column: aggregation: event, cumulative, level or rate
-- column: stated: the number as worded
-- column: low: least value that the wording admits; NULL is open
-- column: high: greatest value that the wording admits; NULL is open
-- column: as_of_start: from when it is said to hold
-- column: as_of_end: until when
-- column: source: name of the source
-- column: origin: name of the claim's most probable origin
-- column: published_at: when it was published
-- column: claim_id: the claim that states it
SELECT
    q.question_id,
    coalesce(q.story_id, d.story_id) AS story_id,
    n.measures,
    n.unit,
    n.aggregation,
    n.stated,
    n.low,
    n.high,
    p.as_of_start,
    p.as_of_end,
    d.source,
    o.origin,
    d.published_at,
    n.claim_id
FROM questions AS q
INNER JOIN propositions AS p ON q.question_id = p.question_id
INNER JOIN claim_propositions AS m ON p.proposition_id = m.proposition_id
INNER JOIN quantities AS n ON m.claim_id = n.claim_id
INNER JOIN claims AS c ON n.claim_id = c.claim_id
INNER JOIN document_context AS d ON c.document_id = d.document_id
LEFT JOIN main_origins AS o ON n.claim_id = o.claim_id
-- Other numbers of the claim ('21 people in two strikes') answer other questions.
WHERE q.answer_kind = 'number' AND n.stated IS NOT NULL AND coalesce(n.unit = q.unit, true)
ORDER BY
    q.question_id,
    coalesce(p.as_of_start, p.as_of_end, d.published_at::DATE),
    d.published_at,
    n.claim_id,
    n.start_char
