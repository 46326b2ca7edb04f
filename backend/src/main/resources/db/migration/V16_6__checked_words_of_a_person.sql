-- For an erasure: what somebody wrote and a check still holds.
CREATE INDEX content_check_author ON content_check (author) WHERE words IS NOT NULL;
