-- Samples of household files, held against the truth at the door (S3: at least 95 % right).
CREATE TABLE household_sample (
    id         bigint      GENERATED ALWAYS AS IDENTITY (START WITH 1000) PRIMARY KEY,
    path       text        COLLATE "C" NOT NULL,
    street     text        NOT NULL,
    seed       text        NOT NULL,
    drawn_on   date        NOT NULL,
    drawn_at   timestamptz NOT NULL DEFAULT huiyin_now(),
    drawn_by   bigint      NOT NULL,
    population bigint      NOT NULL,
    homes      text[]      NOT NULL
);

COMMENT ON COLUMN household_sample.seed IS 'Draws the same again: homes begun by drawn_on, sorted by SHA-256 in hex of seed, colon, id; the first ones.';

CREATE TABLE household_sample_check (
    sample     bigint      NOT NULL REFERENCES household_sample (id),
    household  text        NOT NULL REFERENCES household (id),
    street     text        NOT NULL,
    is_right   boolean     NOT NULL,
    wrong      text[]      NOT NULL,
    checked_by bigint      NOT NULL,
    checked_at timestamptz NOT NULL DEFAULT huiyin_now(),
    PRIMARY KEY (sample, household)
);

COMMENT ON COLUMN household_sample_check.wrong IS 'The fields that were not right; names of fields, never what stood in them.';

-- Many homes in one statement, all or none: false where one of the rooms got its file in between.
CREATE FUNCTION household_import(documents jsonb, answer jsonb) RETURNS boolean
    LANGUAGE plpgsql AS
$$
DECLARE
    doc jsonb;
BEGIN
    FOR doc IN SELECT * FROM jsonb_array_elements(documents) LOOP
        IF NOT household_save(doc) THEN
            RAISE EXCEPTION 'that room has its file by now' USING ERRCODE = 'HY017';
        END IF;
    END LOOP;
    IF answer IS NOT NULL THEN
        PERFORM idempotency_keep(
            (answer ->> 'caller')::bigint,
            answer ->> 'key',
            answer ->> 'fingerprint',
            (answer ->> 'status')::integer,
            answer ->> 'location',
            answer ->> 'etag',
            answer ->> 'body');
    END IF;
    RETURN true;
EXCEPTION
    WHEN SQLSTATE 'HY017' THEN
        RETURN false;
END
$$;
