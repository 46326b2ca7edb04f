-- The same "allow" is told twice: by the mini-program's page and by WeChat's own event. Counted by whom it was told, it counts once.

ALTER TABLE message_grant
    ADD COLUMN reported  integer NOT NULL DEFAULT 0,
    ADD COLUMN confirmed integer NOT NULL DEFAULT 0,
    ADD COLUMN told_at   timestamptz;

COMMENT ON COLUMN message_grant.remaining IS 'What may still be sent. Raised by an accept only where that raises the greater of reported and confirmed; spent, given back and zeroed by a message''s steps.';
COMMENT ON COLUMN message_grant.reported  IS 'Accepts told by the mini-program''s page, ever.';
COMMENT ON COLUMN message_grant.confirmed IS 'Accepts told by WeChat''s events, ever.';
COMMENT ON COLUMN message_grant.told_at   IS 'When either side last told of an accept. A difference older than a day is settled: the lesser counter is raised to the greater.';

CREATE INDEX message_grant_differs ON message_grant (told_at) WHERE reported <> confirmed;

CREATE FUNCTION grants_told(p_by_them integer, p_by_the_others integer, p_told_at timestamptz) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN p_told_at < huiyin_now() - interval '1 day' THEN greatest(p_by_them, p_by_the_others)
                ELSE p_by_them END;

COMMENT ON FUNCTION grants_told IS 'How often one side has told of an accept; after a day without news, as often as the other side, for what was late by then will not come.';
