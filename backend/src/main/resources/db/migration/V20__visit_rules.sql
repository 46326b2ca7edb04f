-- The figures of consent, records and needs cards: data, not code.

CREATE TABLE visit_rule (
    only_row          boolean    PRIMARY KEY DEFAULT true CHECK (only_row),
    entry_within      interval   NOT NULL DEFAULT '24 hours',
    entry_reminders   interval[] NOT NULL DEFAULT '{12 hours,2 hours}',
    ahead             interval   NOT NULL DEFAULT '5 minutes',
    oldest            interval   NOT NULL DEFAULT '60 days',
    told_for          interval   NOT NULL DEFAULT '90 days',
    second_try_within interval   NOT NULL DEFAULT '14 days',
    quiet_for         interval   NOT NULL DEFAULT '1 year',
    version           integer    NOT NULL DEFAULT 1
);
INSERT INTO visit_rule DEFAULT VALUES;

COMMENT ON COLUMN visit_rule.entry_within      IS 'A visit is entered so long after it was made (S3 §4.2: 24 hours).';
COMMENT ON COLUMN visit_rule.entry_reminders   IS 'So long before that, whoever made it is reminded.';
COMMENT ON COLUMN visit_rule.ahead             IS 'So far may the clock of a phone run ahead of ours.';
COMMENT ON COLUMN visit_rule.oldest            IS 'What was made longer ago is no longer taken.';
COMMENT ON COLUMN visit_rule.told_for          IS 'What hangs on the board or stands in the group counts as told for so long.';
COMMENT ON COLUMN visit_rule.second_try_within IS 'The secretary tries a second time within so long (S3 §6.3).';
COMMENT ON COLUMN visit_rule.quiet_for         IS 'After a second refusal nobody asks for so long, unless the household itself says so.';

CREATE TABLE visit_card_rule (
    colour      text      PRIMARY KEY CHECK (colour IN ('RED', 'YELLOW', 'GREEN')),
    due_within  interval  NOT NULL,
    remind_days integer[] NOT NULL
);
INSERT INTO visit_card_rule VALUES
('RED', '1 month', '{7,1}'),
('YELLOW', '3 months', '{14,3}'),
('GREEN', '1 year', '{30,7}');

COMMENT ON TABLE  visit_card_rule             IS '需求分类卡 (S0): red within a month, yellow within three, green for the long term, looked at within a year.';
COMMENT ON COLUMN visit_card_rule.remind_days IS 'So many days before it is due its owner is reminded; and on the day.';
