-- What people are told: promises that wait for their time, what has arrived, what a human must do, what WeChat allows.

CREATE TABLE outbox (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    street          text        NOT NULL,
    occasion        text        NOT NULL,
    dedup_key       text        COLLATE "C" NOT NULL UNIQUE,
    parent          bigint,
    subject_kind    text        NOT NULL,
    subject_id      text        NOT NULL,
    recipient       bigint,
    facts           jsonb       NOT NULL DEFAULT '{}',
    urgent          boolean     NOT NULL DEFAULT false,
    due_at          timestamptz NOT NULL,
    not_before      timestamptz NOT NULL,
    state           text        NOT NULL DEFAULT 'WAITING'
                    CHECK (state IN ('WAITING', 'SENT', 'SPREAD', 'WITHDRAWN', 'DEAD')),
    attempts        integer     NOT NULL DEFAULT 0,
    failures        integer     NOT NULL DEFAULT 0,
    channel         text,
    attempt_started timestamptz,
    unknown_since   timestamptz,
    tried           jsonb       NOT NULL DEFAULT '{}',
    grant_template  text,
    last_error      text,
    receipt         text,
    created_at      timestamptz NOT NULL DEFAULT huiyin_now(),
    finished_at     timestamptz
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

COMMENT ON TABLE  outbox                 IS 'Timer and outbox in one: a promise to tell somebody something, kept in the transaction of its cause.';
COMMENT ON COLUMN outbox.dedup_key       IS 'Names the fact (ticket, deadline version, step, recipient); the same fact is told once, for ever.';
COMMENT ON COLUMN outbox.parent          IS 'The row without a recipient that this one was spread from.';
COMMENT ON COLUMN outbox.recipient       IS 'An account, or null where the subject names its audience when the time has come.';
COMMENT ON COLUMN outbox.due_at          IS 'When it was promised for; never moves.';
COMMENT ON COLUMN outbox.not_before      IS 'When it is looked at next: the promise, the end of a lease, or the next try.';
COMMENT ON COLUMN outbox.attempts        IS 'Counts claims and is the fencing token: an outcome is written only by the latest claim.';
COMMENT ON COLUMN outbox.failures        IS 'Tries that failed in a way worth trying again: the rung of the retry ladder.';
COMMENT ON COLUMN outbox.channel         IS 'The channel in use, and at the end the one that took it; INBOX or TODO where none outside did.';
COMMENT ON COLUMN outbox.attempt_started IS 'Written before the call out. Still there at the next claim: nobody knows whether it arrived.';
COMMENT ON COLUMN outbox.unknown_since   IS 'Start of the first call of a row of calls whose end nobody knows.';
COMMENT ON COLUMN outbox.tried           IS 'Channels that did not reach the person, each with its reason.';
COMMENT ON COLUMN outbox.grant_template  IS 'The template whose one-time grant is spent for the call in progress.';

-- A claim walks these from the front, so it costs the same with a thousand and a million rows waiting.
CREATE INDEX outbox_due      ON outbox (urgent, not_before, id) WHERE state = 'WAITING';
CREATE INDEX outbox_subject  ON outbox (subject_kind, subject_id) WHERE state = 'WAITING';
CREATE INDEX outbox_dead     ON outbox (id) WHERE state = 'DEAD';
CREATE INDEX outbox_finished ON outbox (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE inbox (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    outbox_id    bigint      NOT NULL UNIQUE,
    street       text        NOT NULL,
    account      bigint      NOT NULL,
    occasion     text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    sentence     text        NOT NULL,
    page         text        NOT NULL,
    urgent       boolean     NOT NULL,
    arrived_at   timestamptz NOT NULL DEFAULT huiyin_now(),
    read_at      timestamptz
);

COMMENT ON TABLE inbox IS 'In-app messages: whatever else reaches the person, it is here, once.';

CREATE INDEX inbox_account ON inbox (account, id);
CREATE INDEX inbox_unread  ON inbox (account, id) WHERE read_at IS NULL;

CREATE TABLE todo (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    outbox_id    bigint      NOT NULL UNIQUE,
    street       text        NOT NULL,
    occasion     text        NOT NULL,
    dedup_key    text        COLLATE "C" NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    sentence     text        NOT NULL,
    page         text        NOT NULL,
    assignees    bigint[]    NOT NULL DEFAULT '{}',
    role         text,
    place        text        COLLATE "C",
    state        text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE', 'WITHDRAWN')),
    note         text,
    done_by      bigint,
    created_at   timestamptz NOT NULL DEFAULT huiyin_now(),
    finished_at  timestamptz
);

COMMENT ON TABLE  todo           IS 'Tasks for a human: to phone or knock, or to reach somebody whom no message reaches.';
COMMENT ON COLUMN todo.assignees IS 'Accounts it was given to; any of them may do it.';
COMMENT ON COLUMN todo.role      IS 'And whoever holds this role over the place.';

CREATE INDEX todo_assignees ON todo USING gin (assignees);
CREATE INDEX todo_post      ON todo (role, state, place);
CREATE INDEX todo_subject   ON todo (subject_kind, subject_id) WHERE state = 'OPEN';

CREATE TABLE message_grant (
    account     bigint      NOT NULL,
    template_id text        NOT NULL,
    remaining   integer     NOT NULL DEFAULT 0 CHECK (remaining >= 0),
    last_answer text        NOT NULL CHECK (last_answer IN ('accept', 'reject', 'ban', 'filter')),
    changed_at  timestamptz NOT NULL DEFAULT huiyin_now(),
    PRIMARY KEY (account, template_id)
);

COMMENT ON TABLE message_grant IS 'One-time subscription grants: one more for each accept, one less for each message.';

CREATE TABLE stopped_template (
    template_id  text        PRIMARY KEY,
    template_key text        NOT NULL,
    reason       text        NOT NULL,
    stopped_at   timestamptz NOT NULL DEFAULT huiyin_now()
);

COMMENT ON TABLE stopped_template IS 'Templates that the platform refused; nothing is sent by them until an operator releases them.';

-- The doors: other modules promise and withdraw inside their own single statement.

CREATE FUNCTION outbox_append(notices jsonb) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    kept integer;
BEGIN
    INSERT INTO outbox (street, occasion, dedup_key, subject_kind, subject_id, recipient, facts, urgent, due_at, not_before)
    SELECT n.street,
           n.occasion,
           n.dedup_key,
           n.subject_kind,
           n.subject_id,
           n.recipient,
           coalesce(n.facts, '{}'),
           coalesce(n.urgent, false),
           coalesce(n.not_before, huiyin_now()),
           coalesce(n.not_before, huiyin_now())
      FROM jsonb_to_recordset(notices)
           AS n (street text, occasion text, dedup_key text, subject_kind text, subject_id text, recipient bigint,
                 facts jsonb, urgent boolean, not_before timestamptz)
        ON CONFLICT (dedup_key) DO NOTHING;
    GET DIAGNOSTICS kept = ROW_COUNT;
    RETURN kept;
END
$$;

COMMENT ON FUNCTION outbox_append IS 'Keeps promises: [{occasion, dedup_key, street, subject_kind, subject_id, recipient, not_before, urgent, facts}]. Says how many were new.';

CREATE FUNCTION outbox_withdraw(p_subject_kind text, p_subject_id text, p_key_prefix text, p_why text) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    withdrawn integer;
BEGIN
    UPDATE todo
       SET state = 'WITHDRAWN',
           note = p_why,
           finished_at = huiyin_now()
     WHERE subject_kind = p_subject_kind
       AND subject_id = p_subject_id
       AND state = 'OPEN'
       AND starts_with(dedup_key, p_key_prefix);
    UPDATE outbox
       SET state = 'WITHDRAWN',
           last_error = p_why,
           finished_at = huiyin_now()
     WHERE subject_kind = p_subject_kind
       AND subject_id = p_subject_id
       AND state = 'WAITING'
       AND starts_with(dedup_key, p_key_prefix);
    GET DIAGNOSTICS withdrawn = ROW_COUNT;
    RETURN withdrawn;
END
$$;

COMMENT ON FUNCTION outbox_withdraw IS 'What waits under keys that start with the prefix is no longer true; open tasks made from them neither. Says how many messages.';

CREATE FUNCTION shown_time(p_at timestamptz) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN to_char(p_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"');

COMMENT ON FUNCTION shown_time IS 'A time as the contract shows it, for rows that PostgreSQL makes JSON of.';
