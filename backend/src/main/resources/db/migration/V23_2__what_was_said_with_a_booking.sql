-- What was said with a booking can be sealed with other keys, told to the person, and forgotten.
ALTER TABLE visit_appointment ALTER COLUMN sealed DROP NOT NULL;
COMMENT ON COLUMN visit_appointment.sealed IS 'Ciphertext of {purpose, name, phone}, bound to visit/<no>/said; null once the person has been forgotten.';
CREATE INDEX visit_appointment_sealed_by ON visit_appointment ((left(sealed, 6)) COLLATE "C") WHERE sealed IS NOT NULL;

-- The timeline is append-only, but for words that a person asks to have erased.
CREATE FUNCTION visit_appointment_event_is_append_only() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.note IS NULL AND to_jsonb(NEW) - 'note' = to_jsonb(OLD) - 'note' THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'the timeline is append-only';
END
$$;

DROP TRIGGER visit_appointment_event_stays ON visit_appointment_event;

CREATE TRIGGER visit_appointment_event_stays
    BEFORE UPDATE OR DELETE ON visit_appointment_event
    FOR EACH ROW EXECUTE FUNCTION visit_appointment_event_is_append_only();

CREATE TRIGGER visit_appointment_event_is_not_emptied
    BEFORE TRUNCATE ON visit_appointment_event
    FOR EACH STATEMENT EXECUTE FUNCTION visit_appointment_event_is_append_only();

-- Cancels what is still to come, and forgets what was said; that there was an appointment stays for the figures.
CREATE FUNCTION visit_forget(p_account bigint) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    a visit_appointment;
    forgotten integer;
BEGIN
    FOR a IN SELECT *
               FROM visit_appointment
              WHERE booker = ANY (account_ids(p_account))
                AND state IN ('WAITING', 'BOOKED')
                AND lower(during) > huiyin_now()
              ORDER BY no LOOP
        PERFORM visit_move(jsonb_build_object(
            'no', a.no, 'version', a.version, 'move', 'CANCEL', 'from', a.state, 'to', 'CANCELLED', 'by_oneself', true,
            'by', p_account, 'by_name', '居民', 'part', 'BOOKER',
            'tell', jsonb_build_object('staff', CASE WHEN a.state = 'BOOKED' THEN 'VISIT_TO_MAKE_CANCELLED' END)));
    END LOOP;
    UPDATE visit_appointment_event
       SET note = NULL
     WHERE note IS NOT NULL
       AND by = ANY (account_ids(p_account))
       AND as_part = 'BOOKER'
       AND no IN (SELECT no FROM visit_appointment WHERE booker = ANY (account_ids(p_account)));
    UPDATE visit_appointment
       SET sealed = NULL, room = NULL, relation = NULL, household = 'gone/' || no, person = 'gone/' || no
     WHERE booker = ANY (account_ids(p_account))
       AND household <> 'gone/' || no;
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    RETURN forgotten;
END
$$;

CREATE VIEW counted_appointment AS
SELECT a.no AS appointment, a.street, s.community, a.grid, a.building, s.id AS slot, s.service, s.staff, a.needs,
       CASE WHEN a.state = 'WAITING' AND s.starts_at <= huiyin_now() THEN 'LAPSED' ELSE a.state END AS state,
       a.recorder IS NOT NULL AS through_staff, s.at_home, s.off_hours, a.booked_at, s.starts_at, s.ends_at
  FROM visit_appointment a
  JOIN visit_slot s ON s.id = a.slot;

COMMENT ON VIEW counted_appointment IS 'Bookings for whoever counts: which service, where, what came of it.';
