-- The questions of a pair of sources add up, and its rate lies within its interval.
-- asset: source_agreement
-- severity: error
SELECT
    source_a,
    source_b,
    questions,
    questions_one_origin,
    n,
    agreement_rate,
    low,
    high
FROM source_agreement
WHERE
    source_a >= source_b
    OR n + questions_one_origin <> questions
    OR agreeing + contradicting + updating + unresolved <> n
    OR agreement_rate NOT BETWEEN low - 1e-9 AND high + 1e-9
    OR n_effective > agreeing + contradicting + 1e-9
    OR overlap NOT BETWEEN 0 AND 1 + 1e-9
    OR copied_share NOT BETWEEN 0 AND 1
