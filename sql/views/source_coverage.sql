-- materialized
-- What each source covers, how much of it is its own, and how it attributes. Sources that nobody can
-- name and sources without a current document are left out. `exclusive_per_10` is the rarefied count of
-- S. H. Hurlbert, 'The nonconcept of species diversity', Ecology 52(4), 1971, with documents drawn
-- without replacement, so that a source with many documents does not look richer for that alone.
-- column: source_id: sources.source_id
-- column: source: its name
-- column: documents: its current documents
-- column: stories: stories that they cover
-- column: sentences: sentences in them
-- column: claims: claims in them
-- column: attributed_share: of its claims, those that somebody else is said to have said
-- column: anonymous_share: of its claims, those whose innermost speaker (level 1) is unnamed
-- column: propositions: different propositions among its claims
-- column: story_share: mean over its stories of the share it has of the propositions with at least two origins besides those that it alone brings
-- column: exclusive_propositions: propositions that no other source has
-- column: exclusive_per_10: exclusive propositions expected in ten of its documents drawn at random; NULL below ten documents
-- column: first_reports: propositions whose first source it is, those that it alone has included
-- column: own_share: of its documents, those whose text has its origin here
-- column: copied_share: of the characters of its body sentences, those found copied
-- column: upstream_sources: different outlets that it credits
WITH current_documents AS (
    SELECT
        document_id,
        source_id,
        story_id
    FROM document_context
    WHERE is_named_source
),

sentence_counts AS (
    SELECT
        document_id,
        count(*) AS sentences,
        coalesce(sum(end_char - start_char) FILTER (WHERE section = 'body'), 0) AS body_characters
    FROM sentences
    GROUP BY document_id
),

claim_counts AS (
    SELECT
        document_id,
        count(*) AS claims,
        count(*) FILTER (WHERE attribution <> 'narrated') AS attributed
    FROM claims
    GROUP BY document_id
),

anonymous_counts AS (
    SELECT
        c.document_id,
        count(DISTINCT c.claim_id) AS anonymous
    FROM attributions AS a
    INNER JOIN claims AS c ON a.claim_id = c.claim_id
    WHERE a.level = 1 AND a.is_anonymous
    GROUP BY c.document_id
),

by_document AS (
    SELECT
        d.source_id,
        count(*) AS documents,
        count(DISTINCT d.story_id) AS stories,
        sum(coalesce(s.sentences, 0))::BIGINT AS sentences,
        sum(coalesce(c.claims, 0))::BIGINT AS claims,
        sum(coalesce(c.attributed, 0))::BIGINT AS attributed,
        sum(coalesce(a.anonymous, 0))::BIGINT AS anonymous,
        count(*) FILTER (WHERE o.reason = 'own') AS own_documents,
        count(o.reason) AS traced_documents,
        fsum(s.body_characters * o.copied_share) AS copied_characters,
        sum(s.body_characters) FILTER (WHERE o.copied_share IS NOT NULL) AS body_characters
    FROM current_documents AS d
    LEFT JOIN sentence_counts AS s ON d.document_id = s.document_id
    LEFT JOIN claim_counts AS c ON d.document_id = c.document_id
    LEFT JOIN anonymous_counts AS a ON d.document_id = a.document_id
    LEFT JOIN document_origins AS o ON d.document_id = o.document_id
    GROUP BY d.source_id
),

said AS (
    SELECT
        c.source_id,
        c.proposition_id,
        count(DISTINCT c.document_id) AS documents,
        any_value(p.sources) AS sources,
        any_value(p.story_id) AS story_id,
        any_value(p.origins) AS origins,
        any_value(p.first_source_id) AS first_source_id
    FROM compared_claims AS c
    INNER JOIN proposition_support AS p ON c.proposition_id = p.proposition_id
    WHERE c.is_named_source AND p.claims > 1
    GROUP BY c.source_id, c.proposition_id
),

-- What one claim alone says is its source's, exclusive and first.
said_once AS (
    SELECT
        first_source_id AS source_id,
        count(*) AS propositions
    FROM proposition_support
    WHERE claims = 1
    GROUP BY first_source_id
),

exclusive_counts AS (
    SELECT
        source_id,
        documents AS holding,
        count(*) AS propositions
    FROM said
    WHERE sources = 1
    GROUP BY source_id, documents
    UNION ALL
    SELECT
        source_id,
        1,
        propositions
    FROM said_once
),

rarefied AS (
    SELECT
        e.source_id,
        sum(e.propositions)::BIGINT AS exclusive_propositions,
        -- 1 - C(N - n, 10) / C(N, 10): the chance that ten of N documents hold one of the n.
        fsum(
            e.propositions * (
                1 - list_product(
                    list_transform(
                        range(10),
                        lambda i: greatest(0, d.documents - e.holding - i) / greatest(1, d.documents - i)
                    )
                )
            )
        ) AS exclusive_per_10
    FROM exclusive_counts AS e
    INNER JOIN by_document AS d ON e.source_id = d.source_id
    GROUP BY e.source_id
),

proposition_counts AS (
    SELECT
        source_id,
        sum(propositions)::BIGINT AS propositions,
        sum(first_reports)::BIGINT AS first_reports
    FROM (
        SELECT
            source_id,
            count(*) AS propositions,
            count(*) FILTER (WHERE first_source_id = source_id) AS first_reports
        FROM said
        GROUP BY source_id
        UNION ALL
        SELECT
            source_id,
            propositions,
            propositions
        FROM said_once
    )
    GROUP BY source_id
),

-- Origins of a proposition that one source alone brings in are no support from others.
own_origins AS (
    SELECT
        proposition_id,
        source_id,
        count(*) AS origins
    FROM (
        SELECT
            c.proposition_id,
            c.origin_id,
            min(c.source_id) AS source_id
        FROM compared_claims AS c
        SEMI JOIN proposition_support AS p ON c.proposition_id = p.proposition_id AND p.origins >= 2
        WHERE c.origin_id IS NOT NULL
        GROUP BY c.proposition_id, c.origin_id
        HAVING min(c.source_id) = max(c.source_id)
    )
    GROUP BY proposition_id, source_id
),

well_supported AS (
    SELECT
        story_id,
        count(*) AS propositions
    FROM proposition_support
    WHERE origins >= 2 AND story_id IS NOT NULL
    GROUP BY story_id
),

held AS (
    SELECT
        s.source_id,
        s.story_id,
        count(*) FILTER (WHERE s.origins - coalesce(o.origins, 0) >= 2) AS had,
        count(*) FILTER (WHERE s.origins - coalesce(o.origins, 0) < 2) AS left_out
    FROM said AS s
    LEFT JOIN own_origins AS o ON s.source_id = o.source_id AND s.proposition_id = o.proposition_id
    WHERE s.origins >= 2
    GROUP BY s.source_id, s.story_id
),

covered AS (
    SELECT DISTINCT
        source_id,
        story_id
    FROM current_documents
    WHERE story_id IS NOT NULL
),

story_shares AS (
    SELECT
        c.source_id,
        fsum(coalesce(h.had, 0) / (w.propositions - coalesce(h.left_out, 0))) / count(*) AS story_share
    FROM covered AS c
    INNER JOIN well_supported AS w ON c.story_id = w.story_id
    LEFT JOIN held AS h ON c.source_id = h.source_id AND c.story_id = h.story_id
    WHERE w.propositions > coalesce(h.left_out, 0)
    GROUP BY c.source_id
),

upstream_counts AS (
    SELECT
        d.source_id,
        count(DISTINCT u.upstream) AS upstream_sources
    FROM upstream_credits AS u
    INNER JOIN current_documents AS d ON u.document_id = d.document_id
    GROUP BY d.source_id
)

SELECT
    d.source_id,
    s.name AS source,
    d.documents,
    d.stories,
    d.sentences,
    d.claims,
    d.attributed / nullif(d.claims, 0) AS attributed_share,
    d.anonymous / nullif(d.claims, 0) AS anonymous_share,
    coalesce(p.propositions, 0) AS propositions,
    y.story_share,
    coalesce(r.exclusive_propositions, 0) AS exclusive_propositions,
    CASE WHEN d.documents >= 10 THEN coalesce(r.exclusive_per_10, 0) END AS exclusive_per_10,
    coalesce(p.first_reports, 0) AS first_reports,
    d.own_documents / nullif(d.traced_documents, 0) AS own_share,
    d.copied_characters / nullif(d.body_characters, 0) AS copied_share,
    coalesce(u.upstream_sources, 0) AS upstream_sources
FROM by_document AS d
INNER JOIN sources AS s ON d.source_id = s.source_id
LEFT JOIN proposition_counts AS p ON d.source_id = p.source_id
LEFT JOIN rarefied AS r ON d.source_id = r.source_id
LEFT JOIN story_shares AS y ON d.source_id = y.source_id
LEFT JOIN upstream_counts AS u ON d.source_id = u.source_id
ORDER BY d.documents DESC, d.source_id
