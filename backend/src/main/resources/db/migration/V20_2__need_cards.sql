-- Needs cards 需求分类卡 (S0): what a home needs, by when, who sees to it, and what became of it.

CREATE TABLE visit_card (
    card      text        PRIMARY KEY CHECK (card ~ '^[a-z0-9]{16}$'),
    visit     text,
    source    text        NOT NULL CHECK (source IN ('VISIT', 'CALLBACK', 'PHONE', 'OTHER')),
    ticket    text,
    household text        NOT NULL,
    path      text        COLLATE "C" NOT NULL,
    street    text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED,
    community text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 3)) STORED,
    grid      text        NOT NULL GENERATED ALWAYS AS (split_part(path, '/', 4)) STORED,
    need      text,
    colour    text        NOT NULL REFERENCES visit_card_rule (colour),
    due_on    date        NOT NULL,
    state     text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'TAKEN_UP', 'DONE', 'DROPPED')),
    owner     bigint,
    opened_at timestamptz NOT NULL,
    opened_by bigint      NOT NULL,
    done_at   timestamptz,
    sealed    text,
    version   integer     NOT NULL DEFAULT 1,
    CHECK ((done_at IS NOT NULL) = (state IN ('DONE', 'DROPPED')))
);

COMMENT ON COLUMN visit_card.visit     IS 'The record it comes from; null where it comes from a callback or a call.';
COMMENT ON COLUMN visit_card.ticket    IS 'The ticket whose callback it comes from.';
COMMENT ON COLUMN visit_card.need      IS 'A code of household/needs.yaml.';
COMMENT ON COLUMN visit_card.opened_at IS 'When the need was told: a card of a late record counts from its visit.';
COMMENT ON COLUMN visit_card.owner     IS 'Who sees to it; without one, the grid worker of the grid.';
COMMENT ON COLUMN visit_card.sealed    IS 'What is needed, bound to visit-card/<card>; null where it was erased.';

CREATE INDEX visit_card_in_grid ON visit_card (community, due_on, card) WHERE state IN ('OPEN', 'TAKEN_UP');
CREATE INDEX visit_card_closed ON visit_card (community, done_at, card) WHERE state IN ('DONE', 'DROPPED');
CREATE INDEX visit_card_of_household ON visit_card (household, opened_at DESC, card);
CREATE INDEX visit_card_of_visit ON visit_card (visit) WHERE visit IS NOT NULL;
CREATE INDEX visit_card_sealed_by ON visit_card (left(sealed, 6) COLLATE "C") WHERE sealed IS NOT NULL;

CREATE TABLE visit_card_event (
    card        text        NOT NULL REFERENCES visit_card (card),
    seq         integer     NOT NULL,
    street      text        NOT NULL,
    at          timestamptz NOT NULL DEFAULT huiyin_now(),
    by          bigint      NOT NULL,
    by_name     text        NOT NULL,
    move        text        NOT NULL,
    to_state    text        NOT NULL,
    from_colour text        NOT NULL,
    to_colour   text        NOT NULL,
    due_on      date        NOT NULL,
    sealed      text,
    PRIMARY KEY (card, seq)
);

COMMENT ON COLUMN visit_card_event.sealed IS 'What was done, or why, bound to visit-card/<card>/<seq>.';

CREATE INDEX visit_card_event_sealed_by ON visit_card_event (left(sealed, 6) COLLATE "C") WHERE sealed IS NOT NULL;

CREATE TRIGGER visit_card_event_stays
    BEFORE DELETE OR UPDATE OF card, seq, street, at, by, by_name, move, to_state, from_colour, to_colour, due_on ON visit_card_event
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history();

CREATE FUNCTION visit_card_limit(p_colour text, p_from timestamptz) RETURNS date
    LANGUAGE sql STABLE
    RETURN (SELECT ((p_from AT TIME ZONE 'Asia/Shanghai') + due_within)::date FROM visit_card_rule WHERE colour = p_colour);

-- Opens a card. The document is a row of visit_card with by_name, writings and repeat?. Where a day is named that the colour does not
-- allow, HY020 with DUE_TOO_LATE.
CREATE FUNCTION visit_card_open(doc jsonb) RETURNS void
    LANGUAGE plpgsql AS
$$
DECLARE
    c visit_card := jsonb_populate_record(NULL::visit_card, doc);
BEGIN
    c.opened_at := coalesce(c.opened_at, huiyin_now());
    IF c.due_on > visit_card_limit(c.colour, c.opened_at) THEN
        RAISE EXCEPTION 'DUE_TOO_LATE' USING ERRCODE = 'HY020';
    END IF;
    INSERT INTO visit_card (card, visit, source, ticket, household, path, need, colour, due_on, owner, opened_at, opened_by, sealed)
    VALUES (c.card, c.visit, c.source, c.ticket, c.household, c.path, c.need, c.colour,
            coalesce(c.due_on, visit_card_limit(c.colour, c.opened_at)), c.owner, c.opened_at, c.opened_by, c.sealed)
    RETURNING * INTO c;
    INSERT INTO visit_card_event (card, seq, street, by, by_name, move, to_state, from_colour, to_colour, due_on)
    VALUES (c.card, 1, c.street, c.opened_by, doc ->> 'by_name', 'OPEN', c.state, c.colour, c.colour, c.due_on);
    PERFORM safety_append(doc -> 'writings');
    PERFORM visit_card_promise(c);
    PERFORM visit_answer_kept(doc -> 'repeat');
END
$$;

-- What will be said of a card as it stands; what was promised of an earlier version of it is no longer true.
CREATE FUNCTION visit_card_promise(c visit_card) RETURNS void
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM outbox_withdraw('visit-card', c.card, 'card/' || c.card || '/due/', '需求卡已有变化');
    IF c.state IN ('DONE', 'DROPPED') THEN
        RETURN;
    END IF;
    PERFORM outbox_append(jsonb_agg(jsonb_build_object(
                'occasion', step.occasion,
                'dedup_key', format('card/%s/due/v%s/%s', c.card, c.version, step.days),
                'street', c.street,
                'subject_kind', 'visit-card',
                'subject_id', c.card,
                'not_before', (c.due_on - step.days + time '09:00') AT TIME ZONE 'Asia/Shanghai',
                'facts', jsonb_build_object('v', c.version::text))))
       FROM (SELECT 'CARD_DUE' AS occasion, unnest(remind_days || 0) AS days
               FROM visit_card_rule
              WHERE colour = c.colour
              UNION ALL
             SELECT 'CARD_OVERDUE', -1) AS step
      WHERE step.occasion = 'CARD_OVERDUE'
         OR (c.due_on - step.days + time '09:00') AT TIME ZONE 'Asia/Shanghai' > huiyin_now();
END
$$;

-- Moves a card. The document is {card, version, move, to, colour, owner, due_on, by, by_name, sealed, writings, told}; answers SAVED
-- or STALE.
CREATE FUNCTION visit_card_move(doc jsonb) RETURNS text
    LANGUAGE plpgsql AS
$$
DECLARE
    before visit_card;
    c visit_card;
BEGIN
    SELECT * INTO before FROM visit_card WHERE card = doc ->> 'card' FOR UPDATE;
    IF before.version IS DISTINCT FROM (doc ->> 'version')::integer THEN
        RETURN 'STALE';
    END IF;
    UPDATE visit_card
       SET state = doc ->> 'to',
           colour = doc ->> 'colour',
           owner = coalesce((doc ->> 'owner')::bigint, owner),
           due_on = CASE WHEN doc ->> 'colour' = before.colour THEN before.due_on
                         ELSE visit_card_limit(doc ->> 'colour', before.opened_at) END,
           done_at = CASE WHEN doc ->> 'to' IN ('DONE', 'DROPPED') THEN huiyin_now() END,
           version = version + 1
     WHERE card = before.card
    RETURNING * INTO c;
    INSERT INTO visit_card_event (card, seq, street, by, by_name, move, to_state, from_colour, to_colour, due_on, sealed)
    VALUES (c.card, c.version, c.street, (doc ->> 'by')::bigint, doc ->> 'by_name', doc ->> 'move', c.state, before.colour,
            c.colour, c.due_on, doc ->> 'sealed');
    PERFORM safety_append(doc -> 'writings');
    PERFORM visit_card_promise(c);
    IF c.state IN ('DONE', 'DROPPED') THEN
        PERFORM outbox_append(jsonb_build_array(jsonb_build_object(
            'occasion', 'CARD_ANSWERED',
            'dedup_key', format('card/%s/answered/v%s', c.card, c.version),
            'street', c.street,
            'subject_kind', 'visit-card',
            'subject_id', c.card,
            'facts', jsonb_build_object('v', c.version::text))));
    END IF;
    RETURN 'SAVED';
END
$$;

CREATE VIEW counted_card AS
SELECT card, visit, household, path, street, community, grid, colour, due_on, state, opened_at, done_at
  FROM visit_card;

COMMENT ON VIEW counted_card IS 'Needs cards for whoever counts.';
