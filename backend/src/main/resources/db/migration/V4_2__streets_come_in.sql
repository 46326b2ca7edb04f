-- Whole streets come in, in one statement.
CREATE FUNCTION community_take(p_document jsonb, p_actor bigint) RETURNS integer
    LANGUAGE plpgsql VOLATILE AS
$$
DECLARE
    streets text[];
    gone integer := 0;
    step integer;
BEGIN
    -- One import at a time: the version row is the lock.
    UPDATE community_version SET version = version + 1;

    SELECT array_agg(entry ->> 'id')
      INTO streets
      FROM jsonb_array_elements(p_document -> 'places') entry
     WHERE entry ->> 'kind' = 'STREET';

    INSERT INTO place (id, kind, parent, name, path, street, lng, lat, outline, rank)
    SELECT entry ->> 'id', entry ->> 'kind', entry ->> 'parent', entry ->> 'name', entry ->> 'path', entry ->> 'street',
           (entry ->> 'lng')::double precision, (entry ->> 'lat')::double precision,
           nullif(entry -> 'outline', 'null'), rank
      FROM jsonb_array_elements(p_document -> 'places') WITH ORDINALITY AS given (entry, rank)
        ON CONFLICT (id) DO UPDATE
       SET name = excluded.name, lng = excluded.lng, lat = excluded.lat, outline = excluded.outline, rank = excluded.rank;

    INSERT INTO unit (id, kind, name, place_path, above, rank)
    SELECT entry ->> 'id', entry ->> 'kind', entry ->> 'name', entry ->> 'place_path', entry ->> 'above', rank
      FROM jsonb_array_elements(p_document -> 'units') WITH ORDINALITY AS given (entry, rank)
        ON CONFLICT (id) DO UPDATE
       SET kind = excluded.kind, name = excluded.name, place_path = excluded.place_path, above = excluded.above,
           rank = excluded.rank;

    DELETE FROM unit_duty
     USING unit, place
     WHERE unit.id = unit_duty.unit_id AND place.path = unit.place_path AND place.street = ANY (streets);

    INSERT INTO unit_duty (unit_id, category)
    SELECT entry ->> 'id', duty
      FROM jsonb_array_elements(p_document -> 'units') entry, jsonb_array_elements_text(entry -> 'duties') duty;

    DELETE FROM unit
     USING place
     WHERE place.path = unit.place_path AND place.street = ANY (streets)
       AND unit.id NOT IN (SELECT entry ->> 'id' FROM jsonb_array_elements(p_document -> 'units') entry);
    GET DIAGNOSTICS step = ROW_COUNT;
    gone := gone + step;

    DELETE FROM place
     WHERE street = ANY (streets)
       AND id NOT IN (SELECT entry ->> 'id' FROM jsonb_array_elements(p_document -> 'places') entry);
    GET DIAGNOSTICS step = ROW_COUNT;
    gone := gone + step;

    PERFORM audit_append(
            'STREETS_IMPORTED', p_actor, array_to_string(streets, ' '),
            json_build_object(
                    'places', jsonb_array_length(p_document -> 'places'),
                    'removed', gone,
                    'units', jsonb_array_length(p_document -> 'units'))::text);
    RETURN gone;
END
$$;

COMMENT ON FUNCTION community_take IS
    'Takes streets as they now are: what is new or changed is kept, what is no longer named is removed unless something hangs on it. Answers how much was removed. The document was checked and its paths reckoned before.';
