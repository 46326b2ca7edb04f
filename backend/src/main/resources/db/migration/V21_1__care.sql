-- Family specialists 家庭服务专员: a named person for each special household, with a care plan and a monthly review.

CREATE TABLE care (
    household   text        PRIMARY KEY,
    path        text        COLLATE "C" NOT NULL,
    street      text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    community   text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 3)) STORED,
    grid        text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 4)) STORED,
    state       text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ENDED')),
    specialist  bigint,
    assigned_at timestamptz,
    planned_at  timestamptz,
    reviewed_at timestamptz,
    review_due  date,
    began_on    date        NOT NULL,
    ended_on    date,
    version     integer     NOT NULL DEFAULT 1,
    CHECK (state = 'OPEN' OR (ended_on IS NOT NULL AND review_due IS NULL)),
    CHECK (specialist IS NOT NULL OR review_due IS NULL)
);

COMMENT ON TABLE  care            IS 'The care of a special household (S3 §2.3.3). Begins and ends with the class of its file.';
COMMENT ON COLUMN care.specialist IS 'Who looks after it; null as long as nobody is assigned, and after that never again while it is open.';
COMMENT ON COLUMN care.review_due IS 'By when the plan should be made, or gone through again.';
COMMENT ON COLUMN care.version    IS 'The number of its last event.';

CREATE INDEX care_in_street    ON care (street, state, review_due, household);
CREATE INDEX care_in_community ON care (community, state, review_due, household);
CREATE INDEX care_in_grid      ON care (grid, state, review_due, household);
CREATE INDEX care_of           ON care (specialist, state, review_due, household);

CREATE TABLE care_event (
    household text        NOT NULL REFERENCES care (household),
    seq       integer     NOT NULL,
    street    text        NOT NULL,
    at        timestamptz NOT NULL DEFAULT huiyin_now(),
    by        bigint      NOT NULL,
    what      text        NOT NULL CHECK (what IN ('BEGAN', 'ASSIGNED', 'HANDED_OVER', 'PLANNED', 'REVIEWED', 'ENDED')),
    who       bigint,
    sealed    text,
    PRIMARY KEY (household, seq)
);

COMMENT ON TABLE  care_event        IS 'Everything that was done in a care, for ever added to. Only an erasure empties rows.';
COMMENT ON COLUMN care_event.who    IS 'The specialist from then on.';
COMMENT ON COLUMN care_event.sealed IS 'The reason, the plan or what the review found: ciphertext bound to care/<household>/<seq>.';

CREATE INDEX care_event_sealed_by ON care_event (left(sealed, 6) COLLATE "C") WHERE sealed IS NOT NULL;
CREATE INDEX care_event_by ON care_event (by, household, seq);
CREATE INDEX care_event_who ON care_event (who, household, seq) WHERE who IS NOT NULL;

CREATE TRIGGER care_event_stays
    BEFORE DELETE OR UPDATE OF household, seq, street, at, by, what, who ON care_event
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();

-- A care begins when a home becomes special and ends when it is not any more.
CREATE FUNCTION care_follows_file() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    today date := (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date;
    c care;
BEGIN
    IF NEW.class = 'SPECIAL' THEN
        INSERT INTO care AS held (household, path, began_on)
        VALUES (NEW.id, NEW.path, today)
            ON CONFLICT (household) DO UPDATE
           SET state = 'OPEN', specialist = NULL, assigned_at = NULL, planned_at = NULL, reviewed_at = NULL,
               review_due = NULL, began_on = today, ended_on = NULL, version = held.version + 1
         WHERE held.state = 'ENDED'
        RETURNING * INTO c;
    ELSE
        UPDATE care
           SET state = 'ENDED', ended_on = today, review_due = NULL, version = version + 1
         WHERE household = NEW.id
           AND state = 'OPEN'
        RETURNING * INTO c;
    END IF;
    IF c.household IS NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO care_event (household, seq, street, by, what, who)
    VALUES (c.household, c.version, c.street, 0, CASE c.state WHEN 'OPEN' THEN 'BEGAN' ELSE 'ENDED' END, c.specialist);
    RETURN NULL;
END
$$;

CREATE TRIGGER care_follows_file
    AFTER INSERT OR UPDATE OF class ON household
    FOR EACH ROW EXECUTE FUNCTION care_follows_file();

INSERT INTO care (household, path, began_on)
SELECT household, path, standing_since FROM counted_household WHERE class = 'SPECIAL';
INSERT INTO care_event (household, seq, street, by, what) SELECT household, 1, street, 0, 'BEGAN' FROM care;

CREATE VIEW counted_care AS
  WITH clock AS MATERIALIZED (SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS today)
SELECT c.household, c.path, c.street, c.community, c.grid, c.specialist, c.state, c.began_on, c.ended_on, c.assigned_at,
       c.planned_at, c.reviewed_at, c.review_due,
       c.state = 'OPEN' AND c.specialist IS NULL AS unassigned,
       coalesce(c.review_due < clock.today, false) AS overdue
  FROM care c, clock;

COMMENT ON VIEW counted_care IS 'Special households and who looks after them, for whoever counts.';
