-- Spot draws 抽查 (S3 §3.4): which visits of a month are looked into is drawn at random, in a way that anybody can do again.

CREATE TABLE oversight_rule (
    only_row            boolean  PRIMARY KEY DEFAULT true CHECK (only_row),
    share               integer  NOT NULL DEFAULT 10 CHECK (share BETWEEN 10 AND 100),
    draw_after_days     integer  NOT NULL DEFAULT 2  CHECK (draw_after_days BETWEEN 1 AND 15),
    check_within        integer  NOT NULL DEFAULT 10 CHECK (check_within BETWEEN 1 AND 60),
    rectify_within      integer  NOT NULL DEFAULT 7  CHECK (rectify_within BETWEEN 1 AND 60),
    rectify_again       integer  NOT NULL DEFAULT 3  CHECK (rectify_again BETWEEN 1 AND 60),
    remind_before       integer  NOT NULL DEFAULT 2  CHECK (remind_before BETWEEN 0 AND 10),
    street_after        integer  NOT NULL DEFAULT 3  CHECK (street_after BETWEEN 1 AND 30),
    look_back_within    integer  NOT NULL DEFAULT 15 CHECK (look_back_within BETWEEN 1 AND 60),
    version             integer  NOT NULL DEFAULT 1
);
INSERT INTO oversight_rule DEFAULT VALUES;

COMMENT ON TABLE  oversight_rule                  IS 'The figures of oversight; all limits but draw_after_days in working days.';
COMMENT ON COLUMN oversight_rule.share            IS 'So many of a hundred visits of each community and month are drawn (S3 §3.4: not fewer than 10).';
COMMENT ON COLUMN oversight_rule.draw_after_days  IS 'So many days after the end of a month it is drawn, for the last visits of it are still entered.';
COMMENT ON COLUMN oversight_rule.check_within     IS 'Within so long after the draw the checks are made.';
COMMENT ON COLUMN oversight_rule.rectify_within   IS 'Limit of a rectification notice 整改通知 where the supervisor names none.';
COMMENT ON COLUMN oversight_rule.rectify_again    IS 'Limit where an answer was sent back, or a look-back found it undone.';
COMMENT ON COLUMN oversight_rule.remind_before    IS 'So long before a limit whoever must keep it is reminded; 0 is not at all.';
COMMENT ON COLUMN oversight_rule.street_after     IS 'So long after a limit the street hears of it.';
COMMENT ON COLUMN oversight_rule.look_back_within IS 'Within so long after a quarter all its notices are looked at again 回头看.';

CREATE TABLE spot_draw (
    street       text        NOT NULL,
    month        date        NOT NULL CHECK (extract(day FROM month) = 1),
    share        integer     NOT NULL CHECK (share BETWEEN 10 AND 100),
    commitment   text        NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
    sealed       text,
    committed_at timestamptz NOT NULL DEFAULT huiyin_now(),
    head_at      timestamptz NOT NULL,
    draws_at     timestamptz NOT NULL,
    secret       text,
    head_length  bigint,
    head_hash    text,
    drawn_at     timestamptz,
    PRIMARY KEY (street, month),
    CHECK (committed_at < head_at AND head_at < draws_at),
    CHECK ((drawn_at IS NULL) = (secret IS NULL) AND (drawn_at IS NULL) = (head_hash IS NULL))
);
CREATE INDEX spot_draw_waits ON spot_draw (draws_at) WHERE drawn_at IS NULL;
CREATE INDEX spot_draw_sealed_by ON spot_draw (left(sealed, 6) COLLATE "C") WHERE sealed IS NOT NULL;

COMMENT ON TABLE  spot_draw            IS 'The draw of a street and month: promised before the month is over, made after it.';
COMMENT ON COLUMN spot_draw.commitment IS 'SHA-256 in hex of the secret; published, and noted in the audit chain, when it is made.';
COMMENT ON COLUMN spot_draw.sealed     IS 'The secret, bound to spot-draw/<street>/<month>, till it is told.';
COMMENT ON COLUMN spot_draw.head_at    IS 'The audit chain as it stood just before this moment goes into the seed: the end of the month.';
COMMENT ON COLUMN spot_draw.head_hash  IS 'Hash of the last audit entry before head_at; 64 zeros where there was none.';

-- What was drawn stays drawn.
CREATE FUNCTION spot_draw_stays() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.drawn_at IS NOT NULL
       OR (NEW.street, NEW.month, NEW.share, NEW.commitment, NEW.committed_at, NEW.head_at, NEW.draws_at)
          IS DISTINCT FROM (OLD.street, OLD.month, OLD.share, OLD.commitment, OLD.committed_at, OLD.head_at, OLD.draws_at) THEN
        RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER spot_draw_stays BEFORE UPDATE OR DELETE ON spot_draw FOR EACH ROW EXECUTE FUNCTION spot_draw_stays();

CREATE TABLE spot_list (
    community text    NOT NULL,
    month     date    NOT NULL,
    street    text    NOT NULL,
    seed      text    NOT NULL,
    visits    integer NOT NULL CHECK (visits > 0),
    drawn     integer NOT NULL CHECK (drawn BETWEEN 1 AND visits),
    digest    text    NOT NULL,
    PRIMARY KEY (community, month),
    FOREIGN KEY (street, month) REFERENCES spot_draw (street, month)
);
CREATE INDEX spot_list_of_draw ON spot_list (street, month);

COMMENT ON TABLE  spot_list        IS 'What was drawn from, of each community where there was any visit.';
COMMENT ON COLUMN spot_list.digest IS 'SHA-256 in hex over the ids of all visits, in the order of their bytes, each with a line feed behind it.';

CREATE TABLE spot_lot (
    visit     text        COLLATE "C" PRIMARY KEY,
    community text        NOT NULL,
    month     date        NOT NULL,
    street    text        NOT NULL,
    grid      text        NOT NULL,
    at        timestamptz NOT NULL,
    rank      text        COLLATE "C" NOT NULL,
    drawn     boolean     NOT NULL,
    FOREIGN KEY (community, month) REFERENCES spot_list (community, month)
);
CREATE INDEX spot_lot_of_list ON spot_lot (community, month, visit);
CREATE INDEX spot_lot_in_place ON spot_lot (community, at);

COMMENT ON TABLE  spot_lot      IS 'Every visit lies in one list and never in a second: what reached us after a draw lies in the next.';
COMMENT ON COLUMN spot_lot.rank IS 'SHA-256 in hex of the seed, a line feed and the id of the visit; the lowest are drawn.';

CREATE TRIGGER spot_list_stays BEFORE UPDATE OR DELETE ON spot_list FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();
CREATE TRIGGER spot_lot_stays BEFORE UPDATE OR DELETE ON spot_lot FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();

CREATE INDEX visit_record_in_street ON visit_record (street, at, id);

-- A visit that was drawn, and what the look into it found.
CREATE TABLE spot_check (
    visit      text        COLLATE "C" PRIMARY KEY REFERENCES spot_lot (visit),
    month      date        NOT NULL,
    household  text        NOT NULL,
    path       text        COLLATE "C" NOT NULL,
    street     text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    community  text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 3)) STORED,
    grid       text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 4)) STORED,
    by         bigint      NOT NULL,
    at         timestamptz NOT NULL,
    way        text        NOT NULL,
    outcome    text        NOT NULL,
    in_time    boolean     NOT NULL,
    state      text        NOT NULL DEFAULT 'DRAWN' CHECK (state IN ('DRAWN', 'ASSIGNED', 'PASSED', 'FINDINGS')),
    due_at     timestamptz NOT NULL,
    supervisor bigint,
    asked_by   text        CHECK (asked_by IN ('PHONE', 'IN_PERSON')),
    recorded   text        CHECK (recorded IN ('OK', 'WRONG')),
    followed   text        CHECK (followed IN ('OK', 'WRONG', 'NONE')),
    entered    text        CHECK (entered IN ('OK', 'WRONG')),
    checked_at timestamptz,
    version    integer     NOT NULL DEFAULT 1,
    CHECK ((state = 'DRAWN') = (supervisor IS NULL)),
    CHECK (supervisor <> by),
    CHECK ((state IN ('PASSED', 'FINDINGS')) = (checked_at IS NOT NULL)),
    CHECK (checked_at IS NULL OR (asked_by IS NOT NULL AND recorded IS NOT NULL AND followed IS NOT NULL AND entered IS NOT NULL)),
    CHECK (checked_at IS NULL OR (state = 'FINDINGS') = ('WRONG' IN (recorded, followed, entered)))
);
CREATE INDEX spot_check_in_street ON spot_check (street, month DESC, visit);
CREATE INDEX spot_check_in_community ON spot_check (community, month DESC, visit);
CREATE INDEX spot_check_open ON spot_check (street, month) WHERE checked_at IS NULL;
CREATE INDEX spot_check_of ON spot_check (supervisor, month DESC, visit);
CREATE INDEX spot_check_by ON spot_check (by);
CREATE INDEX spot_check_of_household ON spot_check (household);

COMMENT ON COLUMN spot_check.by       IS 'Who made the visit; never who checks it.';
COMMENT ON COLUMN spot_check.in_time  IS 'It was entered in time, by the rule of its day.';
COMMENT ON COLUMN spot_check.asked_by IS 'How the household was asked.';
COMMENT ON COLUMN spot_check.recorded IS '走访记录的真实性: the visit was made and its record is true.';
COMMENT ON COLUMN spot_check.followed IS '问题解决的及时性: what was found was followed up; NONE where nothing was found.';
COMMENT ON COLUMN spot_check.entered  IS '信息录入的准确性: entered correctly and in time.';

CREATE TABLE spot_check_event (
    visit    text        COLLATE "C" NOT NULL REFERENCES spot_check (visit),
    seq      integer     NOT NULL,
    street   text        NOT NULL,
    at       timestamptz NOT NULL DEFAULT huiyin_now(),
    by       bigint      NOT NULL,
    move     text        NOT NULL,
    to_state text        NOT NULL,
    who      bigint,
    sealed   text,
    PRIMARY KEY (visit, seq)
);
COMMENT ON COLUMN spot_check_event.who    IS 'Who is to check, from then on.';
COMMENT ON COLUMN spot_check_event.sealed IS 'What was found or said, bound to spot-check/<visit>/<seq>; null where nothing was, or it was erased.';

CREATE INDEX spot_check_event_by ON spot_check_event (by);
CREATE INDEX spot_check_event_sealed_by ON spot_check_event (left(sealed, 6) COLLATE "C") WHERE sealed IS NOT NULL;

CREATE TRIGGER spot_check_event_stays
    BEFORE DELETE OR UPDATE OF visit, seq, street, at, by, move, to_state, who ON spot_check_event
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();

-- Promises the draw of a street and month. The document is {street, month, commitment, sealed}; once only, however many nodes promise.
CREATE FUNCTION spot_draw_promise(doc jsonb) RETURNS boolean
    LANGUAGE plpgsql AS
$$
DECLARE
    d spot_draw;
BEGIN
    INSERT INTO spot_draw AS s (street, month, share, commitment, sealed, head_at, draws_at)
    SELECT doc ->> 'street', m.first, r.share, doc ->> 'commitment', doc ->> 'sealed', e.at,
           e.at + make_interval(days => r.draw_after_days)
      FROM oversight_rule r,
           LATERAL (SELECT (doc ->> 'month')::date AS first) m,
           LATERAL (SELECT greatest((m.first + interval '1 month') AT TIME ZONE 'Asia/Shanghai',
                                    huiyin_now() + interval '1 hour') AS at) e
        ON CONFLICT (street, month) DO NOTHING
    RETURNING * INTO d;
    IF d.street IS NULL THEN
        RETURN false;
    END IF;
    PERFORM audit_append('SPOT_DRAW_PROMISED', 0, d.street || '/' || to_char(d.month, 'YYYY-MM'),
                         json_build_object('commitment', d.commitment, 'share', d.share,
                                           'headAt', hash_chain_time(d.head_at))::text);
    RETURN true;
END
$$;

COMMENT ON FUNCTION spot_draw_promise IS 'A promise that comes after the end of its month takes the chain as it stands an hour later: nobody knows that yet either.';

-- Draws. The document is {street, month, secret, due_at, notices}; answers how many were drawn, or null where another node is at it or
-- did it, an earlier month of the street waits, or the time has not come.
CREATE FUNCTION spot_draw_make(doc jsonb) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    d spot_draw;
    many integer;
    lists json;
BEGIN
    SELECT * INTO d
      FROM spot_draw
     WHERE street = doc ->> 'street'
       AND month = (doc ->> 'month')::date
       AND drawn_at IS NULL
       AND draws_at <= huiyin_now()
       FOR UPDATE SKIP LOCKED;
    IF NOT FOUND OR EXISTS (SELECT FROM spot_draw WHERE street = d.street AND month < d.month AND drawn_at IS NULL) THEN
        RETURN NULL;
    END IF;
    d.secret := doc ->> 'secret';
    IF encode(sha256(convert_to(d.secret, 'UTF8')), 'hex') <> d.commitment THEN
        RAISE EXCEPTION 'the secret of %/% is not the one that was promised', d.street, d.month;
    END IF;
    SELECT id, hash INTO d.head_length, d.head_hash FROM audit_entry WHERE at < d.head_at ORDER BY id DESC LIMIT 1;
    d.head_length := coalesce(d.head_length, 0);
    d.head_hash := coalesce(d.head_hash, repeat('0', 64));

    WITH entered AS (
        SELECT v.visit, v.community, v.grid, v.at,
               encode(sha256(convert_to(concat_ws(E'\n', d.secret, d.head_hash, to_char(d.month, 'YYYY-MM'), v.community),
                                        'UTF8')), 'hex') AS seed
          FROM counted_visit v
         WHERE v.street = d.street
           AND v.at < (d.month + interval '1 month') AT TIME ZONE 'Asia/Shanghai'
           AND NOT EXISTS (SELECT FROM spot_lot l WHERE l.visit = v.visit)),
    ranked AS (
        SELECT *, encode(sha256(convert_to(seed || E'\n' || visit, 'UTF8')), 'hex') AS rank FROM entered),
    placed AS (
        SELECT *, row_number() OVER (PARTITION BY community ORDER BY rank COLLATE "C") AS place,
               (count(*) OVER (PARTITION BY community) * d.share + 99) / 100 AS wanted
          FROM ranked),
    listed AS (
        INSERT INTO spot_list (community, month, street, seed, visits, drawn, digest)
        SELECT community, d.month, d.street, seed, count(*), max(wanted),
               encode(sha256(convert_to(string_agg(visit || E'\n', '' ORDER BY visit COLLATE "C"), 'UTF8')), 'hex')
          FROM placed
         GROUP BY community, seed)
    INSERT INTO spot_lot (visit, community, month, street, grid, at, rank, drawn)
    SELECT visit, community, d.month, d.street, grid, at, rank, place <= wanted FROM placed;

    INSERT INTO spot_check (visit, month, household, path, by, at, way, outcome, in_time, due_at)
    SELECT v.visit, d.month, v.household, v.path, v.by, v.at, v.way, v.outcome, v.entered_at <= v.entry_due_at,
           (doc ->> 'due_at')::timestamptz
      FROM spot_lot l
      JOIN counted_visit v ON v.visit = l.visit
     WHERE l.community IN (SELECT community FROM spot_list WHERE street = d.street AND month = d.month)
       AND l.month = d.month
       AND l.drawn;
    GET DIAGNOSTICS many = ROW_COUNT;
    INSERT INTO spot_check_event (visit, seq, street, by, move, to_state)
    SELECT c.visit, 1, c.street, 0, 'DRAW', 'DRAWN'
      FROM spot_check c
     WHERE c.street = d.street
       AND c.month = d.month;

    UPDATE spot_draw
       SET secret = d.secret, sealed = NULL, head_length = d.head_length, head_hash = d.head_hash, drawn_at = huiyin_now()
     WHERE street = d.street
       AND month = d.month;
    SELECT json_agg(json_build_object('community', community, 'visits', visits, 'drawn', drawn, 'digest', digest)
                    ORDER BY community COLLATE "C")
      INTO lists
      FROM spot_list
     WHERE street = d.street
       AND month = d.month;
    PERFORM audit_append('SPOT_DRAW_MADE', 0, d.street || '/' || to_char(d.month, 'YYYY-MM'),
                         json_build_object('secret', d.secret, 'head', d.head_hash, 'lists', coalesce(lists, '[]'))::text);
    IF many > 0 THEN
        PERFORM outbox_append(doc -> 'notices');
    END IF;
    RETURN many;
END
$$;

CREATE VIEW counted_spot_check AS
SELECT l.visit, l.community, l.street, l.grid, l.month, l.at, l.drawn, c.by, c.state, c.recorded, c.followed, c.entered, c.checked_at
  FROM spot_lot l
  LEFT JOIN spot_check c ON c.visit = l.visit;

COMMENT ON VIEW counted_spot_check IS 'All visits that a draw was made from, and of those drawn what the check found, for whoever counts.';

-- The answer to a request that may come twice: {caller, key, fingerprint, status, location, etag, body}, or nothing.
CREATE FUNCTION oversight_answered(doc jsonb) RETURNS void
    LANGUAGE sql AS
$$
    SELECT idempotency_keep((doc ->> 'caller')::bigint, doc ->> 'key', doc ->> 'fingerprint', (doc ->> 'status')::integer,
                            doc ->> 'location', doc ->> 'etag', doc ->> 'body')
     WHERE doc ->> 'key' IS NOT NULL
$$;

-- Moves a check. The document is {visit, version, move, to, by, supervisor, asked_by?, recorded?, followed?, entered?, sealed, notices,
-- repeat?}; answers false where somebody else changed it first.
CREATE FUNCTION spot_check_save(doc jsonb) RETURNS boolean
    LANGUAGE plpgsql AS
$$
DECLARE
    c spot_check;
BEGIN
    UPDATE spot_check
       SET state = doc ->> 'to',
           supervisor = (doc ->> 'supervisor')::bigint,
           asked_by = doc ->> 'asked_by',
           recorded = doc ->> 'recorded',
           followed = doc ->> 'followed',
           entered = doc ->> 'entered',
           checked_at = CASE WHEN doc ->> 'to' IN ('PASSED', 'FINDINGS') THEN huiyin_now() END,
           version = version + 1
     WHERE visit = doc ->> 'visit'
       AND version = (doc ->> 'version')::integer
    RETURNING * INTO c;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO spot_check_event (visit, seq, street, by, move, to_state, who, sealed)
    VALUES (c.visit, c.version, c.street, (doc ->> 'by')::bigint, doc ->> 'move', c.state, c.supervisor, doc ->> 'sealed');
    PERFORM outbox_withdraw('spot-check', c.visit, 'spot-check/', '抽查已有变化');
    PERFORM outbox_append(doc -> 'notices');
    PERFORM oversight_answered(doc -> 'repeat');
    RETURN true;
END
$$;
