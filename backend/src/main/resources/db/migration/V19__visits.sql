-- Visits to homes 走访: each as it was made, whenever it reached us.

CREATE TABLE visit_record (
    id           text        PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_-]{8,64}$'),
    household    text        NOT NULL,
    class        text        NOT NULL CHECK (class IN ('ORDINARY', 'KEY', 'SPECIAL')),
    path         text        COLLATE "C" NOT NULL,
    street       text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    community    text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 3)) STORED,
    grid         text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 4)) STORED,
    by           bigint      NOT NULL,
    at           timestamptz NOT NULL,
    entered_at   timestamptz NOT NULL DEFAULT huiyin_now(),
    entry_due_at timestamptz NOT NULL,
    way          text        NOT NULL CHECK (way IN ('IN_PERSON', 'PHONE', 'ONLINE')),
    outcome      text        NOT NULL CHECK (outcome IN ('MET', 'NOBODY_HOME', 'REFUSED')),
    CHECK (at <= entered_at)
);

COMMENT ON TABLE  visit_record              IS 'A visit, or the try of one. What was said is sealed beside it.';
COMMENT ON COLUMN visit_record.id           IS 'Drawn on the phone that wrote it, so that the same record sent twice is one.';
COMMENT ON COLUMN visit_record.class        IS 'The class of the household on that day.';
COMMENT ON COLUMN visit_record.path         IS 'The path of the building on that day.';
COMMENT ON COLUMN visit_record.at           IS 'When it was made: the time of the phone, which may have been offline.';
COMMENT ON COLUMN visit_record.entry_due_at IS 'By when it had to be entered (S3 §4.2: within 24 hours).';

CREATE INDEX visit_record_of_household ON visit_record (household, at DESC);
CREATE INDEX visit_record_in_place ON visit_record (community, at, id);
CREATE INDEX visit_record_by ON visit_record (by, at DESC, id);

CREATE VIEW counted_visit AS
SELECT id AS visit, household, class, path, street, community, grid, by, at, entered_at, entry_due_at, way, outcome
  FROM visit_record;

COMMENT ON VIEW counted_visit IS 'Visits for whoever plans, draws or counts.';

COMMENT ON TABLE visit_need IS 'What somebody can need a visit for; the phrases that mean it are in appointment/needs.csv.';
