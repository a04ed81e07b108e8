-- materialized
-- One pair of sources and one question that both answered. Of several answers the two that are nearest
-- in as-of time count, among those first the same answer, then the best judged relation. Documents
-- whose publisher nobody knows are left out.
-- column: source_a: sources.source_id; less than source_b
-- column: source_b: sources.source_id
-- column: question_id: the question that both answered
-- column: story_id: its story
-- column: proposition_a: the answer of source_a
-- column: proposition_b: the answer of source_b
-- column: outcome: agree (one proposition), refine, update, correct, contradict, else unresolved
-- column: score: of the relation behind the outcome; for one proposition the weaker side's similarity to it; NULL where none was judged
-- column: share_an_origin: a claim of one answer rests on the same origin as one of the other
-- column: first_at_a: when source_a first gave its answer
-- column: first_at_b: when source_b first gave its answer
-- column: name_a: sources.name of source_a
-- column: name_b: sources.name of source_b
WITH several AS (
    SELECT question_id
    FROM compared_claims
    WHERE is_named_source AND question_id IS NOT NULL
    GROUP BY question_id
    HAVING min(source_id) <> max(source_id)
),

claims_shared AS (
    SELECT c.*
    FROM compared_claims AS c
    SEMI JOIN several AS s ON c.question_id = s.question_id
    WHERE c.is_named_source
),

answers AS (
    SELECT
        c.question_id,
        c.source_id,
        c.proposition_id,
        any_value(c.story_id) AS story_id,
        min(c.published_at) AS first_at,
        max(c.similarity) AS similarity,
        -- An answer that does not say when it holds is taken to hold when it was given.
        coalesce(any_value(p.as_of_start), any_value(p.as_of_end), min(c.published_at)::DATE) AS as_of_start,
        coalesce(any_value(p.as_of_end), any_value(p.as_of_start), min(c.published_at)::DATE) AS as_of_end
    FROM claims_shared AS c
    INNER JOIN propositions AS p ON c.proposition_id = p.proposition_id
    GROUP BY c.question_id, c.source_id, c.proposition_id
),

judged AS (
    SELECT
        least(a.proposition_id, b.proposition_id) AS proposition_a,
        greatest(a.proposition_id, b.proposition_id) AS proposition_b,
        CASE r.relation
            WHEN 'same' THEN 'agree'
            WHEN 'refines' THEN 'refine'
            WHEN 'updates' THEN 'update'
            WHEN 'corrects' THEN 'correct'
            WHEN 'contradicts' THEN 'contradict'
            ELSE 'unresolved'
        END AS outcome,
        r.score
    FROM claim_relations AS r
    INNER JOIN claims_shared AS a ON r.claim_a = a.claim_id
    INNER JOIN claims_shared AS b ON r.claim_b = b.claim_id
    WHERE a.proposition_id <> b.proposition_id
),

relations AS (
    SELECT *
    FROM judged
    QUALIFY
        row_number() OVER (
            PARTITION BY proposition_a, proposition_b
            ORDER BY
                outcome = 'unresolved',
                score DESC NULLS LAST,
                list_position(['contradict', 'correct', 'update', 'refine', 'agree'], outcome)
        ) = 1
),

answer_pairs AS (
    SELECT
        a.source_id AS source_a,
        b.source_id AS source_b,
        a.question_id,
        a.story_id,
        a.proposition_id AS proposition_a,
        b.proposition_id AS proposition_b,
        a.first_at AS first_at_a,
        b.first_at AS first_at_b,
        least(a.similarity, b.similarity) AS similarity,
        CASE
            WHEN a.as_of_start IS NOT NULL AND b.as_of_start IS NOT NULL
                THEN greatest(0, a.as_of_start - b.as_of_end, b.as_of_start - a.as_of_end)
        END AS days_apart
    FROM answers AS a
    INNER JOIN answers AS b ON a.question_id = b.question_id AND a.source_id < b.source_id
),

chosen AS (
    SELECT
        p.source_a,
        p.source_b,
        p.question_id,
        p.story_id,
        p.proposition_a,
        p.proposition_b,
        CASE WHEN p.proposition_a = p.proposition_b THEN 'agree' ELSE coalesce(r.outcome, 'unresolved') END AS outcome,
        CASE WHEN p.proposition_a = p.proposition_b THEN p.similarity ELSE r.score END AS score,
        p.first_at_a,
        p.first_at_b
    FROM answer_pairs AS p
    LEFT JOIN relations AS r
        ON
            least(p.proposition_a, p.proposition_b) = r.proposition_a
            AND greatest(p.proposition_a, p.proposition_b) = r.proposition_b
    QUALIFY
        row_number() OVER (
            PARTITION BY p.source_a, p.source_b, p.question_id
            ORDER BY
                p.days_apart NULLS LAST,
                p.proposition_a <> p.proposition_b,
                coalesce(r.outcome, 'unresolved') = 'unresolved',
                r.score DESC NULLS LAST,
                p.proposition_a,
                p.proposition_b
        ) = 1
),

answer_origins AS (
    SELECT DISTINCT
        question_id,
        source_id,
        proposition_id,
        origin_id
    FROM claims_shared
    WHERE origin_id IS NOT NULL
),

one_origin AS (
    SELECT DISTINCT
        a.source_id AS source_a,
        b.source_id AS source_b,
        a.proposition_id AS proposition_a,
        b.proposition_id AS proposition_b
    FROM answer_origins AS a
    INNER JOIN answer_origins AS b
        ON a.question_id = b.question_id AND a.origin_id = b.origin_id AND a.source_id < b.source_id
)

SELECT
    c.source_a,
    c.source_b,
    c.question_id,
    c.story_id,
    c.proposition_a,
    c.proposition_b,
    c.outcome,
    c.score,
    o.source_a IS NOT NULL AS share_an_origin,
    c.first_at_a,
    c.first_at_b,
    a.name AS name_a,
    b.name AS name_b
FROM chosen AS c
LEFT JOIN one_origin AS o
    ON
        c.source_a = o.source_a
        AND c.source_b = o.source_b
        AND c.proposition_a = o.proposition_a
        AND c.proposition_b = o.proposition_b
INNER JOIN sources AS a ON c.source_a = a.source_id
INNER JOIN sources AS b ON c.source_b = b.source_id
