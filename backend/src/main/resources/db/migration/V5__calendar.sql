-- What the State Council's office has announced. Nothing is overwritten: the notice of a year that is imported again comes
-- to stand beside the former one, so that "why was this due then?" can be answered for any version of the calendar.
CREATE TABLE calendar_notice (
    year        integer     NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    version     integer     NOT NULL CHECK (version > 0),
    source      text        NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT huiyin_now(),
    imported_by bigint      NOT NULL,
    PRIMARY KEY (year, version)
);
COMMENT ON TABLE calendar_notice IS 'Of each year the notice with the highest version counts.';
COMMENT ON COLUMN calendar_notice.version IS 'the version of the whole calendar that began with this notice';
COMMENT ON COLUMN calendar_notice.source IS 'the title or number of the notice';
COMMENT ON COLUMN calendar_notice.imported_by IS 'an account; 0 for what came with the product';

CREATE INDEX calendar_notice_by_version ON calendar_notice (version);

CREATE TABLE calendar_day (
    year    integer NOT NULL,
    version integer NOT NULL,
    date    date    NOT NULL,
    kind    text    NOT NULL CHECK (kind IN ('HOLIDAY', 'WORKDAY')),
    name    text    NOT NULL,
    PRIMARY KEY (year, version, date),
    FOREIGN KEY (year, version) REFERENCES calendar_notice
);
COMMENT ON COLUMN calendar_day.year IS 'of the notice; the date itself may lie in the adjoining week';
COMMENT ON COLUMN calendar_day.kind IS 'HOLIDAY is free, WORKDAY is a weekend day that is worked';

CREATE FUNCTION calendar_version() RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(max(version), 0) FROM calendar_notice);

COMMENT ON FUNCTION calendar_version() IS 'The newest version of the calendar; grows with each notice. 0 before the first.';
