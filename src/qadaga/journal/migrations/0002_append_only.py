"""The database itself keeps the journal: it links each entry as it is written and refuses every later change."""

from django.db import migrations

# One call appends entries to one chain: it locks the head row, links and inserts each body, and moves the head.
# The columns are read out of the very text that is hashed, so an entry cannot say two things.
APPEND = """
CREATE FUNCTION journal_append(of_office uuid, of_kind smallint, bodies text[])
RETURNS TABLE (id bigint, seq bigint, hash bytea) LANGUAGE plpgsql AS $$
DECLARE
    body text;
    row_of jsonb;
BEGIN
    SELECT chain.seq, chain.hash INTO seq, hash FROM journal_chain AS chain
        WHERE chain.office_id = of_office AND chain.kind = of_kind FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO journal_chain (office_id, kind, seq, hash)
            VALUES (of_office, of_kind, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
        SELECT chain.seq, chain.hash INTO seq, hash FROM journal_chain AS chain
            WHERE chain.office_id = of_office AND chain.kind = of_kind FOR UPDATE;
    END IF;
    FOREACH body IN ARRAY bodies LOOP
        seq := seq + 1;
        hash := sha256(hash || int8send(seq) || convert_to(body, 'UTF8'));
        row_of := body::jsonb;
        INSERT INTO journal_entry AS entry (
            office_id, kind, seq, at, "on", action, subject_kind, subject_id,
            person_id, appointment_id, by_office_id, ruling, data, hash
        ) VALUES (
            of_office, of_kind, journal_append.seq, (row_of->>'at')::timestamptz, (row_of->>'on')::date,
            row_of->>'action', row_of->>'subject_kind', (row_of->>'subject_id')::uuid,
            (row_of->>'person_id')::uuid, (row_of->>'appointment_id')::uuid, (row_of->>'by_office_id')::uuid,
            NULLIF(row_of->'ruling', 'null'::jsonb), row_of->'data', journal_append.hash
        ) RETURNING entry.id INTO id;
        RETURN NEXT;
    END LOOP;
    UPDATE journal_chain AS chain SET seq = journal_append.seq, hash = journal_append.hash
        WHERE chain.office_id = of_office AND chain.kind = of_kind;
END $$
"""

REFUSE = """
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$
"""

TRIGGERS = """
CREATE TRIGGER journal_entry_no_change BEFORE UPDATE OR DELETE ON journal_entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_entry_no_truncate BEFORE TRUNCATE ON journal_entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_chain_no_delete BEFORE DELETE ON journal_chain
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_chain_no_truncate BEFORE TRUNCATE ON journal_chain
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_chain_forward_only BEFORE UPDATE ON journal_chain FOR EACH ROW
    WHEN (NEW.seq <= OLD.seq OR NEW.office_id <> OLD.office_id OR NEW.kind <> OLD.kind OR NEW.id <> OLD.id)
    EXECUTE FUNCTION journal_refuse();
"""

# The head row is rewritten by every entry: room on its page keeps the rewrites there (HOT), and vacuum comes soon.
HOT_HEAD = "ALTER TABLE journal_chain SET (fillfactor = 20, autovacuum_vacuum_threshold = 500)"


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [
        migrations.RunSQL(APPEND, "DROP FUNCTION journal_append(uuid, smallint, text[])"),
        migrations.RunSQL(REFUSE, "DROP FUNCTION journal_refuse() CASCADE"),
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
        migrations.RunSQL(HOT_HEAD, migrations.RunSQL.noop),
    ]
