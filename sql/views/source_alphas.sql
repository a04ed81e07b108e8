-- materialized
-- Krippendorff's alpha of two sources over questions answered by a number or yes/no; a helper of
-- source_agreement, over the answers that share no origin. Of each answer the number or the yes/no of its
-- source's first claim counts.
-- alpha: Krippendorff, 'Content Analysis', 2018, ch. 12, by the ratio metric ((v - w) / (|v| + |w|))^2 for
-- numbers and the nominal one for yes/no; where there are both, disagreement expected by chance is taken
-- within each kind, weighted by its number of questions.
-- column: source_a: sources.source_id; less than source_b
-- column: source_b: sources.source_id
-- column: alpha: 1 where all answers agree, 0 where they agree as by chance; NULL where chance could give no disagreement
WITH comparable AS (
    SELECT
        o.source_a,
        o.source_b,
        o.question_id,
        o.proposition_a,
        o.proposition_b,
        q.answer_kind,
        q.unit
    FROM shared_questions AS o
    INNER JOIN questions AS q ON o.question_id = q.question_id
    WHERE NOT o.share_an_origin AND q.answer_kind IN ('number', 'yes_no')
),

answering AS (
    SELECT
        source_a AS source_id,
        proposition_a AS proposition_id,
        any_value(answer_kind) AS answer_kind,
        any_value(unit) AS unit
    FROM (
        SELECT
            source_a,
            proposition_a,
            answer_kind,
            unit
        FROM comparable
        UNION ALL
        SELECT
            source_b,
            proposition_b,
            answer_kind,
            unit
        FROM comparable
    )
    GROUP BY source_a, proposition_a
),

answer_values AS (
    SELECT
        a.source_id,
        a.proposition_id,
        CASE a.answer_kind
            WHEN 'number' THEN n.stated
            ELSE ((k.polarity = 'negated') = (k.modality = 'denied'))::INTEGER
        END AS number
    FROM answering AS a
    INNER JOIN compared_claims AS c ON a.source_id = c.source_id AND a.proposition_id = c.proposition_id
    INNER JOIN claims AS k ON c.claim_id = k.claim_id
    LEFT JOIN quantities AS n
        ON k.claim_id = n.claim_id AND a.answer_kind = 'number' AND coalesce(n.unit = a.unit, true)
    WHERE a.answer_kind = 'yes_no' OR n.stated IS NOT NULL
    QUALIFY
        row_number() OVER (
            PARTITION BY a.source_id, a.proposition_id
            ORDER BY c.published_at NULLS LAST, c.claim_id, n.start_char, n.stated
        ) = 1
),

rated AS (
    SELECT
        c.source_a,
        c.source_b,
        c.answer_kind,
        a.number AS value_a,
        b.number AS value_b
    FROM comparable AS c
    INNER JOIN answer_values AS a ON c.source_a = a.source_id AND c.proposition_a = a.proposition_id
    INNER JOIN answer_values AS b ON c.source_b = b.source_id AND c.proposition_b = b.proposition_id
),

rating_counts AS (
    SELECT
        source_a,
        source_b,
        answer_kind,
        number,
        count(*) AS times
    FROM (
        SELECT
            source_a,
            source_b,
            answer_kind,
            value_a AS number
        FROM rated
        UNION ALL
        SELECT
            source_a,
            source_b,
            answer_kind,
            value_b
        FROM rated
    )
    GROUP BY source_a, source_b, answer_kind, number
),

observed AS (
    SELECT
        source_a,
        source_b,
        answer_kind,
        count(*) AS units,
        fsum(coalesce(((value_a - value_b) / nullif(abs(value_a) + abs(value_b), 0)) ** 2, 0)) AS disagreement
    FROM rated
    GROUP BY source_a, source_b, answer_kind
),

chance AS (
    SELECT
        v.source_a,
        v.source_b,
        v.answer_kind,
        2 * fsum(
            v.times * w.times * coalesce(((v.number - w.number) / nullif(abs(v.number) + abs(w.number), 0)) ** 2, 0)
        ) AS disagreement
    FROM rating_counts AS v
    INNER JOIN rating_counts AS w
        ON
            v.source_a = w.source_a
            AND v.source_b = w.source_b
            AND v.answer_kind = w.answer_kind
            AND v.number < w.number
    GROUP BY v.source_a, v.source_b, v.answer_kind
)

SELECT
    o.source_a,
    o.source_b,
    1 - fsum(o.disagreement)
    / nullif(fsum(o.units * coalesce(e.disagreement, 0) / (2 * o.units * (2 * o.units - 1))), 0) AS alpha
FROM observed AS o
LEFT JOIN chance AS e
    ON o.source_a = e.source_a AND o.source_b = e.source_b AND o.answer_kind = e.answer_kind
GROUP BY o.source_a, o.source_b
ORDER BY o.source_a, o.source_b
