-- How homes stood 户况: class and whether anybody is at home, as the program knew them at each moment. The facts themselves are
-- sealed; this much of them is not, and whoever counts a month that is past counts by it.

CREATE TABLE household_standing (
    household text        NOT NULL REFERENCES household (id) ON DELETE CASCADE,
    at        timestamptz NOT NULL,
    path      text        COLLATE "C" NOT NULL,
    street    text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    community text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 3)) STORED,
    grid      text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 4)) STORED,
    class     text        NOT NULL,
    status    text        NOT NULL,
    PRIMARY KEY (household, at)
);
CREATE INDEX household_standing_in ON household_standing (community, household, at DESC);

COMMENT ON COLUMN household_standing.at IS 'From when it stood so; of a new file, the day it was opened.';

CREATE FUNCTION household_standing_noted() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO household_standing (household, at, path, class, status)
    VALUES (NEW.id,
            CASE TG_OP WHEN 'INSERT' THEN least(huiyin_now(), NEW.opened_on::timestamp AT TIME ZONE 'Asia/Shanghai') ELSE huiyin_now() END,
            NEW.path, NEW.class, NEW.status)
        ON CONFLICT (household, at) DO UPDATE SET path = excluded.path, class = excluded.class, status = excluded.status;
    RETURN NULL;
END
$$;

CREATE TRIGGER household_standing_begins
    AFTER INSERT ON household
    FOR EACH ROW EXECUTE FUNCTION household_standing_noted();

CREATE TRIGGER household_standing_changes
    AFTER UPDATE OF path, class, status ON household
    FOR EACH ROW WHEN ((OLD.path, OLD.class, OLD.status) IS DISTINCT FROM (NEW.path, NEW.class, NEW.status))
    EXECUTE FUNCTION household_standing_noted();

-- Of files of before only today is known.
INSERT INTO household_standing (household, at, path, class, status)
SELECT id, least(huiyin_now(), opened_on::timestamp AT TIME ZONE 'Asia/Shanghai'), path, class, status
  FROM household;

-- The household module's door for whoever counts: homes as they stood just before a moment.
CREATE FUNCTION household_stood(p_communities text[], p_before timestamptz)
    RETURNS TABLE (household text, grid text, class text, status text)
    LANGUAGE sql STABLE AS
$$
    SELECT last.household, last.grid, last.class, last.status
      FROM (SELECT DISTINCT ON (s.community, s.household) s.household, s.grid, s.class, s.status
              FROM household_standing s
             WHERE s.community = ANY (p_communities)
               AND s.at < p_before
             ORDER BY s.community, s.household, s.at DESC) AS last
$$;

-- As before; but coverage counts homes as they stood at the end of the span.
CREATE OR REPLACE FUNCTION visit_figures(p_communities text[], p_grid text, p_from date, p_to date) RETURNS jsonb
    LANGUAGE sql STABLE AS
$$
WITH span AS MATERIALIZED (
    SELECT p_from::timestamp AT TIME ZONE 'Asia/Shanghai' AS from_at,
           (p_to + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AS to_at),
visits AS MATERIALIZED (
    SELECT v.visit, v.household, v.outcome, v.entered_at <= v.entry_due_at AS in_time
      FROM counted_visit v, span
     WHERE v.community = ANY (p_communities)
       AND (p_grid IS NULL OR v.grid = p_grid)
       AND v.at >= span.from_at
       AND v.at < span.to_at),
homes AS MATERIALIZED (
    SELECT d.household, d.state, d.owed
      FROM counted_due d
     WHERE d.community = ANY (p_communities)
       AND (p_grid IS NULL OR d.grid = p_grid)),
stood AS MATERIALIZED (
    SELECT s.class, EXISTS (SELECT FROM visits v WHERE v.household = s.household AND v.outcome = 'MET') AS met
      FROM span, household_stood(p_communities, span.to_at) s
     WHERE (p_grid IS NULL OR s.grid = p_grid)
       AND s.status NOT IN ('EMPTY', 'AWAY')),
found AS MATERIALIZED (
    SELECT f.visit, t.open, r.settled
      FROM counted_visit_ticket f
      JOIN visits v ON v.visit = f.visit
      JOIN counted_ticket t ON t.no = f.ticket
      LEFT JOIN LATERAL (SELECT settled
                           FROM counted_rating
                          WHERE no = f.ticket
                          ORDER BY given_at DESC
                          LIMIT 1) r ON true),
cards AS (
    SELECT c.colour,
           count(*) AS opened,
           count(*) FILTER (WHERE c.state = 'DONE' AND (c.done_at AT TIME ZONE 'Asia/Shanghai')::date <= c.due_on) AS in_time,
           count(*) FILTER (WHERE c.state = 'DONE' AND (c.done_at AT TIME ZONE 'Asia/Shanghai')::date > c.due_on) AS done_late,
           count(*) FILTER (WHERE c.state IN ('OPEN', 'TAKEN_UP')
                              AND c.due_on < (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date) AS overdue
      FROM counted_card c, span
     WHERE c.community = ANY (p_communities)
       AND (p_grid IS NULL OR c.grid = p_grid)
       AND c.opened_at >= span.from_at
       AND c.opened_at < span.to_at
     GROUP BY c.colour),
checks AS MATERIALIZED (
    SELECT s.drawn, s.state, s.recorded, s.followed, s.entered, s.checked_at
      FROM counted_spot_check s, span
     WHERE s.community = ANY (p_communities)
       AND (p_grid IS NULL OR s.grid = p_grid)
       AND s.at >= span.from_at
       AND s.at < span.to_at),
notices AS (
    SELECT r.state, r.late
      FROM counted_rectification r, span
     WHERE r.community = ANY (p_communities)
       AND (p_grid IS NULL OR r.grid = p_grid)
       AND r.issued_at >= span.from_at
       AND r.issued_at < span.to_at
       AND r.state <> 'WITHDRAWN')
SELECT jsonb_build_object(
    'coverage', (
        SELECT jsonb_agg(jsonb_build_object('class', k.class, 'homes', coalesce(h.homes, 0), 'visited', coalesce(h.visited, 0)) ORDER BY k.rank)
          FROM (VALUES ('ORDINARY', 1), ('KEY', 2), ('SPECIAL', 3)) AS k (class, rank)
          LEFT JOIN (SELECT class, count(*) AS homes, count(*) FILTER (WHERE met) AS visited
                       FROM stood
                      GROUP BY class) h USING (class)),
    'due', (
        SELECT jsonb_build_object('overdue', count(*) FILTER (WHERE state = 'OVERDUE'), 'owed', coalesce(sum(owed), 0))
          FROM homes),
    'visits', (
        SELECT jsonb_build_object('made', count(*),
                                  'met', count(*) FILTER (WHERE outcome = 'MET'),
                                  'nobodyHome', count(*) FILTER (WHERE outcome = 'NOBODY_HOME'),
                                  'refused', count(*) FILTER (WHERE outcome = 'REFUSED'),
                                  'enteredInTime', count(*) FILTER (WHERE in_time))
          FROM visits),
    'consent', (
        SELECT jsonb_build_object('agreed', count(*) FILTER (WHERE c.state = 'AGREED'),
                                  'refused', count(*) FILTER (WHERE c.state IN ('REFUSED', 'REFUSED_TWICE')),
                                  'told', count(*) FILTER (WHERE c.state = 'TOLD'),
                                  'neverAsked', count(*) FILTER (WHERE c.state IS NULL))
          FROM homes h
          LEFT JOIN counted_consent c ON c.household = h.household
         WHERE h.state <> 'LEFT_OUT'),
    'found', (
        SELECT jsonb_build_object('visits', count(DISTINCT visit),
                                  'tickets', count(*),
                                  'answered', count(*) FILTER (WHERE NOT open),
                                  'settled', count(*) FILTER (WHERE settled),
                                  'notSettled', count(*) FILTER (WHERE NOT settled))
          FROM found),
    'cards', (
        SELECT jsonb_agg(jsonb_build_object('colour', k.colour, 'opened', coalesce(c.opened, 0), 'doneInTime', coalesce(c.in_time, 0),
                                            'doneLate', coalesce(c.done_late, 0), 'overdue', coalesce(c.overdue, 0)) ORDER BY k.rank)
          FROM (VALUES ('RED', 1), ('YELLOW', 2), ('GREEN', 3)) AS k (colour, rank)
          LEFT JOIN cards c USING (colour)),
    'spotChecks', (
        SELECT jsonb_build_object('visits', count(*),
                                  'drawn', count(*) FILTER (WHERE drawn),
                                  'checked', count(checked_at),
                                  'passed', count(*) FILTER (WHERE state = 'PASSED'),
                                  'recordedTrue', count(*) FILTER (WHERE recorded = 'OK'),
                                  'toFollow', count(*) FILTER (WHERE followed IN ('OK', 'WRONG')),
                                  'followed', count(*) FILTER (WHERE followed = 'OK'),
                                  'enteredRight', count(*) FILTER (WHERE entered = 'OK'))
          FROM checks),
    'rectification', (
        SELECT jsonb_build_object('issued', count(*), 'accepted', count(*) FILTER (WHERE state = 'ACCEPTED'),
                                  'late', count(*) FILTER (WHERE late))
          FROM notices))
$$;

COMMENT ON FUNCTION visit_figures IS 'coverage counts homes as they stood at the end of the span, due and consent as they stand now; the others what happened in the span. Cards and notices are counted in the span they were opened in.';
