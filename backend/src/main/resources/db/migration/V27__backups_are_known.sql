-- What infra/backup leaves word of: whoever runs the house is called when none comes.

CREATE TABLE backup_made (
    made_at timestamptz PRIMARY KEY DEFAULT now(),
    name text NOT NULL CHECK (name <> '')
);
COMMENT ON TABLE backup_made IS 'A row for each backup that was finished; the newest is what counts.';
COMMENT ON COLUMN backup_made.made_at IS 'By the real clock, which no rehearsal moves.';
COMMENT ON COLUMN backup_made.name IS 'Its folder, or what else finds it again.';

-- A new house has as long for its first backup as for each one after.
INSERT INTO backup_made (name) VALUES ('none yet: from here it is counted');
