-- materialized
-- How well each proposition is supported: by how many claims, sources and origins, since when, and by
-- whom first. Origins, not outlets, are what counts: copies of one report are one.
-- column: proposition_id: propositions.proposition_id
-- column: question_id: the question that it answers
-- column: story_id: the story of the question, else of its first claim's document
-- column: text: its most central claim
-- column: claims: claims of current documents that say it
-- column: sources: publishers of those documents; one that nobody can name counts for each document
-- column: origins: different origins, each claim taken to rest on its most probable one
-- column: origins_min: the fewest that can be: unnamed ones and links below 0.75 merged into the others
-- column: origins_max: the most that can be: links below 0.75 merge nothing across documents
-- column: named_origins: origins that are a named person, organisation or outlet
-- column: anonymous_only: every origin is unnamed
-- column: first_source: name of the source that was first in this corpus; NULL where dates overlap
-- column: first_at: earliest publication
-- column: last_at: latest publication
-- column: first_credited: outlet that most of its claims name as theirs, in the corpus or not
-- column: median_lag_hours: median over the other dated sources of hours from first_at to their first report
-- column: speakers: different people or bodies named as having said it
-- column: is_contradicted: a claim of it contradicts, or is contradicted by, another
-- column: first_source_id: sources.source_id of first_source
WITH several AS (
    SELECT proposition_id
    FROM compared_claims
    GROUP BY proposition_id
    HAVING count(*) > 1
),

shared AS (
    SELECT c.*
    FROM compared_claims AS c
    SEMI JOIN several AS s ON c.proposition_id = s.proposition_id
),

totals AS (
    SELECT
        proposition_id,
        any_value(question_id) AS question_id,
        count(*) AS claims,
        min(published_at) AS first_at,
        max(published_at) AS last_at,
        count(DISTINCT named_speaker) AS speakers
    FROM shared
    GROUP BY proposition_id
),

links AS (
    SELECT
        proposition_id,
        origin_id,
        any_value(origin_kind) AS origin_kind,
        bool_or(is_certain) AS is_certain,
        count(DISTINCT CASE WHEN NOT is_certain THEN document_id END)
        + coalesce(max(is_certain::INTEGER), 0) AS places
    FROM shared
    WHERE origin_id IS NOT NULL
    GROUP BY proposition_id, origin_id
),

origin_counts AS (
    SELECT
        proposition_id,
        count(*) AS origins,
        count(*) FILTER (WHERE is_certain AND origin_kind <> 'anonymous') AS certain_origins,
        sum(places)::BIGINT AS origins_max,
        count(*) FILTER (WHERE origin_kind IN ('person', 'organisation', 'outlet')) AS named_origins,
        bool_and(origin_kind = 'anonymous') AS anonymous_only
    FROM links
    GROUP BY proposition_id
),

source_dates AS (
    SELECT
        proposition_id,
        source_id,
        min(published_at) AS first_at,
        -- An undated document may be older than any other, and may be younger.
        min(coalesce(published_earliest, '-infinity'::TIMESTAMP)) AS earliest,
        min(coalesce(published_latest, 'infinity'::TIMESTAMP)) AS latest
    FROM shared
    GROUP BY proposition_id, source_id
),

firsts AS (
    SELECT
        proposition_id,
        count(*) AS sources,
        arg_min(source_id, latest) AS source_id,
        min(latest) AS latest,
        arg_min(source_id, earliest) AS earliest_source,
        min(earliest, 2) AS earliest_two
    FROM source_dates
    GROUP BY proposition_id
),

lags AS (
    SELECT
        proposition_id,
        epoch(first_at - min(first_at) OVER sources) / 3600 AS hours,
        row_number() OVER sources AS place
    FROM source_dates
    WHERE first_at IS NOT NULL
    WINDOW sources AS (PARTITION BY proposition_id ORDER BY first_at, source_id)
),

median_lags AS (
    SELECT
        proposition_id,
        median(hours) AS median_lag_hours
    FROM lags
    WHERE place > 1
    GROUP BY proposition_id
),

outlet_claims AS (
    SELECT
        claim_id,
        source_name AS outlet
    FROM attributions
    WHERE is_outlet AND source_name IS NOT NULL
    UNION
    SELECT
        c.claim_id,
        n.name
    FROM claim_origins AS c
    INNER JOIN origins AS n ON c.origin_id = n.origin_id
    WHERE n.kind = 'outlet' AND n.name IS NOT NULL
),

credited AS (
    SELECT
        m.proposition_id,
        o.outlet
    FROM outlet_claims AS o
    INNER JOIN claim_propositions AS m ON o.claim_id = m.claim_id
    INNER JOIN claims AS c ON o.claim_id = c.claim_id
    SEMI JOIN document_context AS d ON c.document_id = d.document_id
    GROUP BY m.proposition_id, o.outlet
    QUALIFY row_number() OVER (PARTITION BY m.proposition_id ORDER BY count(*) DESC, o.outlet) = 1
),

contradicting AS (
    SELECT unnest([r.claim_a, r.claim_b]) AS claim_id
    FROM claim_relations AS r
    INNER JOIN claims AS a ON r.claim_a = a.claim_id
    INNER JOIN claims AS b ON r.claim_b = b.claim_id
    SEMI JOIN document_context AS x ON a.document_id = x.document_id
    SEMI JOIN document_context AS y ON b.document_id = y.document_id
    WHERE r.relation = 'contradicts'
),

contradicted AS (
    SELECT DISTINCT m.proposition_id
    FROM claim_propositions AS m
    SEMI JOIN contradicting AS x ON m.claim_id = x.claim_id
),

-- Only a proposition without a question may lie in several stories.
first_stories AS (
    SELECT
        proposition_id,
        story_id
    FROM shared
    WHERE story_id IS NOT NULL
    QUALIFY
        row_number() OVER (
            PARTITION BY proposition_id
            ORDER BY published_at NULLS LAST, document_id, claim_id
        ) = 1
),

joined AS (
    SELECT
        t.proposition_id,
        t.question_id,
        y.story_id,
        t.claims,
        f.sources,
        coalesce(o.origins, 0) AS origins,
        coalesce(o.certain_origins, 0) AS certain_origins,
        coalesce(o.origins_max, 0) AS origins_max,
        coalesce(o.named_origins, 0) AS named_origins,
        coalesce(o.anonymous_only, false) AS anonymous_only,
        -- First is who was surely out before any other could have been.
        CASE
            WHEN f.sources = 1 THEN f.source_id
            WHEN f.source_id = f.earliest_source AND f.latest < f.earliest_two[2] THEN f.source_id
        END AS first_source_id,
        t.first_at,
        t.last_at,
        m.median_lag_hours,
        t.speakers
    FROM totals AS t
    INNER JOIN firsts AS f ON t.proposition_id = f.proposition_id
    LEFT JOIN origin_counts AS o ON t.proposition_id = o.proposition_id
    LEFT JOIN median_lags AS m ON t.proposition_id = m.proposition_id
    LEFT JOIN first_stories AS y ON t.proposition_id = y.proposition_id
    UNION ALL
    -- Most propositions are one claim, and need no counting.
    SELECT
        p.proposition_id,
        p.question_id,
        coalesce(q.story_id, d.story_id),
        1,
        1,
        (o.origin_id IS NOT NULL)::INTEGER,
        coalesce(o.is_certain AND o.kind <> 'anonymous', false)::INTEGER,
        (o.origin_id IS NOT NULL)::INTEGER,
        coalesce(o.kind IN ('person', 'organisation', 'outlet'), false)::INTEGER,
        coalesce(o.kind = 'anonymous', false),
        d.source_id,
        d.published_at,
        d.published_at,
        NULL,
        (w.source_name IS NOT NULL)::INTEGER
    FROM claim_propositions AS m
    ANTI JOIN several AS v ON m.proposition_id = v.proposition_id
    INNER JOIN propositions AS p ON m.proposition_id = p.proposition_id
    INNER JOIN claims AS c ON m.claim_id = c.claim_id
    INNER JOIN document_context AS d ON c.document_id = d.document_id
    LEFT JOIN questions AS q ON p.question_id = q.question_id
    LEFT JOIN main_origins AS o ON m.claim_id = o.claim_id
    LEFT JOIN attributions AS w
        ON m.claim_id = w.claim_id AND w.level = 1 AND NOT w.is_anonymous
)

SELECT
    j.proposition_id,
    j.question_id,
    j.story_id,
    p.text,
    j.claims,
    j.sources,
    j.origins::BIGINT AS origins,
    least(j.origins, greatest(1, j.certain_origins))::BIGINT AS origins_min,
    j.origins_max::BIGINT AS origins_max,
    j.named_origins::BIGINT AS named_origins,
    j.anonymous_only,
    u.name AS first_source,
    j.first_at,
    j.last_at,
    c.outlet AS first_credited,
    j.median_lag_hours,
    j.speakers::BIGINT AS speakers,
    x.proposition_id IS NOT NULL AS is_contradicted,
    j.first_source_id
FROM joined AS j
INNER JOIN propositions AS p ON j.proposition_id = p.proposition_id
LEFT JOIN sources AS u ON j.first_source_id = u.source_id
LEFT JOIN credited AS c ON j.proposition_id = c.proposition_id
LEFT JOIN contradicted AS x ON j.proposition_id = x.proposition_id
