-- By which ways a message reaches a person, whether now or later, and why.

ALTER TABLE outbox
    ADD COLUMN route      jsonb       NOT NULL DEFAULT '[]',
    ADD COLUMN held       text        CHECK (held IN ('QUIET', 'DAILY', 'LIMIT', 'ALONE')),
    ADD COLUMN held_until timestamptz,
    ADD COLUMN owed       boolean     NOT NULL DEFAULT false,
    ADD COLUMN summary    text;

COMMENT ON COLUMN outbox.route      IS 'Why it went this way: [{at, channel, decision, reason}], the last 24 decisions.';
COMMENT ON COLUMN outbox.held       IS 'Why it was not sent at once. ALONE: its summary reached nobody, so it goes by itself.';
COMMENT ON COLUMN outbox.held_until IS 'When what is held may go out; not_before moves with every claim, this does not.';
COMMENT ON COLUMN outbox.owed       IS 'A human gets a task where nothing outside the inbox reaches the person.';
COMMENT ON COLUMN outbox.summary    IS 'The summary that told it: subject_id of another row.';

-- What is held for a person is few rows, and read whenever one of them is released.
CREATE INDEX outbox_held    ON outbox (recipient, held_until) WHERE state = 'WAITING' AND held IS NOT NULL;
CREATE INDEX outbox_summary ON outbox (summary) WHERE summary IS NOT NULL;

CREATE SEQUENCE message_summary_number;

CREATE TABLE message_today (
    account bigint   PRIMARY KEY,
    day     date     NOT NULL,
    ids     bigint[] NOT NULL
);

COMMENT ON TABLE  message_today     IS 'What went out to a person today: one row a person, made anew with the first message of each day.';
COMMENT ON COLUMN message_today.day IS 'By the clock of Shanghai.';
COMMENT ON COLUMN message_today.ids IS 'Rows of the outbox that count against the limit of the day.';

CREATE TABLE message_preference (
    account    bigint      PRIMARY KEY,
    quiet_from time,
    quiet_to   time,
    daily      boolean     NOT NULL DEFAULT false,
    left_out   text[]      NOT NULL DEFAULT '{}',
    changed_at timestamptz NOT NULL DEFAULT huiyin_now(),
    CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
);

COMMENT ON TABLE  message_preference            IS 'How a person wants to be told. What must be told and hazards do not ask.';
COMMENT ON COLUMN message_preference.quiet_from IS 'Quiet hours of their own, in Shanghai; null for those of the policy.';
COMMENT ON COLUMN message_preference.daily      IS 'Ordinary messages once a day, together.';
COMMENT ON COLUMN message_preference.left_out   IS 'Channels that they do not want to be used.';

CREATE TABLE employee_binding (
    account  bigint      PRIMARY KEY,
    bound_at timestamptz NOT NULL DEFAULT huiyin_now()
);

COMMENT ON TABLE employee_binding IS 'Staff who agreed in WeChat to be told as employees 用工关系.';

CREATE TABLE service_window (
    mp_openid    text        PRIMARY KEY,
    wrote_until  timestamptz NOT NULL DEFAULT '-infinity',
    wrote_left   integer     NOT NULL DEFAULT 0 CHECK (wrote_left >= 0),
    tapped_until timestamptz NOT NULL DEFAULT '-infinity',
    tapped_left  integer     NOT NULL DEFAULT 0 CHECK (tapped_left >= 0)
);

COMMENT ON TABLE  service_window             IS 'Until when, and how often still, the official account may write to a person as customer service.';
COMMENT ON COLUMN service_window.wrote_until IS 'Opened by a message of theirs: 5 answers within 48 hours.';
COMMENT ON COLUMN service_window.tapped_left IS 'Opened by a tap on the menu, a follow or a scan: 3 within a minute.';

-- The identity module's door for statements of other modules.
CREATE FUNCTION account_contacts(p_ids bigint[])
    RETURNS TABLE (id bigint, miniapp_openid text, mp_openid text)
    LANGUAGE sql STABLE PARALLEL SAFE AS
$$
    SELECT asked.id, now.miniapp_openid, follower.mp_openid
      FROM account AS asked
      JOIN account AS now ON now.id = coalesce(asked.merged_into, asked.id)
      LEFT JOIN official_account_follower AS follower ON follower.unionid = now.unionid
     WHERE asked.id = ANY (p_ids)
$$;

COMMENT ON FUNCTION account_contacts IS 'By which openids these people are reached now; who followed a merged account is reached where they are.';

CREATE FUNCTION route_with(p_route jsonb, p_more jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
    SELECT CASE WHEN jsonb_array_length(p_route) + jsonb_array_length(p_more) <= 24
                THEN p_route || p_more
                ELSE (SELECT coalesce(jsonb_agg(decision ORDER BY place), '[]')
                        FROM (SELECT decision, place
                                FROM jsonb_array_elements(p_route || p_more) WITH ORDINALITY AS all_of (decision, place)
                               ORDER BY place DESC
                               LIMIT 24) AS last)
           END
$$;

COMMENT ON FUNCTION route_with IS 'These decisions and those, the last 24 of them.';

CREATE FUNCTION outbox_summarise(p_id bigint, p_attempts integer, p_occasion text, p_decisions jsonb) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    about   outbox;
    number  text;
    members bigint[];
BEGIN
    SELECT * INTO about
      FROM outbox
     WHERE id = p_id
       AND attempts = p_attempts
       AND state = 'WAITING';
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    -- One at a time for each person, each with a fresh look: two nodes must not make two summaries of one heap.
    PERFORM pg_advisory_xact_lock(11, (about.recipient % 2147483647)::integer);
    SELECT array_agg(id) INTO members
      FROM (SELECT id
              FROM outbox
             WHERE recipient = about.recipient
               AND state = 'WAITING'
               AND held IN ('QUIET', 'DAILY', 'LIMIT')
               AND held_until <= huiyin_now()
               AND NOT urgent
               AND subject_kind <> 'summary'
               AND attempt_started IS NULL
             ORDER BY id
             LIMIT 500
               FOR UPDATE) AS waiting;
    IF members IS NULL OR NOT p_id = ANY (members) THEN
        RETURN 0;
    END IF;
    number := nextval('message_summary_number')::text;
    INSERT INTO outbox (street, occasion, dedup_key, subject_kind, subject_id, recipient, due_at, not_before)
    VALUES (about.street, p_occasion, 'summary/' || number, 'summary', number, about.recipient, huiyin_now(), huiyin_now());
    UPDATE outbox
       SET state = 'SENT',
           channel = 'SUMMARY',
           summary = number,
           route = route_with(route, p_decisions),
           finished_at = huiyin_now()
     WHERE id = ANY (members);
    RETURN cardinality(members);
END
$$;

COMMENT ON FUNCTION outbox_summarise IS 'All that is held for the person of this message and may go out by now becomes one message. Says how many; 0 where the message is in other hands.';

CREATE FUNCTION outbox_unsummarise(p_summary text) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    back integer;
BEGIN
    UPDATE outbox
       SET state = 'WAITING',
           held = 'ALONE',
           channel = NULL,
           summary = NULL,
           claimed_until = NULL,
           not_before = huiyin_now(),
           finished_at = NULL
     WHERE summary = p_summary
       AND state = 'SENT'
       AND channel = 'SUMMARY'
       AND owed;
    GET DIAGNOSTICS back = ROW_COUNT;
    RETURN back;
END
$$;

COMMENT ON FUNCTION outbox_unsummarise IS 'The summary reached nobody: what must be told goes by itself again. Says how many.';
