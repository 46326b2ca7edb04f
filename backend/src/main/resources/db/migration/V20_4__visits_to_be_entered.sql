-- Visits that were made and are still to be entered, and the notices on the board.

CREATE TABLE visit_entry (
    appointment text        PRIMARY KEY,
    path        text        COLLATE "C" NOT NULL,
    street      text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    community   text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 3)) STORED,
    room        text,
    staff       bigint      NOT NULL,
    made_at     timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    record      text
);
CREATE INDEX visit_entry_open ON visit_entry (staff, due_at, appointment) WHERE record IS NULL;

COMMENT ON TABLE  visit_entry         IS 'Visits known to have been made, each to be entered by its day: those by appointment, at homes.';
COMMENT ON COLUMN visit_entry.made_at IS 'When it ended.';
COMMENT ON COLUMN visit_entry.record  IS 'What it was entered as; null until then.';

CREATE VIEW counted_visit_entry AS
SELECT appointment, path, street, community, staff, made_at, due_at, record
  FROM visit_entry;

COMMENT ON VIEW counted_visit_entry IS 'Visits that had to be entered, for whoever counts how many were.';

-- The door for whoever knows that a visit was made: it is to be entered, and whoever made it is reminded before it is late.
CREATE FUNCTION visit_entry_expected(p_appointment text, p_path text, p_room text, p_staff bigint, p_made_at timestamptz) RETURNS void
    LANGUAGE plpgsql AS
$$
DECLARE
    rule visit_rule;
    e visit_entry;
BEGIN
    SELECT * INTO rule FROM visit_rule;
    INSERT INTO visit_entry (appointment, path, room, staff, made_at, due_at)
    VALUES (p_appointment, p_path, p_room, p_staff, p_made_at, p_made_at + rule.entry_within)
        ON CONFLICT (appointment) DO NOTHING
    RETURNING * INTO e;
    IF NOT FOUND OR EXISTS (SELECT FROM visit_record WHERE appointment = p_appointment) THEN
        UPDATE visit_entry
           SET record = (SELECT min(id) FROM visit_record WHERE appointment = p_appointment)
         WHERE appointment = p_appointment
           AND record IS NULL;
        RETURN;
    END IF;
    PERFORM outbox_append(jsonb_agg(jsonb_build_object(
                'occasion', 'VISIT_ENTRY_DUE',
                'dedup_key', format('visit-entry/%s/%s', e.appointment, step),
                'street', e.street,
                'subject_kind', 'visit-entry',
                'subject_id', e.appointment,
                'recipient', e.staff,
                'not_before', e.due_at - before)))
       FROM unnest(rule.entry_reminders) WITH ORDINALITY AS reminder (before, step);
END
$$;

CREATE INDEX visit_record_of_appointment ON visit_record (appointment) WHERE appointment IS NOT NULL;

-- Whoever came to a home by appointment has made a visit.
CREATE FUNCTION visit_made_by_appointment() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM visit_entry_expected(NEW.no, NEW.path, NEW.room, s.staff, s.ends_at)
       FROM visit_slot s
      WHERE s.id = NEW.slot
        AND s.at_home;
    RETURN NULL;
END
$$;

CREATE TRIGGER visit_appointment_made
    AFTER UPDATE OF state ON visit_appointment
    FOR EACH ROW WHEN (NEW.state IN ('ARRIVED', 'COMPLETED') AND OLD.state <> NEW.state)
    EXECUTE FUNCTION visit_made_by_appointment();

-- A record of it, in the statement that keeps the record.
CREATE FUNCTION visit_entered() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    UPDATE visit_entry SET record = NEW.id WHERE appointment = NEW.appointment AND staff = NEW."by" AND record IS NULL;
    PERFORM outbox_withdraw('visit-entry', NEW.appointment, 'visit-entry/', '已录入');
    RETURN NULL;
END
$$;

CREATE TRIGGER visit_record_entered
    AFTER INSERT ON visit_record
    FOR EACH ROW WHEN (NEW.appointment IS NOT NULL)
    EXECUTE FUNCTION visit_entered();

COMMENT ON COLUMN household_look.what IS 'FILE, HISTORY, SEARCH, CARD, CARE, PROPOSAL or VISIT.';

-- Tells everybody in a place what visits are for. The document is {notice, by, writings, repeat?}.
CREATE FUNCTION visit_notice_hang(doc jsonb) RETURNS void
    LANGUAGE plpgsql AS
$$
DECLARE
    n visit_notice := jsonb_populate_record(NULL::visit_notice, doc -> 'notice');
BEGIN
    INSERT INTO visit_notice (id, path, way, purpose, at, by) OVERRIDING SYSTEM VALUE
    VALUES (n.id, n.path, n.way, n.purpose, n.at, (doc ->> 'by')::bigint);
    PERFORM safety_append(doc -> 'writings');
    PERFORM visit_answer_kept(doc -> 'repeat');
END
$$;
