-- Where somebody lives, for a statement of another module: one round trip less.
CREATE FUNCTION account_home_building(p_account bigint) RETURNS text
    LANGUAGE sql STABLE AS
$$
    SELECT building_id
      FROM account_home
     WHERE account_id = p_account
       AND state <> 'REFUSED'
$$;
