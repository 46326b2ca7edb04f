-- Feedback, from filing to archive: the ticket as it stands, its timeline, its deadlines.

CREATE TABLE deadline_policy (
    version    integer     PRIMARY KEY,
    document   jsonb       NOT NULL,
    note       text        NOT NULL,
    created_by bigint      NOT NULL,
    created_at timestamptz NOT NULL DEFAULT huiyin_now()
);
COMMENT ON TABLE deadline_policy IS 'Deadline rules as data; the highest version is in force for what begins now, running deadlines keep theirs.';

CREATE SEQUENCE ticket_number;

CREATE TABLE ticket (
    no             text        PRIMARY KEY,
    description    text        NOT NULL,
    media          text[]      NOT NULL,
    channel        text        NOT NULL,
    anonymous      boolean     NOT NULL,
    reporter       bigint      NOT NULL,
    recorder       bigint,
    filed_at       timestamptz NOT NULL,
    place          text        NOT NULL,
    path           text        NOT NULL,
    place_detail   text,
    lng            double precision,
    lat            double precision,
    category       text,
    urgency        text        NOT NULL,
    handling_kind  text,
    colour         text,
    suggestion     jsonb,
    stage          text        NOT NULL,
    supervised     boolean     NOT NULL,
    round          integer     NOT NULL,
    rated          boolean     NOT NULL,
    answer         text,
    nudged_at      timestamptz,
    nudges         integer     NOT NULL,
    ended_at       timestamptz,
    first_receiver text,
    holder         text,
    handler        bigint,
    co_handlers    text[]      NOT NULL,
    hand_ons       integer     NOT NULL,
    chain_length   integer     NOT NULL,
    chain_head     text        NOT NULL,
    version        bigint      NOT NULL,
    street         text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    community      text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 3)) STORED,
    grid           text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 4)) STORED
);
COMMENT ON COLUMN ticket.suggestion IS 'What the words suggested at filing: category, urgency, keywords, confidence, reasons; kept beside what a person decided.';
COMMENT ON COLUMN ticket.round IS '1, and one more with each reopening.';
COMMENT ON COLUMN ticket.chain_head IS 'Hash of the last event of the timeline.';
COMMENT ON COLUMN ticket.street IS 'What a city shards by.';

-- One index for each way a list is asked for; every list is by stage and newest first.
CREATE INDEX ticket_of_reporter ON ticket (reporter, stage, filed_at DESC, no DESC);
CREATE INDEX ticket_in_street ON ticket (street, stage, filed_at DESC, no DESC);
CREATE INDEX ticket_in_community ON ticket (community, stage, filed_at DESC, no DESC);
CREATE INDEX ticket_in_grid ON ticket (grid, stage, filed_at DESC, no DESC);
CREATE INDEX ticket_with_holder ON ticket (holder, stage, filed_at DESC, no DESC);
CREATE INDEX ticket_of_first_receiver ON ticket (first_receiver, stage, filed_at DESC, no DESC);
CREATE INDEX ticket_with_help ON ticket USING gin (co_handlers);
CREATE INDEX ticket_with_nobody ON ticket (street, filed_at) WHERE stage = 'CLASSIFIED' AND hand_ons > 0;

CREATE TABLE ticket_event (
    no            text        NOT NULL REFERENCES ticket (no),
    seq           integer     NOT NULL,
    street        text        NOT NULL,
    at            timestamptz NOT NULL,
    by            bigint      NOT NULL,
    by_name       text        NOT NULL,
    as_part       text        NOT NULL,
    move          text        NOT NULL,
    from_stage    text,
    to_stage      text        NOT NULL,
    note          text,
    facts         jsonb       NOT NULL,
    note_digest   text        NOT NULL,
    previous_hash text        NOT NULL,
    hash          text        NOT NULL,
    PRIMARY KEY (no, seq)
);
COMMENT ON TABLE ticket_event IS 'The timeline 全程留痕: append-only, each line carries the hash of the one before.';

CREATE FUNCTION ticket_event_is_append_only() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'the timeline is append-only';
END
$$;
CREATE TRIGGER ticket_event_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_event
    FOR EACH STATEMENT EXECUTE FUNCTION ticket_event_is_append_only();

CREATE TABLE ticket_deadline (
    no               text        NOT NULL REFERENCES ticket (no),
    rule             text        NOT NULL,
    round            integer     NOT NULL,
    position         integer     NOT NULL,
    street           text        NOT NULL,
    kind             text        NOT NULL,
    policy_version   integer     NOT NULL REFERENCES deadline_policy (version),
    started_at       timestamptz NOT NULL,
    amount           integer     NOT NULL,
    unit             text        NOT NULL,
    extended         integer     NOT NULL,
    pauses           jsonb       NOT NULL,
    paused_since     timestamptz,
    due_at           timestamptz NOT NULL,
    provisional      boolean     NOT NULL,
    calendar_version integer     NOT NULL,
    met_at           timestamptz,
    withdrawn_at     timestamptz,
    version          integer     NOT NULL,
    PRIMARY KEY (no, rule, round)
);
COMMENT ON TABLE ticket_deadline IS 'Promises with a time, and all facts each time was counted from. Only ticket_save writes here.';
COMMENT ON COLUMN ticket_deadline.position IS 'The order in which the ticket got them.';
COMMENT ON COLUMN ticket_deadline.pauses IS 'Ended pauses as {from, to}; the open one is paused_since.';

-- What the reconciler and a re-plan walk through.
CREATE INDEX ticket_deadline_running ON ticket_deadline (no) WHERE met_at IS NULL AND withdrawn_at IS NULL;

-- Keeps a move, whole or not at all: the ticket, its event, its deadlines, what must be said and what no longer.
-- The document is {ticket, event, deadlines, notices, withdrawn, repeat?}; answers false where somebody else moved first.
CREATE FUNCTION ticket_save(doc jsonb) RETURNS boolean
    LANGUAGE plpgsql AS
$$
DECLARE
    t ticket := jsonb_populate_record(NULL::ticket, doc -> 'ticket');
    prefix text;
BEGIN
    IF t.version = 1 THEN
        INSERT INTO ticket (no, description, media, channel, anonymous, reporter, recorder, filed_at,
                            place, path, place_detail, lng, lat,
                            category, urgency, handling_kind, colour, suggestion,
                            stage, supervised, round, rated, answer, nudged_at, nudges, ended_at,
                            first_receiver, holder, handler, co_handlers, hand_ons,
                            chain_length, chain_head, version)
        VALUES (t.no, t.description, t.media, t.channel, t.anonymous, t.reporter, t.recorder, t.filed_at,
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

-- The ticket module's word on which round of a ticket somebody is talking about.
CREATE FUNCTION ticket_round(p_no text) RETURNS TABLE (no text, round integer, street text)
    LANGUAGE sql STABLE AS
$$
    SELECT no, round, street FROM ticket WHERE no = p_no
$$;
