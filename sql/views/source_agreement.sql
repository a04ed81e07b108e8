-- materialized
-- How often two sources agree, over the questions that both answered; those whose answers share an
-- origin are counted apart, since a copy agrees with its original for no reason of its own.
-- Interval: Wilson's (JASA 22, 1927) on the effective sample size n_eff = min(n, p(1 - p) / var), since
-- questions cluster in stories; var = k/(k - 1) sum (a_s - p n_s)^2 / n^2 over the k stories (ratio estimator,
-- Cochran, 'Sampling Techniques', 1977, 9.2; n_eff after Korn and Graubard, Survey Methodology 24, 1998).
-- No kappa: claims are open-ended, so there is no count of what neither of two sources said.
-- alpha and overlap: as in source_alphas and source_overlaps, which cite their sources.
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
    o.copied_share,
    x.name AS name_a,
    y.name AS name_b
FROM effective AS e
CROSS JOIN overall AS v
INNER JOIN sources AS x ON e.source_a = x.source_id
INNER JOIN sources AS y ON e.source_b = y.source_id
LEFT JOIN intervals AS i ON e.source_a = i.source_a AND e.source_b = i.source_b
LEFT JOIN source_alphas AS l ON e.source_a = l.source_a AND e.source_b = l.source_b
LEFT JOIN source_overlaps AS o ON e.source_a = o.source_a AND e.source_b = o.source_b
ORDER BY
    CASE WHEN i.low > v.rate THEN i.low WHEN i.high < v.rate THEN i.high WHEN i.low IS NOT NULL THEN v.rate END
    DESC NULLS LAST,
    e.n_effective DESC NULLS LAST,
    e.questions DESC,
    e.source_a,
    e.source_b
