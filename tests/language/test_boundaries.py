"""Where sentences end, as tables of text and the sentences wanted."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.boundaries import split_block

CASES = {
    "plain": ["The bridge closed.", "Nobody was hurt!", "Why not?"],
    "titles": ["Dr. Amara Boyle met Gen. T. R. Okafor.", "They spoke for an hour."],
    "initials": ["The will was signed by Henry J. Marsh.", "It was void."],
    "countries": ["He left the U.S. Army in May.", "She moved to the U.K. The flat was cold."],
    "town": [
        "They rested in Hayfield, Va.",
        "Romney was late.",
        "Gary, Ind. Mayor Ann Bell spoke.",
    ],
    "dots alone": ["He left at noon. ...", "She stayed."],
    "clock": ["Doors open at 6 p.m. EST on Friday.", "At 5 p.m. Mr. Lund spoke."],
    "company": ["Harrow & Sons Ltd. makes rope.", "It was sold to Brill Inc. The price is secret."],
    "junior": ["The firm was left to Carl Ames Jr. “I was shocked,” he said."],
    "versus": ["The case of Ames v. Brill ended."],
    "numbers": ["It cost $4.50 in No. 7 Mill Lane.", "That is 3.5 percent more."],
    "number abbreviation or answer": ["He said no. 7 ships sailed."],
    "month": ["The vote is on Nov. 3 at noon.", "It was cold in Jan. The river froze."],
    "lower case abbreviation": ["Bring tools, e.g. a saw, a rope, etc. and water."],
    "quote inside": ["“We waited for hours.", "Nobody came,” said Ola Brandt."],
    "quote closes": ["“It is over.”", "She shut the door."],
    "speech after call": ["“Stop!” shouted the guard.", "He ran."],
    "question inside quote": ["He asked “Why me?” and left."],
    "ellipsis goes on": ["Wait… what happened?", "Well... I forgot."],
    "ellipsis ends": ["He never came back...", "Years passed."],
    "aside": ["The mayor (who resigned. Twice.) is back.", "(He won in May.)", "Rain fell."],
    "short aside": ["George (Ind.) Bell spoke."],
    "no space": ["The fire spread fast.", "Crews came late."],
    "web": ["Write to ann.bell@example.com or see www.example.com/Page.Html today."],
    "informal": ["no ramp, no back aches.", "moving was easy."],
    "brand": ["He works at Yahoo! in the daytime."],
    "note marks": ["The king died.[12]", "His son ruled.[3]"],
    "footnote number": ["The risk is small.11 12", "Others disagree."],
    "list": ["1. Wash the rice", "2. Boil the water", "3. Wait"],
    "letters": ["a) the first", "b) the second"],
    "no list": [
        "Ames was No. 1.",
        "Brill was No. 2.",
        "Section 1. It ends.",
        "Section 2. It starts.",
    ],
    "full width": ["今日は晴れ。", "明日は雨。"],
    "face": ["Great game :)", "See you all soon."],
    "credit": ["Image: Rosa Lind.", "The port was empty."],
    "dash credit": ["“A long game.” — Rosa Lind"],
    "ordinary year": ["The law of Sept. 2019 failed."],
}
"""Each list is one text: the sentences that it must split into, joined by one space."""

UNSPACED = {
    "no space": "The fire spread fast.Crews came late.",
    "full width": "今日は晴れ。明日は雨。",
}
FIXED = {
    "no list": [
        "Ames was No. 1.",
        "Brill was No. 2.",
        "Section 1.",
        "It ends.",
        "Section 2.",
        "It starts.",
    ],
    "countries": ["He left the U.S. Army in May.", "She moved to the U.K.", "The flat was cold."],
    "company": [
        "Harrow & Sons Ltd. makes rope.",
        "It was sold to Brill Inc.",
        "The price is secret.",
    ],
    "junior": ["The firm was left to Carl Ames Jr.", "“I was shocked,” he said."],
    "month": ["The vote is on Nov. 3 at noon.", "It was cold in Jan.", "The river froze."],
}
"""Where an abbreviation both does and does not end the sentence."""


@pytest.mark.parametrize("name", CASES)
def test_sentences_of_one_block(name: str) -> None:
    text = UNSPACED.get(name, " ".join(CASES[name]))
    assert [text[start:end] for start, end in split_block(text)] == FIXED.get(name, CASES[name])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The long first line of a paragraph that was wrapped\nat the margin goes on.", 1),
        ("Related stories\nWeather\nSport", 3),
        ("He said that the road would stay closed until the\n- first\n- second", 3),
        ("One line ends with a full stop, and it is long enough.\nThe next starts.", 2),
    ],
)
def test_line_breaks(text: str, sentences: int) -> None:
    assert len(split_block(text)) == sentences


@given(st.text(alphabet="aA1 .!?…\"'“”()[]\n-:;•,)Uu", max_size=200) | st.text(max_size=80))
def test_every_visible_character_is_in_one_sentence(text: str) -> None:
    spans = split_block(text)
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)
