"""How a statement is turned into the question that it answers."""

import pytest

from pipeline.comparing.question_text import question_text


@pytest.mark.parametrize(
    ("text", "subject", "predicate", "number", "measures", "unit", "asked"),
    [
        ("The strikes have killed over 110 people since 2 September.", "The strikes", "have killed",
         "over 110", "people", None, "How many people have the strikes killed since 2 September?"),
        ("At least 21 people were killed in Ourane", "At least 21 people", "were killed",
         "At least 21", "people", None, "How many people were killed in Ourane?"),
        ("The flood destroyed 300 wooden houses", "The flood", "destroyed", "300", "house", None,
         "How many wooden houses did the flood destroy?"),
        ("Dana Orr has two brothers", "Dana Orr", "has", "two", "brother", None,
         "How many brothers does Dana Orr have?"),
        ("Morvan spoke to a crowd of 300 people in Ourane", "Morvan", "spoke to", "300", "people", None,
         "Morvan spoke to a crowd of … people in Ourane: how many?"),
        ("Repairs will cost $5 million", "Repairs", "will cost", "$5 million", None, "dollar",
         "How much will repairs cost?"),
        ("The march lasted two hours", "The march", "lasted", "two hours", None, "hour",
         "How many hours did the march last?"),
        ("A blast hurt more than 40 miners", "A blast", "hurt", "40", "miner", None,
         "How many miners did a blast hurt?"),
        ("The illness killed nine of them", "The illness", "killed", "nine", None, None,
         "How many of them did the illness kill?"),
        ("They report a profit of $3 million", "They", "report", "$3 million", None, "dollar",
         "They report a profit of …: how much?"),
        ("A 52-year-old dam gave way", "A 52-year-old dam", "gave", "52-year-old", "dam", None,
         "Did a 52-year-old dam give way?"),
        ("A 52-year-old dam gave way", "A 52-year-old dam", "gave", "52", "year", None,
         "Did a 52-year-old dam give way?"),
        ("Turnout was 56 percent", "Turnout", "was", "56 percent", None, "percent",
         "What share was Turnout?"),
    ],
)  # fmt: skip
def test_asked_for_a_number(
    text: str,
    subject: str,
    predicate: str,
    number: str,
    measures: str | None,
    unit: str | None,
    asked: str,
) -> None:
    assert question_text(text, subject, predicate, "number", number, measures, unit) == asked


@pytest.mark.parametrize(
    ("text", "subject", "predicate", "kind", "asked"),
    [
        ("The dam was built in 1960.", "The dam", "was built", "open", "Was the dam built in 1960?"),
        ("However, the vote was held", "the vote", "was held", "open", "Was the vote held?"),
        ("Ilse Morvan resigned", "Ilse Morvan", "resigned", "yes_no", "Did Ilse Morvan resign?"),
        ("Morvan did not resign", "Morvan", "did not resign", "yes_no", "Did Morvan resign?"),
        ("She hasn’t paid", "She", "hasn’t paid", "yes_no", "Has she paid?"),
        ("Tessaly denies the report", "Tessaly", "denies", "yes_no", "Does Tessaly deny the report?"),
        ("The council planned a vote", "The council", "planned", "open", "Did the council plan a vote?"),
        ("The dam burst on Monday", "The dam", "was", "time", "Is it so that the dam burst on Monday?"),
        ("The vote was held on 5 May 2031", "The vote", "was held", "time", "When was the vote held?"),
        ("Harlow City won the cup", "Harlow City", "won", "name", "Who won the cup?"),
        ("In spring, Tessaly votes", "Tessaly", "votes", "open", "Is it so that in spring, Tessaly votes?"),
        ("Police chief Orr resigned", "Police chief Orr", "resigned", "yes_no",
         "Did police chief Orr resign?"),
        ("Governors General resigned", "Governors General", "resigned", "yes_no",
         "Did Governors General resign?"),
        ("Germans voted", "Germans", "voted", "yes_no", "Did Germans vote?"),
        ("Qualms remain", None, None, "open", "Is it so that qualms remain?"),
    ],
)  # fmt: skip
def test_asked_otherwise(
    text: str, subject: str | None, predicate: str | None, kind: str, asked: str
) -> None:
    assert question_text(text, subject, predicate, kind) == asked
