-- What WeChat pushes to us: written down before it is acknowledged, so that what was acknowledged is never lost.

CREATE TABLE wechat_push (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key         text        COLLATE "C" NOT NULL UNIQUE,
    app         text        NOT NULL CHECK (app IN ('MINIAPP', 'MP')),
    kind        text        NOT NULL,
    state       text        NOT NULL DEFAULT 'WAITING'
                CHECK (state IN ('WAITING', 'DONE', 'UNHEARD', 'PARKED')),
    owed        boolean     NOT NULL DEFAULT false,
    content     text,
    answer      text,
    attempts    integer     NOT NULL DEFAULT 1,
    failures    integer     NOT NULL DEFAULT 0,
    last_error  text,
    not_before  timestamptz NOT NULL,
    received_at timestamptz NOT NULL DEFAULT huiyin_now(),
    finished_at timestamptz
);

COMMENT ON TABLE  wechat_push            IS 'What WeChat pushed, each thing once however often it comes. Belongs to an app and to no street; gone after some days.';
COMMENT ON COLUMN wechat_push.key        IS 'SHA-256 of what names it: MsgId, else sender, time, event and the id in it. The same key is the same push, come again.';
COMMENT ON COLUMN wechat_push.kind       IS 'text, voice, event:subscribe …; a name that begins with ~ is a step of our own that waits to be done.';
COMMENT ON COLUMN wechat_push.state      IS 'UNHEARD: nobody listens to this kind; PARKED: given up, an operator looks.';
COMMENT ON COLUMN wechat_push.owed       IS 'Handled; while it waits, its answer is still to be sent as a customer-service message.';
COMMENT ON COLUMN wechat_push.content    IS 'Sealed; what is still needed of it. Null once it is done: words a person wrote are kept no longer.';
COMMENT ON COLUMN wechat_push.answer     IS 'Sealed; what was answered at once, for a repeat of the same push. Null after some minutes.';
COMMENT ON COLUMN wechat_push.attempts   IS 'Counts claims and is the fencing token: an outcome is written only by the latest claim.';
COMMENT ON COLUMN wechat_push.failures   IS 'The rung of the retry ladder.';
COMMENT ON COLUMN wechat_push.not_before IS 'When it is looked at next: the end of a lease, or the next try.';

CREATE INDEX wechat_push_due    ON wechat_push (not_before, id) WHERE state = 'WAITING';
CREATE INDEX wechat_push_state  ON wechat_push (state, id);
CREATE INDEX wechat_push_old    ON wechat_push (received_at);
CREATE INDEX wechat_push_answer ON wechat_push (finished_at) WHERE answer IS NOT NULL;
