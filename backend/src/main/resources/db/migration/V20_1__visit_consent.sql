-- Consent (S3 §2.3.1, §6.3): the purpose is told, agreement is asked, a refusal stays, the secretary tries once more.

CREATE TABLE visit_notice (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    path    text        COLLATE "C" NOT NULL,
    street  text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    way     text        NOT NULL CHECK (way IN ('BOARD', 'WECHAT_GROUP')),
    purpose text        NOT NULL CHECK (char_length(purpose) BETWEEN 1 AND 200),
    at      timestamptz NOT NULL DEFAULT huiyin_now(),
    by      bigint      NOT NULL
);
CREATE INDEX visit_notice_in_place ON visit_notice (path, at DESC);

COMMENT ON TABLE visit_notice IS 'What visits are for, told to everybody in a place at once.';

CREATE TABLE visit_consent (
    household      text        PRIMARY KEY,
    path           text        COLLATE "C" NOT NULL,
    street         text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    community      text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 3)) STORED,
    grid           text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 4)) STORED,
    state          text        NOT NULL CHECK (state IN ('TOLD', 'AGREED', 'REFUSED', 'REFUSED_TWICE')),
    at             timestamptz NOT NULL,
    by             bigint      NOT NULL,
    round          integer     NOT NULL,
    second_try_due date,
    quiet_until    date,
    version        integer     NOT NULL
);
CREATE INDEX visit_consent_in_place ON visit_consent (community, state, household);

COMMENT ON TABLE  visit_consent                IS 'Whether a home agrees to visits at present; reckoned from what was said.';
COMMENT ON COLUMN visit_consent.at             IS 'Since when.';
COMMENT ON COLUMN visit_consent.by             IS 'Who said or noted it.';
COMMENT ON COLUMN visit_consent.round          IS 'How many times it came to a refusal; one second try for each.';
COMMENT ON COLUMN visit_consent.second_try_due IS 'By when the secretary tries again; null unless that is open.';
COMMENT ON COLUMN visit_consent.quiet_until    IS 'A second try was made: until then nobody asks after another refusal.';

CREATE TABLE visit_consent_event (
    household  text        NOT NULL,
    seq        integer     NOT NULL,
    street     text        NOT NULL,
    at         timestamptz NOT NULL,
    noted_at   timestamptz NOT NULL DEFAULT huiyin_now(),
    by         bigint      NOT NULL,
    part       text        NOT NULL CHECK (part IN ('RESIDENT', 'STAFF', 'SECRETARY')),
    deed       text        NOT NULL,
    way        text        NOT NULL,
    from_state text        NOT NULL,
    to_state   text        NOT NULL,
    round      integer     NOT NULL,
    second_try boolean     NOT NULL,
    by_itself  boolean     NOT NULL,
    sealed     text,
    PRIMARY KEY (household, seq)
);

COMMENT ON TABLE  visit_consent_event           IS 'Everything told and said about visits to a home, for ever added to.';
COMMENT ON COLUMN visit_consent_event.at        IS 'When it was said; noted_at is when we learned of it.';
COMMENT ON COLUMN visit_consent_event.by_itself IS 'Nobody had asked: the household came by itself.';
COMMENT ON COLUMN visit_consent_event.sealed    IS 'For what purpose, and the words to it, bound to visit-consent/<household>/<seq>; null where nothing was said or it was erased.';

CREATE INDEX visit_consent_event_as_of ON visit_consent_event (household, at DESC, seq DESC);
CREATE INDEX visit_consent_event_by ON visit_consent_event (by);
CREATE UNIQUE INDEX visit_consent_one_second_try ON visit_consent_event (household, round) WHERE second_try;
CREATE INDEX visit_consent_event_sealed_by ON visit_consent_event (left(sealed, 6) COLLATE "C") WHERE sealed IS NOT NULL;

-- What was said stays as it was said. A new key may seal it anew, an erasure may empty it; nothing else.
CREATE TRIGGER visit_consent_event_stays
    BEFORE DELETE OR UPDATE OF household, seq, street, at, noted_at, by, part, deed, way, from_state, to_state, round ON visit_consent_event
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();

-- The answer to a request that may come twice: {caller, key, fingerprint, status, location, etag, body}, or nothing.
CREATE FUNCTION visit_answer_kept(doc jsonb) RETURNS void
    LANGUAGE sql AS
$$
    SELECT idempotency_keep((doc ->> 'caller')::bigint, doc ->> 'key', doc ->> 'fingerprint', (doc ->> 'status')::integer,
                            doc ->> 'location', doc ->> 'etag', doc ->> 'body')
     WHERE doc ->> 'key' IS NOT NULL
$$;

-- Keeps what was said about visits to a home. The document is {after, event, current, repeat?}: how things stand then (its version one
-- more than the one that was looked at), what was said, and whether it changes how things stand: what arrives late does not.
-- Answers SAVED, STALE, or SECOND_TRY_MADE.
CREATE FUNCTION visit_consent_note(doc jsonb) RETURNS text
    LANGUAGE plpgsql AS
$$
DECLARE
    s visit_consent := jsonb_populate_record(NULL::visit_consent, doc -> 'after');
    e visit_consent_event := jsonb_populate_record(NULL::visit_consent_event, doc -> 'event');
    rule visit_rule;
    day date := (e.at AT TIME ZONE 'Asia/Shanghai')::date;
    reopened boolean := e.to_state = 'REFUSED' AND e.from_state <> 'REFUSED' AND (doc ->> 'current')::boolean;
BEGIN
    SELECT * INTO rule FROM visit_rule;
    IF EXISTS (SELECT FROM visit_consent_event WHERE household = s.household AND round = e.round AND second_try AND e.second_try) THEN
        RETURN 'SECOND_TRY_MADE';
    END IF;
    IF s.version = 1 THEN
        INSERT INTO visit_consent (household, path, state, at, by, round, version)
        VALUES (s.household, s.path, s.state, s.at, s."by", s.round, 1)
            ON CONFLICT (household) DO NOTHING;
    ELSE
        UPDATE visit_consent
           SET path = s.path, state = s.state, at = s.at, by = s."by", round = s.round, version = s.version
         WHERE household = s.household
           AND version = s.version - 1;
    END IF;
    IF NOT FOUND THEN
        RETURN 'STALE';
    END IF;
    UPDATE visit_consent
       SET second_try_due = CASE WHEN reopened THEN (day + rule.second_try_within)::date
                                 WHEN state = 'REFUSED' THEN second_try_due END,
           quiet_until = CASE WHEN e.second_try THEN (day + rule.quiet_for)::date ELSE quiet_until END
     WHERE household = s.household
    RETURNING * INTO s;
    INSERT INTO visit_consent_event (household, seq, street, at, by, part, deed, way, from_state, to_state, round, second_try,
                                     by_itself, sealed)
    VALUES (s.household, s.version, s.street, e.at, e."by", e.part, e.deed, e.way, e.from_state, e.to_state, e.round,
            e.second_try, e.by_itself, e.sealed);
    IF s.state <> 'REFUSED' THEN
        PERFORM outbox_withdraw('visit-consent', s.household, 'consent/', '已有答复');
    END IF;
    IF reopened THEN
        PERFORM visit_ask_the_secretary(s);
    END IF;
    PERFORM visit_answer_kept(doc -> 'repeat');
    RETURN 'SAVED';
END
$$;

-- At once, and on the day on which it should be done.
CREATE FUNCTION visit_ask_the_secretary(s visit_consent) RETURNS void
    LANGUAGE sql AS
$$
    SELECT outbox_append(jsonb_agg(jsonb_build_object(
               'occasion', 'VISIT_REFUSED',
               'dedup_key', format('consent/%s/%s/%s', s.household, s.round, step),
               'street', s.street,
               'subject_kind', 'visit-consent',
               'subject_id', s.household,
               'not_before', told_at,
               'facts', jsonb_build_object('round', s.round::text))))
      FROM (VALUES ('asked', huiyin_now()),
                   ('due', (s.second_try_due + time '09:00') AT TIME ZONE 'Asia/Shanghai')) AS moment (step, told_at)
$$;

-- Whether a home agreed to visits at a moment.
CREATE FUNCTION visit_agreed(p_household text, p_at timestamptz) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN coalesce(
        (SELECT to_state = 'AGREED'
           FROM visit_consent_event
          WHERE household = p_household
            AND at <= p_at
          ORDER BY at DESC, seq DESC
          LIMIT 1),
        false);

CREATE VIEW counted_consent AS
SELECT household, path, street, community, grid, state, at, by
  FROM visit_consent;

COMMENT ON VIEW counted_consent IS 'How homes stand to visits, for whoever plans or counts; a home that is not in it was never asked.';
