"""Every check passes on sound rows and catches the fault that is planted for it."""

import pytest

from pipeline.checks import offending_rows, read_check
from pipeline.warehouse import Warehouse, sql_names
from tests.sql.worlds import START, World, store

TEXT = "Ministers met. Two dams broke, an official said."
SENTENCES = ((0, 14), (15, 48))


def sound_world() -> World:
    world = World()
    world.add("sources", source_id="s1", name="The Harbour Post", named_by="metadata")
    world.add("stories", story_id="y1")
    world.add("origins", origin_id="o1", name="The Harbour Post", kind="document")
    for number in (1, 2):
        document = f"d{number}"
        world.add(
            "raw_documents",
            document_id=document,
            path=f"{document}.txt",
            content_sha256=f"sha{number}",
            revision=1,
            is_current=True,
        )
        world.add("input_files", path=f"{document}.txt")
        world.add(
            "documents",
            document_id=document,
            source_id="s1",
            text=TEXT,
            analysis="full",
            published_at=START,
            published_earliest=START,
            published_latest=START,
        )
        world.add(
            "text_map", document_id=document, start_char=0, end_char=14, raw_start=0, raw_end=14
        )
        world.add(
            "text_map", document_id=document, start_char=15, end_char=48, raw_start=15, raw_end=48
        )
        world.add("document_stories", document_id=document, story_id="y1")
        world.add(
            "document_origins", document_id=document, origin_id="o1", reason="own", copied_share=0.0
        )
        for ordinal, (start, end) in enumerate(SENTENCES):
            world.add(
                "sentences",
                sentence_id=f"{document}t{ordinal}",
                document_id=document,
                ordinal=ordinal,
                start_char=start,
                end_char=end,
                text=TEXT[start:end],
                section="body",
            )
        world.add(
            "claims",
            claim_id=f"c{number}",
            document_id=document,
            sentence_id=f"{document}t1",
            text="Two dams broke",
            start_char=15,
            end_char=29,
            polarity="affirmed",
            modality="asserted",
            attribution="indirect",
            speaker="an official",
            check_worthiness=0.5,
            confidence=0.5,
        )
        world.add(
            "attributions",
            claim_id=f"c{number}",
            level=1,
            source_text="an official",
            source_start=31,
            source_end=42,
            is_anonymous=True,
        )
        world.add(
            "quantities",
            claim_id=f"c{number}",
            text="Two",
            start_char=15,
            end_char=18,
            stated=2.0,
            low=2.0,
            high=2.0,
            comparator="=",
        )
        world.add(
            "claim_origins", claim_id=f"c{number}", origin_id="o1", reason="chain", probability=0.6
        )
        world.add("claim_propositions", claim_id=f"c{number}", proposition_id="p1", similarity=1.0)
    world.add("questions", question_id="q1", story_id="y1", answer_kind="number")
    world.add("propositions", proposition_id="p1", question_id="q1", text="Two dams broke")
    world.add(
        "claim_relations",
        claim_a="c1",
        claim_b="c2",
        relation="same",
        ordered_by="unknown",
        score=0.9,
    )
    world.add(
        "reuse_spans",
        document_a="d1",
        document_b="d2",
        a_start=0,
        a_end=14,
        b_start=0,
        b_end=14,
        kind="verbatim",
    )
    world.add("sources", source_id="s2", name="Coast Radio", named_by="metadata")
    world.add(
        "source_dependence",
        source_a="s1",
        source_b="s2",
        probability=0.3,
        low=0.1,
        high=0.6,
        p_a_from_b=0.1,
        p_b_from_a=0.1,
        p_common_parent=0.1,
    )
    return world


# For each check a statement that breaks what it guards; views are made after it.
FAULTS = {
    "claim_origins__every_claim_has_one": "DELETE FROM claim_origins WHERE claim_id = 'c1'",
    "claim_origins__exist": "UPDATE claim_origins SET probability = 1.5",
    "claim_relations__are_canonical": "INSERT INTO claim_relations (claim_a, claim_b, relation) "
    "VALUES ('c2', 'c1', 'related')",
    "claim_relations__of_comparable_claims": "UPDATE raw_documents SET is_current = false WHERE document_id = 'd2'",
    "claim_relations__updates_have_an_order": "UPDATE claim_relations SET relation = 'updates'",
    "claim_relations__words_are_known": "UPDATE claim_relations SET relation = 'equals'",
    "claims__attribution_has_a_chain": "UPDATE attributions SET level = 2",
    "claims__mentions_are_slices": "UPDATE quantities SET end_char = 19",
    "claims__quantities_are_intervals": "UPDATE quantities SET low = 3",
    "claims__references_exist": "UPDATE claims SET sentence_id = 'd2t0' WHERE claim_id = 'c1'",
    "claims__scores_in_range": "UPDATE claims SET confidence = NULL",
    "claims__text_is_slice": "UPDATE claims SET start_char = 16",
    "claims__words_are_known": "UPDATE claims SET modality = 'perhaps'",
    "document_origins__exist": "DELETE FROM document_origins WHERE document_id = 'd1'",
    "documents__dates_in_bounds": "UPDATE documents SET published_latest = '2025-01-01'",
    "documents__have_a_source": "UPDATE documents SET source_id = 's9'",
    "documents__source_is_known": "UPDATE sources SET named_by = 'unknown'",
    "documents__text_is_mapped": "DELETE FROM text_map WHERE start_char = 15",
    "documents__text_map_in_bounds": "UPDATE text_map SET end_char = 60 WHERE start_char = 15",
    "documents__words_are_known": "UPDATE documents SET analysis = 'partial'",
    "proposition_support__origins_in_bounds": "UPDATE proposition_support SET origins_min = 3",
    "propositions__claims_that_contradict_are_apart": "UPDATE claim_relations SET relation = 'contradicts'",
    "propositions__one_per_claim": "INSERT INTO claim_propositions VALUES ('c1', 'p2', 1)",
    "propositions__references_exist": "UPDATE propositions SET question_id = 'q9'",
    "raw_documents__every_file_accounted_for": "INSERT INTO input_files (path) VALUES ('lost.txt')",
    "raw_documents__every_item_accounted_for": "INSERT OR IGNORE INTO stage_documents "
    "VALUES ('documents', 'd1', 'v1'); DELETE FROM documents WHERE document_id = 'd1'",
    "raw_documents__one_current_revision": "UPDATE raw_documents SET path = 'd1.txt'",
    "rejected_documents__few": "INSERT INTO rejected_documents (path, content_sha256, stage, reason, is_current) "
    "VALUES ('x', '', 'reading', 'empty', true)",
    "reuse_spans__pairs_are_canonical": "UPDATE reuse_spans SET b_end = 99",
    "review_overrides__find_their_claims": "INSERT INTO review_overrides (claim_a, claim_b, verdict) "
    "VALUES ('c1', 'gone', 'same')",
    "sentences__do_not_overlap": "UPDATE sentences SET end_char = 16 WHERE ordinal = 0",
    "sentences__text_is_slice": "UPDATE sentences SET start_char = 16 WHERE ordinal = 1",
    "source_agreement__adds_up": "INSERT INTO source_agreement (source_a, source_b) VALUES ('s2', 's1')",
    "source_dependence__chances_add_up": "UPDATE source_dependence SET p_a_from_b = 0.3",
    "stories__every_document_has_one": "DELETE FROM document_stories WHERE document_id = 'd1'",
}


@pytest.fixture(scope="module")
def sound() -> Warehouse:
    return sound_world().stored()


def test_every_check_has_a_fault() -> None:
    assert set(FAULTS) == set(sql_names("checks"))


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_check_passes_on_sound_rows_and_catches_its_fault(sound: Warehouse, name: str) -> None:
    check = read_check(name)
    assert offending_rows(sound, check).is_empty()
    sound.execute("BEGIN")
    try:
        sound.execute(FAULTS[name])
        rows = sound.frame(check.sql)
    finally:
        sound.execute("ROLLBACK")
    assert not rows.is_empty()


def test_records_of_containers_account_for_their_file(warehouse: Warehouse) -> None:
    store(
        warehouse,
        {
            "input_files": [{"path": "a#b.jsonl"}, {"path": "c.jsonl"}],
            "raw_documents": [{"document_id": "d", "path": "a#b.jsonl#17", "is_current": True}],
            "rejected_documents": [
                {"path": "c.jsonl#2", "content_sha256": "", "stage": "reading", "is_current": True}
            ],
        },
    )
    check = read_check("raw_documents__every_file_accounted_for")
    assert offending_rows(warehouse, check).is_empty()
