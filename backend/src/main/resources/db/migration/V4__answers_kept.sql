-- The answers to requests that may come twice. An answer is kept by the statement that does the deed, or not at all.
CREATE TABLE kept_answer (
    caller      bigint      NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    status      integer     NOT NULL,
    location    text,
    etag        text,
    body        text,
    kept_at     timestamptz NOT NULL DEFAULT huiyin_now(),
    CONSTRAINT kept_answer_once PRIMARY KEY (caller, key)
);

CREATE INDEX kept_answer_by_age ON kept_answer (kept_at);

COMMENT ON COLUMN kept_answer.key IS 'Idempotency-Key as the client sent it; unique for each caller.';
COMMENT ON COLUMN kept_answer.fingerprint IS 'SHA-256 in hex of method, path and body: the same key for something else is refused.';

CREATE FUNCTION idempotency_find(p_caller bigint, p_key text) RETURNS jsonb
    LANGUAGE sql STABLE
    RETURN (
        SELECT jsonb_build_object(
                'fingerprint', fingerprint,
                'status', status,
                'location', location,
                'etag', etag,
                'body', body)
        FROM kept_answer
        WHERE caller = p_caller
          AND key = p_key
    );

COMMENT ON FUNCTION idempotency_find IS 'The answer that was kept, or null.';

-- A WITH query that only selects is not run unless somebody reads from it: call this in the last SELECT.
CREATE FUNCTION idempotency_keep(
        p_caller bigint, p_key text, p_fingerprint text,
        p_status integer, p_location text, p_etag text, p_body text) RETURNS void
    LANGUAGE sql VOLATILE
BEGIN ATOMIC
    INSERT INTO kept_answer (caller, key, fingerprint, status, location, etag, body)
    SELECT p_caller, p_key, p_fingerprint, p_status, p_location, p_etag, p_body
    WHERE p_key IS NOT NULL;
END;

COMMENT ON FUNCTION idempotency_keep IS
    'Keeps an answer; without a key nothing. Violates kept_answer_once, and so undoes the whole statement, where the key is there already; waits where it is just being kept.';
