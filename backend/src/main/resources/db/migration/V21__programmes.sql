-- Visit programmes 走访计划: how often each household is visited by its class, and since when it is owed a visit.

-- What the household module offers to whoever plans: since when a home's class, and whether anybody is at home, are as they are.
ALTER TABLE household ADD COLUMN standing_since date;
UPDATE household SET standing_since = opened_on;

COMMENT ON COLUMN household.standing_since IS 'The day of the last change of its class, or of whether anybody is at home; kept by household_stands.';

CREATE FUNCTION household_stands() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.standing_since := NEW.opened_on;
    ELSIF NEW.class <> OLD.class
       OR (NEW.status IN ('EMPTY', 'AWAY')) <> (OLD.status IN ('EMPTY', 'AWAY')) THEN
        NEW.standing_since := (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER household_stands
    BEFORE INSERT OR UPDATE OF class, status ON household
    FOR EACH ROW EXECUTE FUNCTION household_stands();

CREATE VIEW counted_household AS
SELECT id AS household, building, path, street, split_part(path, '/', 3) AS community, grid, room, room_key, status, class, tags,
       needs, members, opened_on, standing_since, touched_on, touch_due, revise_due
  FROM household;

COMMENT ON VIEW counted_household IS 'Homes for whoever plans or counts; nothing in it is sealed.';

-- The policies, every version of them; the newest of a code is the one that holds.
CREATE TABLE programme_policy (
    code     text        NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]{1,31}$'),
    version  integer     NOT NULL CHECK (version > 0),
    document jsonb       NOT NULL,
    note     text        NOT NULL,
    by       bigint      NOT NULL,
    at       timestamptz NOT NULL DEFAULT huiyin_now(),
    PRIMARY KEY (code, version)
);
COMMENT ON COLUMN programme_policy.document IS '{name, about, leaveOut: [status], rules: {class: {every, notice, ways: [way]}}}; the first version comes with the program.';

-- Which policy a street or a community has chosen; the nearest choice holds, and / is for all that chose none.
CREATE TABLE programme_choice (
    place   text        COLLATE "C" PRIMARY KEY,
    policy  text        NOT NULL,
    version integer     NOT NULL DEFAULT 1,
    note    text        NOT NULL,
    by      bigint      NOT NULL,
    at      timestamptz NOT NULL DEFAULT huiyin_now()
);
COMMENT ON COLUMN programme_choice.place IS 'The path of a street or a community, or /.';

-- What follows from choices and policies, laid out for reckoning.
CREATE TABLE programme_rule (
    place     text    COLLATE "C" NOT NULL REFERENCES programme_choice (place) ON DELETE CASCADE,
    class     text    NOT NULL CHECK (class IN ('ORDINARY', 'KEY', 'SPECIAL')),
    every     interval NOT NULL,
    months    integer NOT NULL CHECK (months >= 0),
    days      integer NOT NULL CHECK (days >= 0),
    notice    integer NOT NULL CHECK (notice >= 0),
    ways      text[]  NOT NULL,
    leave_out text[]  NOT NULL,
    since     date    NOT NULL,
    PRIMARY KEY (place, class),
    CHECK ((months > 0) <> (days > 0))
);
COMMENT ON COLUMN programme_rule.notice IS 'So many days before a visit is due it is told of; and so long has whoever comes newly under a rule.';
COMMENT ON COLUMN programme_rule.since  IS 'Since when homes of this class are visited so often here.';

-- Each home as it stands: day-independent, so that only visits, files and policies change it, and lists and figures need no
-- look at a home's visits. Kept by triggers on what it follows from.
CREATE TABLE programme_home (
    household     text        PRIMARY KEY,
    path          text        COLLATE "C" NOT NULL,
    street        text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    community     text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 3)) STORED,
    grid          text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 4)) STORED,
    class         text        NOT NULL,
    last_visit_at timestamptz,
    last_tried_at timestamptz,
    months        integer     NOT NULL DEFAULT 0,
    days          integer     NOT NULL DEFAULT 0,
    notice        integer     NOT NULL DEFAULT 0,
    due_on        date
);
COMMENT ON COLUMN programme_home.last_visit_at IS 'The last visit that counts: somebody was met, in a way that counts for the class.';
COMMENT ON COLUMN programme_home.last_tried_at IS 'The last visit of any way and outcome.';
COMMENT ON COLUMN programme_home.due_on        IS 'The last day on which the next visit is in time; null where the home is left out.';

-- A list goes by the day; each level of the tree has its own, so that a page is read from one index.
CREATE INDEX programme_home_in_grid      ON programme_home (grid, due_on, household);
CREATE INDEX programme_home_in_community ON programme_home (community, due_on, household);
CREATE INDEX programme_home_in_street    ON programme_home (street, due_on, household);

-- Whole months from a day to a day, by the corresponding day or the month's last.
CREATE FUNCTION programme_months(p_from date, p_to date) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT m - CASE WHEN (p_from + make_interval(months => m))::date > p_to THEN 1 ELSE 0 END
              FROM (SELECT ((extract(year FROM p_to) - extract(year FROM p_from)) * 12
                           + extract(month FROM p_to) - extract(month FROM p_from))::integer AS m) AS counted);

-- How many visits are owed 走访欠账: of the days on which a visit was due, those that lie before p_day.
CREATE FUNCTION programme_owed(p_due date, p_day date, p_months integer, p_days integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN p_due IS NULL OR p_due >= p_day THEN 0
                WHEN p_days > 0 THEN 1 + (p_day - 1 - p_due) / p_days
                WHEN p_months > 0 THEN 1 + programme_months(p_due, p_day - 1) / p_months
                ELSE 0 END;

-- Reckons these homes anew. Locks them before it reads what they follow from, so that of two visits kept at the same moment none
-- is overlooked.
CREATE FUNCTION programme_reckon(p_households text[]) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM 1 FROM programme_home WHERE household = ANY (p_households) ORDER BY household FOR UPDATE;
    UPDATE programme_home p
       SET class = h.class,
           last_visit_at = met.at,
           last_tried_at = tried.at,
           months = coalesce(r.months, 0),
           days = coalesce(r.days, 0),
           notice = coalesce(r.notice, 0),
           due_on = CASE WHEN h.status <> ALL (r.leave_out) THEN greatest(
                         (coalesce((met.at AT TIME ZONE 'Asia/Shanghai')::date, h.opened_on) + r.every)::date,
                         greatest(h.standing_since, r.since) + r.notice) END
      FROM counted_household h
      LEFT JOIN LATERAL (SELECT *
                           FROM programme_rule
                          WHERE class = h.class
                            AND place IN ('/', '/' || h.street || '/', '/' || h.street || '/' || h.community || '/')
                          ORDER BY length(place) DESC
                          LIMIT 1) r ON true
      LEFT JOIN LATERAL (SELECT max(v.at) AS at
                           FROM counted_visit v
                          WHERE v.household = h.household AND v.outcome = 'MET' AND v.way = ANY (r.ways)) met ON true
      LEFT JOIN LATERAL (SELECT max(v.at) AS at FROM counted_visit v WHERE v.household = h.household) tried ON true
     WHERE h.household = p.household
       AND p.household = ANY (p_households);
END
$$;

CREATE FUNCTION programme_follows_file() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO programme_home (household, path, class) VALUES (NEW.id, NEW.path, NEW.class) ON CONFLICT DO NOTHING;
    PERFORM programme_reckon(ARRAY[NEW.id]);
    RETURN NULL;
END
$$;

CREATE TRIGGER programme_follows_file
    AFTER INSERT OR UPDATE OF class, status ON household
    FOR EACH ROW EXECUTE FUNCTION programme_follows_file();

CREATE FUNCTION programme_follows_visit() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM programme_reckon(CASE WHEN TG_OP = 'INSERT' THEN ARRAY[NEW.household]
                                  WHEN TG_OP = 'DELETE' THEN ARRAY[OLD.household]
                                  ELSE ARRAY[OLD.household, NEW.household] END);
    RETURN NULL;
END
$$;

CREATE TRIGGER programme_follows_visit
    AFTER INSERT OR DELETE OR UPDATE OF household, at, way, outcome ON visit_record
    FOR EACH ROW EXECUTE FUNCTION programme_follows_visit();

INSERT INTO programme_home (household, path, class) SELECT household, path, class FROM counted_household;

-- Lays out anew what a place has chosen, and reckons all homes there. A class that is visited as often as before keeps its day.
CREATE FUNCTION programme_apply(p_place text) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO programme_rule AS held (place, class, every, months, days, notice, ways, leave_out, since)
    SELECT c.place, r.key, i.every,
           (extract(year FROM i.every) * 12 + extract(month FROM i.every))::integer,
           extract(day FROM i.every)::integer,
           (r.value ->> 'notice')::integer,
           ARRAY(SELECT jsonb_array_elements_text(r.value -> 'ways')),
           ARRAY(SELECT jsonb_array_elements_text(p.document -> 'leaveOut')),
           (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date
      FROM programme_choice c
      JOIN LATERAL (SELECT document FROM programme_policy WHERE code = c.policy ORDER BY version DESC LIMIT 1) p ON true
     CROSS JOIN LATERAL jsonb_each(p.document -> 'rules') AS r
     CROSS JOIN LATERAL (SELECT (r.value ->> 'every')::interval AS every) i
     WHERE c.place = p_place
        ON CONFLICT (place, class) DO UPDATE
       SET every = EXCLUDED.every, months = EXCLUDED.months, days = EXCLUDED.days, notice = EXCLUDED.notice,
           ways = EXCLUDED.ways, leave_out = EXCLUDED.leave_out,
           since = CASE WHEN held.every = EXCLUDED.every THEN held.since ELSE EXCLUDED.since END;
    PERFORM programme_reckon(ARRAY(SELECT household
                                     FROM programme_home
                                    WHERE path >= p_place AND path < left(p_place, -1) || '0'
                                    ORDER BY household));
END
$$;

-- A place chooses a policy. The document is {place, policy, version: the version that was read or 0, note, by}; answers SAVED or STALE.
CREATE FUNCTION programme_choose(doc jsonb) RETURNS text
    LANGUAGE plpgsql AS
$$
DECLARE
    seen integer := (doc ->> 'version')::integer;
BEGIN
    IF seen = 0 THEN
        INSERT INTO programme_choice (place, policy, note, by)
        VALUES (doc ->> 'place', doc ->> 'policy', doc ->> 'note', (doc ->> 'by')::bigint)
            ON CONFLICT DO NOTHING;
    ELSE
        UPDATE programme_choice
           SET policy = doc ->> 'policy', note = doc ->> 'note', by = (doc ->> 'by')::bigint, at = huiyin_now(),
               version = version + 1
         WHERE place = doc ->> 'place'
           AND version = seen;
    END IF;
    IF NOT FOUND THEN
        RETURN 'STALE';
    END IF;
    IF seen = 0 AND doc ->> 'place' <> '/' THEN
        -- Whoever chooses what held there anyway loses no day by it.
        INSERT INTO programme_rule
        SELECT DISTINCT ON (class) doc ->> 'place', class, every, months, days, notice, ways, leave_out, since
          FROM programme_rule
         WHERE starts_with(doc ->> 'place', place)
         ORDER BY class, length(place) DESC;
    END IF;
    PERFORM programme_apply(doc ->> 'place');
    RETURN 'SAVED';
END
$$;

-- A new version of a policy, in force at once wherever it was chosen. The document is {code, version: the one that was read or 0,
-- policy, note, by}; answers SAVED or STALE.
CREATE FUNCTION programme_put(doc jsonb) RETURNS text
    LANGUAGE plpgsql AS
$$
DECLARE
    chosen record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('programme_policy'));
    IF coalesce((SELECT max(version) FROM programme_policy WHERE code = doc ->> 'code'), 0) <> (doc ->> 'version')::integer THEN
        RETURN 'STALE';
    END IF;
    INSERT INTO programme_policy (code, version, document, note, by)
    VALUES (doc ->> 'code', (doc ->> 'version')::integer + 1, doc -> 'policy', doc ->> 'note', (doc ->> 'by')::bigint);
    FOR chosen IN SELECT place FROM programme_choice WHERE policy = doc ->> 'code' ORDER BY place LOOP
        PERFORM programme_apply(chosen.place);
    END LOOP;
    RETURN 'SAVED';
END
$$;

CREATE VIEW counted_due AS
  WITH clock AS MATERIALIZED (SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS today)
SELECT p.household, p.path, p.street, p.community, p.grid, p.class, p.due_on, p.last_visit_at, p.last_tried_at,
       CASE WHEN p.due_on IS NULL THEN 'LEFT_OUT'
            WHEN p.due_on < clock.today THEN 'OVERDUE'
            WHEN p.due_on - p.notice <= clock.today THEN 'DUE'
            ELSE 'NOT_YET' END AS state,
       programme_owed(p.due_on, clock.today, p.months, p.days) AS owed,
       greatest(clock.today - p.due_on, 0) AS days_late
  FROM programme_home p, clock;

COMMENT ON VIEW counted_due IS 'Who is due for a visit today, for whoever plans or counts. owed: visits that should have been made and were not.';
