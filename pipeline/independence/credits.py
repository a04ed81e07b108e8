"""Which outlets does a document credit with what it says? Fills `upstream_credits`.

Belongs here: the credits of many documents, from their texts and from the chains of their claims. Does not
belong here: the phrases that credit, speakers who are no outlets, and what the credits mean for origins.

`found_in` tells how far a credit reaches: 'byline' speaks for the whole text (a byline, an agency's
mark in the dateline, a line such as 'originally appeared at'), 'text' for the sentence around it, or for
an unknown part where the byline names the publisher too ('Coast Mail and Reuters'), 'claim' for the claim
whose chain names it. An outlet's own name in its own text is no upstream, nor is the credit line of a
photograph.
"""

from collections.abc import Callable, Mapping

import polars as pl

from pipeline.independence.phrases import credits_of, without_doubles
from pipeline.language.outlets import OutletNames, canonical_outlet, plain_name, same_outlet

SCHEMA = {
    "document_id": pl.String,
    "upstream": pl.String,
    "upstream_source_id": pl.String,
    "start_char": pl.Int32,
    "end_char": pl.Int32,
    "found_in": pl.String,
}


def find_credits(
    documents: pl.DataFrame,
    claims: pl.DataFrame,
    attributions: pl.DataFrame,
    sentences: pl.DataFrame,
) -> pl.DataFrame:
    """Rows of `upstream_credits`, sorted; one for each place that credits an outlet.

    The two steps below in a row. `upstream_source_id` is given where the outlet is a source of these
    documents.
    """
    names = documents["source_name"].drop_nulls().unique()
    outlets = attributions.filter(pl.col("is_outlet") & pl.col("source_name").is_not_null())
    chains = outlets.join(claims.select("claim_id", "document_id"), on="claim_id").select(
        "document_id", "source_name", "source_start", "source_end"
    )
    return with_chains(credits_of_texts(documents, sentences, names), chains, documents)


def credits_of_texts(
    documents: pl.DataFrame, sentences: pl.DataFrame, names: pl.Series
) -> pl.DataFrame:
    """What the words and bylines of the documents credit; `names` are those of all sources.

    Columns of `upstream_credits` without `upstream_source_id`. A function of each document and the names.
    """
    outlets = OutletNames(names.sort())
    first_body = _first_body(sentences)
    rows = []
    columns = ("document_id", "source_name", "byline", "text")
    for document, source_name, byline, text in documents.select(columns).iter_rows():
        # Of a document whose publisher nobody names, an outlet in the byline is most likely that.
        credited = byline if source_name else None
        found = without_doubles(credits_of(text, credited, first_body.get(document, 0), outlets))
        own = [one for one in found if source_name and same_outlet(one.outlet, source_name)]
        # 'Staff of this paper and Reuters': joint work is the paper's own text.
        is_joint = any(one.start_char is None for one in own)
        rows += [
            (
                *(document, one.outlet, one.start_char, one.end_char),
                "text" if is_joint and one.start_char is None else one.found_in,
            )
            for one in found
            if plain_name(one.outlet) and one not in own
        ]
    schema = {name: kind for name, kind in SCHEMA.items() if name != "upstream_source_id"}
    return pl.DataFrame(rows, schema=schema, orient="row").unique().sort(list(schema))


def with_chains(
    of_texts: pl.DataFrame, chains: pl.DataFrame, documents: pl.DataFrame
) -> pl.DataFrame:
    """Rows of `upstream_credits`: those of texts, and the outlets in chains that no text credits there.

    `chains` has document_id, source_name, source_start and source_end of outlets in chains; of the
    documents only document_id, source_id and source_name are read.
    """
    named = documents.select("document_id", publisher="source_name")
    of_chains = (
        chains.unique()
        .join(named, on="document_id")
        .with_columns(upstream=_mapped("source_name", canonical_outlet))
        .filter(~_is_own())
        .select(
            "document_id",
            "upstream",
            start_char=pl.col("source_start").cast(pl.Int32),
            end_char=pl.col("source_end").cast(pl.Int32),
            found_in=pl.lit("claim"),
        )
        .with_row_index("number")
    )
    doubled = of_chains.join(of_texts, on=["document_id", "upstream"], suffix="_text").filter(
        (pl.col("start_char") < pl.col("end_char_text"))
        & (pl.col("start_char_text") < pl.col("end_char"))
    )
    found = pl.concat(
        [of_texts, of_chains.join(doubled, on="number", how="anti").drop("number")]
    ).unique()
    sources = pl.DataFrame(
        list(_sources_by_outlet(documents).items()),
        schema={"plain": pl.String, "upstream_source_id": pl.String},
        orient="row",
    )
    return (
        found.with_columns(plain=_mapped("upstream", plain_name))
        .join(sources, on="plain", how="left")
        .select(*SCHEMA)
        .sort(*SCHEMA)
    )


def _mapped(column: str, function: Callable[[str], str]) -> pl.Expr:
    return pl.col(column).map_elements(function, return_dtype=pl.String)


def _is_own() -> pl.Expr:
    return pl.struct("upstream", "publisher").map_elements(
        # Asked for every row, also where the publisher is not known.
        lambda row: bool(row["publisher"]) and same_outlet(row["upstream"], row["publisher"]),
        return_dtype=pl.Boolean,
    )


def _first_body(sentences: pl.DataFrame) -> Mapping[str, int]:
    body = sentences.filter(pl.col("section") == "body")
    return dict(body.group_by("document_id").agg(pl.col("start_char").min()).iter_rows())


def _sources_by_outlet(documents: pl.DataFrame) -> dict[str, str]:
    """Sources by the plain form of their canonical name; of several the first by id."""
    named = (
        documents.select("source_name", "source_id")
        .drop_nulls()
        .unique()
        .sort("source_id", descending=True)
    )
    return {plain_name(canonical_outlet(name)): source for name, source in named.iter_rows()}
