-- What the shown stories' sources have not, though at least two other origins say it.
SELECT g.*
FROM not_found_in AS g
SEMI JOIN shown_stories AS s ON g.story_id = s.story_id
QUALIFY row_number() OVER (
    PARTITION BY g.source_id
    ORDER BY g.other_origins DESC, g.hours_after DESC, g.proposition_id
) <= $most
ORDER BY g.source_id, g.other_origins DESC, g.hours_after DESC, g.proposition_id
