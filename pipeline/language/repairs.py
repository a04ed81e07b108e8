"""Repairs of trees whose sentence has no verb where it plainly has one.

Belongs here: readings that the parser gets wrong in a way that shows in the tree itself (a noun with
a direct object). Does not belong here: anything a grammatical tree could mean either way.

The tagger takes a past tense behind a name for a participle ('Reed blasted the plan' as a noun
phrase) and a verb in -s for a plural ('The campaign plans to hire'). Such a tree gives no statement at
all, so that every room loses the sentence.
"""

from pipeline.language.tree import Tree, Word

OBJECTS = frozenset(("dobj", "ccomp", "xcomp"))
REPORTED = frozenset(("reported", "said", "added", "wrote", "announced"))
CALLING = frozenset(("called", "calls", "call", "calling", "asked", "pushed", "pressed", "pleaded"))
OF_NOUNS: dict[str, frozenset[str]] = {
    "by": frozenset(),
    "for": frozenset(
        (
            "forecast", "forecasts", "plan", "plans", "bid", "demand", "support", "reason", "reasons",
            "budget", "target", "need", "case", "proposal", "proposals", "candidate", "price",
        )
    ),
    "in": frozenset(
        (
            "share", "shares", "stake", "stakes", "interest", "confidence", "increase", "decline",
            "rise", "drop", "role",
        )
    ),
}  # fmt: skip
"""Prepositions that belong to the object before them, with the nouns that take them."""
LONGEST_TAIL = 12  # words
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))


def repaired(tree: Tree) -> Tree:
    """The tree, changed in place where it shows one of the known mistakes."""
    root = next((word for word in tree.words if word.head is word), None)
    if root is None:
        return tree
    _join_subjects(tree)
    _complete_calls(tree)
    _lift_participles(tree)
    _attach_to_objects(tree)
    _part_off_reporter(tree, root)
    if root.tag_ not in NOUNS:
        return tree
    if any(kid.dep_ in ("nsubj", "nsubjpass") and kid.i < root.i for kid in root.children):
        _as_present(root)
        return tree
    verb = _past_verb(root)
    if verb is not None:
        _as_root(verb, root)
    return tree


def _part_off_reporter(tree: Tree, root: Word) -> None:
    """'…, The Times reported Monday.' where the tree takes 'The Times' for a name beside the last one."""
    for verb in tree.words[-LONGEST_TAIL:]:
        if verb.lower_ not in REPORTED or verb.dep_ not in ("acl", "relcl") or verb.i == 0:
            continue
        source = tree.words[verb.i - 1]
        if source.tag_ not in NOUNS or source.dep_ not in ("appos", "conj"):
            continue
        first = source.left_edge.i
        is_end = all(word.dep_ == "punct" for word in tree.words[verb.right_edge.i + 1 :])
        if not is_end or first < 1 or tree.words[first - 1].text != ",":
            continue
        verb.head.children.remove(verb)
        source.head.children.remove(source)
        source.head, source.dep_ = verb, "nsubj"
        verb.children = sorted([source, *verb.children], key=_number)
        verb.head, verb.dep_, verb.tag_ = root, "parataxis", "VBD"
        root.children = sorted([*root.children, verb], key=_number)
        tree.reset()
        return


def _lift_participles(tree: Tree) -> None:
    """'Reported, citing officials, that it fell': what stands before 'that' is of the verb over it."""
    for word in tree.words:
        if word.dep_ != "advcl" or word.tag_ != "VBG" or word.head.dep_ != "ccomp":
            continue
        clause = word.head
        mark = next((kid for kid in clause.children if kid.dep_ == "mark"), None)
        if mark is not None and clause.head.i < word.i < mark.i:
            clause.children.remove(word)
            word.head = clause.head
            clause.head.children = sorted([*clause.head.children, word], key=_number)
            tree.reset()


def _complete_calls(tree: Tree) -> None:
    """'Called for him to go': the clause completes the verb, and is no adverbial."""
    for verb in tree.words:
        if verb.dep_ == "advcl" and verb.head.lower_ in CALLING and verb.i > verb.head.i:
            first = verb.left_edge
            if first.lower_ == "for" and first.dep_ == "mark":
                verb.dep_ = "ccomp"


def _attach_to_objects(tree: Tree) -> None:
    """'Two works by Sibelius', 'its forecast for growth', where the tree hangs the end on the verb."""
    for word in tree.words:
        if word.dep_ != "prep" or word.lower_ not in OF_NOUNS or word.i == 0:
            continue
        verb = word.head
        thing = next((kid for kid in verb.children if kid.dep_ == "dobj"), None)
        inner = next((kid for kid in word.children if kid.dep_ == "pobj"), None)
        if thing is None or inner is None or thing.right_edge.i != word.i - 1:
            continue
        is_made_by = word.lower_ == "by" and inner.tag_ == "NNP" and verb.tag_ != "VBG"
        if is_made_by or thing.lower_ in OF_NOUNS[word.lower_]:
            verb.children.remove(word)
            word.head = thing
            thing.children.append(word)
            tree.reset()


def _join_subjects(tree: Tree) -> None:
    """'The strike and strikes could' where the tree gives the verb two subjects with 'and' between."""
    for joint in tree.words:
        if joint.dep_ != "cc" or joint.head.dep_ != "nsubj":
            continue
        first = joint.head
        verb = first.head
        second = next(
            (
                kid
                for kid in verb.children
                if kid.dep_ == "nsubj" and kid.i > joint.i and kid.left_edge.i == joint.i + 1
            ),
            None,
        )
        if second is not None and second.i < verb.i:
            verb.children.remove(second)
            second.head, second.dep_ = first, "conj"
            first.children = sorted([*first.children, second], key=_number)
            tree.reset()


def _number(word: Word) -> int:
    return word.i


def _as_present(root: Word) -> None:
    """'The campaign plans to hire' with 'plans' for a plural."""
    if (
        root.tag_ in ("NN", "NNS")
        and root.text.isalpha()
        and any(kid.dep_ in OBJECTS and kid.i > root.i for kid in root.children)
    ):
        root.tag_ = "VBZ" if root.tag_ == "NNS" else "VBP"
        root.pos_ = "VERB"


def _past_verb(root: Word) -> Word | None:
    """The participle that is the sentence's verb: the root, or what stands right behind it, has its object."""
    for kid in root.children:
        if kid.dep_ == "acl" and kid.tag_ == "VBN" and kid.i > root.i:
            has_auxiliary = any(below.dep_ in ("aux", "auxpass") for below in kid.children)
            if not has_auxiliary and any(
                below.dep_ in OBJECTS and below.i > kid.i for below in kid.children
            ):
                return kid
        if kid.dep_ == "dobj" and kid.i > root.i:
            return next(
                (
                    word
                    for word in root.doc.words[root.i + 1 : kid.i]
                    if word.tag_ in ("VBN", "VBD") and word.dep_ == "amod" and word.head is kid
                    if word.i == kid.left_edge.i
                ),
                None,
            )
    return None


def _as_root(verb: Word, noun: Word) -> None:
    """Makes the participle the sentence's verb, the old root its subject, and what followed its own."""
    verb.head.children.remove(verb)
    moved = [
        kid for kid in noun.children if kid.i > verb.i or (kid.dep_ == "punct" and kid.i < noun.i)
    ]
    noun.children = [kid for kid in noun.children if kid not in moved]
    for kid in moved:
        kid.head = verb
    verb.children = sorted([noun, *verb.children, *moved], key=_number)
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"
    noun.doc.reset()
