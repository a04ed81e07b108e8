"""The golden file of claims: every claim of a run, one a line, reviewed by eye.

Belongs here: how a claim is written down. Does not belong here: judging it.
After a change of rules, read what `pytest tests/golden/test_claims_golden.py` shows, and where it is
right print the file anew: `python -m tests.golden DATABASE claims > examples/claims.golden.tsv`.
"""

from pathlib import Path

from pipeline.settings import PROJECT_ROOT
from pipeline.warehouse import Warehouse

GOLDEN = PROJECT_ROOT / "examples" / "claims.golden.tsv"
COLUMNS = (
    "path",
    "sentence",
    "speakers",
    "claim",
    "polarity",
    "modality",
    "when",
    "quantities",
    "worth",
    "confidence",
)


def claims_table(warehouse: Warehouse) -> str:
    """The claims of all current documents as tab-separated lines, by path and place.

    Claims of one clause that differ only in which adverbial is the object are one line. Speakers are
    innermost first, '?' marks those kept anonymous.
    """
    rows = warehouse.rows(
        """
        WITH told AS (
            SELECT
                r.path,
                s.ordinal AS sentence,
                c.start_char,
                c.ordinal,
                (
                    SELECT string_agg(
                        coalesce(a.source_name, '-')
                        || CASE WHEN a.is_anonymous THEN '?' ELSE '' END,
                        ' < ' ORDER BY a.level
                    )
                    FROM attributions AS a WHERE a.claim_id = c.claim_id
                ) AS speakers,
                c.standalone_text AS claim,
                CASE c.polarity WHEN 'negated' THEN 'not' END AS polarity,
                CASE WHEN c.modality <> 'asserted' THEN c.modality END AS modality,
                CASE
                    WHEN c.event_start = c.event_end THEN c.event_start::TEXT
                    WHEN c.event_start IS NOT NULL OR c.event_end IS NOT NULL
                        THEN coalesce(c.event_start::TEXT, '') || '/'
                            || coalesce(c.event_end::TEXT, '')
                END AS happened,
                (
                    SELECT string_agg(
                        q.comparator || q.stated::TEXT || coalesce(' ' || q.unit, '')
                        || coalesce(' ' || q.measures, ''), '; ' ORDER BY q.start_char
                    )
                    FROM quantities AS q WHERE q.claim_id = c.claim_id
                ) AS quantities,
                CASE WHEN c.check_worthiness >= 0.5 THEN '+' END AS worth,
                round(c.confidence, 1) AS confidence
            FROM claims AS c
            INNER JOIN sentences AS s ON c.sentence_id = s.sentence_id
            INNER JOIN raw_documents AS r ON c.document_id = r.document_id
            WHERE r.is_current
        )

        SELECT * EXCLUDE (start_char, ordinal)
        FROM told
        QUALIFY row_number() OVER (
            PARTITION BY path, sentence, speakers, claim, modality ORDER BY ordinal
        ) = 1
        ORDER BY path, sentence, start_char, ordinal
        """
    )
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join(_cell(value) for value in row) for row in rows]
    return "\n".join(lines) + "\n"


def golden_table(file: Path = GOLDEN) -> str:
    """The reviewed table."""
    return file.read_text(encoding="utf-8")


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
