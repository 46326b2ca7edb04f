-- As before, but that somebody was not there waits a little before it leaves.

-- What is said of an appointment from now on; what was to be said of it before is taken back.
-- Staff are reminded once for each slot, however many come: under the slot's own key.
-- That nobody came is said a quarter of an hour later: whoever turns up after all, or was mistaken for somebody else, hears nothing.
CREATE OR REPLACE FUNCTION visit_tell(a visit_appointment, p_resident text, p_staff text, p_note text) RETURNS void
    LANGUAGE plpgsql AS
$$
DECLARE
    s visit_slot;
    facts jsonb := jsonb_strip_nulls(jsonb_build_object(
        'v', a.version::text, 'slot', a.slot::text, 'note', nullif(p_note, '')));
BEGIN
    SELECT * INTO s FROM visit_slot WHERE id = a.slot;
    PERFORM outbox_withdraw('visit', a.no, 'visit/' || a.no || '/', a.state);
    PERFORM outbox_append(coalesce(jsonb_agg(n), '[]'))
       FROM (SELECT jsonb_build_object(
                        'occasion', said.occasion,
                        'dedup_key', said.key || said.occasion,
                        'street', a.street,
                        'subject_kind', 'visit',
                        'subject_id', said.subject,
                        'recipient', said.recipient,
                        'not_before', said.at,
                        'urgent', said.urgent,
                        'facts', facts) AS n
               FROM (SELECT p_resident AS occasion, format('visit/%s/v%s/', a.no, a.version) AS key, a.no AS subject,
                            a.booker AS recipient,
                            huiyin_now() + CASE p_resident WHEN 'VISIT_NO_SHOW' THEN interval '15 minutes' ELSE '0' END AS at,
                            false AS urgent
                      UNION ALL
                     SELECT p_staff, format('visit/%s/v%s/', a.no, a.version), a.no, s.staff, huiyin_now(), false
                      UNION ALL
                     SELECT r.occasion,
                            CASE WHEN r.to_staff THEN format('visit/slot-%s/', s.id)
                                 ELSE format('visit/%s/v%s/', a.no, a.version) END,
                            CASE WHEN r.to_staff THEN 'slot-' || s.id ELSE a.no END,
                            CASE WHEN r.to_staff THEN s.staff ELSE a.booker END,
                            visit_reminder_time(r, s.starts_at),
                            r.urgent
                       FROM visit_reminder r
                      WHERE a.state = 'BOOKED'
                        AND visit_reminder_time(r, s.starts_at) > huiyin_now()) AS said
              WHERE said.occasion IS NOT NULL) AS notices;
END
$$;
