-- Only in the rehearsal and in tests: the one clock can be set ahead, or be made to stand still.
CREATE TABLE IF NOT EXISTS rehearsal_clock (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    ahead    interval    NOT NULL DEFAULT '0',
    standing timestamptz
);
COMMENT ON COLUMN rehearsal_clock.ahead IS 'how far the clock is set ahead of the real one';
COMMENT ON COLUMN rehearsal_clock.standing IS 'when not null, the clock stands still here';

INSERT INTO rehearsal_clock
VALUES (true)
ON CONFLICT DO NOTHING;

CREATE OR REPLACE FUNCTION huiyin_now() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(standing, now() + ahead) FROM rehearsal_clock);
