-- What the audit says: precision by stratum, and the counts of the agreement views as counted and as
-- corrected by the verdicts, each with its 95 % interval. Only the random sample of `make audit` counts, never
-- the hand-picked verdicts of review_overrides.
-- Precision: Wilson's interval; all strata together: each weighted by its population.
-- Correction: classifiers err, and counts of what they say are biased (N. TeBlunthuis, V. Hase and C.-H. Chan,
-- 'Misclassification in Automated Content Analysis Causes Bias in Regression. Can We Fix It? Yes We Can!',
-- Communication Methods and Measures 18(3), 2024). With a random sample of each class judged, and no
-- covariates, their maximum likelihood estimate is that of double sampling (A. Tenenbein, 'A double sampling
-- scheme', JASA 65, 1970): corrected = sum over counted classes h of N_h p_h, where p_h is the part of the
-- n_h judged items of h that are of the class; variance = sum N_h^2 p_h (1 - p_h) / n_h + sum N_h (p_h - p)^2,
-- with p_h (1 - p_h) taken at (x + 1/2) / (n + 1), so that few verdicts of one kind give no false certainty.
-- column: kind: claim, relation or agreement
-- column: stratum: attribution of claims, relation, class of agreements; 'all' together; 'agreement_rate'
-- column: population: items in the stratum when the sample was drawn
-- column: judged: verdicts
-- column: correct: of these, those that confirm
-- column: precision: correct / judged
-- column: low: lower bound of its interval
-- column: high: upper bound of its interval
-- column: counted: shared questions of the class as the views count them now; the agreement rate
-- column: counted_low: lower bound of its interval, the classes taken as right
-- column: counted_high: upper bound of that interval
-- column: corrected: the same corrected by the verdicts; NULL where a class that occurs was not judged
-- column: corrected_low: lower bound of its interval
-- column: corrected_high: upper bound of its interval
WITH judged AS (
    SELECT
        kind,
        stratum,
        max(population) AS population,
        count(*) AS judged,
        count(*) FILTER (WHERE verdict IN ('yes', stratum)) AS correct
    FROM audit_verdicts
    GROUP BY kind, stratum
),

precisions AS (
    SELECT
        kind,
        stratum,
        population,
        judged,
        correct,
        correct / judged AS precision,
        (
            correct + 1.920729410347062
            - 1.959963984540054 * sqrt(correct * (judged - correct) / judged + 0.960364705173531)
        ) / (judged + 3.841458820694124) AS low,
        (
            correct + 1.920729410347062
            + 1.959963984540054 * sqrt(correct * (judged - correct) / judged + 0.960364705173531)
        ) / (judged + 3.841458820694124) AS high
    FROM judged
),

together AS (
    SELECT
        kind,
        'all' AS stratum,
        sum(population)::BIGINT AS population,
        sum(judged)::BIGINT AS judged,
        sum(correct)::BIGINT AS correct,
        sum(population * correct / judged) / sum(population) AS precision,
        1.959963984540054 * sqrt(
            sum(population * population * ((correct + 0.5) * (judged - correct + 0.5) / (judged + 1) ** 2) / judged)
        ) / sum(population) AS half
    FROM judged
    GROUP BY kind
),

classes AS (
    SELECT unnest(['agreeing', 'contradicting', 'updating', 'unresolved']) AS class
),

counts AS (
    SELECT
        c.class,
        coalesce(n.counted, 0) AS counted
    FROM classes AS c
    LEFT JOIN (
        SELECT
            CASE
                WHEN outcome IN ('agree', 'refine') THEN 'agreeing'
                WHEN outcome = 'contradict' THEN 'contradicting'
                WHEN outcome IN ('update', 'correct') THEN 'updating'
                ELSE 'unresolved'
            END AS class,
            count(*) AS counted
        FROM shared_questions
        WHERE NOT share_an_origin
        GROUP BY ALL
    ) AS n ON c.class = n.class
),

total AS (
    SELECT
        sum(counted)::BIGINT AS counted,
        sum(counted) FILTER (WHERE class IN ('agreeing', 'contradicting'))::BIGINT AS decided
    FROM counts
),

-- Of the items counted as one class, how many are truly of another.
confusion AS (
    SELECT
        h.class AS counted_class,
        h.counted AS size,
        t.class,
        j.judged,
        count(v.item) AS found
    FROM counts AS h
    CROSS JOIN classes AS t
    LEFT JOIN judged AS j ON j.kind = 'agreement' AND h.class = j.stratum
    LEFT JOIN audit_verdicts AS v
        ON v.kind = 'agreement' AND h.class = v.stratum AND t.class = v.verdict
    WHERE h.counted > 0
    GROUP BY h.class, h.counted, t.class, j.judged
),

estimates AS (
    SELECT
        class,
        CASE WHEN count(judged) = count(*) THEN sum(size * found / judged) END AS corrected
    FROM confusion
    GROUP BY class
),

variances AS (
    SELECT
        c.class,
        sum(
            c.size * c.size * ((c.found + 0.5) * (c.judged - c.found + 0.5) / (c.judged + 1) ** 2) / c.judged
            + c.size * (c.found / c.judged - e.corrected / t.counted) ** 2
        ) AS variance
    FROM confusion AS c
    INNER JOIN estimates AS e ON c.class = e.class
    CROSS JOIN total AS t
    GROUP BY c.class
),

agreements AS (
    SELECT
        n.class,
        n.counted,
        e.corrected,
        1.959963984540054 * sqrt(v.variance) AS half,
        t.counted AS total,
        (n.counted + 1.920729410347062) / (t.counted + 3.841458820694124) AS centre,
        1.959963984540054 * sqrt(n.counted * (t.counted - n.counted) / t.counted + 0.960364705173531)
        / (t.counted + 3.841458820694124) AS counted_half
    FROM counts AS n
    CROSS JOIN total AS t
    LEFT JOIN estimates AS e ON n.class = e.class
    LEFT JOIN variances AS v ON n.class = v.class
),

rates AS (
    SELECT
        a.corrected / nullif(a.corrected + c.corrected, 0) AS rate,
        a.corrected + c.corrected AS decided,
        n.counted AS agreeing,
        t.decided AS counted
    FROM estimates AS a
    CROSS JOIN estimates AS c
    CROSS JOIN counts AS n
    CROSS JOIN total AS t
    WHERE a.class = 'agreeing' AND c.class = 'contradicting' AND n.class = 'agreeing'
),

-- The rate is a ratio: its variance is that of (1 - rate) agreeing - rate contradicting, over decided^2.
residuals AS (
    SELECT
        a.size,
        a.judged,
        (1 - r.rate) ** 2 * (a.found + 0.5) / (a.judged + 1) + r.rate ** 2 * (c.found + 0.5) / (a.judged + 1)
        - ((1 - r.rate) * (a.found + 0.5) / (a.judged + 1) - r.rate * (c.found + 0.5) / (a.judged + 1)) ** 2 AS spread,
        (1 - r.rate) * a.found / a.judged - r.rate * c.found / a.judged AS mean
    FROM confusion AS a
    INNER JOIN confusion AS c ON a.counted_class = c.counted_class
    CROSS JOIN rates AS r
    WHERE a.class = 'agreeing' AND c.class = 'contradicting'
),

rate_intervals AS (
    SELECT
        r.*,
        1.959963984540054 * sqrt(
            (SELECT sum(s.size * s.size * s.spread / s.judged + s.size * s.mean ** 2) FROM residuals AS s)
        ) / r.decided AS half,
        (r.agreeing + 1.920729410347062) / (r.counted + 3.841458820694124) AS centre,
        1.959963984540054 * sqrt(r.agreeing * (r.counted - r.agreeing) / nullif(r.counted, 0) + 0.960364705173531)
        / (r.counted + 3.841458820694124) AS counted_half
    FROM rates AS r
)

SELECT
    coalesce(p.kind, 'agreement') AS kind,
    coalesce(p.stratum, a.class) AS stratum,
    p.population,
    coalesce(p.judged, 0) AS judged,
    coalesce(p.correct, 0) AS correct,
    p.precision,
    p.low,
    p.high,
    a.counted::DOUBLE AS counted,
    a.total * (a.centre - a.counted_half) AS counted_low,
    a.total * (a.centre + a.counted_half) AS counted_high,
    a.corrected,
    -- greatest() would take 0 where there is no estimate.
    CASE WHEN a.corrected IS NOT NULL THEN greatest(0, a.corrected - a.half) END AS corrected_low,
    CASE WHEN a.corrected IS NOT NULL THEN least(a.total, a.corrected + a.half) END AS corrected_high
FROM precisions AS p
FULL JOIN agreements AS a ON p.kind = 'agreement' AND p.stratum = a.class
UNION ALL
SELECT
    kind,
    stratum,
    population,
    judged,
    correct,
    precision,
    greatest(0, precision - half),
    least(1, precision + half),
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL
FROM together
UNION ALL
SELECT
    'agreement',
    'agreement_rate',
    NULL,
    0,
    0,
    NULL,
    NULL,
    NULL,
    agreeing / nullif(counted, 0),
    centre - counted_half,
    centre + counted_half,
    rate,
    CASE WHEN rate IS NOT NULL THEN greatest(0, rate - half) END,
    CASE WHEN rate IS NOT NULL THEN least(1, rate + half) END
FROM rate_intervals
ORDER BY ALL
