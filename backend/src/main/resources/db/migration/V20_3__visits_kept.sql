-- A visit is kept whole or not at all: the record, what was said, what was agreed, photos, cards.

ALTER TABLE visit_record
    ADD COLUMN minutes integer   NOT NULL DEFAULT 1 CHECK (minutes BETWEEN 1 AND 480),
    ADD COLUMN during  tstzrange,
    ADD COLUMN content text,
    ADD COLUMN photos  text[]    NOT NULL DEFAULT '{}',
    ADD COLUMN appointment text,
    -- Nobody makes two visits at once. What is written online takes nobody anywhere.
    ADD CONSTRAINT visit_record_person_once EXCLUDE USING gist (by WITH =, during WITH &&);

COMMENT ON COLUMN visit_record.minutes IS 'How long it took; one where the phone did not say.';
COMMENT ON COLUMN visit_record.during  IS 'When its maker was there and nowhere else; null for what was written online.';
COMMENT ON COLUMN visit_record.content IS 'Keyed hash of all that the phone sent: the same record again is known by it.';

CREATE TABLE visit_words (
    visit  text PRIMARY KEY REFERENCES visit_record (id),
    street text NOT NULL,
    sealed text
);
CREATE INDEX visit_words_sealed_by ON visit_words (left(sealed, 6) COLLATE "C") WHERE sealed IS NOT NULL;

COMMENT ON TABLE visit_words IS 'Answers, words and the warm note of a visit, sealed as one, bound to visit-record/<visit>.';

CREATE TABLE visit_ticket (
    visit     text        NOT NULL REFERENCES visit_record (id),
    n         integer     NOT NULL,
    street    text        NOT NULL,
    ticket    text        NOT NULL UNIQUE,
    linked_at timestamptz NOT NULL DEFAULT huiyin_now(),
    PRIMARY KEY (visit, n)
);

COMMENT ON TABLE visit_ticket IS 'Problems found at a visit, each a ticket.';

-- What the answer to a record is made of, the first time and each time after.
CREATE FUNCTION visit_receipt(p_visit text, p_said text) RETURNS jsonb
    LANGUAGE sql STABLE
    RETURN (
        SELECT jsonb_build_object(
                   'said', p_said,
                   'id', v.id,
                   'household', v.household,
                   'at', v.at,
                   'entered_at', v.entered_at,
                   'entry_due_at', v.entry_due_at,
                   'outcome', v.outcome,
                   'cards', coalesce((SELECT jsonb_agg(c.card ORDER BY c.opened_at, c.card) FROM visit_card c WHERE c.visit = v.id), '[]'),
                   'tickets', coalesce((SELECT jsonb_agg(t.ticket ORDER BY t.n) FROM visit_ticket t WHERE t.visit = v.id), '[]'))
          FROM visit_record v
         WHERE v.id = p_visit);

-- Keeps a visit. The document is {record, revised, sealed, consent?, cards, writings}; see visit_consent_note and visit_card_open for
-- the parts. Answers the receipt with KEPT or, for what is known already, SAME; or says why not: OTHER (the id is that of
-- another record), FUTURE, TOO_OLD, BUSY, NO_CONSENT, STALE, DUE_TOO_LATE. A visit where somebody was met is kept only where the
-- home had agreed by then: the INSERT itself asks.
CREATE FUNCTION visit_keep(doc jsonb) RETURNS jsonb
    LANGUAGE plpgsql AS
$$
DECLARE
    r visit_record := jsonb_populate_record(NULL::visit_record, doc -> 'record');
    known visit_record;
    rule visit_rule;
    said text;
    card jsonb;
    why text;
BEGIN
    -- One after another for each person: the same record may come many times at once.
    PERFORM pg_advisory_xact_lock(hashtextextended('visit-record/' || r."by", 0));
    SELECT * INTO known FROM visit_record WHERE id = r.id;
    IF FOUND THEN
        RETURN CASE WHEN known."by" = r."by" AND known.content = r.content THEN visit_receipt(r.id, 'SAME')
                    ELSE jsonb_build_object('said', 'OTHER') END;
    END IF;
    SELECT * INTO rule FROM visit_rule;
    IF r.at > huiyin_now() + rule.ahead THEN
        RETURN jsonb_build_object('said', 'FUTURE');
    ELSIF r.at < huiyin_now() - rule.oldest THEN
        RETURN jsonb_build_object('said', 'TOO_OLD');
    END IF;
    r.at := least(r.at, huiyin_now());

    IF jsonb_typeof(doc -> 'consent') = 'object' THEN
        said := visit_consent_note(doc -> 'consent');
        IF said <> 'SAVED' THEN
            RAISE EXCEPTION '%', said USING ERRCODE = 'HY020';
        END IF;
    END IF;
    INSERT INTO visit_record (id, household, class, path, by, at, entry_due_at, way, outcome, minutes, during, content, photos, appointment)
    SELECT r.id, r.household, r.class, r.path, r."by", r.at, r.at + rule.entry_within, r.way, r.outcome, r.minutes,
           CASE WHEN r.way <> 'ONLINE' THEN tstzrange(r.at, r.at + make_interval(mins => r.minutes)) END,
           r.content, r.photos, r.appointment
     WHERE r.outcome <> 'MET' OR visit_agreed(r.household, r.at)
    RETURNING * INTO r;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'NO_CONSENT' USING ERRCODE = 'HY020';
    END IF;
    INSERT INTO visit_words (visit, street, sealed) VALUES (r.id, r.street, doc ->> 'sealed');
    PERFORM media_attach(r.photos, 'visit/' || r.id) WHERE r.photos <> '{}';
    PERFORM safety_append(doc -> 'writings');
    FOR card IN SELECT jsonb_array_elements(doc -> 'cards') LOOP
        PERFORM visit_card_open(card || jsonb_build_object('opened_at', r.at));
    END LOOP;
    IF r.outcome = 'MET' THEN
        PERFORM household_touched(r.household, (r.at AT TIME ZONE 'Asia/Shanghai')::date, (doc ->> 'revised')::boolean);
    END IF;
    RETURN visit_receipt(r.id, 'KEPT');
EXCEPTION
    WHEN SQLSTATE 'HY020' THEN
        RETURN jsonb_build_object('said', SQLERRM);
    WHEN exclusion_violation THEN
        RETURN jsonb_build_object('said', 'BUSY');
    WHEN unique_violation THEN
        GET STACKED DIAGNOSTICS why = CONSTRAINT_NAME;
        IF why <> 'visit_record_pkey' THEN
            RAISE;
        END IF;
        RETURN jsonb_build_object('said', 'OTHER');
END
$$;

CREATE VIEW counted_visit_ticket AS
SELECT t.visit, t.ticket, v.household, v.street, v.community, v.grid, v.at
  FROM visit_ticket t
  JOIN visit_record v ON v.id = t.visit;

COMMENT ON VIEW counted_visit_ticket IS 'Problems that visits found, for whoever follows them to their end.';
