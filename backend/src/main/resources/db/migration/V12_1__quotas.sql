-- How often WeChat was called today, so that the last calls of a day are left for what is urgent.

CREATE TABLE message_quota (
    channel   text    NOT NULL,
    day       date    NOT NULL,
    used      bigint  NOT NULL DEFAULT 0,
    exhausted boolean NOT NULL DEFAULT false,
    PRIMARY KEY (channel, day)
) WITH (fillfactor = 50);

COMMENT ON TABLE  message_quota           IS 'Calls begun, by channel and day; counted in the statement that begins them.';
COMMENT ON COLUMN message_quota.day       IS 'By the clock of Shanghai, as WeChat counts.';
COMMENT ON COLUMN message_quota.exhausted IS 'WeChat says that the day''s calls are used up, whatever we counted: what is not urgent waits for tomorrow.';
