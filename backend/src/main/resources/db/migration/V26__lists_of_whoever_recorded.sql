-- The staff's list asks for what somebody recorded for others, by stage and newest first like every other way.

CREATE INDEX ticket_of_recorder ON ticket (recorder, stage, filed_at DESC, no DESC) WHERE recorder IS NOT NULL;
