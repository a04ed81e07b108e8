"""Who is who in a document: the people, bodies and outlets that it names, and every mention of them."""

from pipeline.claims.names.cast import Cast
from pipeline.claims.names.document import cast_of
from pipeline.claims.names.records import Figure, Mention

__all__ = ["Cast", "Figure", "Mention", "cast_of"]
