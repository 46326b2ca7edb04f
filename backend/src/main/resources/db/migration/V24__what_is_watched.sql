-- What streams look at: nothing but how far a thing has come.

CREATE VIEW watched_ticket AS
SELECT no, street, version
  FROM ticket;
COMMENT ON VIEW watched_ticket IS 'Grows with each move of a ticket.';

CREATE VIEW watched_message AS
SELECT account, id
  FROM inbox;
COMMENT ON VIEW watched_message IS 'In-app messages by person; the newest has the greatest id.';
