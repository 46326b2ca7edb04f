-- The talk in the official account: the last question, a draft, and the answers already given.

CREATE TABLE conversation (
    person        text        PRIMARY KEY,
    memory        jsonb       NOT NULL DEFAULT '{}',
    forget_at     timestamptz NOT NULL,
    talking       text,
    talking_until timestamptz
);
COMMENT ON TABLE  conversation               IS 'What is remembered of a talk. Belongs to a follower, not to a street; a city shards it by person.';
COMMENT ON COLUMN conversation.person        IS 'SHA-256 in hex of the openid: the openid itself is kept by identity alone.';
COMMENT ON COLUMN conversation.memory        IS 'The last question with its options, a draft, each with its end.';
COMMENT ON COLUMN conversation.talking       IS 'The message that is being answered now; the next one waits.';
COMMENT ON COLUMN conversation.talking_until IS 'End of its lease: whoever died answering holds up nobody.';

CREATE INDEX conversation_to_forget ON conversation (forget_at);

CREATE TABLE conversation_answer (
    person      text        NOT NULL,
    message     text        NOT NULL,
    answer      text        NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT huiyin_now(),
    PRIMARY KEY (person, message)
);
COMMENT ON TABLE conversation_answer IS 'Answers given, so that a message that comes again gets the same; WeChat repeats within a minute.';

CREATE INDEX conversation_answer_by_age ON conversation_answer (answered_at);

-- Takes up a message: {state: ANSWERED, answer}, {state: BUSY}, or {state: YOURS, memory, now} with the lease.
CREATE FUNCTION conversation_begin(p_person text, p_message text, p_lease interval) RETURNS jsonb
    LANGUAGE plpgsql AS
$$
DECLARE
    given text;
    held  conversation;
BEGIN
    INSERT INTO conversation AS c (person, forget_at, talking, talking_until)
    VALUES (p_person, huiyin_now() + interval '1 day', p_message, huiyin_now() + p_lease)
        ON CONFLICT (person) DO UPDATE
            SET talking = excluded.talking,
                talking_until = excluded.talking_until
          WHERE c.talking IS NULL
             OR c.talking_until <= huiyin_now()
    RETURNING * INTO held;
    SELECT answer INTO given
      FROM conversation_answer
     WHERE person = p_person
       AND message = p_message;
    IF given IS NULL THEN
        RETURN CASE
            WHEN held.person IS NULL THEN jsonb_build_object('state', 'BUSY')
            ELSE jsonb_build_object('state', 'YOURS', 'memory', held.memory, 'now', shown_time(huiyin_now()))
        END;
    END IF;
    IF held.person IS NOT NULL THEN
        PERFORM conversation_release(p_person, p_message);
    END IF;
    RETURN jsonb_build_object('state', 'ANSWERED', 'answer', given);
END
$$;

-- Hands a message back unanswered.
CREATE FUNCTION conversation_release(p_person text, p_message text) RETURNS void
    LANGUAGE sql AS
$$
    UPDATE conversation
       SET talking = NULL,
           talking_until = NULL
     WHERE person = p_person
       AND talking = p_message;
$$;

-- Keeps the answer and what is remembered, and forgets a little of what is old. Says the answer that stands: the first.
CREATE FUNCTION conversation_end(p_person text, p_message text, p_answer text, p_memory jsonb, p_forget_at timestamptz)
    RETURNS text
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO conversation_answer (person, message, answer)
    VALUES (p_person, p_message, p_answer)
        ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RETURN (SELECT answer FROM conversation_answer WHERE person = p_person AND message = p_message);
    END IF;
    UPDATE conversation
       SET memory = p_memory,
           forget_at = p_forget_at,
           talking = NULL,
           talking_until = NULL
     WHERE person = p_person
       AND talking = p_message;
    DELETE FROM conversation_answer
     WHERE (person, message) IN (SELECT person, message
                                   FROM conversation_answer
                                  WHERE answered_at < huiyin_now() - interval '2 days'
                                  ORDER BY answered_at
                                  LIMIT 20
                                    FOR UPDATE SKIP LOCKED);
    DELETE FROM conversation
     WHERE person IN (SELECT person
                        FROM conversation
                       WHERE forget_at < huiyin_now()
                         AND talking IS NULL
                         AND person <> p_person
                       ORDER BY forget_at
                       LIMIT 20
                         FOR UPDATE SKIP LOCKED);
    RETURN p_answer;
END
$$;

-- What falls due soon on somebody's desk, street by street.
CREATE INDEX ticket_deadline_due_in_street ON ticket_deadline (street, due_at) WHERE met_at IS NULL AND withdrawn_at IS NULL;
