"""The audit: a random sample for humans to judge, and their verdicts read back.

Belongs here: how many items of which stratum, drawing them, the settings file crossclaim-audit.csv.
Does not belong here: what the verdicts mean for the figures (that is the view `audit_results`).

    python -m pipeline.audit 200 [seed]     (make audit N=200)
"""

import csv
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import polars as pl

from pipeline.settings import Settings
from pipeline.warehouse import Warehouse, table_schemas

FILE_NAME = "crossclaim-audit.csv"
SEED = 1
YES_NO = ("yes", "no")
OUTCOMES = ("agreeing", "contradicting", "updating", "unresolved")
Stratum = tuple[str, str]  # kind and stratum


class AuditError(ValueError):
    """The settings file cannot be read; the message names the line and what is wrong."""


def allocate(populations: Mapping[Stratum, int], size: int) -> dict[Stratum, int]:
    """How many items of each stratum to draw: `size` in all, where there are so many.

    Each kind gets the same part and each of its strata the same part of that; what a small one cannot
    use goes to the others. Rare strata are drawn more often than their share, which the inclusion
    probabilities account for.
    """
    kinds: dict[str, int] = {}
    for (kind, _), count in populations.items():
        kinds[kind] = kinds.get(kind, 0) + count
    taken: dict[Stratum, int] = {}
    for kind, part in _level(kinds, size).items():
        strata = {stratum: count for (own, stratum), count in populations.items() if own == kind}
        taken |= {(kind, stratum): take for stratum, take in _level(strata, part).items()}
    return taken


def _level(available: Mapping[str, int], size: int) -> dict[str, int]:
    """`size` dealt out one by one in the order of the names, to those that have some left."""
    taken = dict.fromkeys(sorted(available), 0)
    left = min(size, sum(available.values()))
    while left:
        open_ones = [name for name in taken if taken[name] < available[name]]
        each = max(1, left // len(open_ones))
        for name in open_ones:
            more = min(each, available[name] - taken[name], left)
            taken[name] += more
            left -= more
    return taken


def draw_sample(warehouse: Warehouse, size: int, seed: int = SEED) -> pl.DataFrame:
    """A stratified random sample of claims, relations and agreements, with what to judge them by.

    The same for the same seed and warehouse: within a stratum the items with the smallest hash of seed
    and item are drawn, so each is as likely as any other. Columns: those of `sql/queries/audit_sheet.sql`.
    """
    everything = warehouse.query("audit_population")
    counts = everything.group_by("kind", "stratum").len("population")
    populations = {(kind, stratum): n for kind, stratum, n in counts.iter_rows()}
    drawn = []
    for (kind, stratum), take in sorted(allocate(populations, size).items()):
        items = everything.filter(kind=kind, stratum=stratum).get_column("item").to_list()
        chosen = sorted(items, key=lambda item: sha256(f"{seed} {item}".encode()).digest())[:take]
        drawn += [(item, kind, stratum, len(items), take / len(items)) for item in chosen]
    columns = ("item", "kind", "stratum", "population", "inclusion_probability")
    schema = {name: table_schemas()["audit_verdicts"][name] for name in columns}
    return warehouse.query("audit_sheet", drawn=pl.DataFrame(drawn, schema=schema, orient="row"))


def read_audit(warehouse: Warehouse, folder: Path) -> None:
    """Bring `audit_verdicts` up to the file at the top of the input folder; items not judged are left out.

    Raises AuditError where a column is missing or a verdict is none of those asked for.
    """
    file = folder / FILE_NAME
    verdicts = _verdicts(file) if file.is_file() else []
    schema = table_schemas()["audit_verdicts"]
    frame = pl.DataFrame(
        [[row.get(name) or None for name in schema] for row in verdicts],
        schema=dict.fromkeys(schema, pl.String),
        orient="row",
    ).cast(pl.Schema(schema))
    if not frame.equals(warehouse.frame("FROM audit_verdicts")):
        warehouse.replace("audit_verdicts", frame)


def _verdicts(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        missing = (
            set(table_schemas()["audit_verdicts"])
            - {"judge", "note"}
            - set(reader.fieldnames or ())
        )
        if missing:
            raise AuditError(f"{file}: lacks the columns {', '.join(sorted(missing))}")
        rows = []
        for row in reader:
            verdict = (row["verdict"] or "").strip().lower()
            allowed = OUTCOMES if row["kind"] == "agreement" else YES_NO
            if verdict and verdict not in allowed:
                raise AuditError(
                    f"{file}, line {reader.line_num}: verdict {verdict!r} is none of {', '.join(allowed)}"
                )
            if verdict:
                rows.append({**row, "verdict": verdict})
    return rows


def main(arguments: list[str]) -> int:
    """Write the sample as CSV beside the published file and say what to do with it."""
    if not 1 <= len(arguments) <= 2 or not all(one.isdigit() for one in arguments):
        print("usage: python -m pipeline.audit N [SEED]", file=sys.stderr)
        return 2
    settings = Settings.from_environment()
    warehouse = Warehouse.open(settings.work_file, settings.lock_wait_seconds)
    try:
        sample = draw_sample(warehouse, int(arguments[0]), *(int(seed) for seed in arguments[1:]))
    finally:
        warehouse.close()
    target = settings.data_folder / FILE_NAME
    sample.write_csv(target)
    print(
        f"{sample.height} items are in {target}. Fill in the column 'verdict', put the file into "
        f"{settings.input_folder} and run again: the view audit_results has the estimates."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
