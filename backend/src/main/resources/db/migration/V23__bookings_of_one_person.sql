-- A resident for whom staff booked by phone, and who logs in later with that phone, is one person here too: their earlier
-- bookings count for them, and they are in one place at a time. Where two of them already lie at one time, both stay.
CREATE FUNCTION visit_one_person(p_booker bigint) RETURNS void
    LANGUAGE plpgsql AS
$$
DECLARE
    earlier text;
BEGIN
    FOR earlier IN SELECT no
                     FROM visit_appointment
                    WHERE booker = ANY (account_ids(p_booker))
                      AND booker <> p_booker
                    ORDER BY no LOOP
        BEGIN
            UPDATE visit_appointment
               SET person = CASE WHEN person = 'account/' || booker THEN 'account/' || p_booker ELSE person END,
                   household = CASE WHEN household = 'account/' || booker THEN 'account/' || p_booker ELSE household END,
                   booker = p_booker
             WHERE no = earlier;
        EXCEPTION WHEN exclusion_violation OR unique_violation THEN
            UPDATE visit_appointment SET booker = p_booker WHERE no = earlier;
        END;
    END LOOP;
END
$$;

COMMENT ON COLUMN visit_appointment.household IS 'Whose limits count: the door behind which they live, where a grid worker has confirmed it or staff write it down; else the account.';
COMMENT ON COLUMN visit_appointment.person IS 'Who is visited: the account, the member of a household file, or a keyed hash of the household and the name.';

-- As before, but: whoever phones is booked until it begins, not only until residents themselves may; earlier accounts of
-- the same person count.
CREATE OR REPLACE FUNCTION visit_book(doc jsonb) RETURNS jsonb
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
    PERFORM visit_one_person(a.booker);
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
    IF s.state <> 'OPEN'
       OR huiyin_now() > (CASE WHEN (doc ->> 'by_oneself')::boolean THEN s.book_until ELSE s.starts_at END) THEN
        RETURN '{"outcome": "GONE"}';
    END IF;
    -- A place that is free although somebody waits is one that none of them could take: each change lets them move up.
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
