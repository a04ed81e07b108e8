-- Propositions of the listed stories: those that answer a question with several answers, those that
-- several sources or origins give, then what is most worth checking.
WITH answered AS (
    SELECT
        question_id,
        count(*) AS answers
    FROM propositions
    WHERE question_id IS NOT NULL
    GROUP BY question_id
),

weighed AS (
    SELECT
        m.proposition_id,
        max(c.check_worthiness) AS check_worthiness,
        max(c.confidence) AS confidence
    FROM claim_propositions AS m
    INNER JOIN claims AS c ON m.claim_id = c.claim_id
    GROUP BY m.proposition_id
)

SELECT
    p.*,
    coalesce(a.answers, 1) AS answers,
    w.check_worthiness
FROM proposition_support AS p
SEMI JOIN shown_stories AS s ON p.story_id = s.story_id
INNER JOIN weighed AS w ON p.proposition_id = w.proposition_id
LEFT JOIN answered AS a ON p.question_id = a.question_id
QUALIFY row_number() OVER (
    PARTITION BY p.story_id
    ORDER BY
        coalesce(a.answers, 1) > 1 DESC,
        p.origins DESC,
        p.sources DESC,
        w.check_worthiness * w.confidence DESC,
        p.proposition_id
) <= $most
ORDER BY
    p.story_id,
    coalesce(a.answers, 1) > 1 DESC,
    p.origins DESC,
    p.sources DESC,
    w.check_worthiness * w.confidence DESC,
    p.proposition_id
