"""The warehouse: the only place that opens DuckDB, and that finds and runs the SQL of `sql/`.

Belongs here: opening, locking, schema, named queries, appending, publishing. Does not belong here:
any rule about documents or claims.
"""

import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from pipeline.settings import PROJECT_ROOT

SQL = PROJECT_ROOT / "sql"
# DuckDB 1.5 clients open files of this version; those of 2.0 they refuse.
STORAGE = {"storage_compatibility_version": "v1.5.0"}
# Inputs that are recorded of what is made from the tables; they say nothing of the tables themselves.
DERIVED = ("view ", "check ", "published", "report")
Parameters = dict[str, Any] | None
POLARS_TYPES: dict[str, Any] = {
    "VARCHAR": pl.String,
    "BIGINT": pl.Int64,
    "INTEGER": pl.Int32,
    "DOUBLE": pl.Float64,
    "BOOLEAN": pl.Boolean,
    "TIMESTAMP": pl.Datetime("us"),
    "DATE": pl.Date,
    "BLOB": pl.Binary,
}


class WarehouseBusyError(RuntimeError):
    """Another run holds the work file; the message says which file and how long this one waited."""


@cache
def sql_text(kind: str, name: str) -> str:
    """The text of `sql/KIND/NAME.sql`."""
    return (SQL / kind / f"{name}.sql").read_text(encoding="utf-8")


@cache
def sql_names(kind: str) -> tuple[str, ...]:
    """The stems of the files in `sql/KIND`, in alphabetical order."""
    return tuple(sorted(file.stem for file in (SQL / kind).glob("*.sql")))


def header_of(text: str) -> list[str]:
    """The leading comment lines of a SQL file, without their dashes."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("--").strip())
    return lines


def select_of(text: str) -> str:
    """The SELECT of a SQL file, without its leading comments and its semicolon."""
    lines = text.splitlines()[len(header_of(text)) :]
    return "\n".join(lines).strip().rstrip(";")


@cache
def tables_sql() -> str:
    """All DDL and comments of the tables."""
    return (SQL / "tables.sql").read_text(encoding="utf-8")


@cache
def schema_version() -> str:
    """A hash of the tables' columns and keys; comments do not count."""
    creating = re.findall(r"CREATE TABLE.*?\n\);", tables_sql(), flags=re.DOTALL)
    return sha256("\n".join(creating).encode()).hexdigest()[:12]


@cache
def _empty_tables() -> duckdb.DuckDBPyConnection:
    """An empty database with all tables, to ask what they are like; the DDL takes a while."""
    connection = duckdb.connect(":memory:")
    connection.execute(tables_sql())
    return connection


@cache
def table_schemas() -> dict[str, dict[str, Any]]:
    """Of every table its columns with their polars types, in order."""
    rows = (
        _empty_tables()
        .execute(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() "
            "WHERE NOT internal ORDER BY table_name, column_index"
        )
        .fetchall()
    )
    schemas: dict[str, dict[str, Any]] = {}
    for table, column, kind in rows:
        schemas.setdefault(table, {})[column] = POLARS_TYPES[kind]
    return schemas


@cache
def tables_comments() -> dict[tuple[str, str | None], str]:
    """The comments of tables (with None) and of their columns, by table and column."""
    rows = (
        _empty_tables()
        .execute(
            "SELECT table_name, NULL, comment FROM duckdb_tables() WHERE comment IS NOT NULL "
            "UNION ALL SELECT table_name, column_name, comment FROM duckdb_columns() "
            "WHERE NOT internal AND comment IS NOT NULL"
        )
        .fetchall()
    )
    return {(table, column): text for table, column, text in rows}


def frame_of(table: str, records: Sequence[Any]) -> pl.DataFrame:
    """A frame with a table's columns, from records whose attributes have the columns' names.

    Columns that the records lack are left out, so that the table's default stands.
    """
    schema = table_schemas()[table]
    if not records:
        return pl.DataFrame(schema=schema)
    names = [name for name in schema if hasattr(records[0], name)]
    return pl.DataFrame(
        {name: [getattr(record, name) for record in records] for name in names},
        schema={name: schema[name] for name in names},
    )


def empty_frame(table: str) -> pl.DataFrame:
    """A frame with a table's columns and no row."""
    return pl.DataFrame(schema=table_schemas()[table])


class Warehouse:
    """One open DuckDB file that follows `sql/tables.sql`.

    `changed` tells whether a table was changed since the file was opened.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, file: Path | None = None) -> None:
        self._connection = connection
        self.file = file
        self.changed = False
        self._remembered: dict[str, str] = {}

    @classmethod
    def in_memory(cls) -> "Warehouse":
        """An empty warehouse that goes with the process; for tests and for one-off questions."""
        warehouse = cls(duckdb.connect(":memory:"))
        warehouse._create()
        return warehouse

    @classmethod
    def open(cls, file: Path, wait_seconds: float = 0.0) -> "Warehouse":
        """The work file, made where there is none, rebuilt where its schema is another one.

        Raises WarehouseBusyError where another process holds it for longer than `wait_seconds`.
        """
        file.parent.mkdir(parents=True, exist_ok=True)
        warehouse = cls(_connect(file, wait_seconds), file)
        if warehouse._schema_differs():
            warehouse.close()
            _rebuild(file)
            warehouse = cls(_connect(file, wait_seconds), file)
            warehouse.changed = True
        warehouse._create()
        return warehouse

    def _create(self) -> None:
        """Make the tables and their comments, unless this very text of theirs was run before."""
        written = sha256(tables_sql().encode()).hexdigest()
        if self._recorded("tables_sha256") == written:
            return
        self._connection.execute(tables_sql())
        self._connection.execute("CREATE SCHEMA IF NOT EXISTS crossclaim")
        self._connection.execute(
            "CREATE OR REPLACE VIEW crossclaim.schema_version AS "
            f"SELECT '{schema_version()}' AS schema_version, '{written}' AS tables_sha256"
        )

    def _schema_differs(self) -> bool:
        tables = self.rows("SELECT table_name FROM duckdb_tables()")
        if not tables:
            return False
        return self._recorded("schema_version") != schema_version()

    def _recorded(self, column: str) -> str | None:
        """What the file says of the tables that it was made with; None where it says nothing."""
        columns = self.rows(
            "SELECT 1 FROM duckdb_columns() WHERE schema_name = 'crossclaim' AND column_name = ?",
            [column],
        )
        if not columns:
            return None
        return str(self.rows(f"SELECT {column} FROM crossclaim.schema_version")[0][0])

    def rows(self, sql: str, parameters: Any = None) -> list[tuple[Any, ...]]:
        """The rows of a statement."""
        return self._connection.execute(sql, parameters).fetchall()

    def execute(self, sql: str, parameters: Any = None) -> None:
        """Run a statement that gives no rows."""
        self._remembered.clear()
        self._connection.execute(sql, parameters).fetchall()

    def frame(
        self, sql: str, parameters: Parameters = None, **frames: pl.DataFrame
    ) -> pl.DataFrame:
        """The rows of a SELECT as a frame; `frames` can be read in it by their names."""
        with self._registered(frames):
            rows: pl.DataFrame = self._connection.sql(sql, params=parameters).pl()
            return rows

    def query(
        self, name: str, parameters: Parameters = None, **frames: pl.DataFrame
    ) -> pl.DataFrame:
        """The rows of `sql/queries/NAME.sql`; `frames` can be read in it by their names."""
        return self.frame(sql_text("queries", name), parameters, **frames)

    def run(self, name: str, **frames: pl.DataFrame) -> None:
        """Run the statements of `sql/queries/NAME.sql`; `frames` can be read in them."""
        with self._registered(frames):
            self._connection.execute(sql_text("queries", name)).fetchall()
        self._note_change()

    @contextmanager
    def _registered(self, frames: dict[str, pl.DataFrame]) -> Iterator[None]:
        for name, frame in frames.items():
            self._connection.register(name, frame.to_arrow())
        try:
            yield
        finally:
            for name in frames:
                self._connection.unregister(name)

    def append(self, table: str, frame: pl.DataFrame) -> None:
        """Add the frame's rows to the table, by column name."""
        if frame.is_empty():
            return
        with self._registered({"appended": frame}):
            self._connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM appended")
        self._note_change()

    def remembered(self, name: str, make: Callable[[], str]) -> str:
        """What `make` says of the tables, asked once between two changes of them."""
        if name not in self._remembered:
            self._remembered[name] = make()
        return self._remembered[name]

    def _note_change(self) -> None:
        self.changed = True
        self._remembered.clear()

    def replace(self, table: str, frame: pl.DataFrame) -> None:
        """Make the frame's rows the table's only rows; rows that are there already stay untouched.

        A table made anew differs from the old one by little where one document is new, and comparing
        columns costs a tenth of writing keys.
        """
        same = " AND ".join(
            f"held.{name} IS NOT DISTINCT FROM new.{name}" for name in frame.columns
        )
        # Two transactions: a key that is deleted and inserted again in one would count as doubled.
        with self._registered({"new": frame}):
            with self.transaction():
                self._connection.execute(
                    f"DELETE FROM {table} WHERE rowid IN "
                    f"(SELECT held.rowid FROM {table} AS held ANTI JOIN new ON {same})"
                )
            with self.transaction():
                self._connection.execute(
                    f"INSERT INTO {table} BY NAME "
                    f"SELECT new.* FROM new ANTI JOIN {table} AS held ON {same}"
                )
        self._note_change()
        if self.rows(f"SELECT count(*) FROM {table}") != [(frame.height,)]:
            self._rewrite(table, frame)

    def _rewrite(self, table: str, frame: pl.DataFrame) -> None:
        """The same for a frame that holds a row more than once."""
        with self.transaction():
            self._connection.execute(f"DELETE FROM {table}")
        with self.transaction():
            self.append(table, frame)

    def replace_documents(self, table: str, old: pl.DataFrame, new: pl.DataFrame) -> None:
        """Put the rows of `new` in place of those of the documents of `old`."""
        with self.transaction(), self._registered({"old": old.select("document_id")}):
            self._connection.execute(
                f"DELETE FROM {table} WHERE document_id IN (SELECT document_id FROM old)"
            )
        with self.transaction():
            self.append(table, new)
        self._note_change()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A block whose statements all hold or none."""
        self._connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def create_view(self, name: str) -> None:
        """Make the view of `sql/views/NAME.sql`, or a table of its rows where its header says so."""
        text = sql_text("views", name)
        header = header_of(text)
        kind = "TABLE" if "materialized" in header else "VIEW"
        for other in self._kinds_of(name):
            self._connection.execute(f"DROP {other} {name}")
        self._connection.execute(f"CREATE {kind} {name} AS {select_of(text)}")
        self._comment(kind, name, header)

    def has_view(self, name: str) -> bool:
        """Whether a view, or a table in its place, of this name is there."""
        return bool(self._kinds_of(name))

    def _kinds_of(self, name: str) -> list[str]:
        return [
            kind
            for kind in ("VIEW", "TABLE")
            if self.rows(
                f"SELECT 1 FROM duckdb_{kind.lower()}s() WHERE schema_name = 'main' AND {kind.lower()}_name = ?",
                [name],
            )
        ]

    def recorded_input(self, name: str) -> str | None:
        """The fingerprint of what something was last made from; None where it was never made."""
        held = self.rows("SELECT fingerprint FROM stage_inputs WHERE stage = ?", [name])
        return str(held[0][0]) if held else None

    def record_input(self, name: str, fingerprint: str) -> None:
        """Keep the fingerprint of what something was made from."""
        values = [name, fingerprint]
        self._connection.execute("INSERT OR REPLACE INTO stage_inputs VALUES (?, ?)", values)
        if not name.startswith(DERIVED):
            self._remembered.clear()

    def _comment(self, kind: str, name: str, header: list[str]) -> None:
        columns = {}
        about = []
        for line in header:
            column = re.fullmatch(r"column: (\w+): (.*)", line)
            if column:
                columns[column[1]] = column[2]
            elif line != "materialized":
                about.append(line)
        self._connection.execute(f"COMMENT ON {kind} {name} IS {_quoted(' '.join(about).strip())}")
        for column_name, text in columns.items():
            self._connection.execute(f"COMMENT ON COLUMN {name}.{column_name} IS {_quoted(text)}")

    def create_macros(self) -> None:
        """Make every macro of `sql/macros`."""
        for name in sql_names("macros"):
            self._connection.execute(sql_text("macros", name))

    def relation_names(self) -> list[str]:
        """The names of all tables and views, in alphabetical order."""
        return [
            name
            for (name,) in self.rows(
                "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' AND NOT internal "
                "UNION SELECT view_name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal "
                "ORDER BY ALL"
            )
        ]

    def described_relations(self) -> dict[str, tuple[str, list[tuple[str, str, str]]]]:
        """Of every table and view its comment, and name, type and comment of its columns."""
        about = dict(
            self.rows(
                "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'main' "
                "UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE schema_name = 'main'"
            )
        )
        columns: dict[str, list[tuple[str, str, str]]] = {}
        for table, name, kind, text in self.rows(
            "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() "
            "WHERE schema_name = 'main' AND NOT internal ORDER BY table_name, column_index"
        ):
            columns.setdefault(table, []).append((name, kind, text or ""))
        return {name: (about[name] or "", columns[name]) for name in self.relation_names()}

    def write_parquet(self, name: str, folder: Path) -> Path:
        """Write a table or view as FOLDER/NAME.parquet; a file that is there is replaced whole."""
        target = folder / f"{name}.parquet"
        part = folder / f".{name}.part"
        self._connection.execute(
            f"COPY (FROM {name}) TO {_quoted(str(part))} (FORMAT parquet, COMPRESSION zstd)"
        )
        os.replace(part, target)
        return target

    def close(self) -> None:
        """Write everything to the file and let go of it."""
        self._connection.close()

    def publish(self, target: Path) -> None:
        """Replace `target` whole by a copy of this file; readers of the old one keep it.

        The warehouse is closed for the copy and stays closed.
        """
        if self.file is None:
            raise ValueError("a warehouse in memory has no file to publish")
        self._connection.execute("CHECKPOINT")
        self.close()
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
        try:
            shutil.copyfile(self.file, name)
            os.chmod(name, 0o644)
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


@contextmanager
def read_published(file: Path) -> Iterator[Warehouse]:
    """A published file, open to be read only."""
    warehouse = Warehouse(duckdb.connect(str(file), read_only=True), file)
    try:
        yield warehouse
    finally:
        warehouse.close()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _connect(file: Path, wait_seconds: float) -> duckdb.DuckDBPyConnection:
    started = time.monotonic()
    while True:
        try:
            return duckdb.connect(str(file), config=dict(STORAGE))
        except duckdb.IOException as error:
            if "lock" not in str(error).lower():
                raise
            if time.monotonic() - started >= wait_seconds:
                raise WarehouseBusyError(
                    f"Another run is writing {file}; waited {wait_seconds:.0f} s for it. "
                    "Nothing was changed. Wait for that run to end, or stop it."
                ) from error
            time.sleep(min(0.5, wait_seconds))


def _rebuild(file: Path) -> None:
    """Carry raw documents and verdicts of another schema over into a new file; the rest is derived."""
    fresh = file.with_suffix(".rebuilt.duckdb")
    fresh.unlink(missing_ok=True)
    with duckdb.connect(str(fresh), config=dict(STORAGE)) as connection:
        connection.execute(tables_sql())
        connection.execute(f"ATTACH '{file}' AS old (READ_ONLY)")
        for table in ("raw_documents", "rejected_documents", "runs"):
            shared = connection.execute(
                "SELECT string_agg(n.column_name, ', ') FROM duckdb_columns() n JOIN duckdb_columns() o "
                "ON o.column_name = n.column_name WHERE n.table_name = ? AND o.table_name = ? "
                "AND n.database_name = current_database() AND o.database_name = 'old'",
                [table, table],
            ).fetchall()[0][0]
            if shared:
                connection.execute(f"INSERT INTO {table} BY NAME SELECT {shared} FROM old.{table}")
        connection.execute("DETACH old")
    os.replace(fresh, file)


def rewrite_file(file: Path) -> None:
    """Write a work file anew from the rows of its tables, so that nothing deleted is left in it.

    Views and macros are made from these tables, and are left out.
    """
    fresh = file.with_suffix(".rewritten.duckdb")
    fresh.unlink(missing_ok=True)
    with duckdb.connect(str(fresh), config=dict(STORAGE)) as connection:
        # With the mark of its schema, or the next one to open the file would take it for an old one.
        Warehouse(connection)._create()
        connection.execute(f"ATTACH {_quoted(str(file))} AS old (READ_ONLY)")
        for table in table_schemas():
            connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM old.{table}")
        connection.execute("DETACH old")
    os.replace(fresh, file)


def query_tables(sql: str) -> set[str]:
    """The names of the tables and views that a SELECT reads."""
    return set(_scratch().get_table_names(sql))


@cache
def _scratch() -> duckdb.DuckDBPyConnection:
    """An empty database to ask about SQL; opening one a question costs more than the questions."""
    return duckdb.connect(":memory:")
