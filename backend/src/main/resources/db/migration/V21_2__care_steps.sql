-- Steps of a care: who is assigned, the plan, the review; and who is told.

-- The household module's door for whoever reads something sealed about a home elsewhere: the household sees the look.
CREATE FUNCTION household_looked(p_household text, p_by bigint, p_role text, p_purpose text, p_what text) RETURNS void
    LANGUAGE sql AS
$$
    INSERT INTO household_look (household, street, by, role, purpose, what)
    SELECT id, street, p_by, p_role, p_purpose, p_what
      FROM household
     WHERE id = p_household
$$;

COMMENT ON COLUMN household_look.what IS 'FILE, HISTORY, SEARCH, CARD, PROPOSAL or CARE.';

CREATE INDEX care_unassigned ON care (community) WHERE state = 'OPEN' AND specialist IS NULL;

-- A step. The document is {household, version, what, by, specialist, reviewDue, sealed, notices, repeat?}; answers false where somebody
-- else changed it first.
CREATE FUNCTION care_save(doc jsonb) RETURNS boolean
    LANGUAGE plpgsql AS
$$
DECLARE
    c care;
BEGIN
    UPDATE care
       SET specialist = (doc ->> 'specialist')::bigint,
           assigned_at = CASE WHEN doc ->> 'what' IN ('ASSIGNED', 'HANDED_OVER') THEN huiyin_now() ELSE assigned_at END,
           planned_at = CASE WHEN doc ->> 'what' = 'PLANNED' THEN huiyin_now() ELSE planned_at END,
           reviewed_at = CASE WHEN doc ->> 'what' = 'REVIEWED' THEN huiyin_now() ELSE reviewed_at END,
           review_due = (doc ->> 'reviewDue')::date,
           version = version + 1
     WHERE household = doc ->> 'household'
       AND version = (doc ->> 'version')::integer
       AND state = 'OPEN'
    RETURNING * INTO c;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO care_event (household, seq, street, by, what, who, sealed)
    VALUES (c.household, c.version, c.street, (doc ->> 'by')::bigint, doc ->> 'what', c.specialist, doc ->> 'sealed');
    PERFORM outbox_append(doc -> 'notices');
    IF doc -> 'repeat' IS NOT NULL THEN
        PERFORM idempotency_keep((doc -> 'repeat' ->> 'caller')::bigint, doc -> 'repeat' ->> 'key',
                                 doc -> 'repeat' ->> 'fingerprint', 200, NULL,
                                 doc -> 'repeat' ->> 'etag', doc -> 'repeat' ->> 'body');
    END IF;
    RETURN true;
END
$$;

-- As before, and whoever looked after the household hears that it is over.
CREATE OR REPLACE FUNCTION care_follows_file() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    today date := (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date;
    c care;
BEGIN
    IF NEW.class = 'SPECIAL' THEN
        INSERT INTO care AS held (household, path, began_on)
        VALUES (NEW.id, NEW.path, today)
            ON CONFLICT (household) DO UPDATE
           SET state = 'OPEN', specialist = NULL, assigned_at = NULL, planned_at = NULL, reviewed_at = NULL,
               review_due = NULL, began_on = today, ended_on = NULL, version = held.version + 1
         WHERE held.state = 'ENDED'
        RETURNING * INTO c;
    ELSE
        UPDATE care
           SET state = 'ENDED', ended_on = today, review_due = NULL, version = version + 1
         WHERE household = NEW.id
           AND state = 'OPEN'
        RETURNING * INTO c;
    END IF;
    IF c.household IS NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO care_event (household, seq, street, by, what, who)
    VALUES (c.household, c.version, c.street, 0, CASE c.state WHEN 'OPEN' THEN 'BEGAN' ELSE 'ENDED' END, c.specialist);
    IF c.state = 'ENDED' AND c.specialist IS NOT NULL THEN
        PERFORM outbox_append(jsonb_build_array(jsonb_build_object(
            'occasion', 'CARE_ENDED',
            'dedup_key', format('care/%s/v%s/ended', c.household, c.version),
            'street', c.street,
            'subject_kind', 'care',
            'subject_id', c.household,
            'recipient', c.specialist,
            'facts', jsonb_build_object('v', c.version::text))));
    END IF;
    RETURN NULL;
END
$$;
