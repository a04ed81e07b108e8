"""Which claims deserve checking, by their words alone."""

import pytest

from pipeline.claims.extract import extract_claims
from pipeline.claims.worth import CHECK_WORTHY
from pipeline.language.parser import ParsedDocument, ParsedSentence, parse_texts
from pipeline.records import Claim, Document, Sentence, Source, TextRun

SOURCE = Source("s", "Tarn Gazette", None, "Tarn Gazette", "metadata")

OTHERS = ("The road to the mill is shut.", "A boat left.", "The bell rang.", "The sea was calm.")


def claims_of(*texts: str) -> list[Claim]:
    """The claims of a document of these sentences."""
    whole = " ".join(texts)
    document = Document(
        "d", "a.txt", SOURCE, None, None, None, None, None, None, "en", "full",
        whole, len(whole.split()), (), (TextRun(0, len(whole), 0, len(whole)),),
    )  # fmt: skip
    trees = parse_texts(texts)
    sentences, start = [], 0
    for number, text in enumerate(texts):
        sentence = Sentence(f"s{number}", "d", number, start, start + len(text), text, "body", "en")
        sentences.append(ParsedSentence(sentence, trees[text]))
        start += len(text) + 1
    return list(extract_claims(ParsedDocument(document, tuple(sentences))).claims)


@pytest.mark.parametrize(
    "text",
    [
        "Five patients have died.",
        "The gap in the accounts comes to 465 million euros.",
        "There is no cholera on the island.",
        "The spillway gates were never opened.",
        "They report a profit of 58 million euros.",
    ],
)
def test_worth_checking(text: str) -> None:
    claims = claims_of("Rain fell on the coast on Monday.", text, *OTHERS)
    assert max(one.check_worthiness for one in claims if one.text in text) >= CHECK_WORTHY


@pytest.mark.parametrize(
    "text",
    [
        "It came.",
        "We know.",
        "Is it true?",
        "They should go home.",
        "ANN BELL WINS THE HARBOUR RACE AGAIN",
    ],
)
def test_not_worth_checking(text: str) -> None:
    claims = claims_of("Rain fell on the coast on Monday.", text, *OTHERS)
    assert all(one.check_worthiness < CHECK_WORTHY for one in claims if one.text in text)
