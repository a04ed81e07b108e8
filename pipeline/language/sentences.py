"""Sentences of a document, each with its exact place, its section and its language.

Belongs here: walking the blocks and naming what the rules find. Does not belong here: the rules for
where a sentence ends (boundaries.py) and for what language it is in (foreign.py).
"""

from pipeline.language.boundaries import split_block
from pipeline.language.foreign import language_of
from pipeline.records import Document, Sentence, stable_id


def split_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences in order; none crosses a block, and together they hold every visible character."""
    sentences: list[Sentence] = []
    for block in document.blocks:
        for start, end in split_block(document.text[block.start_char : block.end_char]):
            start_char, end_char = block.start_char + start, block.start_char + end
            text = document.text[start_char:end_char]
            sentences.append(
                Sentence(
                    sentence_id=stable_id("sentence", document.document_id, start_char, end_char),
                    document_id=document.document_id,
                    ordinal=len(sentences),
                    start_char=start_char,
                    end_char=end_char,
                    text=text,
                    section=block.section,
                    language=language_of(text, document.language),
                )
            )
    return tuple(sentences)
