"""What the relations of a dependency tree tell of one word.

Belongs here: small questions about a verb and its children. Does not belong here: phrases, clauses.
"""

from pipeline.language.tree import Word

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
RELATIVES = frozenset(("who", "whom", "which", "that"))
CONTRASTS = frozenset(("while", "although", "though", "whereas", "even"))
NO_CLAUSE = frozenset(("aux", "auxpass", "amod", "compound", "nmod", "case", "prep", "nummod"))


def is_verbal(word: Word) -> bool:
    """Whether the word is a verb that is neither another's auxiliary nor an adjective."""
    return word.tag_[:2] in ("VB", "MD") and word.dep_ not in NO_CLAUSE


def is_infinitive(verb: Word) -> bool:
    """Whether 'to' stands before the verb."""
    return any(kid.dep_ == "aux" and kid.tag_ == "TO" for kid in verb.children)


def own_subject(verb: Word) -> Word | None:
    """The subject that hangs on the verb itself; 'there' before others."""
    found = [kid for kid in verb.children if kid.dep_ in SUBJECTS]
    return next((kid for kid in found if kid.dep_ == "expl"), found[0] if found else None)


def has_own_subject(verb: Word) -> bool:
    """Whether a subject hangs on the verb itself."""
    return any(kid.dep_ in SUBJECTS for kid in verb.children)


def mark_of(verb: Word) -> str | None:
    """The conjunction or preposition that opens the verb's clause: 'while', 'after', 'if'."""
    for kid in verb.children:
        if kid.i > verb.i:
            break
        if kid.dep_ in ("mark", "prep") or (kid.dep_ == "advmod" and kid.tag_ == "WRB"):
            return kid.lower_
    return None


def relative_in(verb: Word) -> Word | None:
    """The relative pronoun of a relative clause, where it is in it."""
    return next(
        (
            word
            for word in verb.subtree
            if word.i < verb.i and word.tag_ in ("WDT", "WP", "WP$", "WRB")
        ),
        None,
    )
