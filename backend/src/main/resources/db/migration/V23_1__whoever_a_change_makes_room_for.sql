-- Slots of the same staff member nearby in time, with a free place that somebody waits for: a change of the one can leave
-- time for the other.
CREATE FUNCTION visit_freed_near(p_slot bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE AS
$$
    SELECT s.id
      FROM visit_slot own
      JOIN visit_slot s ON s.staff = own.staff
                       AND s.starts_at BETWEEN own.starts_at - interval '1 day' AND own.ends_at + interval '1 day'
     WHERE own.id = p_slot
       AND s.state = 'OPEN'
       AND s.waiting > 0
       AND s.taken < s.capacity
$$;

CREATE OR REPLACE FUNCTION visit_freed_by(a visit_appointment) RETURNS bigint[]
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
            SELECT visit_freed_near(a.slot)) AS freed
$$;

-- As before; and whoever was to be in this slot, and the one who was to come, may now be elsewhere: their waiting lists
-- move up. A slot that has begun is not closed any more.
CREATE OR REPLACE FUNCTION visit_close(doc jsonb) RETURNS text
    LANGUAGE plpgsql AS
$$
DECLARE
    s visit_slot;
    a visit_appointment;
    was text;
    this bigint := (doc ->> 'slot')::bigint;
    touched bigint[];
BEGIN
    SELECT array_agg(DISTINCT freed.id)
      INTO touched
      FROM (SELECT unnest(visit_freed_by(b)) AS id
              FROM visit_appointment b
             WHERE b.slot = this AND b.state IN ('WAITING', 'BOOKED')
             UNION ALL
            SELECT visit_freed_near(this)) AS freed
     WHERE freed.id <> this;
    PERFORM 1 FROM visit_slot WHERE id = ANY (touched || this) ORDER BY id FOR UPDATE;
    SELECT * INTO s FROM visit_slot WHERE id = this;
    IF s.version <> (doc ->> 'version')::integer OR s.state <> 'OPEN' THEN
        RETURN 'STALE';
    END IF;
    IF huiyin_now() >= s.starts_at THEN
        RETURN 'GONE';
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
    PERFORM visit_move_up(id) FROM unnest(touched) AS id ORDER BY id;
    RETURN 'SAVED';
END
$$;

-- Whoever was to come before, where it is now somebody else. Under the key of the slot: a later change of the appointment
-- takes back what was promised under its own, and they would wait at the door.
CREATE OR REPLACE FUNCTION visit_tell_left(a visit_appointment, before visit_appointment, p_occasion text, p_note text) RETURNS void
    LANGUAGE sql AS
$$
    SELECT outbox_append(jsonb_build_array(jsonb_build_object(
               'occasion', p_occasion,
               'dedup_key', format('visit/slot-%s/left/%s/v%s', was.id, a.no, a.version),
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

-- As before; but no message carries what a resident wrote, for nothing has checked it: whoever comes reads it in the
-- timeline.
CREATE OR REPLACE FUNCTION visit_move(doc jsonb) RETURNS text
    LANGUAGE plpgsql AS
$$
DECLARE
    before visit_appointment;
    a visit_appointment;
    s visit_slot;
    target bigint := (doc ->> 'slot')::bigint;
    told text := CASE WHEN doc ->> 'part' <> 'BOOKER' THEN doc ->> 'note' END;
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
        ELSIF s.taken >= s.capacity AND (target <> a.slot OR a.state = 'WAITING') THEN
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
    PERFORM visit_tell(a, doc -> 'tell' ->> 'resident', doc -> 'tell' ->> 'staff', told);
    IF a.slot <> before.slot THEN
        PERFORM visit_tell_left(a, before, doc -> 'tell' ->> 'left', told);
    END IF;
    PERFORM visit_move_up(id) FROM unnest(touched) AS id ORDER BY id;
    RETURN 'SAVED';
END
$$;
