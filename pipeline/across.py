"""The stages across documents: read frames, call a room, store what it returns.

Belongs here: which tables a stage reads and writes, and whether it has anything to do. Does not
belong here: any judgement of text or claims.

A stage is skipped where the fingerprint of what it reads (documents by code version, the stages
before it, verdicts) is the one of its last run. Groupings are a function of the whole set and are
made anew; pairs of documents or claims that were judged before are handed back to the room as known.
Rooms are imported where there is work for them: a run with nothing new does not pay for them.
"""

from collections.abc import Callable
from hashlib import sha256

import polars as pl

from pipeline.audit import read_audit
from pipeline.families import families_fingerprint, read_families, with_families
from pipeline.overrides import read_overrides
from pipeline.settings import Settings
from pipeline.versions import STAGES_BEFORE, code_version
from pipeline.warehouse import Warehouse, empty_frame

# Enough to work columnwise, and no more text in memory than some tens of megabytes.
DOCUMENTS_A_BATCH = 2000
PAIRS_A_BATCH = 2000
TEXT_STAGES = ("documents", "sentences", "claims")


def fingerprint(warehouse: Warehouse, stage: str) -> str:
    """A hash of all that a stage's rows depend on: code, documents, stages before, verdicts."""
    return warehouse.remembered(f"input of {stage}", lambda: _fingerprint(warehouse, stage))


def _fingerprint(warehouse: Warehouse, stage: str) -> str:
    if stage in TEXT_STAGES:
        held = warehouse.query("stage_fingerprint", {"stage": stage}).item()
        return sha256(f"{code_version(stage)} {held}".encode()).hexdigest()
    parts = [code_version(stage), *(fingerprint(warehouse, one) for one in STAGES_BEFORE[stage])]
    if stage == "claim_relations":
        parts.append(_content_hash(warehouse, "review_overrides"))
        parts.append(_content_hash(warehouse, "boilerplate_lines"))
    # No stage judges by the family; views read it, and a changed one redoes nothing.
    parts.append(_content_hash(warehouse, "(SELECT * EXCLUDE (family) FROM sources)"))
    return sha256(" ".join(parts).encode()).hexdigest()


def run_when_changed(
    warehouse: Warehouse, stage: str, work: Callable[[Warehouse], dict[str, pl.DataFrame]]
) -> bool:
    """Replace the tables that `work` returns, unless nothing that the stage reads has changed."""
    wanted = fingerprint(warehouse, stage)
    if warehouse.recorded_input(stage) == wanted:
        return False
    tables = work(warehouse)
    warehouse.execute("DELETE FROM stage_inputs WHERE stage = ?", [stage])
    for table, frame in tables.items():
        warehouse.replace(table, frame)
    warehouse.record_input(stage, wanted)
    return True


def refresh_sources(warehouse: Warehouse, settings: Settings) -> None:
    """Make `sources` and the lines that are boilerplate of a source from the current documents.

    Raises FamiliesError where the user's table of families cannot be read.
    """
    from pipeline.cleaning.boilerplate import boilerplate_lines

    owners = read_families(settings.input_folder)
    held = warehouse.query("stage_fingerprint", {"stage": "documents"}).item()
    wanted = held + families_fingerprint(owners)
    if warehouse.recorded_input("sources") == wanted:
        return
    warehouse.replace("sources", with_families(warehouse.query("sources"), owners))
    warehouse.replace("boilerplate_lines", boilerplate_lines(warehouse.query("block_lines")))
    warehouse.record_input("sources", wanted)


def find_reuse_spans(warehouse: Warehouse) -> bool:
    """Bring `reuse_spans` and the index of shingles that finds them up to date.

    Only texts that are new, or in a candidate pair with one that is, are read. A run that was killed in
    between leaves no recorded input, and the next one starts from nothing.
    """

    def work(warehouse: Warehouse) -> dict[str, pl.DataFrame]:
        from pipeline.reuse.find import compare_pairs, find_candidates

        if warehouse.recorded_input("reuse_spans") is None:
            warehouse.execute("DELETE FROM document_shingles")
        warehouse.execute("DELETE FROM stage_inputs WHERE stage = 'reuse_spans'")
        version = {"code_version": code_version("reuse_spans")}
        wanted = warehouse.query("reuse_documents", version)
        held = warehouse.frame("FROM document_shingles ORDER BY document_id")
        relined = warehouse.query("relined_documents")
        kept = held.join(relined, on="document_id", how="anti").join(
            wanted, on=["document_id", "basis"], how="semi"
        )
        dropped = held.join(kept, on="document_id", how="anti")
        added = _shingled(warehouse, wanted.join(kept, on="document_id", how="anti"))
        pairs, renewed = find_candidates(kept, added, dropped, wanted)
        judged = [
            compare_pairs(batch, *_texts_of(warehouse, batch["document_a"], batch["document_b"]))
            for batch in pairs.iter_slices(PAIRS_A_BATCH)
        ]
        known = _known_pairs(warehouse, renewed)
        warehouse.replace_documents("document_shingles", dropped, added)
        boilerplate = warehouse.frame("SELECT source_id, line FROM boilerplate_lines ORDER BY ALL")
        return {
            "reuse_spans": pl.concat([*judged, known], how="vertical_relaxed"),
            "judged_boilerplate": boilerplate,
        }

    return run_when_changed(warehouse, "reuse_spans", work)


def _shingled(warehouse: Warehouse, documents: pl.DataFrame) -> pl.DataFrame:
    """Rows of `document_shingles` for the documents, read in batches."""
    from pipeline.reuse.shingles import shingle_documents

    batches = [
        shingle_documents(*_texts_of(warehouse, batch["document_id"]))
        for batch in documents.iter_slices(DOCUMENTS_A_BATCH)
    ]
    rows = pl.concat([empty_frame("document_shingles").drop("basis"), *batches])
    return rows.join(documents.select("document_id", "basis"), on="document_id")


def _texts_of(
    warehouse: Warehouse, *ids: pl.Series
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The documents of these ids, their sentences, and the lines that their sources repeat."""
    batch = pl.concat([one.alias("document_id") for one in ids]).unique().to_frame()
    return (
        warehouse.query("batch_documents", batch=batch),
        warehouse.query("batch_sentences", batch=batch),
        warehouse.query("batch_boilerplate", batch=batch),
    )


def trace_document_origins(warehouse: Warehouse) -> bool:
    """Bring `document_origins` and `upstream_credits` up to date, with the origins of texts.

    Only texts that are new, or that share a passage with another, are read.
    """

    def work(warehouse: Warehouse) -> dict[str, pl.DataFrame]:
        from pipeline.independence.credits import with_chains
        from pipeline.independence.documents import trace_document_origins as trace

        version = {"code_version": code_version("document_origins")}
        documents = warehouse.query("credit_documents", version)
        of_texts = _credits_of_texts(warehouse, documents)
        credits_found = with_chains(of_texts, warehouse.query("chain_credits"), documents)
        spans = warehouse.frame("FROM reuse_spans ORDER BY ALL")
        texts, sentences, _ = _texts_of(warehouse, spans["document_a"], spans["document_b"])
        labelled = documents.join(texts.select("document_id", "text"), on="document_id", how="left")
        document_origins, origins = trace(labelled, sentences, spans, credits_found)
        return {
            "upstream_credits": credits_found,
            "credited_documents": documents.select("document_id", "basis"),
            "document_origins": document_origins,
            "origins": _with_others(warehouse, origins, "claim_origins"),
        }

    return run_when_changed(warehouse, "document_origins", work)


def _credits_of_texts(warehouse: Warehouse, documents: pl.DataFrame) -> pl.DataFrame:
    """What the texts credit: as known of texts that were read before, found in the others."""
    from pipeline.independence.credits import credits_of_texts

    held = warehouse.frame("FROM credited_documents ORDER BY document_id")
    if warehouse.recorded_input("document_origins") is None:
        held = held.clear()
    read = documents.join(held, on=["document_id", "basis"], how="semi")
    known = warehouse.frame(
        "SELECT * EXCLUDE (upstream_source_id) FROM upstream_credits "
        "WHERE found_in <> 'claim' ORDER BY ALL"
    ).join(read, on="document_id", how="semi")
    names = documents["source_name"].drop_nulls().unique()
    unread = documents.join(read, on="document_id", how="anti")
    found = [
        credits_of_texts(*_texts_of(warehouse, batch["document_id"])[:2], names)
        for batch in unread.iter_slices(DOCUMENTS_A_BATCH)
    ]
    return pl.concat([known, *found])


def group_stories(warehouse: Warehouse) -> bool:
    """Bring `stories` and `document_stories` up to date."""

    def work(warehouse: Warehouse) -> dict[str, pl.DataFrame]:
        from pipeline.comparing.stories import group_stories as group

        stories, members = group(
            warehouse.query("current_documents"), warehouse.query("current_sentences")
        )
        return {"stories": stories, "document_stories": members}

    return run_when_changed(warehouse, "stories", work)


def relate_claims(warehouse: Warehouse, settings: Settings) -> bool:
    """Bring `claim_relations` up to date, verdicts of humans included, and `audit_verdicts`."""
    read_overrides(warehouse, settings.input_folder)
    read_audit(warehouse, settings.input_folder)

    def work(warehouse: Warehouse) -> dict[str, pl.DataFrame]:
        from pipeline.comparing.relations import relate_claims as relate

        # Two old claims are judged again where only now, or no longer, their documents tell one story.
        regrouped = warehouse.query("regrouped_documents").get_column("document_id").to_list()
        boilerplate = warehouse.query("boilerplate_claims")
        new = _new_documents(warehouse, "claim_relations").union(
            regrouped, _documents_of_changed(warehouse, boilerplate)
        )
        relations = relate(
            warehouse.query("comparable_claims", boilerplate=boilerplate),
            warehouse.query("current_sentences"),
            warehouse.query("current_quantities"),
            warehouse.query("current_entities"),
            warehouse.query("current_documents"),
            warehouse.frame("FROM document_stories ORDER BY ALL"),
            warehouse.frame("FROM review_overrides ORDER BY ALL"),
            _known_relations(warehouse, new),
            new,
        )
        return {"claim_relations": relations, "boilerplate_claims": boilerplate}

    changed = run_when_changed(warehouse, "claim_relations", work)
    if changed:
        _mark(warehouse, "claim_relations")
        told = warehouse.frame("SELECT document_id, story_id FROM document_stories ORDER BY ALL")
        warehouse.replace("judged_stories", told)
    return changed


def group_propositions(warehouse: Warehouse) -> bool:
    """Bring `propositions`, `claim_propositions` and `questions` up to date."""

    def work(warehouse: Warehouse) -> dict[str, pl.DataFrame]:
        from pipeline.comparing.propositions import group_propositions as group

        boilerplate = warehouse.frame("SELECT claim_id FROM boilerplate_claims ORDER BY claim_id")
        propositions, members, questions = group(
            warehouse.query("comparable_claims", boilerplate=boilerplate),
            warehouse.frame("FROM claim_relations ORDER BY ALL"),
            warehouse.query("current_documents"),
            warehouse.frame("FROM document_stories ORDER BY ALL"),
            warehouse.query("current_quantities"),
        )
        return {
            "questions": questions,
            "propositions": propositions,
            "claim_propositions": members,
        }

    return run_when_changed(warehouse, "propositions", work)


def trace_claim_origins(warehouse: Warehouse) -> bool:
    """Bring `claim_origins` up to date, with the origins that claims rest on."""

    def work(warehouse: Warehouse) -> dict[str, pl.DataFrame]:
        from pipeline.independence.claims import trace_claim_origins as trace

        claim_origins, origins = trace(
            warehouse.query("current_claims"),
            warehouse.query("current_attributions"),
            warehouse.query("current_documents"),
            warehouse.frame("FROM reuse_spans ORDER BY ALL"),
            warehouse.frame("FROM document_origins ORDER BY ALL"),
            warehouse.frame("FROM upstream_credits ORDER BY ALL"),
        )
        return {
            "claim_origins": claim_origins,
            "origins": _with_others(warehouse, origins, "document_origins"),
        }

    return run_when_changed(warehouse, "claim_origins", work)


def estimate_source_dependence(warehouse: Warehouse) -> bool:
    """Bring `source_dependence` up to date."""

    def work(warehouse: Warehouse) -> dict[str, pl.DataFrame]:
        from pipeline.independence.dependence import estimate_dependence

        dependence = estimate_dependence(
            warehouse.frame("FROM sources ORDER BY ALL"),
            warehouse.query("current_documents"),
            warehouse.frame("FROM document_origins ORDER BY ALL"),
            warehouse.frame("FROM reuse_spans ORDER BY ALL"),
            warehouse.frame("FROM upstream_credits ORDER BY ALL"),
            warehouse.frame("FROM claim_propositions ORDER BY ALL"),
            warehouse.frame("FROM claim_origins ORDER BY ALL"),
            warehouse.frame("SELECT claim_id, document_id FROM claims ORDER BY ALL"),
            warehouse.frame("SELECT document_id, story_id FROM document_stories ORDER BY ALL"),
        )
        return {"source_dependence": dependence}

    return run_when_changed(warehouse, "source_dependence", work)


def _with_others(warehouse: Warehouse, origins: pl.DataFrame, other: str) -> pl.DataFrame:
    """The origins, and those that the other table of origins still names; the new row wins."""
    kept = warehouse.frame(f"FROM origins WHERE origin_id IN (SELECT origin_id FROM {other})")
    return pl.concat([origins.select(kept.columns), kept], how="vertical_relaxed").unique(
        "origin_id", keep="first", maintain_order=True
    )


def _content_hash(warehouse: Warehouse, table: str) -> str:
    rows = warehouse.rows(f"SELECT md5(string_agg(t::TEXT, '' ORDER BY t::TEXT)) FROM {table} AS t")
    return str(rows[0][0])


def _new_documents(warehouse: Warehouse, stage: str) -> set[str]:
    """Current documents whose pairs were not judged before by this code."""
    version = code_version(stage)
    rows = warehouse.rows(
        "SELECT document_id FROM raw_documents WHERE is_current EXCEPT "
        "SELECT document_id FROM stage_documents WHERE stage = ? AND code_version = ?",
        [stage, version],
    )
    return {document_id for (document_id,) in rows}


def _mark(warehouse: Warehouse, stage: str) -> None:
    warehouse.execute("DELETE FROM stage_documents WHERE stage = ?", [stage])
    warehouse.execute(
        "INSERT INTO stage_documents SELECT ?, d.document_id, ? FROM documents AS d "
        "INNER JOIN raw_documents AS r ON d.document_id = r.document_id WHERE r.is_current",
        [stage, code_version(stage)],
    )


def _documents_of_changed(warehouse: Warehouse, boilerplate: pl.DataFrame) -> list[str]:
    """Documents of claims that have become boilerplate, or are it no longer."""
    judged = warehouse.frame("FROM boilerplate_claims ORDER BY claim_id")
    once = pl.concat([judged, boilerplate]).filter(pl.len().over("claim_id") == 1)
    return once["document_id"].unique(maintain_order=True).to_list()


def _known_pairs(warehouse: Warehouse, renewed: set[str]) -> pl.DataFrame:
    """Reuse between current documents of which neither is judged anew."""
    frame = warehouse.query("known_reuse_spans")
    is_new = pl.Series(sorted(renewed), dtype=pl.String).implode()
    return frame.filter(~pl.col("document_a").is_in(is_new) & ~pl.col("document_b").is_in(is_new))


def _known_relations(warehouse: Warehouse, new: set[str]) -> pl.DataFrame:
    """Relations between claims of documents of which neither is new nor gone."""
    frame = warehouse.query("known_claim_relations")
    known = ~pl.col("document_a").is_in(sorted(new)) & ~pl.col("document_b").is_in(sorted(new))
    return frame.filter(known).drop("document_a", "document_b")
