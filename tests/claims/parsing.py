"""Small documents of invented text for the tests of this room."""

from datetime import datetime

from pipeline.language.parser import ParsedDocument, ParsedSentence, parse_texts
from pipeline.language.sentences import split_sentences
from pipeline.records import Block, Document, Source, TextRun, document_id_of

PUBLISHED = datetime(2026, 4, 16, 12, 0)  # a Thursday


def parsed(*paragraphs: str, published: datetime | None = PUBLISHED) -> ParsedDocument:
    """The paragraphs as one parsed document whose raw text is its clean text."""
    text = "\n\n".join(paragraphs)
    blocks = []
    for paragraph in paragraphs:
        start = blocks[-1].end_char + 2 if blocks else 0
        blocks.append(Block(start, start + len(paragraph), "body"))
    document = Document(
        document_id=document_id_of("test.txt", text),
        path="test.txt",
        source=Source("s", "Example Post", "example.com", "s", "manifest"),
        title=None,
        byline=None,
        published_at=published,
        published_earliest=published,
        published_latest=published,
        published_by="manifest",
        language="en",
        analysis="full",
        text=text,
        word_count=len(text.split()),
        blocks=tuple(blocks),
        text_map=tuple(TextRun(b.start_char, b.end_char, b.start_char, b.end_char) for b in blocks),
    )
    sentences = split_sentences(document)
    trees = parse_texts(sentence.text for sentence in sentences)
    return ParsedDocument(
        document, tuple(ParsedSentence(s, trees[s.text]) for s in sentences if s.text in trees)
    )
