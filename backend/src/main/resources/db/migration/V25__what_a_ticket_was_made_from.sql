-- A ticket keeps what it was made from, as it was told when it was filed.

ALTER TABLE ticket
    ADD COLUMN origin_kind text,
    ADD COLUMN origin_id   text,
    ADD COLUMN origin_at   timestamptz;

COMMENT ON COLUMN ticket.origin_kind IS 'What it was made from: VISIT; null where it is somebody''s words alone.';
COMMENT ON COLUMN ticket.origin_id   IS 'As the module that it came from knows it: of VISIT the record.';
COMMENT ON COLUMN ticket.origin_at   IS 'When that was.';

CREATE OR REPLACE FUNCTION ticket_save(doc jsonb) RETURNS boolean
    LANGUAGE plpgsql AS
$$
DECLARE
    t ticket := jsonb_populate_record(NULL::ticket, doc -> 'ticket');
    prefix text;
BEGIN
    IF t.version = 1 THEN
        INSERT INTO ticket (no, description, media, channel, anonymous, reporter, recorder, filed_at,
                            origin_kind, origin_id, origin_at,
                            place, path, place_detail, lng, lat,
                            category, urgency, handling_kind, colour, suggestion,
                            stage, supervised, round, rated, answer, nudged_at, nudges, ended_at,
                            first_receiver, holder, handler, co_handlers, hand_ons,
                            chain_length, chain_head, version)
        VALUES (t.no, t.description, t.media, t.channel, t.anonymous, t.reporter, t.recorder, t.filed_at,
                t.origin_kind, t.origin_id, t.origin_at,
                t.place, t.path, t.place_detail, t.lng, t.lat,
                t.category, t.urgency, t.handling_kind, t.colour, t.suggestion,
                t.stage, t.supervised, t.round, t.rated, t.answer, t.nudged_at, t.nudges, t.ended_at,
                t.first_receiver, t.holder, t.handler, t.co_handlers, t.hand_ons,
                t.chain_length, t.chain_head, t.version);
        IF cardinality(t.media) > 0 THEN
            PERFORM media_attach(t.media, t.no);
        END IF;
    ELSE
        UPDATE ticket
        SET place = t.place, path = t.path, place_detail = t.place_detail, lng = t.lng, lat = t.lat,
            category = t.category, urgency = t.urgency, handling_kind = t.handling_kind, colour = t.colour,
            stage = t.stage, supervised = t.supervised, round = t.round, rated = t.rated, answer = t.answer,
            nudged_at = t.nudged_at, nudges = t.nudges, ended_at = t.ended_at,
            first_receiver = t.first_receiver, holder = t.holder, handler = t.handler,
            co_handlers = t.co_handlers, hand_ons = t.hand_ons,
            chain_length = t.chain_length, chain_head = t.chain_head, version = t.version
        WHERE no = t.no
          AND version = t.version - 1;
        IF NOT FOUND THEN
            RETURN false;
        END IF;
    END IF;

    INSERT INTO ticket_event
    SELECT *
    FROM jsonb_populate_record(NULL::ticket_event, doc -> 'event');

    IF doc -> 'attached' IS NOT NULL THEN
        PERFORM media_attach(ARRAY(SELECT jsonb_array_elements_text(doc -> 'attached')), t.no);
    END IF;

    INSERT INTO ticket_deadline
    SELECT *
    FROM jsonb_populate_recordset(NULL::ticket_deadline, doc -> 'deadlines')
    ON CONFLICT (no, rule, round) DO UPDATE
        SET extended = excluded.extended,
            pauses = excluded.pauses,
            paused_since = excluded.paused_since,
            due_at = excluded.due_at,
            provisional = excluded.provisional,
            calendar_version = excluded.calendar_version,
            met_at = excluded.met_at,
            withdrawn_at = excluded.withdrawn_at,
            version = excluded.version;

    FOR prefix IN SELECT jsonb_array_elements_text(doc -> 'withdrawn') LOOP
        PERFORM outbox_withdraw('ticket', t.no, prefix, doc -> 'event' ->> 'move');
    END LOOP;
    PERFORM outbox_append(doc -> 'notices');

    IF doc -> 'repeat' IS NOT NULL THEN
        PERFORM idempotency_keep(
            (doc -> 'repeat' ->> 'caller')::bigint,
            doc -> 'repeat' ->> 'key',
            doc -> 'repeat' ->> 'fingerprint',
            (doc -> 'repeat' ->> 'status')::integer,
            doc -> 'repeat' ->> 'location',
            doc -> 'repeat' ->> 'etag',
            doc -> 'repeat' ->> 'body');
    END IF;
    RETURN true;
END
$$;

-- Tickets of visits that were kept before.
UPDATE ticket t
   SET origin_kind = 'VISIT', origin_id = v.id, origin_at = v.at
  FROM visit_ticket f
  JOIN visit_record v ON v.id = f.visit
 WHERE f.ticket = t.no;
