-- The one clock. Everything that asks "is it time?" asks this function, so that one clock decides for all replicas.
CREATE FUNCTION huiyin_now() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN now();

COMMENT ON FUNCTION huiyin_now() IS 'The clock that deadlines and the outbox obey; the rehearsal puts a movable one in its place.';
