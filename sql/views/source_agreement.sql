-- materialized
-- How often two sources agree, over the questions that both answered; those whose answers share an
-- origin are counted apart, since a copy agrees with its original for no reason of its own.
-- Interval: Wilson's (JASA 22, 1927) on the effective sample size n_eff = min(n, p(1 - p) / var), since
-- questions cluster in stories; var = k/(k - 1) sum (a_s - p n_s)^2 / n^2 over the k stories (ratio estimator,
-- Cochran, 'Sampling Techniques', 1977, 9.2; n_eff after Korn and Graubard, Survey Methodology 24, 1998).
-- No kappa: claims are open-ended, so there is no count of what neither of two sources said.
-- alpha: Krippendorff, 'Content Analysis', 2018, ch. 12, by the ratio metric ((v - w) / (|v| + |w|))^2 for
-- numbers and the nominal one for yes/no; where there are both, disagreement expected by chance is taken
-- within each kind, weighted by its number of questions.
-- overlap: Dice, 'Measures of the amount of ecologic association', Ecology 26, 1945. expected_overlap: the
-- bipartite configuration model (Newman, Strogatz and Watts, Phys. Rev. E 64, 026118, 2001): within a story
-- of T answers, where question q has k_q and source i has r_i of them, two sources are expected to share
-- r_a r_b sum k_q (k_q - 1) / (T^2 - sum r_i^2) questions, and never more than the lesser of r_a and r_b.
-- Order: by the bound of the interval that is nearer to the rate of all pairs together, the whole
-- interval where it contains that rate, so that small samples do not lead.
-- column: source_a: sources.source_id; less than source_b
-- column: source_b: sources.source_id
-- column: questions: questions that both answered
-- column: questions_one_origin: of these, questions where the two answers share an origin
-- column: n: the other questions
-- column: agreeing: of n, those where the answers are one proposition, or one refines the other
-- column: contradicting: of n, those where they contradict each other
-- column: updating: of n, those where one updates or corrects the other
-- column: unresolved: of n, those where how they relate is not known
-- column: agreement_rate: agreeing / (agreeing + contradicting)
-- column: low: lower bound of its 95 % interval; NULL for fewer than two stories
-- column: high: upper bound of its 95 % interval; NULL for fewer than two stories
-- column: n_stories: stories with an agreeing or contradicting question
-- column: n_effective: how many independent questions the agreeing and contradicting ones are worth
-- column: alpha: Krippendorff's alpha over questions answered by a number or yes/no, shared origins left out; NULL where chance could give no disagreement
-- column: overlap: Dice's coefficient of the questions that the two answered in stories that both covered
-- column: expected_overlap: the same by chance, each source's and each question's number of answers held
-- column: copied_share: of the characters of both sources' body sentences in stories that both covered, those that the two share as copied text
-- column: name_a: sources.name of source_a
-- column: name_b: sources.name of source_b
WITH outcomes AS (
    SELECT
        source_a,
        source_b,
        story_id,
        question_id,
        proposition_a,
        proposition_b,
        share_an_origin,
        (outcome IN ('agree', 'refine'))::INTEGER AS agrees,
        (outcome = 'contradict')::INTEGER AS contradicts,
        (outcome IN ('update', 'correct'))::INTEGER AS updates,
        (outcome = 'unresolved')::INTEGER AS is_open
    FROM shared_questions
),

by_story AS (
    SELECT
        source_a,
        source_b,
        story_id,
        count(*) AS questions,
        count(*) FILTER (WHERE share_an_origin) AS questions_one_origin,
        count(*) FILTER (WHERE NOT share_an_origin) AS n,
        coalesce(sum(agrees) FILTER (WHERE NOT share_an_origin), 0)::BIGINT AS agreeing,
        coalesce(sum(contradicts) FILTER (WHERE NOT share_an_origin), 0)::BIGINT AS contradicting,
        coalesce(sum(updates) FILTER (WHERE NOT share_an_origin), 0)::BIGINT AS updating,
        coalesce(sum(is_open) FILTER (WHERE NOT share_an_origin), 0)::BIGINT AS unresolved
    FROM outcomes
    GROUP BY source_a, source_b, story_id
),

totals AS (
    SELECT
        source_a,
        source_b,
        sum(questions)::BIGINT AS questions,
        sum(questions_one_origin)::BIGINT AS questions_one_origin,
        sum(n)::BIGINT AS n,
        sum(agreeing)::BIGINT AS agreeing,
        sum(contradicting)::BIGINT AS contradicting,
        sum(updating)::BIGINT AS updating,
        sum(unresolved)::BIGINT AS unresolved,
        sum(agreeing + contradicting)::BIGINT AS decided,
        count(*) FILTER (WHERE agreeing + contradicting > 0) AS n_stories
    FROM by_story
    GROUP BY source_a, source_b
),

-- In whole numbers, so that no spread is exactly none: sum (a_s n - a n_s)^2 = n^2 sum (a_s - p n_s)^2.
spreads AS (
    SELECT
        t.source_a,
        t.source_b,
        sum(
            (s.agreeing * t.decided - t.agreeing * (s.agreeing + s.contradicting))::HUGEINT
            * (s.agreeing * t.decided - t.agreeing * (s.agreeing + s.contradicting))
        ) AS squares
    FROM by_story AS s
    INNER JOIN totals AS t ON s.source_a = t.source_a AND s.source_b = t.source_b
    WHERE s.agreeing + s.contradicting > 0
    GROUP BY t.source_a, t.source_b
),

effective AS (
    SELECT
        t.*,
        t.agreeing / nullif(t.decided, 0) AS agreement_rate,
        CASE
            WHEN t.n_stories < 2 THEN NULL
            WHEN s.squares = 0 THEN t.n_stories::DOUBLE
            -- p (1 - p) / var = a (n - a) n^2 (k - 1) / (k sum (a_s n - a n_s)^2)
            ELSE least(
                t.decided::DOUBLE,
                t.agreeing::DOUBLE * (t.decided - t.agreeing) * t.decided * t.decided * (t.n_stories - 1)
                / (t.n_stories * s.squares::DOUBLE)
            )
        END AS n_effective
    FROM totals AS t
    LEFT JOIN spreads AS s ON t.source_a = s.source_a AND t.source_b = s.source_b
),

-- Wilson's score interval; 1.959963984540054 is the normal quantile of 0.975.
intervals AS (
    SELECT
        source_a,
        source_b,
        least(agreement_rate, greatest(0, centre - half)) AS low,
        greatest(agreement_rate, least(1, centre + half)) AS high
    FROM (
        SELECT
            source_a,
            source_b,
            agreement_rate,
            (agreement_rate + 3.841458820694124 / (2 * n_effective))
            / (1 + 3.841458820694124 / n_effective) AS centre,
            1.959963984540054 / (1 + 3.841458820694124 / n_effective)
            * sqrt(
                agreement_rate * (1 - agreement_rate) / n_effective
                + 3.841458820694124 / (4 * n_effective * n_effective)
            ) AS half
        FROM effective
        WHERE n_effective IS NOT NULL
    )
),

-- Values for alpha: of each answer the number or the yes/no of its source's first claim.
comparable AS (
    SELECT
        o.source_a,
        o.source_b,
        o.question_id,
        o.proposition_a,
        o.proposition_b,
        q.answer_kind,
        q.unit
    FROM outcomes AS o
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
),

alphas AS (
    SELECT
        o.source_a,
        o.source_b,
        1 - fsum(o.disagreement)
        / nullif(fsum(o.units * coalesce(e.disagreement, 0) / (2 * o.units * (2 * o.units - 1))), 0) AS alpha
    FROM observed AS o
    LEFT JOIN chance AS e
        ON o.source_a = e.source_a AND o.source_b = e.source_b AND o.answer_kind = e.answer_kind
    GROUP BY o.source_a, o.source_b
),

named_documents AS (
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
    LEFT JOIN by_story AS s
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
),

overall AS (
    SELECT sum(agreeing) / nullif(sum(decided), 0) AS rate
    FROM totals
)

SELECT
    e.source_a,
    e.source_b,
    e.questions,
    e.questions_one_origin,
    e.n,
    e.agreeing,
    e.contradicting,
    e.updating,
    e.unresolved,
    e.agreement_rate,
    i.low,
    i.high,
    e.n_stories,
    e.n_effective,
    l.alpha,
    o.overlap,
    o.expected_overlap,
    CASE WHEN b.characters > 0 THEN least(1, coalesce(c.characters, 0) / b.characters) END AS copied_share,
    x.name AS name_a,
    y.name AS name_b
FROM effective AS e
CROSS JOIN overall AS v
INNER JOIN sources AS x ON e.source_a = x.source_id
INNER JOIN sources AS y ON e.source_b = y.source_id
LEFT JOIN intervals AS i ON e.source_a = i.source_a AND e.source_b = i.source_b
LEFT JOIN alphas AS l ON e.source_a = l.source_a AND e.source_b = l.source_b
LEFT JOIN question_overlaps AS o ON e.source_a = o.source_a AND e.source_b = o.source_b
LEFT JOIN copied AS c ON e.source_a = c.source_a AND e.source_b = c.source_b
LEFT JOIN bodies AS b ON e.source_a = b.source_a AND e.source_b = b.source_b
ORDER BY
    CASE WHEN i.low > v.rate THEN i.low WHEN i.high < v.rate THEN i.high WHEN i.low IS NOT NULL THEN v.rate END
    DESC NULLS LAST,
    e.n_effective DESC NULLS LAST,
    e.questions DESC,
    e.source_a,
    e.source_b
