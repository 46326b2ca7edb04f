-- Rectification notices 整改通知 (S3 §3.4): what a check found is put right by a day, and looked at again after the quarter 回头看.

CREATE SEQUENCE rectification_no;

CREATE TABLE rectification (
    no          text        PRIMARY KEY,
    visit       text        COLLATE "C" NOT NULL UNIQUE REFERENCES spot_check (visit),
    household   text        NOT NULL,
    path        text        COLLATE "C" NOT NULL,
    street      text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    community   text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 3)) STORED,
    grid        text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 4)) STORED,
    quarter     date        NOT NULL,
    state       text        NOT NULL DEFAULT 'ISSUED' CHECK (state IN ('ISSUED', 'ANSWERED', 'SENT_BACK', 'ACCEPTED', 'WITHDRAWN')),
    issued_at   timestamptz NOT NULL DEFAULT huiyin_now(),
    issued_by   bigint      NOT NULL,
    days        integer     NOT NULL CHECK (days BETWEEN 1 AND 60),
    counts_from timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    answered_at timestamptz,
    accepted_at timestamptz,
    times_back  integer     NOT NULL DEFAULT 0,
    version     integer     NOT NULL DEFAULT 1,
    CHECK ((state IN ('ANSWERED', 'ACCEPTED')) <= (answered_at IS NOT NULL)),
    CHECK ((state = 'ACCEPTED') = (accepted_at IS NOT NULL))
);
CREATE INDEX rectification_in_street ON rectification (street, no DESC);
CREATE INDEX rectification_in_community ON rectification (community, no DESC);
CREATE INDEX rectification_open ON rectification (due_at) WHERE state IN ('ISSUED', 'SENT_BACK');
CREATE INDEX rectification_of_quarter ON rectification (street, quarter);
CREATE INDEX rectification_of_household ON rectification (household);

COMMENT ON COLUMN rectification.quarter     IS 'The first day of the quarter it was issued in.';
COMMENT ON COLUMN rectification.days        IS 'Working days of the limit that runs.';
COMMENT ON COLUMN rectification.counts_from IS 'When the limit that runs began: the issue, or the last time it was sent back.';
COMMENT ON COLUMN rectification.answered_at IS 'When it was answered, since it last began.';

CREATE TABLE rectification_event (
    no       text        NOT NULL REFERENCES rectification (no),
    seq      integer     NOT NULL,
    street   text        NOT NULL,
    at       timestamptz NOT NULL DEFAULT huiyin_now(),
    by       bigint      NOT NULL,
    move     text        NOT NULL,
    to_state text        NOT NULL,
    due_at   timestamptz NOT NULL,
    sealed   text,
    PRIMARY KEY (no, seq)
);
COMMENT ON COLUMN rectification_event.sealed IS 'What is to be done, what was done, or why, bound to rectification/<no>/<seq>.';

CREATE INDEX rectification_event_by ON rectification_event (by);
CREATE INDEX rectification_event_sealed_by ON rectification_event (left(sealed, 6) COLLATE "C") WHERE sealed IS NOT NULL;

CREATE TRIGGER rectification_event_stays
    BEFORE DELETE OR UPDATE OF no, seq, street, at, by, move, to_state, due_at ON rectification_event
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();

CREATE TABLE look_back (
    street    text        NOT NULL,
    quarter   date        NOT NULL CHECK (quarter = date_trunc('quarter', quarter)::date),
    opened_at timestamptz NOT NULL DEFAULT huiyin_now(),
    due_at    timestamptz NOT NULL,
    PRIMARY KEY (street, quarter)
);

CREATE TABLE look_back_item (
    no      text        NOT NULL REFERENCES rectification (no),
    quarter date        NOT NULL,
    street  text        NOT NULL,
    result  text        CHECK (result IN ('HOLDS', 'RELAPSED', 'STILL_OPEN')),
    at      timestamptz,
    by      bigint,
    PRIMARY KEY (no, quarter),
    FOREIGN KEY (street, quarter) REFERENCES look_back (street, quarter),
    CHECK ((result IS NULL) = (at IS NULL) AND (result IS NULL) = (by IS NULL))
);
CREATE INDEX look_back_item_of ON look_back_item (street, quarter);

COMMENT ON TABLE  look_back_item        IS 'Every notice of the quarter, and of quarters before those that did not hold when they were last looked at.';
COMMENT ON COLUMN look_back_item.result IS 'HOLDS: put right and still so; RELAPSED: not so any more; STILL_OPEN: never accepted yet. Null until somebody looked.';

-- Issues a notice. The document is {no, visit, by, days, due_at, sealed, notices, repeat?}; false where the check found nothing, or has
-- a notice already.
CREATE FUNCTION rectification_issue(doc jsonb) RETURNS boolean
    LANGUAGE plpgsql AS
$$
DECLARE
    r rectification;
BEGIN
    INSERT INTO rectification (no, visit, household, path, quarter, issued_by, days, counts_from, due_at)
    SELECT doc ->> 'no', c.visit, c.household, c.path,
           date_trunc('quarter', huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date,
           (doc ->> 'by')::bigint, (doc ->> 'days')::integer, huiyin_now(), (doc ->> 'due_at')::timestamptz
      FROM spot_check c
     WHERE c.visit = doc ->> 'visit'
       AND c.state = 'FINDINGS'
        ON CONFLICT (visit) DO NOTHING
    RETURNING * INTO r;
    IF r.no IS NULL THEN
        RETURN false;
    END IF;
    INSERT INTO rectification_event (no, seq, street, by, move, to_state, due_at, sealed)
    VALUES (r.no, 1, r.street, r.issued_by, 'ISSUE', r.state, r.due_at, doc ->> 'sealed');
    PERFORM outbox_append(doc -> 'notices');
    PERFORM oversight_answered(doc -> 'repeat');
    RETURN true;
END
$$;

-- Moves a notice. The document is {no, version, move, to, by, days, due_at, begins, result?, sealed, notices, repeat?}: begins says that
-- a limit begins anew. Answers SAVED, STALE, or NOT_ASKED where no look-back waits for it.
CREATE FUNCTION rectification_save(doc jsonb) RETURNS text
    LANGUAGE plpgsql AS
$$
DECLARE
    r rectification;
    begins boolean := (doc ->> 'begins')::boolean;
BEGIN
    UPDATE rectification
       SET state = doc ->> 'to',
           days = (doc ->> 'days')::integer,
           due_at = (doc ->> 'due_at')::timestamptz,
           counts_from = CASE WHEN begins THEN huiyin_now() ELSE counts_from END,
           answered_at = CASE WHEN begins THEN NULL WHEN doc ->> 'move' = 'ANSWER' THEN huiyin_now() ELSE answered_at END,
           accepted_at = CASE WHEN doc ->> 'move' = 'ACCEPT' THEN huiyin_now() WHEN doc ->> 'to' = 'ACCEPTED' THEN accepted_at END,
           times_back = times_back + CASE WHEN begins THEN 1 ELSE 0 END,
           version = version + 1
     WHERE no = doc ->> 'no'
       AND version = (doc ->> 'version')::integer
    RETURNING * INTO r;
    IF NOT FOUND THEN
        RETURN 'STALE';
    END IF;
    IF doc ->> 'move' = 'LOOK_BACK' THEN
        UPDATE look_back_item
           SET result = doc ->> 'result', at = huiyin_now(), by = (doc ->> 'by')::bigint
         WHERE no = r.no
           AND quarter = (SELECT min(quarter) FROM look_back_item WHERE no = r.no AND result IS NULL);
        IF NOT FOUND THEN
            RAISE EXCEPTION 'NOT_ASKED' USING ERRCODE = 'HY022';
        END IF;
    END IF;
    DELETE FROM look_back_item WHERE no = r.no AND result IS NULL AND r.state = 'WITHDRAWN';
    INSERT INTO rectification_event (no, seq, street, by, move, to_state, due_at, sealed)
    VALUES (r.no, r.version, r.street, (doc ->> 'by')::bigint, doc ->> 'move', r.state, r.due_at, doc ->> 'sealed');
    IF begins OR r.state IN ('ANSWERED', 'WITHDRAWN') THEN
        PERFORM outbox_withdraw('rectification', r.no, 'rectification/' || r.no || '/limit/', '整改已有进展');
    END IF;
    PERFORM outbox_append(doc -> 'notices');
    PERFORM oversight_answered(doc -> 'repeat');
    RETURN 'SAVED';
EXCEPTION
    WHEN SQLSTATE 'HY022' THEN
        RETURN SQLERRM;
END
$$;

-- Opens the look-back of a quarter that is over. The document is {street, quarter, due_at, notices}; answers how many notices are to be
-- looked at, or null where it was opened before.
CREATE FUNCTION look_back_open(doc jsonb) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    b look_back;
    many integer;
BEGIN
    INSERT INTO look_back (street, quarter, due_at)
    VALUES (doc ->> 'street', (doc ->> 'quarter')::date, (doc ->> 'due_at')::timestamptz)
        ON CONFLICT DO NOTHING
    RETURNING * INTO b;
    IF b.street IS NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO look_back_item (no, quarter, street)
    SELECT r.no, b.quarter, b.street
      FROM rectification r
     WHERE r.street = b.street
       AND r.quarter <= b.quarter
       AND r.state <> 'WITHDRAWN'
       AND NOT EXISTS (SELECT FROM look_back_item i WHERE i.no = r.no AND i.result = 'HOLDS');
    GET DIAGNOSTICS many = ROW_COUNT;
    IF many > 0 THEN
        PERFORM outbox_append(doc -> 'notices');
    END IF;
    RETURN many;
END
$$;

-- Quarters that are over and have notices, of streets that have not begun to look back on them.
CREATE VIEW look_back_due AS
SELECT s.street, q.quarter::date AS quarter
  FROM (SELECT street, min(quarter) AS first FROM rectification GROUP BY street) s
 CROSS JOIN LATERAL generate_series(s.first::timestamp,
                                    date_trunc('quarter', huiyin_now() AT TIME ZONE 'Asia/Shanghai') - interval '3 months',
                                    interval '3 months') AS q (quarter)
 WHERE NOT EXISTS (SELECT FROM look_back b WHERE b.street = s.street AND b.quarter = q.quarter::date);

CREATE VIEW counted_rectification AS
SELECT no, visit, path, street, community, grid, quarter, state, issued_at, due_at, answered_at, accepted_at, times_back,
       coalesce(answered_at, huiyin_now()) > due_at AND state <> 'WITHDRAWN' AS late
  FROM rectification;

COMMENT ON VIEW counted_rectification IS 'Rectification notices for whoever counts.';
