"""The ledger of counted facts, kept by the database in the transaction that writes the row (ADR 21).

A fact says: this record counts for this figure on this day, for this office, direction and officer. It is
never changed: what no longer holds is voided, with the moment and the transaction, and what holds now is
another fact. What was known when a report was signed can so be counted again; what came later stands apart.
"""

from collections.abc import Iterable

from django.db import connection, transaction

from qadaga.reports.facts import SOURCES, Source

_COLUMNS = "figure, day, office_id, region_id, direction, tasks, officer_id, matter_id, amount"
_NAMED = ", ".join(f"c.{column}" for column in _COLUMNS.split(", "))
_AS_THEN = _NAMED.replace(
    "c.office_id, c.region_id", "coalesce(w.id, c.office_id), coalesce(w.region_id, c.region_id)"
)
_INTO = f"INSERT INTO reports_fact (source_id, {_COLUMNS}, recorded_at, recorded_tx, void_cause, late)"

TYPE = """
CREATE TYPE reports_counted AS (
    figure varchar, day date, office_id uuid, region_id uuid, direction varchar, tasks varchar[],
    officer_id uuid, matter_id uuid, amount bigint
)
"""
# Whether a moment comes after the month of the day is over: only then can a report of it have been signed.
LATE = """
CREATE FUNCTION reports_late(day date, moment timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT (moment AT TIME ZONE 'Etc/GMT-5')::date
        >= (date_trunc('month', day::timestamp) + interval '1 month')::date
$$
"""
# A new version of a fact stays with the office it was first counted for, wherever the matter has gone since.
KEEP = """
CREATE FUNCTION reports_keep(source uuid, counted reports_counted[], why varchar) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    moment timestamptz := clock_timestamp();
    tx bigint := pg_current_xact_id()::text::bigint;
BEGIN
    UPDATE reports_fact f SET voided_at = moment, voided_tx = tx, void_cause = coalesce(why, ''),
        late = f.late OR reports_late(f.day, moment)
    WHERE f.source_id = source AND f.voided_at IS NULL AND NOT EXISTS (
        SELECT FROM unnest(counted) c WHERE c.figure = f.figure AND c.day = f.day AND c.amount = f.amount
            AND c.direction = f.direction AND c.tasks = f.tasks
    );
    INSERT INTO reports_fact (source_id, figure, day, office_id, region_id, direction, tasks, officer_id,
        matter_id, amount, recorded_at, recorded_tx, void_cause, late)
    SELECT source, c.figure, c.day, coalesce(p.office_id, c.office_id), coalesce(p.region_id, c.region_id),
        c.direction, c.tasks, c.officer_id, c.matter_id, c.amount, moment, tx, '', reports_late(c.day, moment)
    FROM unnest(counted) c
    LEFT JOIN LATERAL (
        SELECT o.office_id, o.region_id FROM reports_fact o
        WHERE o.source_id = source AND o.figure = c.figure ORDER BY o.id DESC LIMIT 1
    ) p ON true
    WHERE c.day IS NOT NULL AND NOT EXISTS (
        SELECT FROM reports_fact f WHERE f.source_id = source AND f.figure = c.figure AND f.voided_at IS NULL
    );
END $$
"""
# A matter that is given another direction or other tasks takes with it what stands in it.
FOLLOW = """
CREATE FUNCTION reports_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    gone record;
BEGIN
    FOR gone IN SELECT f.* FROM reports_fact f WHERE f.matter_id = NEW.id AND f.voided_at IS NULL LOOP
        PERFORM reports_keep(gone.source_id, array_agg(ROW(
            f.figure, f.day, f.office_id, f.region_id, NEW.direction, NEW.tasks, f.officer_id, f.matter_id,
            f.amount)::reports_counted), '')
        FROM reports_fact f WHERE f.source_id = gone.source_id AND f.voided_at IS NULL;
    END LOOP;
    RETURN NULL;
END $$
"""
# The figures of a signed report stand; nobody writes them anew, whoever asks.
FROZEN = """
CREATE FUNCTION reports_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    report uuid := coalesce(NEW.report_id, OLD.report_id);
BEGIN
    IF EXISTS (SELECT FROM reports_report r WHERE r.id = report AND r.status = 'signed') THEN
        RAISE EXCEPTION 'the figures of a signed report do not change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER reports_frozen BEFORE INSERT OR UPDATE OR DELETE ON reports_reportfigure
    FOR EACH ROW EXECUTE FUNCTION reports_frozen();
CREATE FUNCTION reports_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a signed report does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER reports_signed BEFORE UPDATE OR DELETE ON reports_report
    FOR EACH ROW WHEN (OLD.status = 'signed') EXECUTE FUNCTION reports_signed();
"""


def present() -> list[Source]:
    """The declared sources whose table is there: an early migration meets tables that later ones make."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t FROM unnest(%s::text[]) t WHERE to_regclass(t) IS NOT NULL",
            [[s.table for s in SOURCES]],
        )
        found = {row[0] for row in cursor.fetchall()}
    return [source for source in SOURCES if source.table in found]


def statements(sources: Iterable[Source]) -> list[str]:
    """What the database needs to keep the ledger of the sources, in order; safe to run again."""
    made = [text for source in sources for text in _source(source)]
    follow = (
        "CREATE OR REPLACE TRIGGER reports_follow AFTER UPDATE OF direction, tasks ON matters_matter"
        " FOR EACH ROW WHEN ((OLD.direction, OLD.tasks) IS DISTINCT FROM (NEW.direction, NEW.tasks))"
        " EXECUTE FUNCTION reports_follow()"
    )
    return [*made, follow]


def _source(source: Source) -> list[str]:
    """The function that tells a row's facts, and the triggers that keep them."""
    table, facts = source.table, " UNION ALL ".join(fact.select() for fact in source.facts)
    # Names of tables and columns are constants of the declarations, here and below.
    counted = f"ARRAY(SELECT c::reports_counted FROM reports_of_{table}(NEW) c)"  # noqa: S608 - as said
    # A row that is new has no facts yet: nothing to void, nothing to look for.
    first = (
        f"{_INTO}"  # noqa: S608 - as said
        f" SELECT NEW.id, {_NAMED}, n.moment, pg_current_xact_id()::text::bigint, '',"
        f" reports_late(c.day, n.moment) FROM (SELECT clock_timestamp() AS moment) n"
        f" CROSS JOIN LATERAL reports_of_{table}(NEW) c WHERE c.day IS NOT NULL"
    )
    keep = (
        f"CREATE OR REPLACE FUNCTION reports_note_{table}() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN IF TG_OP = 'INSERT' THEN {first};"
        f" ELSE PERFORM reports_keep(NEW.id, {counted}, {source.why}); END IF; RETURN NULL; END $$"
    )
    return [
        f"CREATE OR REPLACE FUNCTION reports_of_{table}(r {table}) RETURNS SETOF reports_counted"
        f" LANGUAGE sql STABLE AS $$ {facts} $$",
        keep,
        f"CREATE OR REPLACE TRIGGER reports_note AFTER INSERT OR UPDATE OF {', '.join(source.watched)}"
        f" ON {table} FOR EACH ROW EXECUTE FUNCTION reports_note_{table}()",
    ]


def install() -> None:
    """Put the functions and triggers of the declared sources in place, for a migration."""
    with connection.cursor() as cursor:
        for text in statements(present()):
            cursor.execute(text)


# The first move after the row came to count tells who had the matter then; without one it is whoever has it
# now. Where no row tells the moment, the office of whoever did it, if it ever had the matter, else the day.
_HELD = """
LEFT JOIN LATERAL (SELECT CASE c.figure {at} END AS at) k ON true
LEFT JOIN LATERAL (
    SELECT a.office_id AS id FROM staff_appointment a WHERE k.at IS NULL AND a.id = c.officer_id AND EXISTS (
        SELECT FROM matters_calledup y
        WHERE y.matter_id = c.matter_id AND a.office_id IN (y.from_office_id, y.to_office_id))
) doer ON true
LEFT JOIN LATERAL (
    SELECT o.id, o.region_id FROM matters_calledup x
    JOIN offices_office o ON o.id = x.from_office_id
    WHERE x.matter_id = c.matter_id AND CASE
        WHEN k.at IS NOT NULL THEN x.created_at > k.at
        WHEN doer.id IS NOT NULL THEN x.from_office_id = doer.id
        ELSE x."on" > c.day END
    ORDER BY x.created_at, x.id LIMIT 1
) w ON true
"""


class SignedReports(Exception):
    """Reports are signed already: what was known then must stay tellable."""


@transaction.atomic
def rebuild() -> int:
    """Count every row anew, for a database filled past the triggers; returns how many facts there are.

    What had been corrected by then counts as always so; what was done before its matter went to another
    office counts for the one that had it then. Raises SignedReports where there are any.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM reports_report WHERE status = 'signed')")
        if cursor.fetchone()[0]:
            raise SignedReports
        # A page may not take long; counting millions of rows does.
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("TRUNCATE reports_fact RESTART IDENTITY")
        for source in present():
            cursor.execute(_counted(source, as_then=True))
        cursor.execute("SELECT count(*) FROM reports_fact")
        return int(cursor.fetchone()[0])


@transaction.atomic
def begin(table: str) -> None:
    """Count the rows of a table that has just been declared, for the migration that installs it."""
    (source,) = (one for one in SOURCES if one.table == table)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute(_counted(source))


def _counted(source: Source, *, as_then: bool = False) -> str:
    """The statement that writes the facts of every row of the table, as if told in time.

    `as_then`: for the office that had the matter when the row came to count (L.1.2, L.1.9).
    """
    moved = [fact for fact in source.facts if as_then and fact.matter != "NULL::uuid"]
    named = _AS_THEN if moved else _NAMED
    at = " ".join(f"WHEN '{fact.figure}' THEN {fact.counted_at()}" for fact in moved)
    joined = _HELD.format(at=at) if moved else ""
    return (
        f"{_INTO}"  # noqa: S608 - as said
        f" SELECT r.id, {named}, clock_timestamp(), pg_current_xact_id()::text::bigint, '', false"
        f" FROM {source.table} r CROSS JOIN LATERAL reports_of_{source.table}(r) c {joined}"
        " WHERE c.day IS NOT NULL"
    )
