-- Who did what, in a chain where each entry seals the one before it.
CREATE FUNCTION hash_chain_next(p_previous text, VARIADIC p_fields text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        SELECT encode(sha256(convert_to(string_agg(
                coalesce(octet_length(field) || ':' || field || ',', '-,'), '' ORDER BY place), 'UTF8')), 'hex')
        FROM unnest(p_previous || p_fields) WITH ORDINALITY AS sealed (field, place)
    );

COMMENT ON FUNCTION hash_chain_next IS
    'SHA-256 in hex over the previous hash and the fields, each as its length in bytes of UTF-8, a colon, the text, a comma; a null is a minus and a comma.';

CREATE FUNCTION hash_chain_time(p_at timestamptz) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

COMMENT ON FUNCTION hash_chain_time IS 'A time as a field of a hash chain: UTC with six digits of a second.';

CREATE FUNCTION refuse_to_change_history() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TABLE audit_entry (
    id       bigint      PRIMARY KEY,
    at       timestamptz NOT NULL,
    kind     text        NOT NULL,
    actor    bigint      NOT NULL,
    subject  text        NOT NULL,
    facts    text        NOT NULL,
    previous text        NOT NULL,
    hash     text        NOT NULL
);

COMMENT ON COLUMN audit_entry.id IS '1, 2, 3 … without a gap: its place in the chain.';
COMMENT ON COLUMN audit_entry.facts IS 'JSON, sealed as these very characters.';

CREATE TRIGGER audit_entry_stays
    BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();

CREATE TRIGGER audit_entry_is_not_emptied
    BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();

-- One row: how long the chain is and how it ends. It puts writers in a line, and without it the last entries could be cut off unseen.
CREATE TABLE audit_head (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    length bigint  NOT NULL,
    hash   text    NOT NULL
);

INSERT INTO audit_head (length, hash) VALUES (0, repeat('0', 64));

CREATE FUNCTION audit_append(p_kind text, p_actor bigint, p_subject text, p_facts text) RETURNS void
    LANGUAGE plpgsql VOLATILE AS
$$
DECLARE
    head audit_head;
    told timestamptz := huiyin_now();
    seal text;
BEGIN
    SELECT * INTO head FROM audit_head FOR UPDATE;
    seal := hash_chain_next(
            head.hash,
            (head.length + 1)::text, hash_chain_time(told), p_kind, p_actor::text, p_subject, p_facts);
    INSERT INTO audit_entry (id, at, kind, actor, subject, facts, previous, hash)
    VALUES (head.length + 1, told, p_kind, p_actor, p_subject, p_facts, head.hash, seal);
    UPDATE audit_head SET length = head.length + 1, hash = seal;
END
$$;

COMMENT ON FUNCTION audit_append IS
    'Adds one entry. Writers stand in a line until they commit, so it is for what happens seldom: roles, notices, exports.';
