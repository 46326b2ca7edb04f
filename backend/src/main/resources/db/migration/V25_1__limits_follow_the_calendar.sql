-- Limits of rectification notices follow the calendar 整改期限随放假通知重算.

CREATE INDEX rectification_running ON rectification (no) WHERE state IN ('ISSUED', 'SENT_BACK');

-- A limit that runs ends on another day. The document is {no, version, due_at, notices}; whoever calls it has locked the notice.
CREATE FUNCTION rectification_replan(doc jsonb) RETURNS void
    LANGUAGE plpgsql AS
$$
DECLARE
    r rectification;
BEGIN
    UPDATE rectification
       SET due_at = (doc ->> 'due_at')::timestamptz,
           version = version + 1
     WHERE no = doc ->> 'no'
       AND version = (doc ->> 'version')::integer
    RETURNING * INTO STRICT r;
    INSERT INTO rectification_event (no, seq, street, by, move, to_state, due_at)
    VALUES (r.no, r.version, r.street, 0, 'REPLAN', r.state, r.due_at);
    PERFORM outbox_withdraw('rectification', r.no, 'rectification/' || r.no || '/limit/', '期限重算了');
    PERFORM outbox_append(doc -> 'notices');
END
$$;
