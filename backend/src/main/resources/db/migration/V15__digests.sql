-- What is told of a place each day, week and month; and the doors for whoever counts.

CREATE TABLE digest (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind      text        NOT NULL CHECK (kind IN ('GRID', 'COMMUNITY', 'STREET')),
    place     text        NOT NULL,
    path      text        NOT NULL,
    day       date        NOT NULL,
    from_at   timestamptz NOT NULL,
    to_at     timestamptz NOT NULL,
    made_at   timestamptz NOT NULL DEFAULT huiyin_now(),
    figures   jsonb       NOT NULL,
    street    text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    community text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 3)) STORED,
    grid      text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 4)) STORED,
    CONSTRAINT digest_once UNIQUE (kind, place, day)
);
COMMENT ON TABLE  digest         IS 'What was counted, as it was told; never counted again.';
COMMENT ON COLUMN digest.day     IS 'Names the turn: the day itself, the Monday, or the first of the month in which it was told.';
COMMENT ON COLUMN digest.made_at IS 'What stands as of now in it stood so at this moment.';

-- One for each reach somebody may have; every list is by kind and newest first.
CREATE INDEX digest_in_street ON digest (street, kind, id DESC);
CREATE INDEX digest_in_community ON digest (community, kind, id DESC);
CREATE INDEX digest_in_grid ON digest (grid, kind, id DESC);

-- Doors to read through: these columns stay, whatever becomes of the tables behind them.

CREATE INDEX ticket_event_reply ON ticket_event (street, at) WHERE move = 'REPLY';
CREATE INDEX callback_given ON callback (street, given_at);

CREATE VIEW counted_ticket AS
    SELECT no, street, community, grid, category, filed_at,
           stage IN ('SUBMITTED', 'CLASSIFIED', 'DISPATCHED', 'IN_PROGRESS') AS open,
           stage = 'CLASSIFIED' AND hand_ons > 0 AS unowned
      FROM ticket;
COMMENT ON VIEW counted_ticket IS 'Tickets for whoever counts. open: somebody still owes the resident an answer; unowned: handed back, and nobody''s.';

CREATE VIEW counted_deadline AS
    SELECT no, due_at
      FROM ticket_deadline
     WHERE met_at IS NULL
       AND withdrawn_at IS NULL
       AND paused_since IS NULL;
COMMENT ON VIEW counted_deadline IS 'Deadlines whose time runs, for whoever counts.';

CREATE VIEW counted_reply AS
    SELECT e.no, e.street, e.at,
           EXISTS (SELECT
                     FROM ticket_deadline d
                    WHERE d.no = e.no
                      AND d.kind IN ('FIRST_REPLY', 'URGENT_HANDLING', 'PROGRESS_CLEAR', 'RECTIFY')
                      AND d.met_at = e.at
                      AND d.met_at > d.due_at) AS late
      FROM ticket_event e
     WHERE e.move = 'REPLY';
COMMENT ON VIEW counted_reply IS 'Answers for whoever counts. late: it ended a deadline for an answer whose time had passed.';

CREATE VIEW counted_rating AS
    SELECT ticket_no AS no, street, given_at, score, settled
      FROM callback;
COMMENT ON VIEW counted_rating IS 'What residents said of answers, for whoever counts.';

CREATE VIEW open_task AS
    SELECT occasion, role, place, subject_id, created_at
      FROM todo
     WHERE state = 'OPEN';
COMMENT ON VIEW open_task IS 'Tasks that wait for a human, for whoever counts.';
