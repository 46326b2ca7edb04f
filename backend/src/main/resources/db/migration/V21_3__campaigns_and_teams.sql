-- Campaigns 走访活动: every home of a place visited once between two days; and the teams that go.

CREATE TABLE campaign (
    id            bigint      GENERATED ALWAYS AS IDENTITY (START WITH 1000) PRIMARY KEY,
    place         text        COLLATE "C" NOT NULL,
    street        text        NOT NULL GENERATED ALWAYS AS (split_part(place, '/', 2)) STORED,
    theme         text,
    name          text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
    starts_on     date        NOT NULL,
    ends_on       date        NOT NULL,
    groups        text[]      NOT NULL,
    first         text[]      NOT NULL,
    leave_out     text[]      NOT NULL,
    first_ways    text[]      NOT NULL,
    other_ways    text[]      NOT NULL,
    pilots        text[]      NOT NULL,
    pilot_monthly integer     NOT NULL CHECK (pilot_monthly >= 0),
    stage         text        NOT NULL CHECK (stage IN ('PROPOSED', 'PILOT', 'ALL', 'CLOSED', 'DROPPED')),
    figures       jsonb,
    note          text,
    by            bigint      NOT NULL,
    at            timestamptz NOT NULL DEFAULT huiyin_now(),
    closed_at     timestamptz,
    version       integer     NOT NULL DEFAULT 1,
    CHECK (starts_on <= ends_on),
    CHECK ((stage = 'CLOSED') = (figures IS NOT NULL)),
    -- Of two who begin the same at the same moment one is refused.
    CONSTRAINT campaign_one_at_a_time
        EXCLUDE USING gist (place WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
        WHERE (theme IS NULL AND stage IN ('PILOT', 'ALL')),
    CONSTRAINT campaign_theme_once UNIQUE (place, theme, starts_on)
);

COMMENT ON TABLE  campaign         IS 'A campaign. Who belongs to it follows from the files of the homes, who was visited from the visits; neither is kept here.';
COMMENT ON COLUMN campaign.place   IS 'The path of a street or community.';
COMMENT ON COLUMN campaign.theme   IS 'Of programme/campaigns.yaml; null for a general one.';
COMMENT ON COLUMN campaign.figures IS 'As they were when it was closed; never counted again.';

CREATE INDEX campaign_in_street ON campaign (street, id DESC);

-- The homes of a campaign as their files stand, and when each was visited in the way it needs. One look at the visits' index for each.
CREATE FUNCTION campaign_homes(p_campaign bigint)
    RETURNS TABLE (household text, path text, community text, grid text, room text, room_key text, class text, tags text[],
                   needs text[], first boolean, done_at timestamptz, tried_at timestamptz)
    LANGUAGE sql STABLE AS
$$
    SELECT h.household, h.path, h.community, h.grid, h.room, h.room_key, h.class, h.tags, h.needs, h.tags && c.first,
           visited.done_at, visited.tried_at
      FROM campaign c
      JOIN counted_household h
        ON h.path >= c.place AND h.path < left(c.place, -1) || '0'
       AND h.status <> ALL (c.leave_out)
       AND (cardinality(c.groups) = 0 OR h.tags && c.groups)
       AND (c.stage <> 'PILOT' OR EXISTS (SELECT FROM unnest(c.pilots) AS pilot (place) WHERE starts_with(h.path, pilot.place)))
      LEFT JOIN LATERAL (
               SELECT min(v.at) FILTER (WHERE v.outcome = 'MET'
                                          AND v.way = ANY (CASE WHEN h.tags && c.first THEN c.first_ways ELSE c.other_ways END)) AS done_at,
                      max(v.at) AS tried_at
                 FROM counted_visit v
                WHERE v.household = h.household
                  AND v.at >= c.starts_on::timestamp AT TIME ZONE 'Asia/Shanghai'
                  AND v.at < (c.ends_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') visited ON true
     WHERE c.id = p_campaign
$$;

-- Its figures, a row for each grid. this_month: visited since the corresponding day of this or the last month, as pilots are counted.
CREATE FUNCTION campaign_figures(p_campaign bigint) RETURNS jsonb
    LANGUAGE sql STABLE AS
$$
    WITH month AS MATERIALIZED (
             SELECT (c.starts_on + make_interval(months => greatest(programme_months(c.starts_on, today), 0)))::timestamp
                        AT TIME ZONE 'Asia/Shanghai' AS since
               FROM campaign c, (SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS today) clock
              WHERE c.id = p_campaign)
    SELECT coalesce(jsonb_agg(to_jsonb(counted) ORDER BY community, grid), '[]')
      FROM (SELECT community, grid,
                   count(*)                                                  AS homes,
                   count(*) FILTER (WHERE first)                             AS first,
                   count(done_at)                                            AS done,
                   count(done_at) FILTER (WHERE first)                       AS first_done,
                   count(*) FILTER (WHERE done_at IS NULL AND tried_at IS NOT NULL) AS tried,
                   count(*) FILTER (WHERE done_at >= month.since)            AS this_month
              FROM campaign_homes(p_campaign), month
             GROUP BY community, grid) counted
$$;

-- To another stage or last day. Closing counts for the last time. Answers SAVED, STALE or the constraint that forbids it.
CREATE FUNCTION campaign_move(doc jsonb) RETURNS text
    LANGUAGE plpgsql AS
$$
DECLARE
    why text;
BEGIN
    PERFORM 1 FROM campaign WHERE id = (doc ->> 'id')::bigint FOR UPDATE;
    UPDATE campaign
       SET stage = doc ->> 'stage',
           ends_on = coalesce((doc ->> 'endsOn')::date, ends_on),
           note = coalesce(doc ->> 'note', note),
           figures = CASE WHEN doc ->> 'stage' = 'CLOSED' THEN campaign_figures(id) END,
           closed_at = CASE WHEN doc ->> 'stage' = 'CLOSED' THEN huiyin_now() END,
           version = version + 1
     WHERE id = (doc ->> 'id')::bigint
       AND version = (doc ->> 'version')::integer;
    RETURN CASE WHEN FOUND THEN 'SAVED' ELSE 'STALE' END;
EXCEPTION WHEN exclusion_violation OR check_violation THEN
    GET STACKED DIAGNOSTICS why = CONSTRAINT_NAME;
    RETURN why;
END
$$;

CREATE TABLE programme_team (
    place   text        COLLATE "C" PRIMARY KEY,
    members jsonb       NOT NULL,
    by      bigint      NOT NULL,
    at      timestamptz NOT NULL DEFAULT huiyin_now(),
    version integer     NOT NULL DEFAULT 1
);
COMMENT ON TABLE  programme_team         IS 'The visiting team 1+3+N of a community.';
COMMENT ON COLUMN programme_team.place   IS 'The path of the community.';
COMMENT ON COLUMN programme_team.members IS '[{account, part, qualifications, grids}]';

CREATE INDEX programme_team_members ON programme_team USING gin (members jsonb_path_ops);

-- The appointment module's door for whoever plans a day: what somebody has to keep, each slot once.
CREATE VIEW counted_booking AS
SELECT DISTINCT s.id AS slot, s.staff, s.street, s.service, s.building, s.at_home, s.point, s.starts_at, s.ends_at
  FROM visit_slot s
  JOIN visit_appointment a ON a.slot = s.id AND a.state = 'BOOKED'
 WHERE s.state = 'OPEN';

COMMENT ON VIEW counted_booking IS 'Booked times of those who come, for whoever plans their day. building: its id, where it is known.';
