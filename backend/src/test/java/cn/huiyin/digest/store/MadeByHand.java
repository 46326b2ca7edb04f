package cn.huiyin.digest.store;

import cn.huiyin.rehearsal.TestDatabase;

/** Tickets written straight into the tables, so that what is counted does not come from what counts. */
final class MadeByHand {

    private final TestDatabase database;
    private int number;

    MadeByHand(TestDatabase database) {
        this.database = database;
        database.execute("INSERT INTO deadline_policy (version, document, note, created_by) VALUES (1, '{}', '', 0)"
                + " ON CONFLICT DO NOTHING");
    }

    /** A ticket; says its number. Times are of Shanghai: {@code 2026-11-22 09:00}. */
    String ticket(String path, String stage, String filedAt) {
        return ticket(path, stage, filedAt, null, 0);
    }

    String ticket(String path, String stage, String filedAt, String category, int handOns) {
        var no = "HY%04d".formatted(++number);
        database.execute(
                """
                INSERT INTO ticket (no, description, media, channel, anonymous, reporter, filed_at, place, path, urgency,
                                    category, stage, supervised, round, rated, nudges, co_handlers, hand_ons,
                                    chain_length, chain_head, version)
                VALUES ('%s', '路灯不亮', '{}', 'MINI_PROGRAM', false, 1, '%s+08', 'x', '%s', 'NORMAL',
                        %s, '%s', false, 1, false, 0, '{}', %d, 1, 'x', 1)
                """.formatted(no, filedAt, path, category == null ? "NULL" : "'" + category + "'", stage, handOns));
        return no;
    }

    /** A deadline that runs. */
    void owes(String no, String kind, String dueAt) {
        deadline(no, kind, dueAt, "NULL", "NULL", "NULL");
    }

    void paused(String no, String kind, String dueAt) {
        deadline(no, kind, dueAt, "'2026-11-01 00:00+08'", "NULL", "NULL");
    }

    void withdrawn(String no, String kind, String dueAt) {
        deadline(no, kind, dueAt, "NULL", "NULL", "'2026-11-01 00:00+08'");
    }

    /** An answer, and the deadline that it ended. */
    void replied(String no, String at, String kind, String dueAt) {
        deadline(no, kind, dueAt, "NULL", "'" + at + "+08'", "NULL");
        replied(no, at);
    }

    void replied(String no, String at) {
        database.execute("""
                INSERT INTO ticket_event (no, seq, street, at, by, by_name, as_part, move, to_stage, facts, note_digest,
                                          previous_hash, hash)
                SELECT no, %d, street, '%s+08', 1, '某人', 'HOLDER', 'REPLY', 'REPLIED', '{}', '', '', ''
                  FROM ticket WHERE no = '%s'
                """.formatted(++number, at, no));
    }

    void rated(String no, int round, int score, boolean settled, String at) {
        database.execute("""
                INSERT INTO callback (ticket_no, round, street, resolved, score, settled, given_by, given_at)
                SELECT no, %d, street, %s, %d, %s, 1, '%s+08' FROM ticket WHERE no = '%s'
                """.formatted(round, settled, score, settled, at, no));
    }

    void task(String no, String occasion, String role, String place, String state) {
        database.execute("""
                INSERT INTO todo (outbox_id, street, occasion, dedup_key, subject_kind, subject_id, sentence, page, role,
                                  place, state)
                VALUES (%d, 'q', '%s', 'k%d', 'ticket', '%s', '请打电话', 'x', '%s', '%s', '%s')
                """.formatted(++number, occasion, number, no, role, place, state));
    }

    /** A home whose next visit was due on this day, and from then on each month. */
    void visitDue(String path, String dueOn) {
        database.execute("""
                INSERT INTO programme_home (household, path, class, months, notice, due_on)
                VALUES ('H%d', '%s', 'ORDINARY', 1, 7, '%s')
                """.formatted(++number, path, dueOn));
    }

    private void deadline(String no, String kind, String dueAt, String paused, String met, String withdrawn) {
        database.execute("""
                INSERT INTO ticket_deadline (no, rule, round, position, street, kind, policy_version, started_at, amount,
                                             unit, extended, pauses, paused_since, due_at, provisional, calendar_version,
                                             met_at, withdrawn_at, version)
                SELECT no, 'rule-%d', 1, 1, street, '%s', 1, filed_at, 7, 'WORKING_DAYS', 0, '[]', %s, '%s+08', false, 1,
                       %s, %s, 1
                  FROM ticket WHERE no = '%s'
                """.formatted(++number, kind, paused, dueAt, met, withdrawn, no));
    }
}
