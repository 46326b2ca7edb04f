-- Whose hands a message is in, so that a person's messages leave one after another, whichever node holds them.

ALTER TABLE outbox
    ADD COLUMN claimed_until timestamptz,
    ADD COLUMN call_open     boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN outbox.claimed_until IS 'In somebody''s hands until then; null where it is in nobody''s.';
COMMENT ON COLUMN outbox.call_open     IS 'Whoever holds it has begun a call. attempt_started outlives the claim, this does not.';

CREATE INDEX outbox_in_hand ON outbox (recipient) WHERE state = 'WAITING' AND claimed_until IS NOT NULL;
