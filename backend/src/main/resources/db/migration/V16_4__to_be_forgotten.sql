-- Requests of people to be forgotten, with a time in which they may change their mind.
CREATE TABLE erasure (
    id       bigint      GENERATED ALWAYS AS IDENTITY (START WITH 1000) PRIMARY KEY,
    account  bigint      NOT NULL,
    state    text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'WITHDRAWN', 'REFUSED', 'DONE')),
    asked_at timestamptz NOT NULL DEFAULT huiyin_now(),
    due_at   timestamptz NOT NULL,
    done_at  timestamptz,
    done     text[]      NOT NULL DEFAULT '{}'
);
CREATE UNIQUE INDEX erasure_waiting ON erasure (account) WHERE state = 'WAITING';
CREATE INDEX erasure_due ON erasure (due_at, id) WHERE state = 'WAITING';
CREATE INDEX erasure_of  ON erasure (account, id);

COMMENT ON COLUMN erasure.done IS 'What was done, in sentences for the person: what is gone, and what the law makes us keep.';

-- What an erasure looks for.
CREATE INDEX household_fact_of_contact ON household_fact (fact) WHERE fact LIKE 'contact/%';
CREATE INDEX household_proposal_by     ON household_proposal (by);
CREATE INDEX callback_given_by         ON callback (given_by);
CREATE INDEX media_of_owner            ON media (owner);
CREATE INDEX outbox_recipient          ON outbox (recipient) WHERE recipient IS NOT NULL;

-- A timeline is append-only, but for words that a person asks to have erased: the digest keeps the chain whole without them.
CREATE OR REPLACE FUNCTION ticket_event_is_append_only() RETURNS trigger
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

DROP TRIGGER ticket_event_is_append_only ON ticket_event;

CREATE TRIGGER ticket_event_is_append_only
    BEFORE UPDATE OR DELETE ON ticket_event
    FOR EACH ROW EXECUTE FUNCTION ticket_event_is_append_only();

CREATE TRIGGER ticket_event_is_not_emptied
    BEFORE TRUNCATE ON ticket_event
    FOR EACH STATEMENT EXECUTE FUNCTION ticket_event_is_append_only();
