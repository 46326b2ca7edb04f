-- Who has booked what, who waits for a place, and what they are told.

CREATE SEQUENCE visit_appointment_number;

CREATE TABLE visit_appointment (
    no         text        PRIMARY KEY,
    street     text        NOT NULL,
    slot       bigint      NOT NULL REFERENCES visit_slot (id),
    during     tstzrange   NOT NULL,
    booker     bigint      NOT NULL,
    recorder   bigint,
    household  text        COLLATE "C" NOT NULL,
    person     text        COLLATE "C" NOT NULL,
    building   text        NOT NULL,
    grid       text        NOT NULL,
    path       text        COLLATE "C" NOT NULL,
    room       text        CHECK (char_length(room) <= 40),
    sealed     text        NOT NULL,
    relation   text,
    needs      text[]      NOT NULL,
    state      text        NOT NULL
               CHECK (state IN ('WAITING', 'BOOKED', 'ARRIVED', 'COMPLETED', 'NO_SHOW', 'CANCELLED')),
    queue      integer,
    no_show_at timestamptz,
    booked_at  timestamptz NOT NULL DEFAULT huiyin_now(),
    version    integer     NOT NULL DEFAULT 1,
    CHECK ((queue IS NOT NULL) OR state <> 'WAITING'),
    -- The resident, too, is in one place at a time.
    CONSTRAINT visit_person_once
        EXCLUDE USING gist (street WITH =, person WITH =, during WITH &&)
        WHERE (state IN ('BOOKED', 'ARRIVED'))
);

COMMENT ON TABLE  visit_appointment           IS '预约: a place in a slot, or the wish for one.';
COMMENT ON COLUMN visit_appointment.during    IS 'The time of its slot.';
COMMENT ON COLUMN visit_appointment.booker    IS 'The resident who is told; for themselves or for somebody of their household.';
COMMENT ON COLUMN visit_appointment.recorder  IS 'The staff member who wrote it down for them.';
COMMENT ON COLUMN visit_appointment.household IS 'Whose limits count: building and room, or the account where no room is known.';
COMMENT ON COLUMN visit_appointment.person    IS 'Who is visited: the account, or a keyed hash of the household and the name.';
COMMENT ON COLUMN visit_appointment.path      IS 'Where they live, street first.';
COMMENT ON COLUMN visit_appointment.sealed    IS 'Ciphertext of {purpose, name, phone}, bound to visit/<no>/said.';
COMMENT ON COLUMN visit_appointment.queue     IS 'The number drawn for the waiting list; kept after moving up.';

CREATE UNIQUE INDEX visit_appointment_once ON visit_appointment (slot, person)
    WHERE state IN ('WAITING', 'BOOKED', 'ARRIVED');
CREATE INDEX visit_appointment_of_slot ON visit_appointment (slot, queue);
CREATE INDEX visit_appointment_of_booker ON visit_appointment (booker, no);
CREATE INDEX visit_appointment_waiting ON visit_appointment (person) WHERE state = 'WAITING';
CREATE INDEX visit_appointment_of_household ON visit_appointment (household)
    WHERE state IN ('WAITING', 'BOOKED', 'ARRIVED', 'NO_SHOW');

CREATE TABLE visit_appointment_event (
    no         text        NOT NULL REFERENCES visit_appointment (no),
    seq        integer     NOT NULL,
    street     text        NOT NULL,
    at         timestamptz NOT NULL DEFAULT huiyin_now(),
    by         bigint      NOT NULL,
    by_name    text        NOT NULL,
    as_part    text        NOT NULL,
    move       text        NOT NULL,
    from_state text,
    to_state   text        NOT NULL,
    slot       bigint      NOT NULL,
    note       text,
    PRIMARY KEY (no, seq)
);
COMMENT ON TABLE visit_appointment_event IS 'What happened to an appointment: who, when, what, why.';

CREATE TRIGGER visit_appointment_event_stays
    BEFORE UPDATE OR DELETE OR TRUNCATE ON visit_appointment_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();

-- Counts the places of a slot, whatever path a change comes by; the check on visit_slot refuses one too many.
CREATE FUNCTION visit_slot_count() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    holding text[] := ARRAY['BOOKED', 'ARRIVED', 'COMPLETED', 'NO_SHOW'];
BEGIN
    IF TG_OP <> 'INSERT' THEN
        UPDATE visit_slot
           SET taken = taken - (OLD.state = ANY (holding))::integer,
               waiting = waiting - (OLD.state = 'WAITING')::integer,
               building = CASE WHEN at_home AND OLD.state = ANY (holding) THEN NULL ELSE building END,
               grid = CASE WHEN at_home AND OLD.state = ANY (holding) THEN NULL ELSE grid END
         WHERE id = OLD.slot
           AND OLD.state <> 'CANCELLED';
    END IF;
    IF TG_OP <> 'DELETE' THEN
        UPDATE visit_slot
           SET taken = taken + (NEW.state = ANY (holding))::integer,
               waiting = waiting + (NEW.state = 'WAITING')::integer,
               building = CASE WHEN at_home AND NEW.state = ANY (holding) THEN NEW.building ELSE building END,
               grid = CASE WHEN at_home AND NEW.state = ANY (holding) THEN NEW.grid ELSE grid END
         WHERE id = NEW.slot
           AND NEW.state <> 'CANCELLED';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER visit_slot_count_inserted AFTER INSERT OR DELETE ON visit_appointment
    FOR EACH ROW EXECUTE FUNCTION visit_slot_count();
CREATE TRIGGER visit_slot_count_updated AFTER UPDATE ON visit_appointment
    FOR EACH ROW WHEN ((OLD.state, OLD.slot) IS DISTINCT FROM (NEW.state, NEW.slot))
    EXECUTE FUNCTION visit_slot_count();

-- Reminders of a visit, as data.
CREATE TABLE visit_reminder (
    occasion       text    PRIMARY KEY,
    to_staff       boolean NOT NULL,
    on_the_day_before time,
    minutes_before integer,
    urgent         boolean NOT NULL,
    CHECK ((on_the_day_before IS NULL) <> (minutes_before IS NULL))
);
COMMENT ON TABLE visit_reminder IS 'Who is reminded when; the sentence is in the message catalogue under the occasion''s name.';

INSERT INTO visit_reminder (occasion, to_staff, on_the_day_before, minutes_before, urgent) VALUES
('VISIT_TOMORROW', false, '18:00', NULL, false),
('VISIT_SOON', false, NULL, 60, true),
('VISIT_TO_MAKE_TOMORROW', true, '18:00', NULL, false),
('VISIT_TO_MAKE_SOON', true, NULL, 60, true);

CREATE FUNCTION visit_reminder_time(r visit_reminder, p_starts timestamptz) RETURNS timestamptz
    LANGUAGE sql STABLE
    RETURN CASE
        WHEN r.minutes_before IS NOT NULL THEN p_starts - make_interval(mins => r.minutes_before)
        ELSE ((p_starts AT TIME ZONE 'Asia/Shanghai')::date - 1 + r.on_the_day_before) AT TIME ZONE 'Asia/Shanghai'
    END;

-- What is said of an appointment from now on; what was to be said of it before is taken back.
-- Staff are reminded once for each slot, however many come: under the slot's own key.
CREATE FUNCTION visit_tell(a visit_appointment, p_resident text, p_staff text, p_note text) RETURNS void
    LANGUAGE plpgsql AS
$$
DECLARE
    s visit_slot;
    facts jsonb := jsonb_strip_nulls(jsonb_build_object(
        'v', a.version::text, 'slot', a.slot::text, 'note', nullif(p_note, '')));
BEGIN
    SELECT * INTO s FROM visit_slot WHERE id = a.slot;
    PERFORM outbox_withdraw('visit', a.no, 'visit/' || a.no || '/', a.state);
    PERFORM outbox_append(coalesce(jsonb_agg(n), '[]'))
       FROM (SELECT jsonb_build_object(
                        'occasion', said.occasion,
                        'dedup_key', said.key || said.occasion,
                        'street', a.street,
                        'subject_kind', 'visit',
                        'subject_id', said.subject,
                        'recipient', said.recipient,
                        'not_before', said.at,
                        'urgent', said.urgent,
                        'facts', facts) AS n
               FROM (SELECT p_resident AS occasion, format('visit/%s/v%s/', a.no, a.version) AS key, a.no AS subject,
                            a.booker AS recipient, huiyin_now() AS at, false AS urgent
                      UNION ALL
                     SELECT p_staff, format('visit/%s/v%s/', a.no, a.version), a.no, s.staff, huiyin_now(), false
                      UNION ALL
                     SELECT r.occasion,
                            CASE WHEN r.to_staff THEN format('visit/slot-%s/', s.id)
                                 ELSE format('visit/%s/v%s/', a.no, a.version) END,
                            CASE WHEN r.to_staff THEN 'slot-' || s.id ELSE a.no END,
                            CASE WHEN r.to_staff THEN s.staff ELSE a.booker END,
                            visit_reminder_time(r, s.starts_at),
                            r.urgent
                       FROM visit_reminder r
                      WHERE a.state = 'BOOKED'
                        AND visit_reminder_time(r, s.starts_at) > huiyin_now()) AS said
              WHERE said.occasion IS NOT NULL) AS notices;
END
$$;

CREATE FUNCTION visit_note_event(a visit_appointment, p_from text, p_move text, p_by bigint, p_by_name text, p_part text, p_note text)
    RETURNS void
    LANGUAGE sql AS
$$
    INSERT INTO visit_appointment_event (no, seq, street, by, by_name, as_part, move, from_state, to_state, slot, note)
    SELECT a.no, a.version, a.street, p_by, p_by_name, p_part, p_move, p_from, a.state, a.slot, p_note
$$;

-- The waiting list moves up by itself. Called with the slot locked. Who cannot come then (they are elsewhere, or there is
-- no time for the way to their home) keeps their place in the list.
CREATE FUNCTION visit_move_up(p_slot bigint) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    s visit_slot;
    a visit_appointment;
    passed integer := 0;
    moved integer := 0;
    latest interval := (SELECT make_interval(mins => move_up_minutes) FROM visit_policy);
BEGIN
    LOOP
        SELECT * INTO s FROM visit_slot WHERE id = p_slot;
        EXIT WHEN s.state <> 'OPEN' OR s.taken >= s.capacity OR s.waiting = 0 OR huiyin_now() > s.starts_at - latest;
        SELECT * INTO a
          FROM visit_appointment
         WHERE slot = p_slot AND state = 'WAITING' AND queue > passed
         ORDER BY queue
         LIMIT 1
           FOR UPDATE;
        EXIT WHEN NOT FOUND;
        passed := a.queue;
        BEGIN
            UPDATE visit_appointment
               SET state = 'BOOKED', version = version + 1
             WHERE no = a.no
            RETURNING * INTO a;
            PERFORM visit_note_event(a, 'WAITING', 'MOVE_UP', 0, '系统', 'SYSTEM', NULL);
            PERFORM visit_tell(a, 'VISIT_MOVED_UP', 'VISIT_TO_MAKE', NULL);
            moved := moved + 1;
        EXCEPTION WHEN exclusion_violation THEN
            NULL;
        END;
    END LOOP;
    RETURN moved;
END
$$;

-- Keeps a booking, or says why not. The document is {appointment, queue, by, by_name, by_oneself, part, answers, repeat};
-- answers are the bodies for the two good ends. The answer is {outcome, ahead?, body?}.
CREATE FUNCTION visit_book(doc jsonb) RETURNS jsonb
    LANGUAGE plpgsql AS
$$
DECLARE
    a visit_appointment := jsonb_populate_record(NULL::visit_appointment, doc -> 'appointment');
    s visit_slot;
    p visit_policy;
    why text;
    ahead integer;
    body text;
BEGIN
    -- One after another for each household, so that its limit holds; then one after another for each slot.
    PERFORM pg_advisory_xact_lock(hashtextextended('visit/' || a.household, 0));
    SELECT * INTO p FROM visit_policy;
    IF (SELECT count(*)
          FROM visit_appointment
         WHERE household = a.household
           AND state IN ('WAITING', 'BOOKED', 'ARRIVED')
           AND upper(during) > huiyin_now()) >= p.open_bookings THEN
        RETURN '{"outcome": "TOO_MANY"}';
    END IF;
    IF (doc ->> 'by_oneself')::boolean
       AND (SELECT count(*)
              FROM visit_appointment
             WHERE household = a.household
               AND state = 'NO_SHOW'
               AND no_show_at > huiyin_now() - make_interval(days => p.no_show_days)) >= p.no_shows THEN
        RETURN '{"outcome": "BY_PHONE_ONLY"}';
    END IF;

    -- Who comes for a slot that is full and does not want to wait need not stand in line.
    SELECT * INTO s FROM visit_slot WHERE id = a.slot;
    IF s.taken >= s.capacity AND NOT (doc ->> 'queue')::boolean THEN
        RETURN '{"outcome": "FULL"}';
    END IF;

    SELECT * INTO s FROM visit_slot WHERE id = a.slot FOR UPDATE;
    IF s.state <> 'OPEN' OR huiyin_now() > s.book_until THEN
        RETURN '{"outcome": "GONE"}';
    END IF;
    -- Whoever waits already comes first, even while a place is free that they could not take.
    IF s.taken < s.capacity THEN
        a.state := 'BOOKED';
    ELSIF NOT (doc ->> 'queue')::boolean THEN
        RETURN '{"outcome": "FULL"}';
    ELSIF s.waiting >= p.waiting THEN
        RETURN '{"outcome": "WAITING_LIST_FULL"}';
    ELSE
        a.state := 'WAITING';
        UPDATE visit_slot SET queued = queued + 1 WHERE id = s.id RETURNING queued INTO a.queue;
    END IF;
    a.during := tstzrange(s.starts_at, s.ends_at);
    a.booked_at := huiyin_now();
    a.version := 1;

    BEGIN
        INSERT INTO visit_appointment SELECT a.*;
    EXCEPTION WHEN exclusion_violation OR unique_violation OR check_violation THEN
        GET STACKED DIAGNOSTICS why = CONSTRAINT_NAME;
        RETURN jsonb_build_object('outcome', why);
    END;
    PERFORM visit_note_event(a, NULL, 'BOOK', (doc ->> 'by')::bigint, doc ->> 'by_name', doc ->> 'part', NULL);
    IF a.state = 'BOOKED' THEN
        PERFORM visit_tell(a, 'VISIT_BOOKED', 'VISIT_TO_MAKE', NULL);
    ELSE
        -- If nothing becomes free until then, they hear so in time to make other plans.
        PERFORM visit_lapse_notice(a, s.starts_at - make_interval(mins => p.move_up_minutes));
    END IF;

    ahead := (SELECT count(*) FROM visit_appointment WHERE slot = s.id AND state = 'WAITING' AND queue < a.queue);
    body := CASE WHEN a.state = 'WAITING'
                 THEN jsonb_set((doc -> 'answers' ->> 'WAITING')::jsonb, '{ahead}', to_jsonb(ahead))::text
                 ELSE doc -> 'answers' ->> 'BOOKED' END;
    PERFORM idempotency_keep(
        (doc -> 'repeat' ->> 'caller')::bigint, doc -> 'repeat' ->> 'key', doc -> 'repeat' ->> 'fingerprint',
        201, doc -> 'repeat' ->> 'location', doc -> 'repeat' ->> 'etag', body);
    RETURN jsonb_build_object('outcome', a.state, 'ahead', ahead, 'body', body);
END
$$;

CREATE FUNCTION visit_lapse_notice(a visit_appointment, p_at timestamptz) RETURNS void
    LANGUAGE sql AS
$$
    SELECT outbox_append(jsonb_build_array(jsonb_build_object(
        'occasion', 'VISIT_CANCELLED',
        'dedup_key', format('visit/%s/v%s/LAPSED', a.no, a.version),
        'street', a.street,
        'subject_kind', 'visit',
        'subject_id', a.no,
        'recipient', a.booker,
        'not_before', greatest(p_at, huiyin_now()),
        'facts', jsonb_build_object('v', a.version::text, 'slot', a.slot::text, 'lapsed', 'true'))))
$$;

-- Where a place may be taken once this appointment ends or moves: its own slot, and those with a free place that somebody
-- waits for who was elsewhere at that time, or for whom the staff member had no time to come.
CREATE FUNCTION visit_freed_by(a visit_appointment) RETURNS bigint[]
    LANGUAGE sql STABLE AS
$$
    SELECT array_agg(DISTINCT freed.id)
      FROM (SELECT a.slot AS id
             UNION ALL
            SELECT w.slot
              FROM visit_appointment w
              JOIN visit_slot s ON s.id = w.slot AND s.state = 'OPEN' AND s.taken < s.capacity
             WHERE w.person = a.person
               AND w.state = 'WAITING'
             UNION ALL
            SELECT s.id
              FROM visit_slot own
              JOIN visit_slot s ON s.staff = own.staff
                               AND s.starts_at BETWEEN own.starts_at - interval '1 day' AND own.ends_at + interval '1 day'
             WHERE own.id = a.slot
               AND s.state = 'OPEN'
               AND s.waiting > 0
               AND s.taken < s.capacity) AS freed
$$;

-- Keeps a move. The document is {no, version, move, from, to, slot, by, by_name, part, note, tell: {resident, staff, left}};
-- version is the one that was looked at. Answers with SAVED, STALE, FULL, GONE or the name of the constraint that forbids it.
-- Slots are locked first and in order, appointments after them: everywhere, so that nobody waits in a circle.
CREATE FUNCTION visit_move(doc jsonb) RETURNS text
    LANGUAGE plpgsql AS
$$
DECLARE
    before visit_appointment;
    a visit_appointment;
    s visit_slot;
    target bigint := (doc ->> 'slot')::bigint;
    touched bigint[];
    why text;
BEGIN
    SELECT * INTO before FROM visit_appointment WHERE no = doc ->> 'no';
    touched := visit_freed_by(before);
    PERFORM 1 FROM visit_slot WHERE id = ANY (touched || target) ORDER BY id FOR UPDATE;
    SELECT * INTO a FROM visit_appointment WHERE no = before.no FOR UPDATE;
    IF a.version <> (doc ->> 'version')::integer OR a.slot <> before.slot THEN
        RETURN 'STALE';
    END IF;
    IF target IS NOT NULL THEN
        SELECT * INTO s FROM visit_slot WHERE id = target;
        IF s.state <> 'OPEN' OR huiyin_now() > (CASE WHEN (doc ->> 'by_oneself')::boolean THEN s.book_until ELSE s.starts_at END) THEN
            RETURN 'GONE';
        ELSIF s.taken >= s.capacity AND target <> a.slot THEN
            RETURN 'FULL';
        END IF;
    END IF;

    BEGIN
        UPDATE visit_appointment
           SET state = doc ->> 'to',
               slot = coalesce(target, slot),
               during = CASE WHEN target IS NULL THEN during ELSE tstzrange(s.starts_at, s.ends_at) END,
               no_show_at = CASE WHEN doc ->> 'to' = 'NO_SHOW' THEN huiyin_now() END,
               version = version + 1
         WHERE no = a.no
        RETURNING * INTO a;
    EXCEPTION WHEN exclusion_violation OR unique_violation OR check_violation THEN
        GET STACKED DIAGNOSTICS why = CONSTRAINT_NAME;
        RETURN why;
    END;
    PERFORM visit_note_event(
        a, doc ->> 'from', doc ->> 'move', (doc ->> 'by')::bigint, doc ->> 'by_name', doc ->> 'part', doc ->> 'note');
    PERFORM visit_tell(a, doc -> 'tell' ->> 'resident', doc -> 'tell' ->> 'staff', doc ->> 'note');
    IF a.slot <> before.slot THEN
        PERFORM visit_tell_left(a, before, doc -> 'tell' ->> 'left', doc ->> 'note');
    END IF;
    PERFORM visit_move_up(id) FROM unnest(touched) AS id;
    RETURN 'SAVED';
END
$$;

-- Whoever was to come before, where it is now somebody else.
CREATE FUNCTION visit_tell_left(a visit_appointment, before visit_appointment, p_occasion text, p_note text) RETURNS void
    LANGUAGE sql AS
$$
    SELECT outbox_append(jsonb_build_array(jsonb_build_object(
               'occasion', p_occasion,
               'dedup_key', format('visit/%s/v%s/left', a.no, a.version),
               'street', a.street,
               'subject_kind', 'visit',
               'subject_id', a.no,
               'recipient', was.staff,
               'facts', jsonb_strip_nulls(jsonb_build_object(
                   'v', a.version::text, 'slot', was.id::text, 'note', nullif(p_note, ''))))))
      FROM visit_slot was, visit_slot now
     WHERE was.id = before.slot
       AND now.id = a.slot
       AND was.staff <> now.staff
       AND before.state = 'BOOKED'
       AND p_occasion IS NOT NULL
$$;

-- Opens slots; those for which the staff member has no time are left out and named. The document is {slots, by}.
CREATE FUNCTION visit_open(doc jsonb) RETURNS jsonb
    LANGUAGE plpgsql AS
$$
DECLARE
    asked jsonb;
    s visit_slot;
    opened jsonb := '[]';
    skipped jsonb := '[]';
    p visit_policy;
    why text;
BEGIN
    SELECT * INTO p FROM visit_policy;
    FOR asked IN SELECT jsonb_array_elements(doc -> 'slots') LOOP
        s := jsonb_populate_record(NULL::visit_slot, asked);
        BEGIN
            INSERT INTO visit_slot (street, community, service, staff, starts_at, ends_at, capacity, at_home, point,
                                    building, grid, book_until, cancel_until, off_hours, with_way, with_far_way, opened_by)
            VALUES (s.street, s.community, s.service, s.staff, s.starts_at, s.ends_at, s.capacity, s.at_home, s.point,
                    s.building, s.grid,
                    s.starts_at - make_interval(mins => coalesce((doc ->> 'lead_minutes')::integer, p.lead_minutes)),
                    s.starts_at - make_interval(mins => coalesce((doc ->> 'cancel_minutes')::integer, p.cancel_minutes)),
                    s.off_hours,
                    tstzrange(s.starts_at, s.ends_at + make_interval(mins => p.near_minutes)),
                    tstzrange(s.starts_at, s.ends_at + make_interval(mins => p.far_minutes)),
                    s.opened_by)
            RETURNING * INTO s;
            opened := opened || to_jsonb(s.id);
        EXCEPTION WHEN exclusion_violation THEN
            GET STACKED DIAGNOSTICS why = CONSTRAINT_NAME;
            skipped := skipped || jsonb_build_object('starts_at', s.starts_at, 'ends_at', s.ends_at, 'why', why);
        END;
    END LOOP;
    RETURN jsonb_build_object('opened', opened, 'skipped', skipped);
END
$$;

-- Closes a slot: whoever had a place or waited is told, with the reason. Answers SAVED or STALE.
CREATE FUNCTION visit_close(doc jsonb) RETURNS text
    LANGUAGE plpgsql AS
$$
DECLARE
    s visit_slot;
    a visit_appointment;
    was text;
BEGIN
    SELECT * INTO s FROM visit_slot WHERE id = (doc ->> 'slot')::bigint FOR UPDATE;
    IF s.version <> (doc ->> 'version')::integer OR s.state <> 'OPEN' THEN
        RETURN 'STALE';
    END IF;
    UPDATE visit_slot
       SET state = 'CLOSED', note = doc ->> 'note', version = version + 1
     WHERE id = s.id;
    FOR a IN SELECT *
               FROM visit_appointment
              WHERE slot = s.id AND state IN ('WAITING', 'BOOKED')
              ORDER BY no
                FOR UPDATE LOOP
        was := a.state;
        UPDATE visit_appointment SET state = 'CANCELLED', version = version + 1 WHERE no = a.no RETURNING * INTO a;
        PERFORM visit_note_event(
            a, was, 'CANCEL', (doc ->> 'by')::bigint, doc ->> 'by_name', doc ->> 'part', doc ->> 'note');
        PERFORM visit_tell(a, 'VISIT_CANCELLED', NULL, doc ->> 'note');
    END LOOP;
    IF s.taken > 0 AND s.staff <> (doc ->> 'by')::bigint THEN
        PERFORM outbox_append(jsonb_build_array(jsonb_build_object(
            'occasion', 'VISIT_TO_MAKE_CANCELLED',
            'dedup_key', format('visit/slot-%s/closed', s.id),
            'street', s.street,
            'subject_kind', 'visit',
            'subject_id', 'slot-' || s.id,
            'recipient', s.staff,
            'facts', jsonb_build_object('slot', s.id::text, 'note', doc ->> 'note'))));
    END IF;
    RETURN 'SAVED';
END
$$;

-- More places, or fewer where they are not yet given away. Answers SAVED, STALE or the constraint that forbids it.
CREATE FUNCTION visit_resize(p_slot bigint, p_version integer, p_capacity integer) RETURNS text
    LANGUAGE plpgsql AS
$$
DECLARE
    why text;
BEGIN
    PERFORM 1 FROM visit_slot WHERE id = p_slot FOR UPDATE;
    UPDATE visit_slot
       SET capacity = p_capacity, version = version + 1
     WHERE id = p_slot AND version = p_version AND state = 'OPEN';
    IF NOT FOUND THEN
        RETURN 'STALE';
    END IF;
    PERFORM visit_move_up(p_slot);
    RETURN 'SAVED';
EXCEPTION WHEN check_violation THEN
    GET STACKED DIAGNOSTICS why = CONSTRAINT_NAME;
    RETURN why;
END
$$;
