-- The tree of places, and the units that act in it.

CREATE TABLE place (
    id      text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    kind    text NOT NULL CHECK (kind IN ('STREET', 'COMMUNITY', 'GRID', 'BUILDING')),
    parent  text REFERENCES place (id),
    name    text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    path    text NOT NULL UNIQUE,
    street  text NOT NULL,
    lng     double precision,
    lat     double precision,
    outline jsonb,
    rank    integer NOT NULL,
    CHECK ((kind = 'STREET') = (parent IS NULL))
);
CREATE INDEX place_by_parent ON place (parent);

COMMENT ON TABLE place IS 'Street, community, grid, building 街道、社区、网格、楼栋.';
COMMENT ON COLUMN place.path IS 'Where it hangs in the tree, street first: /qinghe/qinghe-c1/. Never changes: other tables keep it.';
COMMENT ON COLUMN place.outline IS 'Corners of its border as pairs of longitude and latitude (GCJ-02).';
COMMENT ON COLUMN place.rank IS 'Its place in the document it came with; the order in which it is shown.';

CREATE TABLE unit (
    id         text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    kind       text NOT NULL CHECK (kind IN ('PROPERTY', 'COMMITTEE', 'STREET_OFFICE', 'DEPARTMENT')),
    name       text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    place_path text NOT NULL REFERENCES place (path),
    above      text REFERENCES unit (id),
    rank       integer NOT NULL
);
CREATE INDEX unit_by_place ON unit (place_path);
CREATE INDEX unit_by_above ON unit (above);

COMMENT ON TABLE unit IS 'Who acts 承办单位: 物业、居委会、街道办、职能部门.';
COMMENT ON COLUMN unit.place_path IS 'The place whose matters it takes, with all below it.';
COMMENT ON COLUMN unit.above IS 'The next level up, where it turns to when it cannot settle a matter itself.';

CREATE TABLE unit_duty (
    unit_id  text NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    category text NOT NULL,
    PRIMARY KEY (unit_id, category)
);

COMMENT ON TABLE unit_duty IS 'What a unit answers for: a top category, or one sub-item of it, which goes before the top category.';

CREATE TABLE community_version (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    version  bigint NOT NULL
);
INSERT INTO community_version (version) VALUES (1);

COMMENT ON TABLE community_version IS 'Grows with each change of places or units; replicas compare it with what they hold in memory.';
