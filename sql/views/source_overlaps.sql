-- materialized
-- How much two sources that covered the same stories have in common: the questions that they answered and
-- the text that they print; a helper of source_agreement.
-- overlap: Dice, 'Measures of the amount of ecologic association', Ecology 26, 1945. expected_overlap: the
-- bipartite configuration model (Newman, Strogatz and Watts, Phys. Rev. E 64, 026118, 2001): within a story
-- of T answers, where question q has k_q and source i has r_i of them, two sources are expected to share
-- r_a r_b sum k_q (k_q - 1) / (T^2 - sum r_i^2) questions, and never more than the lesser of r_a and r_b.
-- column: source_a: sources.source_id; less than source_b
-- column: source_b: sources.source_id
-- column: overlap: Dice's coefficient of the questions that the two answered in stories that both covered
-- column: expected_overlap: the same by chance, each source's and each question's number of answers held
-- column: copied_share: of the characters of both sources' body sentences in stories that both covered, those that the two share as copied text
WITH named_documents AS (
    SELECT
        document_id,
        source_id,
        story_id
    FROM document_context
    WHERE is_named_source AND story_id IS NOT NULL
),

-- Overlap of questions in stories that both covered.
answers AS (
    SELECT DISTINCT
        story_id,
        source_id,
        question_id
    FROM compared_claims
    WHERE is_named_source AND question_id IS NOT NULL AND story_id IS NOT NULL
    UNION ALL
    -- Questions that one claim answers.
    SELECT
        p.story_id,
        p.first_source_id,
        p.question_id
    FROM proposition_support AS p
    SEMI JOIN sources AS s ON p.first_source_id = s.source_id AND s.named_by <> 'unknown'
    ANTI JOIN compared_claims AS c ON p.question_id = c.question_id
    WHERE p.claims = 1 AND p.question_id IS NOT NULL AND p.story_id IS NOT NULL
),

answers_by_source AS (
    SELECT
        story_id,
        source_id,
        count(*) AS answered
    FROM answers
    GROUP BY story_id, source_id
),

co_answers AS (
    SELECT
        story_id,
        sum(holders * (holders - 1))::DOUBLE AS ordered_pairs
    FROM (
        SELECT
            story_id,
            count(*) AS holders
        FROM answers
        GROUP BY story_id, question_id
    )
    GROUP BY story_id
),

margins AS (
    SELECT
        story_id,
        (sum(answered)::HUGEINT * sum(answered)::HUGEINT - sum(answered * answered)::HUGEINT)::DOUBLE AS chances
    FROM answers_by_source
    GROUP BY story_id
),

covering AS (
    SELECT DISTINCT
        d.story_id,
        d.source_id,
        coalesce(a.answered, 0) AS answered
    FROM named_documents AS d
    LEFT JOIN answers_by_source AS a ON d.story_id = a.story_id AND d.source_id = a.source_id
),

both_covering AS (
    SELECT
        a.source_id AS source_a,
        b.source_id AS source_b,
        a.story_id,
        a.answered AS answered_a,
        b.answered AS answered_b
    FROM covering AS a
    INNER JOIN covering AS b ON a.story_id = b.story_id AND a.source_id < b.source_id
),

shared_in_story AS (
    SELECT
        source_a,
        source_b,
        story_id,
        count(*) AS questions
    FROM shared_questions
    GROUP BY source_a, source_b, story_id
),

question_overlaps AS (
    SELECT
        p.source_a,
        p.source_b,
        2 * sum(coalesce(s.questions, 0)) / nullif(sum(p.answered_a + p.answered_b), 0) AS overlap,
        2 * fsum(
            CASE
                WHEN m.chances > 0
                    THEN least(
                        p.answered_a, p.answered_b,
                        p.answered_a * p.answered_b * c.ordered_pairs / m.chances
                    )
                ELSE 0
            END
        ) / nullif(sum(p.answered_a + p.answered_b), 0) AS expected_overlap
    FROM both_covering AS p
    LEFT JOIN co_answers AS c ON p.story_id = c.story_id
    LEFT JOIN margins AS m ON p.story_id = m.story_id
    LEFT JOIN shared_in_story AS s
        ON p.source_a = s.source_a AND p.source_b = s.source_b AND p.story_id = s.story_id
    GROUP BY p.source_a, p.source_b
),

-- Text that two sources share: passages of one document with any of the other source's, merged.
shared_passages AS (
    SELECT
        a.source_id AS one,
        b.source_id AS other,
        a.story_id,
        a.document_id,
        s.a_start AS start_char,
        s.a_end AS end_char
    FROM reuse_spans AS s
    INNER JOIN named_documents AS a ON s.document_a = a.document_id
    INNER JOIN named_documents AS b ON s.document_b = b.document_id
    WHERE s.kind <> 'quote_only' AND a.source_id <> b.source_id
    UNION ALL
    SELECT
        b.source_id,
        a.source_id,
        b.story_id,
        b.document_id,
        s.b_start,
        s.b_end
    FROM reuse_spans AS s
    INNER JOIN named_documents AS a ON s.document_a = a.document_id
    INNER JOIN named_documents AS b ON s.document_b = b.document_id
    WHERE s.kind <> 'quote_only' AND a.source_id <> b.source_id
),

merged_passages AS (
    SELECT
        one,
        other,
        story_id,
        greatest(
            0,
            end_char - greatest(
                start_char,
                coalesce(
                    max(end_char) OVER (
                        PARTITION BY document_id, other
                        ORDER BY start_char, end_char
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                    ),
                    0
                )
            )
        ) AS characters
    FROM shared_passages
),

body_lengths AS (
    SELECT
        d.source_id,
        d.story_id,
        sum(t.end_char - t.start_char)::BIGINT AS characters
    FROM named_documents AS d
    INNER JOIN sentences AS t ON d.document_id = t.document_id
    WHERE t.section = 'body'
    GROUP BY d.source_id, d.story_id
),

copied AS (
    SELECT
        least(m.one, m.other) AS source_a,
        greatest(m.one, m.other) AS source_b,
        sum(m.characters) AS characters
    FROM merged_passages AS m
    SEMI JOIN covering AS c ON m.other = c.source_id AND m.story_id = c.story_id
    GROUP BY least(m.one, m.other), greatest(m.one, m.other)
),

bodies AS (
    SELECT
        p.source_a,
        p.source_b,
        sum(coalesce(a.characters, 0) + coalesce(b.characters, 0)) AS characters
    FROM both_covering AS p
    LEFT JOIN body_lengths AS a ON p.source_a = a.source_id AND p.story_id = a.story_id
    LEFT JOIN body_lengths AS b ON p.source_b = b.source_id AND p.story_id = b.story_id
    GROUP BY p.source_a, p.source_b
)

SELECT
    o.source_a,
    o.source_b,
    o.overlap,
    o.expected_overlap,
    CASE WHEN b.characters > 0 THEN least(1, coalesce(c.characters, 0) / b.characters) END AS copied_share
FROM question_overlaps AS o
LEFT JOIN copied AS c ON o.source_a = c.source_a AND o.source_b = c.source_b
LEFT JOIN bodies AS b ON o.source_a = b.source_a AND o.source_b = b.source_b
ORDER BY o.source_a, o.source_b
