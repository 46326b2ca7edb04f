-- What was uploaded. The bytes lie on a shelf (a disk or an S3 store); this says what is there and whose it is.
CREATE TABLE media (
    id         text        PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
    owner      bigint      NOT NULL,
    kind       text        NOT NULL,
    bytes      bigint      NOT NULL CHECK (bytes > 0),
    sha256     text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    width      integer,
    height     integer,
    state      text        NOT NULL CHECK (state IN ('ARRIVING', 'LOOSE', 'ATTACHED', 'SWEPT')),
    ticket     text,
    created_at timestamptz NOT NULL DEFAULT huiyin_now(),
    CHECK ((state = 'ATTACHED') = (ticket IS NOT NULL))
);

COMMENT ON COLUMN media.sha256 IS 'Of the file as kept, after it was washed.';
COMMENT ON COLUMN media.width IS 'Pixels as stored, before orientation; null for voice.';
COMMENT ON COLUMN media.state IS
    'ARRIVING: being put on the shelf, not told to anyone yet; LOOSE: safe, hangs on nothing; ATTACHED: hangs on a ticket; SWEPT: file being removed, row follows.';

-- What the sweep looks for, and how many one account has lying about.
CREATE INDEX media_loose ON media (created_at) WHERE state <> 'ATTACHED';
CREATE INDEX media_loose_of_owner ON media (owner) WHERE state IN ('ARRIVING', 'LOOSE');
CREATE INDEX media_of_ticket ON media (ticket) WHERE ticket IS NOT NULL;

-- Hangs uploads on a ticket, inside the statement that files or moves it. All or none: where one was swept or hangs on
-- another ticket by now, the whole statement fails with SQLSTATE HY006.
CREATE FUNCTION media_attach(p_ids text[], p_ticket text) RETURNS integer
    LANGUAGE plpgsql AS
$$
DECLARE
    wanted   integer := (SELECT count(DISTINCT id) FROM unnest(p_ids) AS id);
    attached integer;
BEGIN
    UPDATE media
    SET state = 'ATTACHED', ticket = p_ticket
    WHERE id = ANY (p_ids)
      AND (state = 'LOOSE' OR (state = 'ATTACHED' AND ticket = p_ticket));
    GET DIAGNOSTICS attached = ROW_COUNT;
    IF attached <> wanted THEN
        RAISE EXCEPTION 'media gone or taken' USING ERRCODE = 'HY006';
    END IF;
    RETURN attached;
END
$$;
