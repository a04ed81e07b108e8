"""Who says what: content, source, cue, name and chain of invented sentences."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.claims.attribution.find import find_attributions
from pipeline.claims.attribution.records import FoundAttribution
from tests.claims.attribution.reading import parsed


def found(text: str) -> list[FoundAttribution]:
    return list(find_attributions(parsed(text)))


def said(text: str, each: FoundAttribution) -> str:
    return " … ".join(text[start:end] for start, end in each.content)


# (text, content, words of the source, cue)
ONE_EACH = [
    (
        "The council issued a statement calling the flood “a clear failure of the dam”.",
        "the flood “a clear failure of the dam”",
        "The council",
        "issued a statement calling",
    ),
    (
        "Most voters in Tarn have a low view of Bell, the poll found.",
        "Most voters in Tarn have a low view of Bell",
        "the poll",
        "found",
    ),
    (
        "Bell told a meeting of Pacific Island leaders that few people understood the stakes.",
        "that few people understood the stakes",
        "Bell",
        "told",
    ),
    (
        "Bell pointed out that the bridge was closed.",
        "that the bridge was closed",
        "Bell",
        "pointed out",
    ),
    (
        "In Bell's view, the bridge is unsafe.",
        "the bridge is unsafe",
        "Bell",
        "In Bell's view",
    ),
    (
        "Bell criticised the plan as a “waste of money” during a rally in Tarn.",
        "the plan as a “waste of money”",
        "Bell",
        "criticised",
    ),
    (
        "Mayor Ann Bell said the bridge would open in May.",
        "the bridge would open in May",
        "Mayor Ann Bell",
        "said",
    ),
    (
        "The bridge will open in May, Mayor Ann Bell said.",
        "The bridge will open in May",
        "Mayor Ann Bell",
        "said",
    ),
    (
        "“The bridge will open in May,” said Ann Bell, the mayor of Tarn. “Nobody should doubt it.”",
        "“The bridge will open in May,” … “Nobody should doubt it.”",
        "Ann Bell, the mayor of Tarn",
        "said",
    ),
    (
        "“The bridge,” Bell said, “will open in May.”",
        "“The bridge,” … “will open in May.”",
        "Bell",
        "said",
    ),
    (
        "Bell said the plan was “a gift to the town.”",
        "the plan was “a gift to the town.”",
        "Bell",
        "said",
    ),
    (
        "According to the harbour office, two ferries sank on Monday.",
        "two ferries sank on Monday",
        "the harbour office",
        "According to",
    ),
    (
        "Based on figures released by the harbour office, at least nine ferries sank.",
        "at least nine ferries sank",
        "the harbour office",
        "Based on",
    ),
    ("Moss asked the crowd to sing.", "the crowd to sing", "Moss", "asked"),
    (
        "Bell made this remark on Monday:\n“The bridge will open in May.”",
        "“The bridge will open in May.”",
        "Bell",
        "made",
    ),
    (
        "Full statement of the harbour office:\n“The bridge will open in May.”",
        "“The bridge will open in May.”",
        "Full statement of the harbour office",
        ":",
    ),
    ("Carl Moss denied that he took the money.", "that he took the money", "Carl Moss", "denied"),
    ("Moss urged the council to wait.", "the council to wait", "Moss", "urged"),
    (
        "Bell criticised the minister for his silence.",
        "the minister for his silence",
        "Bell",
        "criticised",
    ),
    (
        "The strike killed four people, the ministry said in a statement.",
        "The strike killed four people",
        "the ministry",
        "said",
    ),
    (
        "A report showing that the river is rising was published on Tuesday.",
        "that the river is rising",
        "A report",
        "showing",
    ),
    (
        "The talks failed, as first reported by the Northern Herald.",
        "The talks failed",
        "the Northern Herald",
        "first reported",
    ),
    ("“We will go home,” — Dana Reed", "“We will go home,”", "Dana Reed", "—"),
]


@pytest.mark.parametrize(("text", "content", "source", "cue"), ONE_EACH)
def test_content_source_and_cue(text: str, content: str, source: str, cue: str) -> None:
    (one,) = found(text)
    assert said(text, one) == content
    assert (one.links[0].source_text, one.links[0].cue_text) == (source, cue)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We are tired of the noise,” Bell said.", "direct"),
        ("Bell said she was “tired of the noise.”", "mixed"),
        ("Bell said she was tired of the noise.", "indirect"),
    ],
)
def test_kind_follows_the_quotation_marks(text: str, kind: str) -> None:
    (one,) = found(text)
    assert one.kind == kind


# (text, for each attribution in order of the text its chain: (name, is_anonymous, is_outlet))
CHAINS = [
    (
        "Two officials told the Northern Herald that the talks had failed.",
        [[("Two officials", True, False), ("Northern Herald", False, True)]],
    ),
    (
        "CNN reported that two officials said the talks had failed.",
        [[("two officials", True, False), ("CNN", False, True)]],
    ),
    (
        "Three sources told NCX the strike was only the start.",
        [[("Three sources", True, False), ("NCX", False, True)]],
    ),
    (
        "A person briefed on the plan said it would cost $4 million.\nThe person added that the money had been found.",
        [
            [("person briefed on the plan", True, False)],
            [("person briefed on the plan", True, False)],
        ],
    ),
    (
        "President Maria Lund spoke on Monday. The president said the army would stay.",
        [[("Maria Lund", False, False)]],
    ),
    (
        "Sen. Carl Grayson voted no. Grayson said the bill was “a mess.”",
        [[("Carl Grayson", False, False)]],
    ),
    (
        "Sarah Holt arrived late. She said the road was closed.",
        [[("Sarah Holt", False, False)]],
    ),
    (
        "Sarah Holt, who runs the mill, said the road was closed.",
        [[("Sarah Holt", False, False)]],
    ),
    (
        "Sarah Holt and Peter Lane said the road was closed.",
        [[("Sarah Holt and Peter Lane", False, False)]],
    ),
    (
        "Dana Reed spoke on air.\nDANA REED: We will go home.\nTOM FALK: When will that be?",
        [[("Dana Reed", False, False)], [("Tom Falk", False, False)]],
    ),
    (
        "The Washington Post broke the story. The newspaper said the dam had leaked.",
        [[("The Washington Post", False, True)]],
    ),
]


@pytest.mark.parametrize(("text", "chains"), CHAINS)
def test_chains_of_names(text: str, chains: list[list[tuple[str, bool, bool]]]) -> None:
    assert [
        [(link.source_name, link.is_anonymous, link.is_outlet) for link in one.links]
        for one in found(text)
    ] == chains


def test_what_one_says_of_himself_is_no_chain() -> None:
    text = "Carl Moss said he told the guards that the gate was open."
    (one,) = found(text)
    assert said(text, one) == "he told the guards that the gate was open"
    assert len(one.links) == 1


def test_a_quote_over_paragraphs_takes_the_cue_at_its_end() -> None:
    text = "“We had no choice.\n“They must be mended,” Ann Bell added."
    (one,) = found(text)
    assert said(text, one) == "“We had no choice. … “They must be mended,”"
    assert one.links[0].source_name == "Ann Bell"


def test_a_quote_goes_on_until_another_cue() -> None:
    text = "“We had no choice,” Ann Bell said.\n“The roads are broken.\n“They must be mended,” she added."
    first, second = found(text)
    assert said(text, first) == "“We had no choice,” … “The roads are broken."
    assert said(text, second) == "“They must be mended,”"
    assert second.links[0].source_name == "Ann Bell"


def test_a_quote_follows_the_sentence_that_introduces_its_speaker() -> None:
    text = "Ann Bell said the roads were broken. “They must be mended before the winter comes.”"
    (one,) = found(text)
    assert one.content[-1] == (text.index("“"), len(text))


def test_a_quote_in_a_quote_belongs_to_the_outer_speaker() -> None:
    text = "“He told me, ‘Go home and wait for the rain,’ and so I went,” Ann Bell said."
    (one,) = found(text)
    assert one.links[0].source_name == "Ann Bell"


def test_a_broken_mark_spoils_nothing_outside_its_paragraph() -> None:
    text = "“Who will pay for the bridge? nobody asked.\n“I will pay for it,” Carl Moss said."
    assert any(
        one.links[0].source_name == "Carl Moss" and said(text, one).endswith("“I will pay for it,”")
        for one in found(text)
    )


def test_negated_cues_are_marked() -> None:
    (one,) = found("Moss did not say whether the gate was open.")
    assert one.is_negated


def test_no_sentences_no_attributions() -> None:
    assert find_attributions(parsed("")) == ()


PIECES = st.sampled_from(
    ["“", "”", '"', "''", "'", "‘", "’", " said ", "Ann Bell", ", ", ". ", "\n", "the road was closed", "told CNN",
     " that ", ": ", "— ", "He ", "two officials ", "according to ", "CARL: ", "\u00a0", "…"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=16).map("".join))
def test_any_marks_give_spans_of_the_text_once(text: str) -> None:
    attributions = find_attributions(parsed(text))
    for one in attributions:
        assert one.links
        assert all(0 <= start < end <= len(text) for start, end in one.content)
        assert all(
            left[1] <= right[0] for left, right in zip(one.content, one.content[1:], strict=False)
        )
        for link in one.links:
            if link.source_start is not None and link.source_end is not None:
                assert text[link.source_start : link.source_end] == link.source_text
            if link.cue_start is not None and link.cue_end is not None:
                assert text[link.cue_start : link.cue_end] == link.cue_text
    keys = [
        (one.content, one.links[0].cue_start, one.links[0].source_start) for one in attributions
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "text",
    [
        "Divers found two sailors dead.",
        "The firms report a profit of 40 million crowns.",
        "The office knew of the losses.",
        "Based on the old design, the bridge was built in a year.",
    ],
)
def test_no_saying(text: str) -> None:
    assert found(text) == []


def test_neither_confirmed_nor_denied_is_no_denial() -> None:
    (one,) = found("The office could neither confirm nor deny that the mill was sold.")
    assert one.is_negated


@pytest.mark.parametrize(
    "text",
    [
        "He was fined for praising the cure.",
        "His agents found them in a shed.",
        "As the judge read his decision, Bell stood up.",
    ],
)
def test_acts_on_the_way_attribute_nothing(text: str) -> None:
    assert found(text) == []


def test_who_asked_is_not_told_where_somebody_was_asked() -> None:
    text = "Asked about the bridge, Ann Bell blamed the weather."
    assert [link.source_name for each in found(text) for link in each.links] in (
        ["Ann Bell"],
        [None, "Ann Bell"],
    )


def test_whom_a_report_cites_comes_first() -> None:
    text = "The Tarn Post reported on Monday, citing two central bank officials, that the bank was empty."
    (only,) = found(text)
    again = (
        "The Tarn Post reported on Thursday, citing two officials at the Ministry of Ports, that"
        " inspectors had asked the authority on 12 January to lower the lake by six metres."
    )
    assert [len(each.links) for each in found(again)] == [2]
    assert [link.source_name for link in only.links] == ["two central bank officials", "Tarn Post"]
    assert only.links[0].is_anonymous


def test_a_source_with_an_owner_has_the_owners_name() -> None:
    text = "Tomas Bell did not appear. His lawyer said that he was ill."
    assert found(text)[0].links[0].source_name == "Tomas Bell’s lawyer"


def test_a_headline_that_names_who_speaks() -> None:
    text = "Ann Bell: The bridge was never safe\n\nMayor Ann Bell spoke on Monday."
    assert [each.links[0].source_name for each in found(text)][:1] == ["Ann Bell"]
