"""How the tests of this room read a text: paragraphs by line breaks, parsed by the real model."""

import re
from functools import lru_cache

from pipeline.language.parser import ParsedDocument, ParsedSentence, parse_texts
from pipeline.language.sentences import split_sentences
from pipeline.records import Block, Document, Source


@lru_cache(maxsize=200)
def parsed(text: str) -> ParsedDocument:
    """The document of a text, each line a paragraph of its body."""
    document = Document(
        document_id="d",
        path="d.txt",
        source=Source("s", "s", None, "s", "unknown"),
        title=None,
        byline=None,
        published_at=None,
        published_earliest=None,
        published_latest=None,
        published_by=None,
        language="en",
        analysis="full",
        text=text,
        word_count=len(text.split()),
        blocks=tuple(
            Block(
                line.start() + len(line[0]) - len(line[0].lstrip()),
                line.start() + len(line[0].rstrip()),
                "body",
            )
            for line in re.finditer(r"[^\n]*\S[^\n]*", text)
        ),
        text_map=(),
    )
    sentences = list(split_sentences(document))
    trees = parse_texts(sentence.text for sentence in sentences)
    return ParsedDocument(
        document,
        tuple(ParsedSentence(each, trees[each.text]) for each in sentences if each.text in trees),
    )
