-- What residents said of each answer.

CREATE TABLE callback (
    ticket_no text        NOT NULL,
    round     integer     NOT NULL,
    street    text        NOT NULL,
    resolved  boolean     NOT NULL,
    score     integer     NOT NULL CHECK (score BETWEEN 1 AND 5),
    comment   text,
    settled   boolean     NOT NULL,
    given_by  bigint      NOT NULL,
    given_at  timestamptz NOT NULL DEFAULT huiyin_now(),
    PRIMARY KEY (ticket_no, round)
);
COMMENT ON TABLE callback IS '回访 satisfaction callbacks: one for each round of a ticket.';
COMMENT ON COLUMN callback.settled IS 'Whether it was left at that; otherwise the ticket was reopened and supervised.';
COMMENT ON COLUMN callback.given_by IS 'The resident, or the grid worker who asked by phone or at the door.';
