-- A resident whom staff recorded by phone, and who logs in later with that phone, is one person: doors for other modules.

CREATE FUNCTION account_now(p_id bigint) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce((SELECT merged_into FROM account WHERE id = p_id), p_id);

COMMENT ON FUNCTION account_now IS 'The account by which this person is known today.';

CREATE FUNCTION account_ids(p_id bigint) RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ARRAY(SELECT p_id UNION ALL SELECT id FROM account WHERE merged_into = p_id);

COMMENT ON FUNCTION account_ids IS 'All accounts by which this person was ever known, today''s among them.';
