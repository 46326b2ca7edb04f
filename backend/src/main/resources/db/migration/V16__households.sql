-- One household, one file 一户一档: the home, every change of its file, and what lists and searches need of it.

CREATE TABLE household (
    id          text        PRIMARY KEY CHECK (id ~ '^[a-z0-9]{4,32}$'),
    building    text        NOT NULL,
    path        text        COLLATE "C" NOT NULL,
    street      text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    grid        text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 4)) STORED,
    room        text        NOT NULL CHECK (length(room) BETWEEN 1 AND 40),
    room_key    text        COLLATE "C" NOT NULL,
    status      text        NOT NULL CHECK (status IN ('OCCUPIED', 'EMPTY', 'AWAY', 'RENTED')),
    class       text        NOT NULL CHECK (class IN ('ORDINARY', 'KEY', 'SPECIAL')),
    class_until date,
    tags        text[]      NOT NULL DEFAULT '{}',
    needs       text[]      NOT NULL DEFAULT '{}',
    members     integer     NOT NULL DEFAULT 0,
    opened_on   date        NOT NULL,
    touched_on  date        NOT NULL,
    revised_on  date        NOT NULL,
    touch_due   date,
    revise_due  date        NOT NULL,
    version     bigint      NOT NULL,
    UNIQUE (building, room_key)
);

COMMENT ON TABLE  household             IS 'A home and how its file stands today. All but the place is reckoned from household_fact, so that lists need not open seals.';
COMMENT ON COLUMN household.path        IS 'The path of the building; a reach is a range of it.';
COMMENT ON COLUMN household.street      IS 'What a city shards by.';
COMMENT ON COLUMN household.room_key    IS 'The room as everybody would spell it, numbers padded: makes rooms unique and sorts them.';
COMMENT ON COLUMN household.class_until IS 'The first day on which an age may change tags and class; null where none will.';
COMMENT ON COLUMN household.tags        IS 'Codes of all tags that hold, given and derived.';
COMMENT ON COLUMN household.touch_due   IS 'By when somebody should have been in touch again; null where nobody is at home.';

-- Every list goes through a reach in the order of buildings and rooms; a reach holds thousands of homes, not millions.
CREATE INDEX household_in_place   ON household (path, room_key, id);
CREATE INDEX household_touch_due  ON household (touch_due, path) WHERE touch_due IS NOT NULL;
CREATE INDEX household_class_ages ON household (class_until) WHERE class_until IS NOT NULL;

CREATE TABLE household_fact (
    household text        NOT NULL REFERENCES household (id),
    seq       integer     NOT NULL,
    street    text        NOT NULL,
    fact      text        COLLATE "C" NOT NULL,
    true_from date        NOT NULL,
    at        timestamptz NOT NULL DEFAULT huiyin_now(),
    by        bigint      NOT NULL,
    gone      boolean     NOT NULL DEFAULT false,
    sealed    text,
    PRIMARY KEY (household, seq)
);

COMMENT ON TABLE  household_fact           IS 'Every change of a file, for ever added to: a fact holds from its day until the next change of the same fact. Only an erasure empties rows.';
COMMENT ON COLUMN household_fact.fact      IS 'Which fact: status, note, member/m1, tag/DISABLED, wish/MEAL, resource/r1, contact/1001, touched, revised.';
COMMENT ON COLUMN household_fact.true_from IS 'From what day it is true; at is when we learned of it.';
COMMENT ON COLUMN household_fact.gone      IS 'From that day on the fact no longer holds.';
COMMENT ON COLUMN household_fact.sealed    IS 'The value and why it changed, ciphertext bound to household/<id>/<seq>; null where it was erased.';

CREATE INDEX household_fact_in_force ON household_fact (household, fact, true_from DESC, seq DESC);

-- Finds what an older key sealed: the first characters of a seal name its key.
CREATE INDEX household_fact_sealed_by ON household_fact (left(sealed, 6) COLLATE "C") WHERE sealed IS NOT NULL;

-- What was said stays as it was said. A new key may seal it anew, an erasure may empty it; nothing else.
CREATE TRIGGER household_fact_stays
    BEFORE DELETE OR UPDATE OF household, seq, street, fact, true_from, at, by ON household_fact
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();

-- Finds a home by a phone or an ID number without holding either.
CREATE TABLE household_trace (
    household text NOT NULL REFERENCES household (id),
    street    text NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('PHONE', 'ID_NUMBER')),
    blind     text NOT NULL,
    PRIMARY KEY (household, kind, blind)
);
CREATE INDEX household_trace_found ON household_trace (kind, blind);

COMMENT ON COLUMN household_trace.blind IS 'Keyed hash of the number; of no use without the key.';

-- Who looked at what is sealed, and what for; shown to the household.
CREATE TABLE household_look (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    household text        NOT NULL REFERENCES household (id),
    street    text        NOT NULL,
    at        timestamptz NOT NULL DEFAULT huiyin_now(),
    by        bigint      NOT NULL,
    role      text        NOT NULL,
    purpose   text        NOT NULL,
    what      text        NOT NULL
);
CREATE INDEX household_look_of_home ON household_look (household, id);

COMMENT ON COLUMN household_look.what IS 'FILE, HISTORY, SEARCH, CARD or PROPOSAL.';

-- What residents say about members, tags and the home itself, until staff have looked at it.
CREATE TABLE household_proposal (
    id         bigint      GENERATED ALWAYS AS IDENTITY (START WITH 1000) PRIMARY KEY,
    household  text        NOT NULL REFERENCES household (id),
    street     text        NOT NULL,
    path       text        COLLATE "C" NOT NULL,
    by         bigint      NOT NULL,
    at         timestamptz NOT NULL DEFAULT huiyin_now(),
    nonce      text        NOT NULL,
    sealed     text,
    state      text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ACCEPTED', 'REFUSED')),
    decided_by bigint,
    decided_at timestamptz,
    answer     text
);
CREATE INDEX household_proposal_open ON household_proposal (path, id) WHERE state = 'OPEN';
CREATE INDEX household_proposal_of   ON household_proposal (household, id);
CREATE INDEX household_proposal_sealed_by ON household_proposal (left(sealed, 6) COLLATE "C") WHERE sealed IS NOT NULL;

COMMENT ON COLUMN household_proposal.nonce  IS 'What the seal is bound to, since the id is not known beforehand.';
COMMENT ON COLUMN household_proposal.answer IS 'What staff answered to a refusal, for the household to read.';

-- Keeps a change of a file, whole or not at all. The document is
-- {household, facts: [...], traces: [{kind, blind}], look?: {...}, proposal?: {id, state, by}, proposed?: {...}, repeat?: {...}};
-- answers false where somebody else changed the file first, or decided the proposal.
CREATE FUNCTION household_save(doc jsonb) RETURNS boolean
    LANGUAGE plpgsql AS
$$
DECLARE
    h household := jsonb_populate_record(NULL::household, doc -> 'household');
    home_street text := split_part(h.path, '/', 2);
BEGIN
    IF h.version = 1 THEN
        INSERT INTO household (id, building, path, room, room_key, status, class, class_until, tags, needs, members,
                               opened_on, touched_on, revised_on, touch_due, revise_due, version)
        VALUES (h.id, h.building, h.path, h.room, h.room_key, h.status, h.class, h.class_until, h.tags, h.needs, h.members,
                h.opened_on, h.touched_on, h.revised_on, h.touch_due, h.revise_due, 1)
            ON CONFLICT (building, room_key) DO NOTHING;
    ELSE
        UPDATE household
           SET status = h.status, class = h.class, class_until = h.class_until, tags = h.tags, needs = h.needs,
               members = h.members, touched_on = h.touched_on, revised_on = h.revised_on,
               touch_due = h.touch_due, revise_due = h.revise_due, version = h.version
         WHERE id = h.id
           AND version = h.version - 1;
    END IF;
    IF NOT FOUND THEN
        RETURN false;
    END IF;

    IF doc -> 'decided' IS NOT NULL THEN
        UPDATE household_proposal
           SET state = 'ACCEPTED', decided_by = (doc -> 'decided' ->> 'by')::bigint, decided_at = huiyin_now()
         WHERE id = (doc -> 'decided' ->> 'id')::bigint
           AND state = 'OPEN';
        IF NOT FOUND THEN
            RAISE EXCEPTION 'decided by somebody else' USING ERRCODE = 'HY016';
        END IF;
    END IF;

    INSERT INTO household_fact (household, seq, street, fact, true_from, by, gone, sealed)
    SELECT h.id, f.seq, home_street, f.fact, f.true_from, f.by, f.gone, f.sealed
      FROM jsonb_to_recordset(doc -> 'facts')
           AS f (seq integer, fact text, true_from date, by bigint, gone boolean, sealed text);

    IF doc -> 'traces' IS NOT NULL THEN
        DELETE FROM household_trace WHERE household = h.id;
        INSERT INTO household_trace (household, street, kind, blind)
        SELECT DISTINCT h.id, home_street, t.kind, t.blind
          FROM jsonb_to_recordset(doc -> 'traces') AS t (kind text, blind text);
    END IF;

    IF doc -> 'proposed' IS NOT NULL THEN
        INSERT INTO household_proposal (household, street, path, by, nonce, sealed)
        VALUES (h.id, home_street, h.path, (doc -> 'proposed' ->> 'by')::bigint,
                doc -> 'proposed' ->> 'nonce', doc -> 'proposed' ->> 'sealed');
    END IF;

    IF doc -> 'repeat' IS NOT NULL THEN
        PERFORM idempotency_keep(
            (doc -> 'repeat' ->> 'caller')::bigint,
            doc -> 'repeat' ->> 'key',
            doc -> 'repeat' ->> 'fingerprint',
            (doc -> 'repeat' ->> 'status')::integer,
            doc -> 'repeat' ->> 'location',
            doc -> 'repeat' ->> 'etag',
            doc -> 'repeat' ->> 'body');
    END IF;
    RETURN true;
END
$$;

-- For the visit module's own statement: somebody was in touch with this home on this day (p_revised: and went through its file).
-- Grows no version: nobody's reading of the file is stale because of it.
CREATE FUNCTION household_touched(p_household text, p_day date, p_revised boolean) RETURNS boolean
    LANGUAGE plpgsql AS
$$
BEGIN
    UPDATE household
       SET touched_on = greatest(touched_on, p_day),
           touch_due = touch_due + (greatest(touched_on, p_day) - touched_on),
           revised_on = CASE WHEN p_revised THEN greatest(revised_on, p_day) ELSE revised_on END,
           revise_due = CASE WHEN p_revised THEN revise_due + (greatest(revised_on, p_day) - revised_on) ELSE revise_due END
     WHERE id = p_household;
    RETURN FOUND;
END
$$;

COMMENT ON FUNCTION household_touched IS 'Moves the next touch (and revision) on by as many days as this one is later than the last.';
