"""Views on rows small enough to know the answer by heart."""

from datetime import date, timedelta

from tests.sql.worlds import START, World, add_document


def two_sources() -> World:
    world = World()
    world.add("sources", source_id="s1", name="Harbour Post", named_by="metadata")
    world.add("sources", source_id="s2", name="Coast Radio", named_by="metadata")
    world.add("sources", source_id="s3", name="Pier Gazette", named_by="metadata")
    world.add("stories", story_id="y1")
    world.add("questions", question_id="q1", story_id="y1", answer_kind="number", unit="mark")
    for number in (1, 2, 3):
        at = START + timedelta(hours=number)
        add_document(world, number, f"s{number}", "y1", published_at=at)
        world.add("origins", origin_id=f"o{number}", name=f"Origin {number}", kind="document")
    return world


def add_claim(
    world: World, claim: str, document: int, proposition: str, text: str, worth: float = 0.5
) -> None:
    world.add(
        "claims",
        claim_id=claim,
        document_id=f"d{document:02}",
        text=text,
        standalone_text=text,
        attribution="narrated",
        check_worthiness=worth,
    )
    world.add("claim_propositions", claim_id=claim, proposition_id=proposition, similarity=1.0)
    world.add(
        "claim_origins", claim_id=claim, origin_id=f"o{document}", reason="own", probability=0.9
    )


def test_disagreements_put_first_what_an_editor_wants_first() -> None:
    world = two_sources()
    for proposition in ("p1", "p2", "p3"):
        world.add("propositions", proposition_id=proposition, question_id="q1", text=proposition)
    add_claim(world, "c1", 1, "p1", "21 died", 0.9)
    add_claim(world, "c2", 2, "p2", "30 died", 0.9)
    add_claim(world, "c3", 3, "p2", "Thirty died", 0.1)
    add_claim(world, "c4", 3, "p3", "40 have died", 0.9)
    relate = [
        ("c1", "c3", "contradicts", 0.9),
        ("c1", "c2", "contradicts", 0.8),
        ("c4", "c1", "updates", 1.0),
    ]
    for a, b, relation, score in relate:
        world.add("claim_relations", claim_a=a, claim_b=b, relation=relation, score=score)
    world.add("claim_relations", claim_a="c2", claim_b="c4", relation="related", score=1.0)
    warehouse = world.stored("disagreements")
    # The repetition of one pair of answers comes last, whatever its score.
    assert warehouse.rows(
        "SELECT claim_a, claim_b, relation, name_a, question_id FROM disagreements"
    ) == [
        ("c1", "c3", "contradicts", "Harbour Post", "q1"),
        ("c4", "c1", "updates", "Pier Gazette", "q1"),
        ("c1", "c2", "contradicts", "Harbour Post", "q1"),
    ]


def test_not_found_asks_for_two_origins_a_full_text_and_a_later_one() -> None:
    world = two_sources()
    world.add(
        "propositions", proposition_id="p1", question_id="q1", text="the ferry Albatross sank"
    )
    world.add("propositions", proposition_id="p2", question_id="q1", text="one origin only")
    add_claim(world, "c1", 1, "p1", "The ferry Albatross sank")
    add_claim(world, "c2", 2, "p1", "The Albatross sank")
    add_claim(world, "c3", 1, "p2", "Nobody else says so")
    for ordinal, text in enumerate(["All is quiet.", "Of the ferry Albatross nothing was heard."]):
        world.add(
            "sentences", sentence_id=f"t{ordinal}", document_id="d03", ordinal=ordinal, text=text
        )
    rows = world.stored("not_found_in").rows(
        "SELECT source, proposition_id, other_sources, other_origins, hours_after, nearest_sentence FROM not_found_in"
    )
    sentence = "Of the ferry Albatross nothing was heard."
    assert rows == [("Pier Gazette", "p1", 2, 2, 2.0, sentence)]
    world.tables["documents"][2]["analysis"] = "stub"
    assert world.stored("not_found_in").rows("FROM not_found_in") == []
    world.tables["documents"][2] |= {"analysis": "full", "published_earliest": START}
    assert world.stored("not_found_in").rows("FROM not_found_in") == []


def test_timeline_holds_the_numbers_that_answer_the_question() -> None:
    world = two_sources()
    day = date(2025, 3, 2)
    world.add(
        "propositions",
        proposition_id="p1",
        question_id="q1",
        text="t",
        as_of_start=day,
        as_of_end=day,
    )
    world.add(
        "propositions", proposition_id="p2", question_id="q1", text="t", as_of_start=START.date()
    )
    add_claim(world, "c1", 1, "p1", "The repair cost 30 marks for 2 boats")
    add_claim(world, "c2", 2, "p2", "The repair cost 20 marks")
    for claim, stated, unit in (("c1", 30.0, "mark"), ("c1", 2.0, "boat"), ("c2", 20.0, "mark")):
        world.add("quantities", claim_id=claim, stated=stated, unit=unit, start_char=int(stated))
    rows = world.stored("quantity_timeline").rows(
        "SELECT claim_id, stated, unit, as_of_start, source, origin FROM quantity_timeline"
    )
    assert rows == [
        ("c2", 20.0, "mark", START.date(), "Coast Radio", "Origin 2"),
        ("c1", 30.0, "mark", day, "Harbour Post", "Origin 1"),
    ]


def test_upstreams_count_claims_by_chain_and_by_sentence_once() -> None:
    world = two_sources()
    world.add("propositions", proposition_id="p1", question_id="q1", text="t")
    for number in (1, 2, 3):
        add_claim(world, f"c{number}", 1, "p1", "t")
        world.tables["claims"][-1]["sentence_id"] = f"t{number}"
        world.add(
            "sentences",
            sentence_id=f"t{number}",
            document_id="d01",
            start_char=number * 10,
            end_char=number * 10 + 9,
        )
    world.add("attributions", claim_id="c1", level=1, source_name="Bay Wire", is_outlet=True)
    credit = {"document_id": "d01", "upstream": "Bay Wire"}
    world.add("upstream_credits", **credit, start_char=12, end_char=15, found_in="claim")
    world.add("upstream_credits", **credit, start_char=22, end_char=25, found_in="text")
    world.add("upstream_credits", document_id="d01", upstream="Pier News", found_in="byline")
    assert world.stored("upstream_sources").rows("FROM upstream_sources") == [
        ("d01", "Harbour Post", "Bay Wire", 2),
        ("d01", "Harbour Post", "Pier News", 0),
    ]


def test_history_tells_added_removed_and_changed() -> None:
    world = World()
    world.add("sources", source_id="s1", name="Harbour Post", named_by="metadata")
    for number in (1, 2):
        add_document(
            world,
            number,
            "s1",
            None,
            published_at=START,
            path="a.txt",
            revision=number,
            is_current=number == 2,
        )
    texts = {
        1: [
            "The strike killed 21 people",
            "Ferries sail",
            "Ferries sail",
            "Nobody was hurt in town",
        ],
        2: ["The strike killed 24 people", "Ferries sail", "Ministers resign"],
    }
    for document, claims in texts.items():
        for ordinal, text in enumerate(claims):
            world.add(
                "claims",
                claim_id=f"c{document}{ordinal}",
                document_id=f"d0{document}",
                ordinal=ordinal,
                text=text,
            )
    rows = world.stored("claim_history").rows(
        "SELECT change, old_text, new_text FROM claim_history"
    )
    assert sorted(rows, key=str) == [
        ("added", None, "Ministers resign"),
        ("changed", "The strike killed 21 people", "The strike killed 24 people"),
        ("removed", "Ferries sail", None),
        ("removed", "Nobody was hurt in town", None),
    ]


def test_nobody_is_first_where_dates_tie() -> None:
    world = two_sources()
    world.add("propositions", proposition_id="p1", question_id="q1", text="t")
    add_claim(world, "c1", 1, "p1", "t")
    add_claim(world, "c2", 2, "p1", "t")
    first = "SELECT first_source, first_at FROM proposition_support"
    at = START + timedelta(hours=1)
    assert world.stored("proposition_support").rows(first) == [("Harbour Post", at)]
    # A date without an hour spans its day: it may be later than the other report.
    world.tables["documents"][0]["published_latest"] = START + timedelta(hours=12)
    assert world.stored("proposition_support").rows(first) == [(None, at)]
