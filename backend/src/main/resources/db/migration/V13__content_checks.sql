-- What people write and photograph for others to see passes WeChat's content check, promised in the transaction of its cause.

CREATE TABLE content_check (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    street       text        NOT NULL,
    place        text        COLLATE "C" NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    part         text        NOT NULL,
    author       bigint      NOT NULL,
    by_staff     boolean     NOT NULL,
    scene        integer     NOT NULL,
    words        text,
    media        text,
    state        text        NOT NULL DEFAULT 'PENDING'
                 CHECK (state IN ('PENDING', 'PASSED', 'HELD', 'HUMAN', 'RELEASED', 'REFUSED')),
    attempts     integer     NOT NULL DEFAULT 0,
    failures     integer     NOT NULL DEFAULT 0,
    submitted    integer     NOT NULL DEFAULT 0,
    not_before   timestamptz NOT NULL DEFAULT huiyin_now(),
    suggest      text,
    label        integer,
    why          text,
    decided_by   bigint,
    note         text,
    version      integer     NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL DEFAULT huiyin_now(),
    finished_at  timestamptz,
    CHECK ((words IS NULL OR media IS NULL) AND (words IS NOT NULL OR media IS NOT NULL OR state = 'PASSED'))
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

COMMENT ON TABLE  content_check            IS 'One text or one photo or voice, on its way past WeChat''s check and, where that cannot tell, past a human.';
COMMENT ON COLUMN content_check.street     IS 'What a city shards by.';
COMMENT ON COLUMN content_check.place      IS 'Path of the place it is about; says who reviews it.';
COMMENT ON COLUMN content_check.part       IS 'Which part of the subject: description, event/<seq>, media/<id>.';
COMMENT ON COLUMN content_check.words      IS 'The text; gone once it has passed.';
COMMENT ON COLUMN content_check.state      IS 'PENDING: not told yet; PASSED; HELD: WeChat doubts it; HUMAN: WeChat cannot tell; RELEASED, REFUSED: what a human decided.';
COMMENT ON COLUMN content_check.attempts   IS 'Counts claims and is the fencing token: an outcome is written only by the latest claim.';
COMMENT ON COLUMN content_check.failures   IS 'Tries in a row that came to nothing: the rung of the ladder of waits.';
COMMENT ON COLUMN content_check.submitted  IS 'How often a photo or voice was handed in; the answer comes later, by event.';
COMMENT ON COLUMN content_check.not_before IS 'When it is looked at next: at once, the end of a lease, the next try, or when WeChat''s answer is overdue.';
COMMENT ON COLUMN content_check.finished_at IS 'When WeChat, or the policy, had the last word; then when a human had.';

-- What is due, from the front; what a reader must not overlook; what waits for a human.
CREATE INDEX content_check_due ON content_check (not_before, id) WHERE state = 'PENDING';
CREATE INDEX content_check_marks ON content_check (subject_kind, subject_id) WHERE state NOT IN ('PASSED', 'RELEASED');
CREATE INDEX content_check_by_place ON content_check (state, place, id) WHERE state <> 'PASSED';

-- Where our handing-in and WeChat's answer meet, whichever comes first.
CREATE TABLE content_trace (
    trace_id text        PRIMARY KEY,
    check_id bigint      REFERENCES content_check (id),
    errcode  integer,
    suggest  text,
    label    integer,
    at       timestamptz NOT NULL DEFAULT huiyin_now()
);
COMMENT ON COLUMN content_trace.check_id IS 'Null where WeChat''s event came before its answer to our call was stored.';
COMMENT ON COLUMN content_trace.errcode  IS 'Of the event: 0 is a verdict; null until it comes.';

-- The door for whoever shows what people wrote: a row for each part that is not free for all. Join it in the statement that reads.
CREATE VIEW content_mark AS
    SELECT subject_kind, subject_id, part, state
      FROM content_check
     WHERE state NOT IN ('PASSED', 'RELEASED');

-- The door for whoever keeps what people wrote: call it in the statement that keeps it.
CREATE FUNCTION safety_append(writings jsonb) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    promised integer;
BEGIN
    INSERT INTO content_check (street, place, subject_kind, subject_id, part, author, by_staff, scene, words, media)
    SELECT w.street, w.place, w.subject_kind, w.subject_id, w.part, w.author, w.by_staff, w.scene, w.words, w.media
      FROM jsonb_to_recordset(writings)
           AS w (street text, place text, subject_kind text, subject_id text, part text, author bigint, by_staff boolean,
                 scene integer, words text, media text);
    GET DIAGNOSTICS promised = ROW_COUNT;
    RETURN promised;
END
$$;

COMMENT ON FUNCTION safety_append IS
    'Promises checks: [{street, place, subject_kind, subject_id, part, author, by_staff, scene, words or media}]. Says how many.';

-- The media module's door: a hidden file is shown only by links made for those who may see it nevertheless.
ALTER TABLE media ADD COLUMN hidden boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN media.hidden IS 'Not for everybody''s eyes: plain links answer 404.';

CREATE FUNCTION media_hide(p_id text, p_hidden boolean) RETURNS boolean
    LANGUAGE plpgsql AS
$$
BEGIN
    UPDATE media SET hidden = p_hidden WHERE id = p_id AND hidden <> p_hidden;
    RETURN FOUND;
END
$$;

COMMENT ON FUNCTION media_hide IS 'Hides a photo or voice from all but its author and reviewers, or shows it again.';
