-- Taken by WeChat is not yet shown to the person: what it says afterwards is kept with the message.

ALTER TABLE outbox
    ADD COLUMN fate        text CHECK (fate IN ('ARRIVED', 'NOT_SHOWN')),
    ADD COLUMN fate_reason text,
    ADD COLUMN fate_at     timestamptz;

COMMENT ON COLUMN outbox.receipt     IS 'The platform''s own id of the message it took.';
COMMENT ON COLUMN outbox.fate        IS 'What the platform said later about the message it took; null where it has not said.';
COMMENT ON COLUMN outbox.fate_reason IS 'Its words for why it was not shown, such as: failed:user block.';

CREATE INDEX outbox_receipt ON outbox (channel, receipt) WHERE receipt IS NOT NULL;
