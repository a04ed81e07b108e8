-- materialized
-- Propositions of at least two origins that a source does not have, though it covered their story in full
-- (a document analysed in full) and later (published after the first report). Not found is not absent: a
-- reader may find it in other words. How often, over the examples, is one less the precision that
-- `python -m tests.golden DATABASE not_found` prints: none of nine rows on facts that a reader had listed,
-- 8 of 30 where fewer claims were known to say the same.
-- nearest_sentence is where to look first.
-- column: source_id: sources.source_id
-- column: source: its name
-- column: story_id: the story
-- column: proposition_id: what was not found in the source
-- column: text: the same as text
-- column: other_sources: sources that have it
-- column: other_origins: origins that they have it from; at least 2
-- column: hours_after: hours from the first report to the source's last document in the story
-- column: nearest_sentence: the source's sentence in the story that shares most of the proposition's words, rare ones counting more
-- column: nearest_similarity: the part of the proposition's words that it shares, so weighted, 0..1
WITH full_documents AS (
    SELECT
        document_id,
        source_id,
        source,
        story_id,
        published_earliest,
        published_at
    FROM document_context
    WHERE is_named_source AND analysis = 'full' AND story_id IS NOT NULL
),

covered AS (
    SELECT
        source_id,
        any_value(source) AS source,
        story_id,
        max(published_earliest) AS last_earliest,
        max(published_at) AS last_at
    FROM full_documents
    GROUP BY source_id, story_id
),

supported AS (
    SELECT
        proposition_id,
        story_id,
        text,
        sources,
        origins,
        first_at
    FROM proposition_support
    WHERE origins >= 2 AND first_at IS NOT NULL
),

holders AS (
    SELECT DISTINCT
        c.proposition_id,
        c.source_id
    FROM compared_claims AS c
    SEMI JOIN supported AS s ON c.proposition_id = s.proposition_id
),

missing AS (
    SELECT
        v.source_id,
        v.source,
        v.story_id,
        s.proposition_id,
        s.text,
        s.sources AS other_sources,
        s.origins AS other_origins,
        epoch(v.last_at - s.first_at) / 3600 AS hours_after
    FROM supported AS s
    INNER JOIN covered AS v ON s.story_id = v.story_id AND s.first_at < v.last_earliest
    ANTI JOIN holders AS h ON s.proposition_id = h.proposition_id AND v.source_id = h.source_id
),

-- Words and sentences go by numbers from here on: the joins are large.
covers AS (
    SELECT
        row_number() OVER () AS cover,
        source_id,
        story_id
    FROM (
        SELECT DISTINCT
            source_id,
            story_id
        FROM missing
    )
),

proposition_words AS (
    SELECT DISTINCT
        p.proposition_id,
        p.story_id,
        hash(p.word) AS word
    FROM (
        SELECT
            s.proposition_id,
            s.story_id,
            unnest(regexp_extract_all(lower(s.text), '[\p{L}\p{N}]{3,}|\p{N}+')) AS word
        FROM supported AS s
    ) AS p
    SEMI JOIN missing AS m ON p.proposition_id = m.proposition_id
),

word_weights AS (
    SELECT
        word,
        ln(1 + (SELECT count(DISTINCT proposition_id) FROM proposition_words) / count(*)) AS weight
    FROM proposition_words
    GROUP BY word
),

-- What to look for: of each proposition the six words that are rarest among propositions.
rare_words AS (
    SELECT
        p.proposition_id,
        p.story_id,
        p.word,
        w.weight
    FROM proposition_words AS p
    INNER JOIN word_weights AS w ON p.word = w.word
    QUALIFY row_number() OVER (PARTITION BY p.proposition_id ORDER BY w.weight DESC, p.word) <= 6
),

looked_for AS (
    SELECT DISTINCT
        c.cover,
        w.word
    FROM rare_words AS w
    INNER JOIN missing AS m ON w.proposition_id = m.proposition_id
    INNER JOIN covers AS c ON m.source_id = c.source_id AND m.story_id = c.story_id
),

sentence_words AS (
    SELECT DISTINCT
        t.cover,
        t.sentence,
        t.word
    FROM (
        SELECT
            c.cover,
            s.rowid AS sentence,
            hash(unnest(regexp_extract_all(lower(s.text), '[\p{L}\p{N}]{3,}|\p{N}+'))) AS word
        FROM sentences AS s
        INNER JOIN full_documents AS f ON s.document_id = f.document_id
        INNER JOIN covers AS c ON f.source_id = c.source_id AND f.story_id = c.story_id
    ) AS t
    SEMI JOIN looked_for AS l ON t.cover = l.cover AND t.word = l.word
),

wanted AS (
    SELECT
        row_number() OVER () AS item,
        c.cover,
        m.source_id,
        m.proposition_id
    FROM missing AS m
    INNER JOIN covers AS c ON m.source_id = c.source_id AND m.story_id = c.story_id
),

shared_weights AS (
    SELECT
        m.item,
        s.sentence,
        sum(r.weight) AS weight
    FROM wanted AS m
    INNER JOIN rare_words AS r ON m.proposition_id = r.proposition_id
    INNER JOIN sentence_words AS s ON m.cover = s.cover AND r.word = s.word
    GROUP BY m.item, s.sentence
),

nearest AS (
    SELECT
        m.source_id,
        m.proposition_id,
        s.sentence,
        s.weight
    FROM shared_weights AS s
    INNER JOIN wanted AS m ON s.item = m.item
    QUALIFY row_number() OVER (PARTITION BY s.item ORDER BY round(s.weight, 9) DESC, s.sentence) = 1
),

weights AS (
    SELECT
        proposition_id,
        sum(weight) AS weight
    FROM rare_words
    GROUP BY proposition_id
)

SELECT
    m.source_id,
    m.source,
    m.story_id,
    m.proposition_id,
    m.text,
    m.other_sources,
    m.other_origins,
    m.hours_after,
    t.text AS nearest_sentence,
    round(coalesce(n.weight, 0) / w.weight, 9) AS nearest_similarity
FROM missing AS m
LEFT JOIN nearest AS n ON m.source_id = n.source_id AND m.proposition_id = n.proposition_id
LEFT JOIN weights AS w ON m.proposition_id = w.proposition_id
LEFT JOIN sentences AS t ON n.sentence = t.rowid
ORDER BY least(m.other_sources, m.other_origins) DESC, nearest_similarity, m.source_id, m.proposition_id
